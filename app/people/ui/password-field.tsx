import { describedBy, FormGroup } from "#app/shared/ui/form-group.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type PasswordFieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Tells password managers whether to fill one in or to offer one. */
  autoComplete: "current-password" | "new-password";
};

/** A password; where scripts run it can be shown. What was typed is never sent back. A page with it names the script "password-field". */
export function PasswordField({ name, autoComplete, ...labelled }: PasswordFieldProps) {
  const { t } = useWords();
  const { error } = labelled;
  return (
    <FormGroup id={name} {...labelled}>
      <div className="password-field">
        <input
          className={error ? "govuk-input govuk-input--error" : "govuk-input"}
          id={name}
          name={name}
          type="password"
          dir="auto"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(name, labelled)}
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary password-field__toggle"
          aria-controls={name}
          data-show={t("people:password.show")}
          data-hide={t("people:password.hide")}
          hidden
        >
          {t("people:password.show")}
        </button>
      </div>
    </FormGroup>
  );
}
