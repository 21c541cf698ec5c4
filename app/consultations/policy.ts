// Who may do what with a consultation, in sentences.
import { isSent, type Draft } from "./draft.ts";
import { isOpen, maySend, type Life } from "./life.ts";
import type { OwnResponse } from "./response.ts";

/** Anybody may begin a response while the consultation is open, and not paused. */
export function mayRespond(consultation: Life, now: Date): boolean {
  return isOpen(consultation, now);
}

/**
 * Whoever holds a draft may fill it in and send it while the consultation is open, and in its grace where they began before
 * closing; while it is paused the draft is kept. What has been sent already can be changed until closing, and such a change sent until the grace is over.
 */
export function mayFillIn(consultation: Life, draft: Pick<Draft, "startedAt" | "sentAt">, now: Date): boolean {
  return isSent(draft) ? isOpen(consultation, now) : maySend(consultation, draft, now);
}

/** Whoever holds the reference may change a response until the consultation closes. */
export function mayChange(consultation: Life, response: Pick<OwnResponse, "withdrawnAt">, now: Date): boolean {
  return response.withdrawnAt === null && isOpen(consultation, now);
}

/** Whoever holds the reference may withdraw a response at any time, once. */
export function mayWithdraw(response: Pick<OwnResponse, "withdrawnAt">): boolean {
  return response.withdrawnAt === null;
}

/** Whether a withdrawal comes before the responses were frozen for analysis, so that it takes the response out of everything. */
export function isTakenOutOfEverything(consultation: Pick<Life, "frozenAt">, at: Date): boolean {
  return consultation.frozenAt === null || at < consultation.frozenAt;
}
