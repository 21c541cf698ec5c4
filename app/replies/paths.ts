// Addresses of officers' pages about the outcome of a consultation.
import { officeOutcomePath } from "#app/consultations/office-paths.ts";

type At = { slug: string };

/** What was decided, to be written. */
export function decisionPath(partnership: At, consultation: { id: string }): string {
  return `${officeOutcomePath(partnership, consultation)}/decision`;
}

/** One reply to be written; a new one without an id. */
export function replyPath(partnership: At, consultation: { id: string }, replyId = "new"): string {
  return `${officeOutcomePath(partnership, consultation)}/replies/${replyId}`;
}
