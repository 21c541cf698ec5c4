import { FieldsetGroup, type Labelled } from "./form-group.tsx";
import { useWords } from "./words.tsx";

export type DateParts = { day: string; month: string; year: string };
export const dateParts = ["day", "month", "year"] as const;

type DateFieldProps = Labelled & {
  /** The parts are posted as NAME-day, NAME-month and NAME-year, or with another separator. */
  name: string;
  separator?: "-" | ".";
  id?: string;
  value?: Partial<DateParts> | undefined;
  /** The parts the error is about; all of them when it names none. */
  wrong?: readonly (keyof DateParts)[];
  /** Asks the browser to offer the person's own date of birth. */
  birthday?: boolean;
};

/** A date as three numbers, in the order the United Kingdom writes it. */
export function DateField({
  name,
  separator = "-",
  id = name,
  value,
  wrong,
  birthday = false,
  ...labelled
}: DateFieldProps) {
  const { t } = useWords();
  const labels = { day: t("shared:date.day"), month: t("shared:date.month"), year: t("shared:date.year") };
  return (
    <FieldsetGroup id={id} role="group" {...labelled}>
      <div className="govuk-date-input" id={id}>
        {dateParts.map((part) => {
          const isWrong = labelled.error !== undefined && (wrong === undefined || wrong.includes(part));
          return (
            <div key={part} className="govuk-date-input__item">
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {labels[part]}
                </label>
                <input
                  className={[
                    "govuk-input govuk-date-input__input",
                    part === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
                    isWrong && "govuk-input--error",
                  ]
                    .filter(Boolean)
                    .join(" ")}
                  id={`${id}-${part}`}
                  name={`${name}${separator}${part}`}
                  type="text"
                  inputMode="numeric"
                  dir="ltr"
                  autoComplete={birthday ? `bday-${part}` : undefined}
                  defaultValue={value?.[part]}
                />
              </div>
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
