// What forms that two may fill in at once have in common: fields with what is wrong with them and what somebody else wrote meanwhile.
import type { Entries } from "../edits.ts";
import { isLanguage, languageNames, type Language } from "../languages.ts";
import { dayUnit } from "../typed-day.ts";
import { dateParts } from "./date-field.tsx";
import { FieldsInLanguages } from "./fields-in-languages.tsx";
import { Theirs } from "./theirs.tsx";
import { useWords } from "./words.tsx";

export type Refused = {
  entries: Entries;
  problems: readonly { field: string; code: string; most?: number }[];
  /** The answers that somebody else changed too, and what stands there now. */
  clashes: readonly (readonly string[])[];
  now: Entries;
};

type Sayings = {
  /** The words of a field by its name, and of its hint by "name-hint". */
  say: (name: string, values?: { most: string }) => string;
  /** What is wrong with a field, by its code. */
  sayProblem: (code: string, values: { field: string; most: string }) => string;
};

export function useFields({ say, sayProblem }: Sayings, { loaded, refused }: { loaded: Entries; refused: Refused | undefined }) {
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded;
  const before = refused?.now ?? loaded;
  const clashing = new Set(refused?.clashes.flat());
  const nameOf = (input: string) => {
    const [, name = input, part] = /^(.+)-([a-z]+)$/.exec(input) ?? [];
    if (isLanguage(part)) return t("shared:field-in", { field: say(name), language: languageNames[part] });
    return say(dateParts.some((one) => one === part) ? name : input);
  };
  const errors = [
    ...(refused?.problems ?? []).map(({ field, code, most = 0 }) => ({ href: `#${field}`, text: sayProblem(code, { field: nameOf(field), most: number(most) }) })),
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
    /** What one input needs, without what somebody else wrote in it. */
    field: (name: string) => ({ name, label: say(name), value: entries[name] ?? "", error: errorAt(name) }),
    dayField: (name: string) => ({
      ...{ name, label: say(name), labelSize: "m" as const, error: errorAt(`${name}-day`) },
      value: Object.fromEntries(dateParts.map((part) => [part, entries[`${name}-${part}`] ?? ""])),
    }),
  };
}

export type Fields = ReturnType<typeof useFields>;
