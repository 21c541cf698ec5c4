// When those who have not voted may be reminded. [COUNTING 4.2]
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { ElectionState } from "./election.ts";
import { pollClosesAt, type Timetable } from "./timetable.ts";

/** Local policy: who gets a third letter reads none. */
export const mostReminders = 2;
/** Local policy: later, a letter asks for what can no longer be done in peace. */
export const lastHours = 12;

/** The words are `roll:remind.not.<why>`. */
export type WhyNoReminder = "not-open" | "first-day" | "enough" | "too-soon" | "last-hours" | "no-online";

type Asked = { state: ElectionState; timetable: Timetable; votesOnline: boolean; remindedAt: readonly Date[] };

/** Why no reminder may be sent now; null where one may: from the second day of the poll, at most twice, not twice in two days, and not in its last hours. */
export function whyNoReminder({ state, timetable, votesOnline, remindedAt }: Asked, now: Date): WhyNoReminder | null {
  if (state !== "poll-open") return "not-open";
  if (!votesOnline) return "no-online";
  if (remindedAt.length >= mostReminders) return "enough";
  if (dayOf(now) <= timetable.pollOpensOn) return "first-day";
  if (pollClosesAt(timetable).getTime() - now.getTime() < lastHours * 3_600_000) return "last-hours";
  const last = remindedAt.at(-1);
  return last && dayOf(now) < addDays(dayOf(last), 2) ? "too-soon" : null;
}
