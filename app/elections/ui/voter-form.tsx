// What an entry on the roll says, to be typed; once codes are made, changing it makes a new one, and why is asked.
import { languageNames, languages } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Electorate } from "../election.ts";

export function VoterForm({ fields, electorate, isNew, mayRule }: { fields: Fields; electorate: Electorate; isNew: boolean; mayRule: boolean }) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t(isNew ? "roll:entry.new-title" : "roll:entry.change")}</h2>
      {mayRule && !isNew && <p className="govuk-body">{t("roll:entry.change-text")}</p>}
      <TextField {...fields.field("name")} autoComplete="off" />
      {electorate === "organisations" && <TextField {...fields.field("delegate")} autoComplete="off" />}
      <TextField {...fields.field("email")} type="email" autoComplete="off" spellCheck={false} />
      <Textarea {...fields.field("post")} rows={4} />
      <Select {...fields.field("language")} options={languages.map((one) => ({ value: one, label: languageNames[one] }))} />
      {(isNew || mayRule) && <TextField {...fields.field("reason")} hint={t("roll:field.reason-hint")} autoComplete="off" />}
      <Button name="deed" value="save">{t(mayRule ? "roll:entry.save-code" : "roll:entry.save")}</Button>
    </form>
  );
}
