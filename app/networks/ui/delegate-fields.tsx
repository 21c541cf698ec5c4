// Who votes for a member and who does in their place, to be typed.
import { languageNames, languages } from "#app/shared/languages.ts";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { delegateInput, delegateRoles, type DelegateField } from "../delegate.ts";

export function DelegateFields({ fields: { errorAt, entries, theirs } }: { fields: Pick<Fields, "errorAt" | "entries" | "theirs"> }) {
  const { t } = useWords();
  return delegateRoles.map((role) => {
    const field = (name: DelegateField) => {
      const input = delegateInput(role, name);
      return { name: input, label: t(`networks:field.${name}`), value: entries[input] ?? "", error: errorAt(input) };
    };
    return (
      <FieldsetGroup key={role} id={role} label={t(`networks:delegate.${role}`)} hint={t(`networks:delegate.${role}-hint`)}>
        <TextField {...field("name")} autoComplete="off" />
        <Theirs said={theirs(delegateInput(role, "name"))} />
        <TextField {...field("email")} type="email" autoComplete="off" spellCheck={false} />
        <Theirs said={theirs(delegateInput(role, "email"))} />
        <TextField {...field("telephone")} type="tel" autoComplete="off" width={20} />
        <Theirs said={theirs(delegateInput(role, "telephone"))} />
        <Textarea {...field("post")} rows={3} />
        <Theirs said={theirs(delegateInput(role, "post"))} />
        <Select {...field("language")} options={languages.map((one) => ({ value: one, label: languageNames[one] }))} />
      </FieldsetGroup>
    );
  });
}
