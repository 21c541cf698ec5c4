import { ErrorMessage } from "#app/shared/ui/form-group.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** `shown` is the last thing that was a colour, which the picker can show. */
type ColourFieldProps = { value: string; shown: string; error: string | undefined };

/** A colour, written or picked: two fields, of which the one that is changed counts. A script makes them follow each other. */
export function ColourField({ value, shown, error }: ColourFieldProps) {
  const { t } = useWords();
  const described = ["colour-hint", error && "colour-error"].filter(Boolean).join(" ");
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <label className="govuk-label" htmlFor="colour">
        {t("settings:look.colour")}
      </label>
      <div className="govuk-hint" id="colour-hint">
        {t("settings:look.colour-hint")}
      </div>
      {error && <ErrorMessage id="colour" text={error} />}
      <div className="colour-field">
        <input
          className={error ? "govuk-input govuk-input--width-10 govuk-input--error" : "govuk-input govuk-input--width-10"}
          id="colour"
          name="colour"
          defaultValue={value}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          aria-describedby={described}
        />
        <input className="colour-field__picker" type="color" name="picker" defaultValue={shown} aria-label={t("settings:look.picker")} />
        <input type="hidden" name="before" value={shown} />
      </div>
    </div>
  );
}
