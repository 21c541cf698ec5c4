// What every field has in common: a group, a hint, an error, and a label or legend that may be the page's heading.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";

export type LabelSize = "s" | "m" | "l" | "xl";

/** How a field is named; `heading` when the label is itself the page's h1. */
export type Labelled = {
  label: ReactNode;
  labelSize?: LabelSize;
  heading?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
};

/** The ids of hint and error that exist, for aria-describedby. */
export function describedBy(id: string, { hint, error }: Pick<Labelled, "hint" | "error">): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter((one) => one !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-hint`} className="govuk-hint">
      {children}
    </div>
  );
}

export function ErrorMessage({ id, text }: { id: string; text: string }) {
  const { t } = useWords();
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{t("shared:error.prefix")} </span>
      {text}
    </p>
  );
}

/** One control with its label. */
export function FormGroup({ id, label, labelSize, heading, hint, error, children }: Labelled & { id: string; children: ReactNode }) {
  const labelElement = (
    <label className={labelSize ? `govuk-label govuk-label--${labelSize}` : "govuk-label"} htmlFor={id}>
      {label}
    </label>
  );
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      {heading ? <h1 className="govuk-label-wrapper">{labelElement}</h1> : labelElement}
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <ErrorMessage id={id} text={error} />}
      {children}
    </div>
  );
}

/** Several controls under one legend. */
export function FieldsetGroup({
  id,
  label,
  labelSize = "m",
  heading,
  hint,
  error,
  role,
  children,
}: Labelled & { id: string; role?: "group"; children: ReactNode }) {
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy(id, { hint, error })}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${labelSize}`}>
          {heading ? <h1 className="govuk-fieldset__heading">{label}</h1> : label}
        </legend>
        {hint && <Hint id={id}>{hint}</Hint>}
        {error && <ErrorMessage id={id} text={error} />}
        {children}
      </fieldset>
    </div>
  );
}
