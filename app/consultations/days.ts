// Responses by day, for a chart: every day of a span, those without any included.
import { addDays } from "#app/shared/dates.ts";

export type DayCount = { date: string; count: number };

/** A chart of more days than this is a blur: the days before are told as one number. */
export const mostDays = 120;

/**
 * The last days up to and including `until` (or the last response, where that is long before), each with its count, and how
 * many responses came on days before them.
 */
export function lastDays(counted: readonly DayCount[], from: string, until: string): { days: DayCount[]; before: number } {
  const counts = new Map(counted.map(({ date, count }) => [date, count]));
  const first = [from, ...counts.keys()].reduce((a, b) => (b < a ? b : a));
  const latest = [...counts.keys()].reduce((a, b) => (b > a ? b : a), first);
  // because a chart of days on which nothing came, long after the last, would show nothing
  const last = latest > until || addDays(latest, mostDays) <= until ? latest : until;
  const days: DayCount[] = [];
  for (let date = last; date >= first && days.length < mostDays; date = addDays(date, -1)) {
    days.unshift({ date, count: counts.get(date) ?? 0 });
  }
  const shown = days[0]?.date ?? last;
  const before = counted.filter(({ date }) => date < shown).reduce((sum, { count }) => sum + count, 0);
  return { days, before };
}
