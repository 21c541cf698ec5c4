// Addresses of the pages about stakeholders; those that a consultation leads to itself are in consultations/office-paths.ts.
import { invitationsPath, reachPath } from "#app/consultations/office-paths.ts";
import { partnershipPath, stakeholdersPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";
import type { MailingKind } from "./mailing.ts";

type At = { slug: string };

/** Everybody, or those on a list. */
export function listPath(partnership: At, listId: string, query: { after?: string | null; search?: string; ask?: string } = {}): string {
  return withQuery(`${stakeholdersPath(partnership)}/lists/${listId}`, query);
}

/** The list that is nobody's: all of them. */
export const everybody = "all";

export function addToListPath(partnership: At, listId: string): string {
  return `${listPath(partnership, listId)}/add`;
}

export function listCsvPath(partnership: At, listId: string): string {
  return `${listPath(partnership, listId)}/stakeholders.csv`;
}

/** One stakeholder; "new" for one who is to be added to a list. */
export function stakeholderPath(partnership: At, id: string, query: { list?: string | undefined; ask?: string } = {}): string {
  return withQuery(`${stakeholdersPath(partnership)}/people/${id}`, query);
}

/** Where messages that came back are handed in. */
export function bouncesPath(partnership: At): string {
  return `${stakeholdersPath(partnership)}/bounces`;
}

/** What a link in a letter opens, to get no more of them. */
export function unsubscribePath(partnership: At, token: string): string {
  return `${partnershipPath(partnership)}/unsubscribe?key=${token}`;
}

/** A letter of a consultation to be written. */
export function mailingPath(partnership: At, consultation: { id: string }, kind: MailingKind): string {
  return `${invitationsPath(partnership, consultation)}/${kind}`;
}

/** The letter as one of them will read it. */
export function mailingPreviewPath(partnership: At, consultation: { id: string }, kind: MailingKind, query: { to?: string; in?: string } = {}): string {
  return withQuery(`${mailingPath(partnership, consultation, kind)}/preview`, query);
}

/** To whom it went, and whom it left out. */
export function mailedPath(partnership: At, consultation: { id: string }, kind: MailingKind, query: { state?: string; after?: string | null } = {}): string {
  return withQuery(`${mailingPath(partnership, consultation, kind)}/people`, query);
}

/** Those who have no e-mail address. */
export function byPostPath(partnership: At, consultation: { id: string }): string {
  return `${invitationsPath(partnership, consultation)}/post`;
}

export function byPostCsvPath(partnership: At, consultation: { id: string }): string {
  return `${byPostPath(partnership, consultation)}.csv`;
}

/** One line of what is done to reach people; a new one without an id. */
export function reachLinePath(partnership: At, consultation: { id: string }, kind: string, id = "new"): string {
  return `${reachPath(partnership, consultation)}/${kind}/${id}`;
}
