import type { TextShown } from "../reading-shown.ts";

/** Somebody's own words, those that were searched for marked. Their direction is read off the words. */
export function TextWords({ text: { language, pieces } }: { text: Pick<TextShown, "language" | "pieces"> }) {
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {pieces.map(({ text, isFound }, place) => (isFound ? <mark key={place}>{text}</mark> : text))}
    </blockquote>
  );
}
