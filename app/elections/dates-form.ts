// The dates of an election as an officer types them. Before the notice all may change; afterwards only those to come, and everybody is told why.
import { dayOf } from "#app/shared/dates.ts";
import type { Entries, Unit } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { readTime } from "#app/shared/typed.ts";
import type { FormProblem } from "./election-form.ts";
import { hasCome, nominationsCloseAt, pollClosesAt, timetableDays, timetableProblems, type Timetable, type TimetableDay, type TimetableProblem } from "./timetable.ts";

export const dateUnits: readonly Unit[] = [...timetableDays.map(dayUnit), ["pollClosesTime"]];

/** Days on which something begins: once they have come they are past. The others last until their end. */
const beginnings: readonly TimetableDay[] = ["noticeOn", "qualifyingOn", "nominationsOpenOn", "pollOpensOn"];

/** The days of a published timetable that have passed and stand. */
export function passedDays(timetable: Timetable, now: Date): TimetableDay[] {
  const isPast = (day: TimetableDay) => {
    if (day === "nominationsCloseOn") return now >= nominationsCloseAt(timetable);
    if (day === "pollClosesOn") return now >= pollClosesAt(timetable);
    return beginnings.includes(day) ? hasCome(timetable[day], now) : timetable[day] < dayOf(now);
  };
  return timetableDays.filter(isPast);
}

/** The dates that were typed, or which of them are none. Of `kept`, a published timetable, what has passed stands whatever was typed. */
export function readDates(entries: Entries, kept: Timetable | null, now: Date): Result<Timetable, FormProblem[]> {
  const problems: FormProblem[] = [];
  const passed = kept === null ? [] : passedDays(kept, now);
  const today = dayOf(now);
  const days = timetableDays.map((day) => {
    if (kept !== null && passed.includes(day)) return [day, kept[day]];
    const { date } = readDay(day, entries);
    if (date === null) problems.push({ field: `${day}-day`, code: "date" });
    else if (kept !== null && date !== kept[day] && date < today) problems.push({ field: `${day}-day`, code: "date-past" });
    return [day, date ?? ""];
  });
  const time = kept !== null && passed.includes("pollClosesOn") ? kept.pollClosesTime : readTime(entries.pollClosesTime ?? "");
  if (time === undefined) problems.push({ field: "pollClosesTime", code: "time" });
  if (problems.length > 0 || time === undefined) return fail(problems);
  const read = { ...Object.fromEntries(days), pollClosesTime: time } as Timetable;
  // because what is open is not closed by a date that has just gone by
  const closings = [["nominationsCloseOn", nominationsCloseAt], ["pollClosesOn", pollClosesAt]] as const;
  const gone = closings.filter(([day, at]) => kept !== null && !passed.includes(day) && at(read).getTime() !== at(kept).getTime() && at(read) <= now);
  if (gone.length > 0) return fail(gone.map(([day]) => ({ field: `${day}-day`, code: "date-past" })));
  // because somebody who meant to vote on the last day would be shut out
  const isShorter = kept !== null && passed.includes("pollOpensOn") && pollClosesAt(read) < pollClosesAt(kept);
  return isShorter ? fail([{ field: "pollClosesOn-day", code: "poll-shortened" }]) : succeed(read);
}

/** Dates as they would be typed, to be changed; blank where there are none yet. */
export function datesAsTyped(timetable: Timetable | null): Entries {
  return { ...Object.assign({}, ...timetableDays.map((day) => dayAsTyped(day, timetable?.[day] ?? null))), pollClosesTime: timetable?.pollClosesTime ?? "" };
}

/** What is wrong and what is doubted; after the notice its own day is not looked at any more. */
export function argueWith(timetable: Timetable, isPublished: boolean, now: Date): { errors: TimetableProblem[]; doubts: TimetableProblem[] } {
  const problems = timetableProblems(timetable, isPublished ? null : dayOf(now));
  return { errors: problems.filter(({ isError }) => isError), doubts: problems.filter(({ isError }) => !isError) };
}

/** What a form brings back so that whoever saves has seen these doubts and no others. */
export function seenOf(timetable: Timetable, doubts: readonly TimetableProblem[]): string {
  return doubts.map(({ day, code }) => `${code} ${timetable[day]}`).join(" ");
}

/** The days that are not as they were. */
export function changedDays(before: Timetable, after: Timetable): TimetableDay[] {
  const isChanged = (day: TimetableDay) => before[day] !== after[day] || (day === "pollClosesOn" && before.pollClosesTime !== after.pollClosesTime);
  return timetableDays.filter(isChanged);
}
