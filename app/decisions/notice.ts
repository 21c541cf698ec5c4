// When everybody is told of a decision [SG07], and until when a member may still stop it [SG04]: in working days.
import { workingDaysAfter } from "#app/shared/working-days.ts";

/** The last day on which all partners are told of what was decided on a day, which itself does not count. */
export function noticeDueOn(decidedOn: string, inDays: number): string {
  return workingDaysAfter(decidedOn, inDays);
}

/** The last day of a veto against what was decided on a day; that day itself where none follow. */
export function vetoUntil(decidedOn: string, inDays: number): string {
  return inDays === 0 ? decidedOn : workingDaysAfter(decidedOn, inDays);
}

/** The words are `decisions:notice.<standing>`. */
type NoticeStanding = "sent" | "sent-late" | "due" | "overdue";

/** How the notice stands: it is in time up to the end of its last day. */
export function noticeStanding({ dueOn, sentOn }: { dueOn: string; sentOn: string | null }, today: string): NoticeStanding {
  if (sentOn !== null) return sentOn <= dueOn ? "sent" : "sent-late";
  return today <= dueOn ? "due" : "overdue";
}

/** Minutes between an outcome and its notice, in which a slip of the pen is put right without everybody being told twice. */
export const quietInMinutes = 60;

/** Whether an outcome may still be taken back: nobody has been told yet. */
export function mayTakeBack({ outcomeAt, notifiedAt }: { outcomeAt: Date | null; notifiedAt: Date | null }, now: Date): boolean {
  return outcomeAt !== null && notifiedAt === null && now.getTime() - outcomeAt.getTime() < quietInMinutes * 60_000;
}
