import type { ReactNode } from "react";
import { directionOf, languages, type Language } from "../languages.ts";
import { FieldsetGroup } from "./form-group.tsx";
import { Textarea } from "./textarea.tsx";
import { TextField } from "./text-field.tsx";
import { useWords } from "./words.tsx";

type FieldsInLanguagesProps = {
  /** Fields are called "name-en" and so on. */
  name: string;
  legend: string;
  hint?: string;
  /** Several lines each. */
  rows?: number;
  /** All we ship, unless it is said which. */
  of?: readonly Language[];
  /** "In English" and so on, unless it is said otherwise. */
  labelOf?: (language: Language) => string;
  valueOf: (language: Language) => string;
  errorOf?: (language: Language) => string | undefined;
  /** What stands under a field. */
  belowOf?: (language: Language) => ReactNode;
};

/** The same text in each language, each field in the direction its language is written in; side by side where there is room. */
export function FieldsInLanguages({ name, legend, hint, rows, of = languages, labelOf, valueOf, errorOf, belowOf }: FieldsInLanguagesProps) {
  const { t } = useWords();
  return (
    <FieldsetGroup id={name} label={legend} hint={hint}>
      <div className="in-languages">
        {of.map((language) => {
          const field = {
            ...{ name: `${name}-${language}`, label: labelOf?.(language) ?? t(`shared:in-language.${language}`), value: valueOf(language) },
            ...{ error: errorOf?.(language), lang: language, dir: directionOf(language) },
          };
          return (
            <div key={language}>
              {rows ? <Textarea rows={rows} {...field} /> : <TextField {...field} />}
              {belowOf?.(language)}
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
