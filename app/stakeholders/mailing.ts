// A mailing: what is sent about a consultation to those on its lists, as an invitation or as a reminder before it closes.
import { closesOn, stateOf, type Life } from "#app/consultations/life.ts";
import { addDays, instantAt } from "#app/shared/dates.ts";

/** The words are `mailings:kind.<kind>`. */
export const mailingKinds = ["invitation", "reminder"] as const;
export type MailingKind = (typeof mailingKinds)[number];

export function isMailingKind(value: unknown): value is MailingKind {
  return mailingKinds.some((kind) => kind === value);
}

/**
 * Where one letter of a mailing is: "written" waits in the outbox, "posted" went on paper; "refused" did not arrive. The last
 * three were left out: asked not to be written to, their address is wrong, or it was changed. The words are `mailings:state.<state>`.
 */
export const mailedStates = ["waiting", "written", "sent", "refused", "given-up", "posted", "unsubscribed", "bounced", "changed"] as const;
export type MailedState = (typeof mailedStates)[number];

export function isMailedState(value: unknown): value is MailedState {
  return mailedStates.some((state) => state === value);
}

export const usualPerMinute = 60;
export const mostPerMinute = 600;
export const usualDaysBefore = 7;
export const mostDaysBefore = 60;

/** Who was invited less than so many days ago is not reminded. */
export const restInDays = 3;

export type Sending = { startedAt: Date | null; pausedAt: Date | null; stoppedAt: Date | null };

/** "waits": it goes on by itself once people can answer. The words are `mailings:going.<going>`. */
export type Going = "not-begun" | "going" | "waits" | "paused" | "stopped" | "over";

/** How a mailing stands: it goes only while people can answer. */
export function goingOf({ startedAt, pausedAt, stoppedAt }: Sending, consultation: Life, now: Date): Going {
  if (stoppedAt !== null) return "stopped";
  const state = stateOf(consultation, now);
  const isToCome = ["draft", "review", "approved", "scheduled", "paused"].includes(state);
  if (state !== "open" && !isToCome) return "over";
  if (startedAt === null) return "not-begun";
  if (pausedAt !== null) return "paused";
  return state === "open" ? "going" : "waits";
}

/** Whether invitations may be set going: once it is public, until it closes. */
export function mayBegin(consultation: Life, now: Date): boolean {
  return ["scheduled", "open", "paused"].includes(stateOf(consultation, now));
}

/** When reminders begin: nine in the morning so many days before the last day of answering. Null where none are wanted. */
export function remindersBeginAt(consultation: Pick<Life, "closesAt">, daysBefore: number | null): Date | null {
  const last = closesOn(consultation);
  return last === null || daysBefore === null ? null : instantAt(addDays(last, -daysBefore), "09:00");
}

/** How many letters to write now, given how many are written and not yet gone: a mail server that is away is not piled up for. */
export function toWriteNow(perMinute: number, unsent: number): number {
  return Math.max(0, Math.min(perMinute, 2 * perMinute - unsent));
}
