// A body's meetings planned in advance, and what stands in the way of a date. Dates are dates in Europe/London, "2006-03-03".
import { weekdayIn } from "#app/shared/bank-holidays.ts";
import { addDays, addMonths, dayOf, weekdayOf } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

/** How often it meets: every so many weeks, or in every so many months on the same weekday of the month. The words are `meetings:rhythm.<rhythm>`. */
export const rhythms = {
  weekly: { weeks: 1 },
  fortnightly: { weeks: 2 },
  "four-weekly": { weeks: 4 },
  "six-weekly": { weeks: 6 },
  monthly: { months: 1 },
  "two-monthly": { months: 2 },
  quarterly: { months: 3 },
  "half-yearly": { months: 6 },
} as const;
export type Rhythm = keyof typeof rhythms;

export function isRhythm(value: unknown): value is Rhythm {
  return typeof value === "string" && Object.hasOwn(rhythms, value);
}

/** More than a year's meetings every week. */
export const mostDates = 60;
const weeksInMonth = 4;

/** The same weekday of another month: the second Tuesday for a second Tuesday, the last for one that is the fifth. */
function sameWeekday(date: string, months: number): string {
  const place = Math.ceil(Number(date.slice(8)) / 7);
  const [year = 0, month = 1] = addMonths(`${date.slice(0, 7)}-01`, months).split("-").map(Number);
  const weekday = weekdayOf(date);
  return place > weeksInMonth ? weekdayIn(year, month, weekday, "last") : addDays(weekdayIn(year, month, weekday, "first"), 7 * (place - 1));
}

/** The dates of meetings from a first one to a last day, both counted. */
export function datesFrom(first: string, until: string, rhythm: Rhythm): string[] {
  const step = rhythms[rhythm];
  const dateOf = (place: number) => ("weeks" in step ? addDays(first, 7 * step.weeks * place) : sameWeekday(first, step.months * place));
  return Array.from({ length: mostDates }, (_, place) => dateOf(place)).filter((date) => date <= until);
}

/** Days on which a partnership does not meet. */
export const mostReserved = 200;
export type Reserved = { name: Text; startsOn: string; endsOn: string };

/** Another meeting that is planned already: who sits there, each by one name for all bodies. */
export type Planned = { id: string; bodyId: string; bodyName: Text; startsAt: Date; endsAt: Date; place: string; sitting: readonly string[] };

export type Proposed = { bodyId: string; startsAt: Date; endsAt: Date; place: string; sitting: readonly string[] };

/** What stands in the way; the words are `meetings:clash.<kind>`. */
export type Clash =
  | { kind: "not-working" | "election" }
  | { kind: "reserved"; name: Text }
  | { kind: "same-body" | "venue"; with: Pick<Planned, "id" | "bodyName" | "startsAt"> }
  | { kind: "people"; with: Pick<Planned, "id" | "bodyName" | "startsAt">; count: number };

/** The ordinary day of local elections: the first Thursday in May. [Representation of the People Act 1983, section 37] */
function isOrdinaryElection(date: string): boolean {
  const thursday = 4;
  return date === weekdayIn(Number(date.slice(0, 4)), 5, thursday, "first");
}

/** A place in small letters without spaces or signs, so that the same place written twice is found; "" where none is said. */
export function placeKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function overlaps(one: Pick<Proposed, "startsAt" | "endsAt">, other: Pick<Planned, "startsAt" | "endsAt">): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** All that stands in the way of a meeting: the day, another meeting of the same body that day, the same people or place at the same time. */
export function clashesOf(proposed: Proposed, planned: readonly Planned[], reserved: readonly Reserved[]): Clash[] {
  const date = dayOf(proposed.startsAt);
  const met = planned.flatMap((other): Clash[] => {
    const it = { id: other.id, bodyName: other.bodyName, startsAt: other.startsAt };
    if (other.bodyId === proposed.bodyId) return dayOf(other.startsAt) === date ? [{ kind: "same-body", with: it }] : [];
    if (!overlaps(proposed, other)) return [];
    const count = proposed.sitting.filter((one) => other.sitting.includes(one)).length;
    const isSamePlace = proposed.place !== "" && placeKey(proposed.place) === placeKey(other.place);
    return [...(count > 0 ? [{ kind: "people" as const, with: it, count }] : []), ...(isSamePlace ? [{ kind: "venue" as const, with: it }] : [])];
  });
  return [
    ...(isWorkingDay(date) ? [] : [{ kind: "not-working" as const }]),
    ...(isOrdinaryElection(date) ? [{ kind: "election" as const }] : []),
    ...reserved.filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn).map(({ name }) => ({ kind: "reserved" as const, name })),
    ...met,
  ];
}
