// A letter as it is read, on a page or on paper: a code stands large and by itself, in letters that nobody mistakes.
import { directionOf, type Language } from "#app/shared/languages.ts";
import type { LetterPart } from "../voter-letters.ts";

export function LetterParts({ language, parts }: { language: Language; parts: readonly LetterPart[] }) {
  return (
    <div lang={language} dir={directionOf(language)}>
      {parts.map(({ kind, text }, index) =>
        kind === "code" ? (
          <p key={index} className="govuk-body vote-code" dir="ltr">
            <strong>{text}</strong>
          </p>
        ) : (
          <p key={index} className="govuk-body">
            {kind === "address" ? <bdi className="letter-address">{text}</bdi> : text}
          </p>
        ),
      )}
    </div>
  );
}
