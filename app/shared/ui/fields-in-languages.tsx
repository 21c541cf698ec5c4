import type { ReactNode } from "react";
import { directionOf, languages, type Language } from "../languages.ts";
import { FieldsetGroup, type LabelSize } from "./form-group.tsx";
import { Textarea } from "./textarea.tsx";
import { TextField } from "./text-field.tsx";
import { useWords } from "./words.tsx";

type InputsProps = {
  /** Fields are called "name-en" and so on. */
  name: string;
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
  /** The keyboard stands in the first when the page opens. */
  focused?: boolean;
};

type FieldsInLanguagesProps = InputsProps & { legend: string; legendSize?: LabelSize; hint?: string | undefined };

/** The same text in each language, each field in the direction its language is written in; side by side where there is room. */
export function FieldsInLanguages({ legend, legendSize = "m", hint, ...inputs }: FieldsInLanguagesProps) {
  return (
    <FieldsetGroup id={inputs.name} label={legend} labelSize={legendSize} hint={hint}>
      <InputsInLanguages {...inputs} />
    </FieldsetGroup>
  );
}

/** The fields without a legend, for a fieldset that holds more than them. */
export function InputsInLanguages({ name, rows, of = languages, labelOf, valueOf, errorOf, belowOf, focused = false }: InputsProps) {
  const { t } = useWords();
  return (
    <div className="in-languages">
      {of.map((language, index) => {
        const field = {
          ...{ name: `${name}-${language}`, label: labelOf?.(language) ?? t(`shared:in-language.${language}`), value: valueOf(language) },
          ...{ error: errorOf?.(language), lang: language, dir: directionOf(language), autoFocus: focused && index === 0 },
        };
        return (
          <div key={language}>
            {rows ? <Textarea rows={rows} {...field} /> : <TextField {...field} />}
            {belowOf?.(language)}
          </div>
        );
      })}
    </div>
  );
}
