// Long lists to choose from, put under the letters they begin with, so that somebody finds their own among hundreds without a script.
import type { Language } from "./languages.ts";

type Option = { value: string; label: string };
export type Listed = { options: readonly Option[]; groups: { label: string; options: Option[] }[] };

/** Up to so many are quicker read than looked up. */
export const mostWithoutLetters = 30;

/** Few as they are; many in the order of the language, under their first letters. What does not begin with a letter comes first. */
export function byLetter(options: readonly Option[], language: Language): Listed {
  if (options.length <= mostWithoutLetters) return { options, groups: [] };
  const { compare } = new Intl.Collator(language, { numeric: true });
  const groups = new Map<string, Option[]>();
  for (const option of [...options].sort((one, other) => compare(one.label, other.label))) {
    // because an accent does not make another letter of it here
    const [first = ""] = option.label.trim().normalize("NFD").toLocaleUpperCase(language);
    const letter = /\p{L}/u.test(first) ? first : "0–9";
    groups.set(letter, [...(groups.get(letter) ?? []), option]);
  }
  return { options: [], groups: [...groups].map(([label, under]) => ({ label, options: under })) };
}
