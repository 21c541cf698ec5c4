// The bank holidays of England and Wales, and of all parts of the United Kingdom together (Banking and Financial Dealings Act
// 1971, Schedule 1, with what is proclaimed every year). What is proclaimed for one year alone is not known here.
import { addDays, weekdayOf } from "./dates.ts";

const [sunday, monday, saturday] = [0, 1, 6] as const;

/** The first of a weekday (Sunday is 0) in a month (1 to 12), or counted from its end. */
export function weekdayIn(year: number, month: number, weekday: number, from: "first" | "last"): string {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const inOrder = Array.from({ length: days }, (_, index) => (from === "first" ? index + 1 : days - index));
  const dates = inOrder.map((day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10));
  return dates.find((date) => weekdayOf(date) === weekday)!;
}

/** Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A bank holiday that falls on a weekend is kept on the next day that is no holiday. */
function onWeekday(date: string, taken: readonly string[]): string {
  const isFree = weekdayOf(date) !== saturday && weekdayOf(date) !== sunday && !taken.includes(date);
  return isFree ? date : onWeekday(addDays(date, 1), taken);
}

const known = new Map<number, readonly string[]>();

/** The bank holidays of a year, on the days on which they are kept; worked out once, because lists ask for them of every line. */
export function bankHolidaysOf(year: number): readonly string[] {
  const found = known.get(year) ?? workOut(year);
  known.set(year, found);
  return found;
}

function workOut(year: number): string[] {
  const easter = easterOf(year);
  const christmas = onWeekday(`${year}-12-25`, []);
  return [
    ...[onWeekday(`${year}-01-01`, []), addDays(easter, -2), addDays(easter, 1), weekdayIn(year, 5, monday, "first")],
    ...[weekdayIn(year, 5, monday, "last"), weekdayIn(year, 8, monday, "last"), christmas, onWeekday(`${year}-12-26`, [christmas])],
  ];
}

const knownAnywhere = new Map<number, readonly string[]>();

/** The days of a year that are a bank holiday in any part of the United Kingdom. */
export function bankHolidaysAnywhere(year: number): readonly string[] {
  const found = knownAnywhere.get(year) ?? [...bankHolidaysOf(year), ...elsewhereIn(year)];
  knownAnywhere.set(year, found);
  return found;
}

/** Those of Scotland (2 January, first Monday in August, St Andrew's Day) and of Northern Ireland (St Patrick's Day, 12 July). */
function elsewhereIn(year: number): string[] {
  const newYear = onWeekday(`${year}-01-01`, []);
  const kept = ["03-17", "07-12", "11-30"].map((day) => onWeekday(`${year}-${day}`, []));
  return [onWeekday(`${year}-01-02`, [newYear]), weekdayIn(year, 8, monday, "first"), ...kept];
}
