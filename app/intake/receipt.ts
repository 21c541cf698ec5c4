// The day a response came in by other means than online, as an officer types it, and whether that was in time.
import type { Consultation } from "#app/consultations/consultation.ts";
import { closesOn } from "#app/consultations/life.ts";
import { plain, readDate } from "#app/shared/typed.ts";
import { dayOf } from "#app/shared/dates.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

type Dates = Pick<Consultation, "opensAt" | "closesAt">;
export type TypedDay = { day: string; month: string; year: string };

/** The text is `intake:problem.<code>`. */
export type DayProblem = "day-missing" | "day-not-real" | "day-to-come" | "day-before-opening";

/** The day, "2006-03-03": a real one, not to come and not before the consultation opened. */
export function readDay({ day, month, year }: TypedDay, { opensAt }: Dates, now: Date): Result<string, DayProblem> {
  if ([day, month, year].some((part) => plain(part) === "")) return fail("day-missing");
  const date = readDate(day, month, year);
  if (!date) return fail("day-not-real");
  if (date > dayOf(now)) return fail("day-to-come");
  return opensAt && date < dayOf(opensAt) ? fail("day-before-opening") : succeed(date);
}

/**
 * The instant that stands for a day of which no time is known: its middle, moved as far as it must be to lie after the
 * opening and before the closing where those fall on the same day, and not to come.
 */
export function instantOfDay(date: string, { opensAt, closesAt }: Dates, now: Date): Date {
  const middle = new Date(`${date}T12:00:00Z`).getTime();
  const inTime = closesAt && closesOn({ closesAt }) === date ? Math.min(middle, closesAt.getTime() - 1) : middle;
  const opened = opensAt && dayOf(opensAt) === date ? Math.max(inTime, opensAt.getTime()) : inTime;
  return new Date(Math.min(opened, now.getTime()));
}

/** Whether it came after the consultation had closed; it counts all the same, unless somebody leaves it out. */
export function isLate(receivedAt: Date, { closesAt }: Pick<Consultation, "closesAt">): boolean {
  return closesAt !== null && receivedAt >= closesAt;
}
