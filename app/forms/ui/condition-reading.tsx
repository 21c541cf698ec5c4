import type { Reading } from "../condition-words.ts";

/** A condition in words: a sentence, or a list in lists. */
export function ConditionReading({ reading }: { reading: Reading }) {
  return (
    <>
      <p className="govuk-body">{reading.text}</p>
      <Parts parts={reading.parts} />
    </>
  );
}

function Parts({ parts }: { parts: readonly Reading[] }) {
  if (parts.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {parts.map((part, index) => (
        <li key={index}>
          {part.text}
          <Parts parts={part.parts} />
        </li>
      ))}
    </ul>
  );
}
