import { useWords } from "./words.tsx";

/** A part of the words, or why one was removed; the words are `moderation:removed.<reason>`. */
type Part = { text: string } | { removed: string };

type RedactedWordsProps = { segments: readonly Part[]; language: string; isCut?: boolean };

/** What somebody wrote, in their language, as it may be published: what was removed stands as its reason, in the reader's. */
export function RedactedWords({ segments, language, isCut = false }: RedactedWordsProps) {
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
