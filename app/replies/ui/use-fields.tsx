// What the forms of this subject have in common: fields with what is wrong with them and what somebody else wrote meanwhile.
import { dayUnit } from "#app/forms/typed-day.ts";
import type { Entries } from "#app/shared/edits.ts";
import { isLanguage, languageNames, type Language } from "#app/shared/languages.ts";
import { dateParts } from "#app/shared/ui/date-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type Refused = {
  entries: Entries;
  problems: readonly { field: string; code: string }[];
  /** The answers that somebody else changed too, and what stands there now. */
  clashes: readonly (readonly string[])[];
  now: Entries;
};

/** `say` gives the words of a field by its name, and of its hint by "name-hint". */
export function useFields(say: (name: string, values?: { most: string }) => string, { loaded, refused }: { loaded: Entries; refused: Refused | undefined }) {
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded;
  const before = refused?.now ?? loaded;
  const clashing = new Set(refused?.clashes.flat());
  const nameOf = (input: string) => {
    const [name = "", language] = input.split("-");
    const field = say(name);
    return isLanguage(language) ? t("shared:field-in", { field, language: languageNames[language] }) : field;
  };
  const errors = [
    ...(refused?.problems ?? []).map(({ field, code }) => ({ href: `#${field}`, text: t(`replies:problem.${code}`, { field: nameOf(field) }) })),
    ...(refused?.clashes ?? []).map(([input = ""]) => ({ href: `#${input}`, text: t("shared:edits.clash", { field: nameOf(input) }) })),
  ];
  const errorAt = (input: string) => errors.find(({ href }) => href === `#${input}`)?.text;
  /** What somebody else wrote in an input or a day, where both changed it. */
  const theirs = (name: string) => {
    const inputs = [name, ...dayUnit(name)].filter((input) => clashing.has(input));
    return inputs.length === 0 ? undefined : inputs.map((input) => before[input] ?? "").join(" ");
  };
  return {
    ...{ entries, before, errors, errorAt, theirs },
    inEach: (name: string, { rows, most }: { rows?: number; most: number }) => (
      <FieldsInLanguages
        {...{ name, legend: say(name), hint: say(`${name}-hint`, { most: number(most) }) }}
        {...(rows ? { rows } : {})}
        valueOf={(language: Language) => entries[`${name}-${language}`] ?? ""}
        errorOf={(language: Language) => errorAt(`${name}-${language}`)}
        belowOf={(language: Language) => <Theirs said={theirs(`${name}-${language}`)} language={language} />}
      />
    ),
    dayField: (name: string) => ({
      ...{ name, label: say(name), labelSize: "m" as const, error: errorAt(`${name}-day`) },
      value: Object.fromEntries(dateParts.map((part) => [part, entries[`${name}-${part}`] ?? ""])),
    }),
  };
}
