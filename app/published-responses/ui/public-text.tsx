import type { Segment } from "#app/moderation/redaction.ts";
import { useWords } from "#app/shared/ui/words.tsx";

type PublicTextProps = { segments: readonly Segment[]; language: string; isCut?: boolean };

/** What somebody wrote, in their language; what was removed stands as its reason, in the reader's. */
export function PublicText({ segments, language, isCut = false }: PublicTextProps) {
  const { t, language: readersLanguage } = useWords();
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {segments.map((segment, index) =>
        "text" in segment ? (
          <span key={index}>{segment.text}</span>
        ) : (
          <strong key={index} lang={readersLanguage}>
            <bdi>{t(`moderation:removed.${segment.removed}`)}</bdi>
          </strong>
        ),
      )}
      {isCut && " …"}
    </blockquote>
  );
}
