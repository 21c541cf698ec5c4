import { languageNames, languages } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Props = { fields: Fields; /** The organisation, in the reader's language. */ organisation: string };

/** Whom an organisation names, and who says so for it. */
export function NamingFields({ fields: { field, errorAt, entries }, organisation }: Props) {
  const { t } = useWords();
  const hinted = (name: string) => ({ ...field(name), hint: t(`nominating:field.${name}-hint`) });
  return (
    <>
      <h2 className="govuk-heading-m">{t("nominating:answer.person")}</h2>
      <TextField {...field("name")} autoComplete="off" />
      <TextField {...hinted("email")} type="email" autoComplete="off" spellCheck={false} />
      <TextField {...field("telephone")} type="tel" autoComplete="off" width={20} />
      <Select {...field("language")} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      <Textarea {...hinted("howChosen")} rows={3} />
      <Textarea {...hinted("statement")} rows={6} />
      <TextField {...hinted("substitute")} autoComplete="off" />
      <h2 className="govuk-heading-m">{t("nominating:answer.you")}</h2>
      <TextField {...field("namedBy")} autoComplete="name" />
      <Checkboxes
        {...{ name: "declares", label: t("nominating:field.declares"), labelSize: "s", error: errorAt("declares") }}
        values={entries.declares === "yes" ? ["yes"] : []}
        choices={[{ value: "yes", label: t("nominating:answer.declare", { organisation }) }]}
      />
    </>
  );
}
