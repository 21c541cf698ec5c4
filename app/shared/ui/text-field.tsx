import type { InputHTMLAttributes } from "react";
import { describedBy, FormGroup, type Labelled } from "./form-group.tsx";

type TextFieldProps = Labelled &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "autoComplete" | "autoFocus" | "inputMode" | "spellCheck" | "autoCapitalize" | "maxLength" | "lang" | "dir"
  > & {
    name: string;
    id?: string;
    value?: string | undefined;
    /** Characters the answer is expected to have; the field's width hints at it. */
    width?: 2 | 3 | 4 | 5 | 10 | 20;
    prefix?: string;
    suffix?: string;
  };

/** One line of text. Direction follows what is typed, so an Urdu name reads right on an English page; `dir` sets it. */
export function TextField({
  name,
  id = name,
  value,
  width,
  prefix,
  suffix,
  type = "text",
  label,
  labelSize,
  heading,
  hint,
  error,
  ...rest
}: TextFieldProps) {
  const classes = ["govuk-input"];
  if (width) classes.push(`govuk-input--width-${width}`);
  if (error) classes.push("govuk-input--error");
  const input = (
    <input
      className={classes.join(" ")}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      dir={type === "text" ? "auto" : "ltr"}
      aria-describedby={describedBy(id, { hint, error })}
      {...rest}
    />
  );
  return (
    <FormGroup id={id} label={label} labelSize={labelSize} heading={heading} hint={hint} error={error}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  );
}
