// Somebody one turns to, to be typed.
import { languageNames, languages } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longest } from "../contact.ts";

export function ContactFields({ fields: { field, theirs, inEach } }: { fields: Fields }) {
  const { t } = useWords();
  return (
    <>
      <TextField {...field("name")} autoComplete="off" />
      <Theirs said={theirs("name")} />
      {inEach("role", { most: longest.role })}
      <TextField {...field("email")} type="email" autoComplete="off" spellCheck={false} />
      <Theirs said={theirs("email")} />
      <TextField {...field("telephone")} type="tel" autoComplete="off" width={20} />
      <Theirs said={theirs("telephone")} />
      <Textarea {...field("post")} rows={4} />
      <Theirs said={theirs("post")} />
      <Select {...field("language")} hint={t("organisations:contacts.language-hint")} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      <Theirs said={theirs("language")} />
      <Checkboxes
        {...field("isPublic")}
        values={[field("isPublic").value]}
        choices={[{ value: "yes", label: t("organisations:contacts.agreed"), hint: t("organisations:contacts.agreed-hint") }]}
      />
    </>
  );
}
