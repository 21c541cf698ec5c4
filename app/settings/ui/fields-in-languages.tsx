import { directionOf, languages, type Language } from "#app/shared/languages.ts";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";

type FieldsInLanguagesProps = {
  /** Fields are called "name-en" and so on. */
  name: string;
  legend: string;
  hint: string;
  /** Several lines each. */
  rows?: number;
  labelOf: (language: Language) => string;
  valueOf: (language: Language) => string;
  errorOf: (language: Language) => string | undefined;
};

/** The same text in each language, each field in the direction its language is written in. */
export function FieldsInLanguages({ name, legend, hint, rows, labelOf, valueOf, errorOf }: FieldsInLanguagesProps) {
  return (
    <FieldsetGroup id={name} label={legend} hint={hint}>
      {languages.map((language) => {
        const field = {
          ...{ name: `${name}-${language}`, label: labelOf(language), value: valueOf(language), error: errorOf(language) },
          ...{ lang: language, dir: directionOf(language) },
        };
        return rows ? <Textarea key={language} rows={rows} {...field} /> : <TextField key={language} {...field} />;
      })}
    </FieldsetGroup>
  );
}
