// Which of the responses an officer looks at: those that came in a certain way, between two days, or said certain things. It stands
// in the address, so that it can be kept and sent on.
import { dayUnit, readDay } from "#app/shared/typed-day.ts";
import { plain } from "#app/shared/typed.ts";
import { endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import type { Part } from "./counted-columns.ts";
import type { Side, ValueName } from "./cross-tabulation.ts";

type Said = { key: string; value: string };

export type ResultFilter = {
  /** What every response shown said, or how it came, by the key of a side. */
  said: readonly Said[];
  /** The first and the last day it was received on, in Europe/London. */
  from: string | null;
  to: string | null;
};

export const everything: ResultFilter = { said: [], from: null, to: null };

/** What is held of each response is asked for by name; answers to questions under "answer", as "bus:often". */
const heldFields = { channel: ".channel", language: ".language", respondent: ".respondent" } as const;
export const heldFieldNames = Object.keys(heldFields) as (keyof typeof heldFields)[];

/** The words are `office:filter.problem.<code>`. */
export type FilterProblem = { field: "from" | "to"; code: "not-a-day" | "ends-before" };

/** An answer as it stands in the address; no id has a colon. */
export function answerValue({ key, value }: Said): string {
  return `${key}:${value}`;
}

/** What was asked for; what no form ever offered is left out. A day that is none leaves the whole unread. */
export function readResultFilter(search: URLSearchParams, sides: readonly Side[]): { filter: ResultFilter; typed: Entries; problems: FilterProblem[] } {
  const asked: Said[] = [
    ...heldFieldNames.map((field) => ({ key: heldFields[field], value: search.get(field) ?? "" })),
    ...search.getAll("answer").map((answer) => {
      const [key = "", value = ""] = answer.split(":");
      return { key, value };
    }),
  ];
  const known = asked.filter(({ key, value }) => sides.some((side) => side.key === key && side.values.some(({ id }) => id === value)));
  const said = [...new Map(known.map((one) => [answerValue(one), one])).values()];
  const typed = Object.fromEntries(["from", "to"].flatMap(dayUnit).map((field) => [field, plain(search.get(field) ?? "").slice(0, 20)]));
  const [from, to] = [readDay("from", typed), readDay("to", typed)];
  const problems: FilterProblem[] = [];
  if (!from.isBlank && from.date === null) problems.push({ field: "from", code: "not-a-day" });
  if (!to.isBlank && to.date === null) problems.push({ field: "to", code: "not-a-day" });
  if (from.date && to.date && to.date < from.date) problems.push({ field: "to", code: "ends-before" });
  return { filter: { said, from: from.date, to: to.date }, typed, problems };
}

export function isFiltered({ said, from, to }: ResultFilter): boolean {
  return said.length > 0 || from !== null || to !== null;
}

/** The responses it is about, from the start of the first day to the end of the last. */
export function partOf({ said, from, to }: ResultFilter): Part {
  return { answered: said, from: from === null ? null : startOfDay(from), until: to === null ? null : endOfDay(to) };
}

/** What was chosen as it stands in an address. */
export function queryOf({ said, from, to }: ResultFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const one of said) {
    const field = heldFieldNames.find((name) => heldFields[name] === one.key);
    query.append(field ?? "answer", field ? one.value : answerValue(one));
  }
  for (const [name, date] of Object.entries({ from, to })) {
    const [year, month, day] = date?.split("-").map(Number) ?? [];
    if (date) for (const [part, value] of Object.entries({ day, month, year })) query.append(`${name}-${part}`, String(value));
  }
  return query;
}

/** An address with the filter in it, and what else it says. */
export function pathWith(path: string, filter: ResultFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams([...Object.entries(more), ...queryOf(filter)]);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** One thing that was chosen, and the filter without it. */
export type Chosen = { id: string; what: { side: Pick<Side, "of">; name: ValueName } | { from: string } | { to: string }; without: ResultFilter };

export function chosenIn(filter: ResultFilter, sides: readonly Side[]): Chosen[] {
  const { said, from, to } = filter;
  const answers = said.flatMap((one): Chosen[] => {
    const side = sides.find(({ key }) => key === one.key);
    const name = side?.values.find(({ id }) => id === one.value)?.name;
    return side && name ? [{ id: answerValue(one), what: { side: { of: side.of }, name }, without: { ...filter, said: said.filter((other) => other !== one) } }] : [];
  });
  return [
    ...answers,
    ...(from ? [{ id: "from", what: { from }, without: { ...filter, from: null } }] : []),
    ...(to ? [{ id: "to", what: { to }, without: { ...filter, to: null } }] : []),
  ];
}
