// Days on which people are at work: all but Saturdays, Sundays and the bank holidays of England and Wales.
import { bankHolidaysOf } from "./bank-holidays.ts";
import { addDays, weekdayOf } from "./dates.ts";

const [sunday, saturday] = [0, 6] as const;

/** Whether a date is neither at a weekend nor a bank holiday. */
export function isWorkingDay(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday !== saturday && weekday !== sunday && !bankHolidaysOf(Number(date.slice(0, 4))).includes(date);
}

/** The date itself where it is a working day, or the next that is. */
export function workingDayFrom(date: string): string {
  return isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));
}

/** The date itself where it is a working day, or the last that was. */
export function workingDayUntil(date: string): string {
  return isWorkingDay(date) ? date : workingDayUntil(addDays(date, -1));
}

/** The working day so many working days after a date, which itself is not counted; for none, the first from the date on. */
export function workingDaysAfter(date: string, days: number): string {
  const first = days > 0 ? workingDayFrom(addDays(date, 1)) : workingDayFrom(date);
  return days <= 1 ? first : workingDaysAfter(first, days - 1);
}

/** How many working days lie between two dates, neither of them counted; none where the second is not after the first. */
export function clearWorkingDays(from: string, until: string): number {
  let clear = 0;
  for (let date = addDays(from, 1); date < until; date = addDays(date, 1)) clear += Number(isWorkingDay(date));
  return clear;
}

/** The last working day that leaves so many clear working days before a date: for five before a Thursday, the Wednesday of the week before. */
export function lastDayBefore(date: string, clearDays: number): string {
  const last = workingDayUntil(addDays(date, -1));
  return clearDays <= 0 ? last : lastDayBefore(last, clearDays - 1);
}
