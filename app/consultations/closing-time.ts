// When a consultation opens and closes, as an officer types it.
import { dateAsTyped, plain, readDate, readTime } from "#app/shared/typed.ts";
import { addDays, dayOf, endOfDay, instantAt, startOfDay, timeOf } from "#app/shared/dates.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Consultation } from "./consultation.ts";

export type ClosingEntries = { day: string; month: string; year: string; time: string };

/** The words are those of the form it is typed in. */
export type ClosingProblem = {
  field: keyof ClosingEntries;
  code: "date-missing" | "date-not-real" | "time-not-understood" | "passed" | "before-opening" | "too-far";
};

const longestInYears = 5;

const wayOff = (now: Date) => {
  const furthest = new Date(now);
  furthest.setUTCFullYear(furthest.getUTCFullYear() + longestInYears);
  return furthest;
};

/** The instant of a day and a time of day as they were typed; without a time of day, when the day begins or is over. */
function readMoment(entries: ClosingEntries, withoutTime: "begins" | "is-over"): Result<Date, ClosingProblem[]> {
  const problems: ClosingProblem[] = [];
  const missing = (["day", "month", "year"] as const).find((part) => plain(entries[part]) === "");
  const date = readDate(entries.day, entries.month, entries.year);
  if (missing) problems.push({ field: missing, code: "date-missing" });
  else if (!date) problems.push({ field: "day", code: "date-not-real" });
  const time = readTime(entries.time);
  if (!time && plain(entries.time) !== "") problems.push({ field: "time", code: "time-not-understood" });
  if (!date || problems.length > 0) return fail(problems);
  if (time) return succeed(instantAt(date, time));
  return succeed(withoutTime === "begins" ? startOfDay(date) : endOfDay(date));
}

/** The instant it opens: today at the earliest, within five years. Without a time of day it opens when the day begins. */
export function readOpening(entries: ClosingEntries, now: Date): Result<Date, ClosingProblem[]> {
  const read = readMoment(entries, "begins");
  if (!read.ok) return read;
  if (read.value < startOfDay(dayOf(now))) return fail([{ field: "day", code: "passed" }]);
  return read.value > wayOff(now) ? fail([{ field: "year", code: "too-far" }]) : read;
}

/**
 * The instant it closes: after now and after it opens, within five years; or what is wrong with what was typed. Without a
 * time of day it closes when the day is over.
 */
export function readClosing(
  entries: ClosingEntries,
  consultation: Pick<Consultation, "opensAt">,
  now: Date,
): Result<Date, ClosingProblem[]> {
  const read = readMoment(entries, "is-over");
  if (!read.ok) return read;
  if (read.value <= now) return fail([{ field: "day", code: "passed" }]);
  if (consultation.opensAt && read.value <= consultation.opensAt) return fail([{ field: "day", code: "before-opening" }]);
  return read.value > wayOff(now) ? fail([{ field: "year", code: "too-far" }]) : read;
}

/** The opening as it would be typed, to be changed. */
export function openingAsTyped({ opensAt }: Pick<Consultation, "opensAt">): ClosingEntries {
  if (!opensAt) return { day: "", month: "", year: "", time: "" };
  const date = dayOf(opensAt);
  const time = startOfDay(date).getTime() === opensAt.getTime() ? "" : timeOf(opensAt);
  return { ...dateAsTyped(date), time };
}

/** The closing as it would be typed, to be changed. */
export function closingAsTyped(consultation: Pick<Consultation, "closesAt">): ClosingEntries {
  const { closesAt } = consultation;
  if (!closesAt) return { day: "", month: "", year: "", time: "" };
  const date = dayOf(closesAt);
  const isMidnight = startOfDay(date).getTime() === closesAt.getTime();
  return { ...dateAsTyped(isMidnight ? addDays(date, -1) : date), time: isMidnight ? "" : timeOf(closesAt) };
}
