// Addresses of rounds of nominations, for the public and for those who run them.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { id: string };
type Query = Record<string, string | null | undefined>;

/** Every round that people may read of. */
export function roundsPath(partnership: At, query: Query = {}): string {
  return withQuery(`${partnershipPath(partnership)}/nominating`, query);
}

/** A round's own page, or a part of it: "answer" for organisations, "consent" for whom they named. */
export function roundPath(partnership: At, { id }: Of, part = "", query: Query = {}): string {
  return withQuery(`${roundsPath(partnership)}/${id}${part && `/${part}`}`, query);
}

export function officeRoundsPath(partnership: At, query: Query = {}): string {
  return withQuery(`${officePath(partnership)}/nominating`, query);
}

/** A round for those who run it, or a part of its work. */
export function officeRoundPath(partnership: At, { id }: Of, part = "", query: Query = {}): string {
  return withQuery(`${officeRoundsPath(partnership)}/${id}${part && `/${part}`}`, query);
}

/** What a round is about, to be changed; without one a new round. */
export function roundDetailsPath(partnership: At, round: Of | null = null): string {
  return withQuery(`${officeRoundsPath(partnership)}/details`, { round: round?.id });
}
