// Papers of a meeting: by when they are to be out, which are late, and how much there is to read.
import { z } from "zod";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { filled, textSchema } from "#app/shared/languages.ts";
import { clearWorkingDays, lastDayBefore } from "#app/shared/working-days.ts";
import { dayOfMeeting, type Meeting, type MeetingBody } from "./meeting.ts";

export const paperSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  title: textSchema,
  /** What it says, where it is no file. */
  text: textSchema,
  file: z.object({ id: z.string(), name: z.string(), mimeType: z.string(), sizeInBytes: z.number() }).nullable(),
  sentAt: z.date().nullable(),
  isLate: z.boolean(),
  lateFor: textSchema,
  revision: z.number(),
});
export type Paper = z.infer<typeof paperSchema>;

type Of = Pick<Meeting, "startsAt"> & { body: Pick<MeetingBody, "papersInDays"> };

/** The last working day on which papers go out so that the days the body asks for are clear: neither that day nor the meeting's counts. [SG05] */
export function papersDueOn(meeting: Of): string {
  return lastDayBefore(dayOfMeeting(meeting), meeting.body.papersInDays);
}

/** Whether a paper that goes out on a date leaves fewer clear working days before the meeting than the body asks for. */
export function isLateOn(date: string, meeting: Of): boolean {
  return clearWorkingDays(date, dayOfMeeting(meeting)) < meeting.body.papersInDays || date >= dayOfMeeting(meeting);
}

/** Working days left to send papers in, today counted; none once it would be late. */
export function daysLeft(meeting: Of, now: Date): number {
  const today = dayOf(now);
  return isLateOn(today, meeting) ? 0 : clearWorkingDays(addDays(today, -1), addDays(papersDueOn(meeting), 1));
}

/** What a body does with a paper that comes late: refuses it, or takes it with a reason that everybody sees. */
export type LateRule = "refuse" | "mark";
/** The words are `meetings:sending.<problem>`. */
export type SendingProblem = "late-refused" | "late-unreasoned" | "empty" | "sent";

/** Whether a paper may go out now, and as what. */
export function sendingOf(
  { text, file, sentAt, lateFor }: Pick<Paper, "text" | "file" | "sentAt" | "lateFor">,
  meeting: Of,
  { now, lateRule }: { now: Date; lateRule: LateRule },
): { isLate: boolean; problem: SendingProblem | null } {
  const isLate = isLateOn(dayOf(now), meeting);
  if (sentAt !== null) return { isLate, problem: "sent" };
  if (file === null && !filled(text)) return { isLate, problem: "empty" };
  if (isLate && lateRule === "refuse") return { isLate, problem: "late-refused" };
  return { isLate, problem: isLate && !filled(lateFor) ? "late-unreasoned" : null };
}

/** Bytes of one paper: of its file, or of its longest text. */
export function sizeOf({ file, text }: Pick<Paper, "file" | "text">): number {
  const lengths = Object.values(text).map((words) => new TextEncoder().encode(words).length);
  return file ? file.sizeInBytes : Math.max(0, ...lengths);
}

/** How many papers a pack has, how many of them came late, and how large they are together. */
export function packOf(papers: readonly Pick<Paper, "file" | "text" | "isLate">[]): { papers: number; late: number; bytes: number } {
  return { papers: papers.length, late: papers.filter(({ isLate }) => isLate).length, bytes: papers.reduce((sum, paper) => sum + sizeOf(paper), 0) };
}
