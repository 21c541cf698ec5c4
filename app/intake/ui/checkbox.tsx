import type { ReactNode } from "react";

type CheckboxProps = { name: string; value: string; isChecked: boolean; about: string; children: ReactNode };

/** One small box of many alike; `about` says which, to those who hear it alone. */
export function Checkbox({ name, value, isChecked, about, children }: CheckboxProps) {
  const id = `${name}-${value}`;
  return (
    <div className="govuk-checkboxes__item">
      <input className="govuk-checkboxes__input" id={id} name={name} type="checkbox" value={value} defaultChecked={isChecked} />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {children}
        <span className="govuk-visually-hidden"> ({about})</span>
      </label>
    </div>
  );
}
