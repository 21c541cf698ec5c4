import type { Segment } from "#app/moderation/redaction.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** Somebody's words as they may be published: what was removed stands as its reason. */
export function QuotedWords({ segments, language }: { segments: readonly Segment[]; language: string }) {
  const { t } = useWords();
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {segments.map((segment, index) => ("text" in segment ? <span key={index}>{segment.text}</span> : <Removed key={index} words={t(`moderation:removed.${segment.removed}`)} />))}
    </blockquote>
  );
}

function Removed({ words }: { words: string }) {
  const { language } = useWords();
  return (
    <strong lang={language}>
      <bdi>{words}</bdi>
    </strong>
  );
}
