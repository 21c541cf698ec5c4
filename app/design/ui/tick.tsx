import { describedBy } from "#app/shared/ui/form-group.tsx";

/** A single thing that is so or is not. */
export function Tick({ name, label, hint, isTicked, error }: { name: string; label: string; hint?: string; isTicked: boolean; error?: string | undefined }) {
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      {error && (
        <p id={`${name}-error`} className="govuk-error-message">
          {error}
        </p>
      )}
      <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={name}
            name={name}
            type="checkbox"
            value="yes"
            defaultChecked={isTicked}
            aria-describedby={describedBy(name, { hint, error })}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={name}>
            {label}
          </label>
          {hint && (
            <div id={`${name}-hint`} className="govuk-hint govuk-checkboxes__hint">
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
