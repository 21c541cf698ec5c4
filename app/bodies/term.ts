// How long somebody holds a seat: terms of so many months, so many of them in a row, and what ends soon. [D4]
import { addDays, addMonths } from "#app/shared/dates.ts";

/** Local policy: three years, and two terms in a row. A line of seats may say otherwise. [D4] */
export const usualTerm = { termInMonths: 36, mostTerms: 2 } as const;

/** Local policy: a break of so many months is one, and terms are counted from the beginning again. */
export const breakInMonths = 12;

/** First and last day, both held. */
export type Term = { startsOn: string; endsOn: string };

/**
 * The last day of a term that begins on a date: the day before the same day of the month so many months later, or the last of
 * that month where it has no such day. The next term begins on the day after.
 */
export function termEndsOn(startsOn: string, months: number): string {
  const sameDay = addMonths(startsOn, months);
  return sameDay.slice(8) === startsOn.slice(8) ? addDays(sameDay, -1) : sameDay;
}

/** A seat as somebody held it: until the end of the term, or until the day it ended before that. */
export type Held = Term & { endedOn: string | null };

/** The last day somebody holds or held a seat. */
export function lastDay({ endsOn, endedOn }: Pick<Held, "endsOn" | "endedOn">): string {
  return endedOn !== null && endedOn < endsOn ? endedOn : endsOn;
}

/**
 * How many terms in a row somebody has had by the day another would begin. What was left of another's term counts where it was
 * more than half of one; terms with a break of a year between them are not in a row.
 */
export function termsInARow(held: readonly Held[], startsOn: string, termInMonths: number): number {
  const before = held.filter((one) => lastDay(one) < startsOn).sort((one, other) => (lastDay(one) < lastDay(other) ? 1 : -1));
  let next = startsOn;
  let terms = 0;
  for (const one of before) {
    if (addMonths(lastDay(one), breakInMonths) < next) break;
    if (isMoreThanHalf(one, termInMonths)) terms += 1;
    next = one.startsOn < next ? one.startsOn : next;
  }
  return terms;
}

// Local policy: whoever resigns early has had the term that they were chosen for.
function isMoreThanHalf({ startsOn, endsOn }: Term, termInMonths: number): boolean {
  return addMonths(startsOn, Math.ceil(termInMonths / 2)) <= endsOn;
}

/** Whether somebody may begin another term on a date, and how many in a row they have had. */
export function mayServe(held: readonly Held[], startsOn: string, { termInMonths, mostTerms }: { termInMonths: number; mostTerms: number }): { may: boolean; had: number } {
  const had = termsInARow(held, startsOn, termInMonths);
  return { may: had < mostTerms, had };
}

/** Local policy: the end of a term is in sight for half a year, time enough for an election. */
export const inSightInMonths = 6;

/** Whether a seat becomes free within half a year, its last day and today counted. */
export function endsSoon(held: Held, today: string): boolean {
  const last = lastDay(held);
  return last >= today && last <= addMonths(today, inSightInMonths);
}

/** Whether somebody holds a seat on a date. */
export function isHeldOn(held: Held, day: string): boolean {
  return held.startsOn <= day && day <= lastDay(held);
}

/** Whether two terms share a day: nobody shares a seat. */
export function overlap(one: Held, other: Held): boolean {
  return one.startsOn <= lastDay(other) && other.startsOn <= lastDay(one);
}
