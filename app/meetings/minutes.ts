// The minutes of a meeting: from which day everybody may read them, as its body chose, and what has to be done after it.
import { addDays, dayOf, startOfDay, weekdayOf } from "#app/shared/dates.ts";
import { workingDayFrom, workingDaysAfter } from "#app/shared/working-days.ts";
import { dayOfMeeting, type Meeting, type MeetingBody } from "./meeting.ts";

type Of = Pick<Meeting, "startsAt" | "minutesApprovedOn"> & { body: Pick<MeetingBody, "minutesRule" | "minutesInDays"> };

/** Sunday is 0 to `weekdayOf` and 7 to a body. */
const isWeekday = (date: string, weekday: number) => weekdayOf(date) === weekday % 7;

/**
 * The day from which the minutes are public: so many working days after the meeting; the next such weekday after it, or the
 * working day after that where nobody works then; or the day on which the next meeting agreed them, null until it has.
 */
export function minutesOutOn(meeting: Of): string | null {
  const { minutesRule, minutesInDays } = meeting.body;
  const day = dayOfMeeting(meeting);
  if (minutesRule === "approved") return meeting.minutesApprovedOn;
  if (minutesRule === "days") return workingDaysAfter(day, minutesInDays);
  const week = Array.from({ length: 7 }, (_, later) => addDays(day, later + 1));
  return workingDayFrom(week.find((date) => isWeekday(date, minutesInDays)) ?? addDays(day, 7));
}

/** From when everybody may read the minutes; null while they are being written or wait to be agreed. */
export function minutesOutAt(meeting: Of & Pick<Meeting, "minutesReadyAt">): Date | null {
  const on = minutesOutOn(meeting);
  if (meeting.minutesReadyAt === null || on === null) return null;
  return new Date(Math.max(startOfDay(on).getTime(), meeting.minutesReadyAt.getTime()));
}

/** Being written; written, and waiting for their day; overdue; or out. The words are `meetings:minutes-state.<state>`. */
export type MinutesState = "to-write" | "overdue" | "waiting" | "out";

export function minutesStateOf(meeting: Of & Pick<Meeting, "minutesReadyAt">, now: Date): MinutesState {
  const [on, at] = [minutesOutOn(meeting), minutesOutAt(meeting)];
  if (at !== null && at <= now) return "out";
  if (meeting.minutesReadyAt !== null) return "waiting";
  return on !== null && on < dayOf(now) ? "overdue" : "to-write";
}

/** The last day on which whoever sits for others tells them of a meeting. [A9.6] */
export function reportBackDueOn(meeting: Pick<Meeting, "startsAt"> & { body: Pick<MeetingBody, "reportBackInDays"> }): string {
  return workingDaysAfter(dayOfMeeting(meeting), meeting.body.reportBackInDays);
}
