// The decision of the full partnership that something rests on.
import { textIn, type Text } from "#app/shared/languages.ts";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export function MandateField({ mandates, value, error }: { mandates: readonly { id: string; title: Text }[]; value: string; error: string | undefined }) {
  const { t, language } = useWords();
  return (
    <Select
      name="decision"
      label={t("seats:field.decision")}
      hint={t("seats:field.decision-hint")}
      value={value}
      error={error}
      options={[{ value: "", label: t("seats:field.decision-none") }, ...mandates.map(({ id, title }) => ({ value: id, label: textIn(title, language).text }))]}
    />
  );
}
