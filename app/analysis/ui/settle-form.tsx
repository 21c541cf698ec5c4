// Which codes hold of a text: those that both gave are ticked, and why is said.
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorMessage, FormGroup } from "#app/shared/ui/form-group.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";
import type { CodeGiven, SettlingTyped } from "../settling.ts";
import { KeyHint, type Keys } from "./reading-keys.tsx";

type SettleFormProps = {
  given: readonly CodeGiven[];
  /** Codes that neither gave. */
  others: readonly { id: string; name: Text }[];
  isReader: boolean;
  keys: Keys;
  typed: SettlingTyped | undefined;
  errorAt: (field: string) => string | undefined;
};

export function SettleForm({ given, others, isReader, keys, typed, errorAt }: SettleFormProps) {
  const { t, language } = useWords();
  const ticked = typed?.codeIds ?? given.filter(({ first, second }) => first.length > 0 && second.length > 0).map(({ codeId }) => codeId);
  const together = errorAt("together");
  const note = errorAt("note");
  return (
    <form method="post" noValidate>
      <fieldset className="govuk-fieldset" id="code">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{t("differences:settle.legend")}</legend>
        {errorAt("code") && <ErrorMessage id="code" text={errorAt("code")!} />}
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {given.map(({ codeId, name }, index) => (
            <div key={codeId} className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={`code-${codeId}`}
                name="code"
                type="checkbox"
                value={codeId}
                defaultChecked={ticked.includes(codeId)}
                aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`code-${codeId}`} data-keys={index < 9 ? String(index + 1) : undefined}>
                <bdi>{name}</bdi> {index < 9 && <KeyHint keys={keys} name={String(index + 1)} />}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {others.length > 0 && (
        <Select
          name="code"
          id="other-code"
          label={t("differences:settle.other")}
          value={others.find(({ id }) => ticked.includes(id))?.id ?? ""}
          options={[{ value: "", label: t("differences:settle.no-other") }, ...others.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
      )}
      <p className="govuk-body">{t("differences:settle.none")}</p>
      <FormGroup id="note" label={t("differences:settle.note")} error={note}>
        <textarea className={note ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"} id="note" name="note" rows={2} dir="auto" defaultValue={typed?.note} aria-describedby={note ? "note-error" : undefined} data-keys="n" aria-keyshortcuts="n" />
      </FormGroup>
      {isReader && (
        <div className={together ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
          {together && <ErrorMessage id="together" text={together} />}
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input className="govuk-checkboxes__input" id="together" name="together" type="checkbox" value="yes" defaultChecked={typed?.isTogether} aria-describedby={together ? "together-error" : undefined} />
              <label className="govuk-label govuk-checkboxes__label" htmlFor="together">
                {t("differences:settle.together")}
              </label>
            </div>
          </div>
        </div>
      )}
      <Button name="deed" value="settle" data-keys="d" aria-keyshortcuts="d">
        {t("differences:settle.send")} <KeyHint keys={keys} name="D" />
      </Button>
    </form>
  );
}
