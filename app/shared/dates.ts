// Days as people mean them: a date is a date in Europe/London, an instant is UTC.

const zone = "Europe/London";
const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
const hour = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });

/** The date it is in Europe/London at this instant, "2006-03-03". */
export function dayOf(instant: Date): string {
  return day.format(instant);
}

/** The first instant of a date in Europe/London; its clocks change at one in the morning, so every date has a midnight. */
export function startOfDay(date: string): Date {
  const midnight = new Date(`${date}T00:00:00Z`);
  // Midnight in summer time is an hour earlier, so that in UTC's midnight it is already one o'clock.
  return hour.format(midnight) === "00" ? midnight : new Date(midnight.getTime() - 3_600_000);
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The day of the week of a date: 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}

/** The same day so many months later; the last of the month where that month has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The instant a date has passed in Europe/London: what closes on a date closes then. */
export function endOfDay(date: string): Date {
  return startOfDay(addDays(date, 1));
}

/** What a clock in Europe/London shows at this instant, as an instant whose UTC is that. */
export function onTheClock(instant: Date): Date {
  const isSummerTime = Number(hour.format(instant)) !== instant.getUTCHours();
  return isSummerTime ? new Date(instant.getTime() + 3_600_000) : instant;
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/**
 * The instant of a date and a time of day ("23:59") in Europe/London. An hour that the clocks repeat is meant the first
 * time; one that they leave out is an hour later.
 */
export function instantAt(date: string, time: string): Date {
  const inWinter = new Date(`${date}T${time}:00Z`);
  const inSummer = new Date(inWinter.getTime() - 3_600_000);
  return clock.format(inSummer) === time ? inSummer : inWinter;
}

/** The time of day it is in Europe/London at this instant, "23:59". */
export function timeOf(instant: Date): string {
  return clock.format(instant);
}
