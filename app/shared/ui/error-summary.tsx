import { useWords } from "./words.tsx";

export type FieldError = { href: string; text: string };

/** Stands at the top of main, above the h1 and below the back link; each error leads to its field ("#email"). */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useWords();
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{t("shared:error.summary")}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.href + error.text}>
                <a href={error.href}>{error.text}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
