import { ConditionReading } from "#app/forms/ui/condition-reading.tsx";
import type { SaidDifference } from "../version-words.ts";

/** What differs between two versions of the questions; with conditions as they were read and are read now, where they are asked for. */
export function Differences({ said, withReadings = false }: { said: readonly SaidDifference[]; withReadings?: boolean }) {
  return (
    <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
      {said.map(({ text, changes }, index) => (
        <li key={index}>
          {text}
          {changes.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {changes.map((change, at) => (
                <li key={at}>
                  {change.text}
                  {withReadings &&
                    change.readings.map(({ name, reading }) => (
                      <div key={name}>
                        <p className="govuk-body govuk-!-font-weight-bold">{name}</p>
                        <ConditionReading reading={reading} />
                      </div>
                    ))}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
