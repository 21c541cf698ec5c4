// Addresses of elections, for the public and for those who run them.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { id: string };
type Query = Record<string, string | null | undefined>;

/** Every election that people may read of. */
export function electionsPath(partnership: At, query: Query = {}): string {
  return withQuery(`${partnershipPath(partnership)}/elections`, query);
}

/** An election's own page, or a part of it: "vote", "nominate", "result" … */
export function electionPath(partnership: At, { id }: Of, part = "", query: Query = {}): string {
  return withQuery(`${electionsPath(partnership)}/${id}${part && `/${part}`}`, query);
}

export function officeElectionsPath(partnership: At, query: Query = {}): string {
  return withQuery(`${officePath(partnership)}/elections`, query);
}

/** Where an election begins: of its own, for a seat that somebody left, or again for places that stayed empty. */
export function newElectionPath(partnership: At, query: Query = {}): string {
  return withQuery(`${officeElectionsPath(partnership)}/new`, query);
}

/** An election for those who run it, or a part of its work; `new` is where one begins. */
export function officeElectionPath(partnership: At, { id }: Of, part = "", query: Query = {}): string {
  return withQuery(`${officeElectionsPath(partnership)}/${id}${part && `/${part}`}`, query);
}
