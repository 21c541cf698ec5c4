// Addresses of decisions: the public's, those of members, and the secretariat's.
import { delegationRegisterPath } from "#app/bodies/public-paths.ts";
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { id: string };

/** What was decided, the newest first. */
export function decisionsPath(partnership: At, query: { body?: string; topic?: string; after?: string | null } = {}): string {
  return withQuery(`${partnershipPath(partnership)}/decisions`, query);
}

export function decisionsAtomPath(partnership: At): string {
  return `${partnershipPath(partnership)}/decisions.atom`;
}

export function decisionPath(partnership: At, { id }: Of): string {
  return `${decisionsPath(partnership)}/${id}`;
}

/** Where somebody asks to be told of decisions by e-mail. */
export function followDecisionsPath(partnership: At): string {
  return `${decisionsPath(partnership)}/follow`;
}

/** Where the links in their letters lead, to say yes and later to stop; `stopped` where nothing is left behind it once that is done. */
export function followingDecisionsPath(partnership: At, key: string, query: { stopped?: string; done?: string } = {}): string {
  return withQuery(`${decisionsPath(partnership)}/following`, { key, ...query });
}

/** What whoever sits on a body may vote on. */
export function ownDecisionsPath(partnership: At): string {
  return `${decisionsPath(partnership)}/mine`;
}

/** Where a member votes, stops a decision or steps aside. */
export function takePartPath(partnership: At, decision: Of, query: { ask?: string; done?: string } = {}): string {
  return withQuery(`${decisionPath(partnership, decision)}/take-part`, query);
}

/** Every decision, drafts too, for the secretariat. */
export function officeDecisionsPath(partnership: At, query: { body?: string; after?: string | null } = {}): string {
  return withQuery(`${officePath(partnership)}/decisions`, query);
}

export function officeDecisionPath(partnership: At, { id }: Of, query: { ask?: string; done?: string } = {}): string {
  return withQuery(`${officeDecisionsPath(partnership)}/${id}`, query);
}

/** Its texts and what it rests on, to be written; a new one without an id, at an item of an agenda where one is named. */
export function decisionTextsPath(partnership: At, id = "new", query: { item?: string | undefined } = {}): string {
  return withQuery(`${officeDecisionsPath(partnership)}/${id}/texts`, query);
}

/** The votes, as they were given in the room. */
export function votesPath(partnership: At, decision: Of): string {
  return `${officeDecisionPath(partnership, decision)}/votes`;
}

/** To whom the notice of a decision went. */
export function noticesPath(partnership: At, decision: Of, query: { after?: string | null } = {}): string {
  return withQuery(`${officeDecisionPath(partnership, decision)}/notices`, query);
}

/** One delegation for everybody to read; what rests on it, further into the list. */
export function registeredDelegationPath(partnership: At, { id }: Of, query: { after?: string | null } = {}): string {
  return withQuery(`${delegationRegisterPath(partnership)}/${id}`, query);
}

export function delegationRegisterCsvPath(partnership: At): string {
  return `${delegationRegisterPath(partnership)}.csv`;
}

/** What was left to smaller groups, to be kept. */
export function delegationsPath(partnership: At, query: { after?: string | null } = {}): string {
  return withQuery(`${officePath(partnership)}/delegations`, query);
}

/** One delegation to be written; a new one without an id. */
export function delegationPath(partnership: At, id = "new"): string {
  return `${delegationsPath(partnership)}/${id}`;
}

/** Which safeguards each body keeps to. */
export function safeguardsPath(partnership: At): string {
  return `${officePath(partnership)}/safeguards`;
}

/** Those of one body, to be adopted. */
export function bodySafeguardsPath(partnership: At, body: { slug: string }): string {
  return `${safeguardsPath(partnership)}/${body.slug}`;
}

export function disputesPath(partnership: At): string {
  return `${officePath(partnership)}/disputes`;
}

/** One dispute to be written; a new one without an id. */
export function disputePath(partnership: At, id = "new", query: { decision?: string } = {}): string {
  return withQuery(`${disputesPath(partnership)}/${id}`, query);
}
