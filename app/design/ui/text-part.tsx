import { directionOf, type Language } from "#app/shared/languages.ts";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "../question-parts.ts";

type TextPartProps = {
  name: string;
  title: string;
  hint?: string;
  /** Several lines. */
  rows?: number | undefined;
  languages: readonly Language[];
  fields: Fields;
  errorOf: (field: string) => string | undefined;
};

/** One of the form's texts, in each language of the form side by side; in a form of one language a field by itself. */
export function TextPart({ name, title, hint, rows, languages, fields, errorOf }: TextPartProps) {
  const [only, ...others] = languages;
  const valueOf = (language: Language) => fields[`${name}-${language}`] ?? "";
  const errorIn = (language: Language) => errorOf(`${name}-${language}`);
  if (only && others.length === 0) {
    const field = { name: `${name}-${only}`, label: title, labelSize: "s", hint, value: valueOf(only), error: errorIn(only), lang: only, dir: directionOf(only) } as const;
    return rows ? <Textarea rows={rows} {...field} /> : <TextField {...field} />;
  }
  return (
    <FieldsInLanguages name={name} legend={title} legendSize="s" hint={hint} of={languages} valueOf={valueOf} errorOf={errorIn} {...(rows && { rows })} />
  );
}
