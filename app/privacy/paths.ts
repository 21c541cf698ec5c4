// Addresses of a partnership's pages about personal data.
import { officePrivacyPath } from "#app/partnerships/paths.ts";

type At = { slug: string };

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** What is held of people: requests about it, where it lies; requests from the one after `after` on, those decided where asked. */
export function privacyPath(partnership: At, query: { after?: string | null; show?: string | null; done?: string } = {}): string {
  return withQuery(officePrivacyPath(partnership), query);
}

/** Where somebody is looked for. */
export function findHeldPath(partnership: At): string {
  return `${officePrivacyPath(partnership)}/find`;
}

/** What somebody asked, and what is held of them. */
export function requestPath(partnership: At, id: string, query: { done?: string } = {}): string {
  return withQuery(`${officePrivacyPath(partnership)}/requests/${id}`, query);
}

/** The copy for whoever asked. */
export function copyPath(partnership: At, id: string, query: { equality?: string | null } = {}): string {
  return withQuery(`${requestPath(partnership, id)}/copy.zip`, query);
}

/** Where one thing is corrected. */
export function correctPath(partnership: At, id: string, ref: string): string {
  return `${requestPath(partnership, id)}/correct/${ref}`;
}

/** Where it is shown what erasing would do, before it is done. */
export function erasePath(partnership: At, id: string): string {
  return `${requestPath(partnership, id)}/erase`;
}

/** The retention clock: what goes when, what went; consultations from the one after `after` and elections from the one after `elections` on, runs from the one before `before` back. */
export function retentionPath(partnership: At, query: { after?: string | null; elections?: string | null; before?: string | null; done?: string } = {}): string {
  return withQuery(`${officePrivacyPath(partnership)}/retention`, query);
}

/** Where the clock of a consultation is held, or let run again. */
export function holdPath(partnership: At, consultation: { id: string }): string {
  return `${retentionPath(partnership)}/${consultation.id}`;
}

/** The same for the file of an election. */
export function holdElectionPath(partnership: At, election: { id: string }): string {
  return `${retentionPath(partnership)}/elections/${election.id}`;
}
