// Who agreed something: a decision of the partnership, or what is told of it.
import { textIn, type Text } from "#app/shared/languages.ts";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type AgreedFieldsProps = { fields: Pick<ReturnType<typeof useFields>, "entries" | "errorAt">; agreed: readonly { id: string; name: Text }[] };

export function AgreedFields({ fields: { entries, errorAt }, agreed }: AgreedFieldsProps) {
  const { t, language } = useWords();
  return (
    <>
      <Select
        name="agreed"
        label={t("decisions:field.agreed")}
        labelSize="m"
        hint={t("decisions:field.agreed-hint")}
        value={entries.agreed}
        error={errorAt("agreed")}
        options={[{ value: "", label: t("decisions:field.agreed-otherwise") }, ...agreed.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
      />
      <TextField name="agreedNote" label={t("decisions:field.agreedNote")} hint={t("decisions:field.agreedNote-hint")} value={entries.agreedNote} error={errorAt("agreedNote")} />
    </>
  );
}
