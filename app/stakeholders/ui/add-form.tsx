// Where a list of stakeholders is pasted or chosen as a file; once it was read, what to do with it.
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { languageNames, languages, type Language } from "#app/shared/languages.ts";

type AddFormProps = {
  text: string | undefined;
  language: Language;
  error: string | undefined;
  /** How many it says that can be taken, and in how many lines something is wrong; null before it was read. */
  read: { people: number; mistaken: number } | null;
};

export function AddForm({ text, language, error, read }: AddFormProps) {
  const { t, number } = useWords();
  const pasted = (
    <Textarea name="text" rows={12} label={t("stakeholders:add.text")} labelSize="s" hint={read ? undefined : t("stakeholders:add.text-hint")} value={text} error={error} />
  );
  const otherwise = (
    <Select
      name="language"
      label={t("stakeholders:add.language")}
      hint={t("stakeholders:add.language-hint")}
      value={language}
      options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
    />
  );
  if (read) {
    return (
      <form method="post" encType="multipart/form-data" noValidate>
        {read.people > 0 && (
          <ButtonGroup>
            <Button name="deed" value="save">
              {t(read.mistaken > 0 ? "stakeholders:add.save-rest" : "stakeholders:add.save", { count: read.people, number: number(read.people) })}
            </Button>
          </ButtonGroup>
        )}
        <Details summary={t("stakeholders:add.mend")} open={read.mistaken > 0}>
          {pasted}
          {otherwise}
          <Button look="secondary" name="deed" value="read">{t("stakeholders:add.again")}</Button>
        </Details>
      </form>
    );
  }
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <p className="govuk-body">{t("stakeholders:add.lead")}</p>
      {pasted}
      <FormGroup id="file" label={t("stakeholders:add.file")} labelSize="s" hint={t("stakeholders:add.file-hint")}>
        <input className="govuk-file-upload" id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
      </FormGroup>
      {otherwise}
      <Button name="deed" value="read">{t("stakeholders:add.read")}</Button>
      <Details summary={t("stakeholders:add.columns")}>
        <p className="govuk-body">{t("stakeholders:add.columns-text")}</p>
      </Details>
    </form>
  );
}
