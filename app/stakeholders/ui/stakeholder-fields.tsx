// What is known of a stakeholder, to be typed.
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, languageNames, languages } from "#app/shared/languages.ts";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export function StakeholderFields({ entries, errors }: { entries: Entries; errors: Record<string, string> }) {
  const { t } = useWords();
  const field = (name: string) => ({ name, label: t(`stakeholders:field.${name}`), value: entries[name], error: errors[name] });
  return (
    <>
      <TextField {...field("name")} autoComplete="off" />
      <TextField {...field("organisation")} autoComplete="off" />
      <TextField {...field("email")} type="email" autoComplete="off" spellCheck={false} hint={t("stakeholders:one.email-hint")} />
      <TextField {...field("telephone")} type="tel" autoComplete="off" width={20} />
      <Textarea {...field("post")} rows={4} />
      <Select {...field("language")} hint={t("stakeholders:one.language-hint")} value={entries.language ?? defaultLanguage} options={languages.map((one) => ({ value: one, label: languageNames[one] }))} />
      <TextField {...field("audience")} hint={t("stakeholders:one.audience-hint")} autoComplete="off" />
      <TextField {...field("source")} hint={t("stakeholders:one.source-hint")} autoComplete="off" />
    </>
  );
}
