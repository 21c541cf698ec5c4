// Days on which people are at work: all but Saturdays, Sundays and the bank holidays of England and Wales, or others that are given.
import { bankHolidaysOf } from "./bank-holidays.ts";
import { addDays, weekdayOf } from "./dates.ts";

const [sunday, saturday] = [0, 6] as const;

/** The holidays of a year. */
type Holidays = (year: number) => readonly string[];

/** Whether a date is neither at a weekend nor a bank holiday. */
export function isWorkingDay(date: string, holidaysOf: Holidays = bankHolidaysOf): boolean {
  const weekday = weekdayOf(date);
  return weekday !== saturday && weekday !== sunday && !holidaysOf(Number(date.slice(0, 4))).includes(date);
}

/** The date itself where it is a working day, or the next that is. */
export function workingDayFrom(date: string, holidaysOf: Holidays = bankHolidaysOf): string {
  return isWorkingDay(date, holidaysOf) ? date : workingDayFrom(addDays(date, 1), holidaysOf);
}

/** The date itself where it is a working day, or the last that was. */
export function workingDayUntil(date: string): string {
  return isWorkingDay(date) ? date : workingDayUntil(addDays(date, -1));
}

/** The working day so many working days after a date, which itself is not counted; for none, the first from the date on. */
export function workingDaysAfter(date: string, days: number, holidaysOf: Holidays = bankHolidaysOf): string {
  const first = days > 0 ? workingDayFrom(addDays(date, 1), holidaysOf) : workingDayFrom(date, holidaysOf);
  return days <= 1 ? first : workingDaysAfter(first, days - 1, holidaysOf);
}

/** How many working days lie between two dates, neither of them counted; none where the second is not after the first. */
export function clearWorkingDays(from: string, until: string, holidaysOf: Holidays = bankHolidaysOf): number {
  let clear = 0;
  for (let date = addDays(from, 1); date < until; date = addDays(date, 1)) clear += Number(isWorkingDay(date, holidaysOf));
  return clear;
}

/** The last working day that leaves so many clear working days before a date: for five before a Thursday, the Wednesday of the week before. */
export function lastDayBefore(date: string, clearDays: number): string {
  const last = workingDayUntil(addDays(date, -1));
  return clearDays <= 0 ? last : lastDayBefore(last, clearDays - 1);
}
