// What those who sit for others owe after a meeting: when it is late, how long it is asked for, and when somebody is reminded. [A9.6]
import { addDays } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import { lastDayBefore, workingDaysAfter } from "#app/shared/working-days.ts";
import { dayOfMeeting, type Meeting, type MeetingBody } from "./meeting.ts";
import { reportBackDueOn } from "./minutes.ts";

type Of = Pick<Meeting, "startsAt"> & { body: Pick<MeetingBody, "reportBackInDays"> };

/** Local policy: after twelve weeks nobody is asked any more what they told of a meeting. */
export const owedForDays = 84;

/** Sent; not due yet; late; or never sent and not asked for any more. The words are `meetings:report-state.<state>`. */
export const reportStates = ["sent", "due", "late", "never"] as const;
export type ReportState = (typeof reportStates)[number];

export function reportStateOf(meeting: Of, { givenAt, today }: { givenAt: Date | null; today: string }): ReportState {
  if (givenAt !== null) return "sent";
  if (reportBackDueOn(meeting) >= today) return "due";
  return addDays(dayOfMeeting(meeting), owedForDays) >= today ? "late" : "never";
}

/** A report that is there or is expected: of which seat, of which meeting. */
export type ExpectedReport = {
  meetingId: string;
  appointmentId: string;
  startsAt: Date;
  body: { name: Text; reportBackInDays: number };
  holder: Text;
  name: string;
  organisation: Text | null;
  /** Whoever has none is not reminded by letter. */
  hasAccount: boolean;
  remindedAt: Date | null;
  text: string | null;
  language: string | null;
  givenAt: Date | null;
  state: ReportState;
};

export type ReportCount = Record<ReportState, number> & { of: number };

/** Which of the reports an officer looks at; the words are `meetings:reports.which.<it>`. */
export const reportChoices = ["owed", "sent", "all"] as const;
export type ReportChoice = (typeof reportChoices)[number];

export const reminders = ["before", "after"] as const;
export type Reminder = (typeof reminders)[number];

/** Local policy: with two clear working days left, and again from the working day after the day until a fortnight after it. */
const clearDaysLeft = 2;
const daysAfter = 14;

/** Which reminder goes on a date to whoever has not told of a meeting yet; the first never on the day of the meeting itself. */
export function reminderDue(meeting: Of, today: string): Reminder | null {
  const dueOn = reportBackDueOn(meeting);
  const isBefore = today > dayOfMeeting(meeting) && today >= lastDayBefore(dueOn, clearDaysLeft) && today <= dueOn;
  if (isBefore) return "before";
  return today >= workingDaysAfter(dueOn, 1) && today <= addDays(dueOn, daysAfter) ? "after" : null;
}
