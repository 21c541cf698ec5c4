// By when people are owed a reply to what they said.
import { addDays, dayOf } from "#app/shared/dates.ts";

/** [Cabinet Office Consultation Principles 2018, J] within twelve weeks of the close of the consultation, or explain. */
const replyInDays = 84;

/** The last day of the twelve weeks, "2027-03-14"; null while it is not known when it closes. */
export function replyDueOn({ closesAt }: { closesAt: Date | null }): string | null {
  // because closing at midnight belongs to the day before
  return closesAt && addDays(dayOf(new Date(closesAt.getTime() - 1)), replyInDays);
}
