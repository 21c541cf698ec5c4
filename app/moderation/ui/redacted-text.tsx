import { useWords } from "#app/shared/ui/words.tsx";
import { segmentsOf, type Removal } from "../redaction.ts";

type RedactedTextProps = { text: string; language: string; removals: readonly Removal[] };

/** An answer as the public sees it: what was removed stands as its reason. */
export function RedactedText({ text, language, removals }: RedactedTextProps) {
  const { t } = useWords();
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {segmentsOf(text, removals).map((segment, index) => ("text" in segment ? <span key={index}>{segment.text}</span> : <Removed key={index} words={t(`moderation:removed.${segment.removed}`)} />))}
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
