// Reserved places as an officer types them: categories, and in each some groups with the least and the most of them who are elected.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";
import type { FormProblem } from "./election-form.ts";
import type { Reserve } from "./election.ts";
import { areTooMany, asksTooMuch } from "./reserves.ts";

/** Enough for what anybody has ever kept; a form shows one more than there are, up to these. */
export const mostCategories = 4;
export const mostGroups = 6;
export const longest = { name: 80, justification: 2000 } as const;

/** An input of a category or of a group in it: "c1-name", "c1g2-least". Both count from 1. */
export const inputOf = (category: number, part: string, group?: number) => `c${category}${group ? `g${group}` : ""}-${part}`;

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
const inEach = (name: string) => languages.map((language) => [`${name}-${language}`]);

export const reserveUnits: readonly Unit[] = numbers(mostCategories).flatMap((category) => [
  ...[[inputOf(category, "id")], ...inEach(inputOf(category, "name")), ...inEach(inputOf(category, "justification"))],
  ...numbers(mostGroups).flatMap((group) => [[inputOf(category, "id", group)], ...inEach(inputOf(category, "name", group)), [inputOf(category, "least", group)], [inputOf(category, "most", group)]]),
]);

/** How many categories, and how many groups in each of them, a form shows: those there are and room for more. */
export function shownOf(entries: Entries): number[] {
  const isTyped = (prefix: string) => Object.entries(entries).some(([input, value]) => new RegExp(`^${prefix}(?:g\\d+)?-`).test(input) && !input.endsWith("-id") && value.trim() !== "");
  const used = numbers(mostCategories).filter((category) => isTyped(`c${category}`));
  const shown = Math.min(mostCategories, Math.max(0, ...used) + 1);
  return numbers(shown).map((category) => {
    const groups = numbers(mostGroups).filter((group) => isTyped(`c${category}g${group}`));
    return Math.min(mostGroups, Math.max(1, ...groups) + 1);
  });
}

/** What was typed, or all that is wrong with it. What is left blank in all languages is taken away. `newId` gives what is new an id. */
export function readReserves(entries: Entries, seats: number, newId: () => string): Result<Reserve[], FormProblem[]> {
  const problems: FormProblem[] = [];
  const wrong = (field: string, code: string, most = seats) => problems.push({ field, code, most });
  const isBlank = (text: Text) => Object.keys(text).length === 0;
  const named = (name: string, tidy: typeof line, most: number) => {
    const text = readText(name, entries, tidy);
    for (const field of tooLong(name, text, most)) wrong(field, "too-long", most);
    return text;
  };
  const count = (field: string): number | null => {
    if ((entries[field] ?? "").trim() === "") return null;
    const read = readNumber(entries[field] ?? "");
    if (read === undefined || read.decimals > 0 || read.value < 0 || read.value > seats) wrong(field, "reserve-number");
    return read?.value ?? 0;
  };
  const readGroup = (category: number, group: number): Reserve["groups"] => {
    const name = named(inputOf(category, "name", group), line, longest.name);
    const [least, most] = [count(inputOf(category, "least", group)), count(inputOf(category, "most", group))];
    if (isBlank(name)) {
      if (least !== null || most !== null) wrong(`${inputOf(category, "name", group)}-${defaultLanguage}`, "group-name");
      return [];
    }
    if (most !== null && (least ?? 0) > most) wrong(inputOf(category, "least", group), "least-over-most");
    return [{ id: entries[inputOf(category, "id", group)] || newId(), name, least: least ?? 0, most }];
  };
  const reserves = numbers(mostCategories).flatMap((category): Reserve[] => {
    const name = named(inputOf(category, "name"), line, longest.name);
    const justification = named(inputOf(category, "justification"), passage, longest.justification);
    const groups = numbers(mostGroups).flatMap((group) => readGroup(category, group));
    if (isBlank(name) && isBlank(justification) && groups.length === 0) return [];
    const first = inputOf(category, "least", 1);
    if (isBlank(name)) wrong(`${inputOf(category, "name")}-${defaultLanguage}`, "category-name");
    // [Equality Act 2010 s.158(2)] positive action is allowed as far as it is a proportionate means
    if (isBlank(justification)) wrong(`${inputOf(category, "justification")}-${defaultLanguage}`, "justification");
    if (groups.every(({ least, most }) => least === 0 && most === null)) wrong(first, "no-group");
    if (asksTooMuch({ groups }, seats)) wrong(first, "leasts-over-seats");
    return [{ id: entries[inputOf(category, "id")] || newId(), name, justification, groups }];
  });
  if (areTooMany(reserves)) wrong(inputOf(1, "least", 1), "too-many-groups");
  return problems.length > 0 ? fail(problems) : succeed(reserves);
}

/** Reserves as they would be typed, to be changed. */
export function reservesAsTyped(reserves: readonly Reserve[]): Entries {
  const empty = Object.fromEntries(reserveUnits.flat().map((input) => [input, ""]));
  return Object.assign(
    empty,
    ...reserves.flatMap(({ id, name, justification, groups }, index) => [
      { [inputOf(index + 1, "id")]: id, ...textAsTyped(inputOf(index + 1, "name"), name), ...textAsTyped(inputOf(index + 1, "justification"), justification) },
      ...groups.map((group, at) => ({
        ...{ [inputOf(index + 1, "id", at + 1)]: group.id, ...textAsTyped(inputOf(index + 1, "name", at + 1), group.name) },
        ...{ [inputOf(index + 1, "least", at + 1)]: String(group.least), [inputOf(index + 1, "most", at + 1)]: group.most === null ? "" : String(group.most) },
      })),
    ]),
  ) as Entries;
}
