// Addresses of the officers' pages about organisations.
import { officePath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { id: string };

/** Every organisation, or those that are asked for. */
export function organisationsPath(partnership: At, query: { search?: string; sector?: string; state?: string; after?: string | null } = {}): string {
  return withQuery(`${officePath(partnership)}/organisations`, query);
}

/** One organisation. */
export function organisationPath(partnership: At, { id }: Of, query: { ask?: string } = {}): string {
  return withQuery(`${organisationsPath(partnership)}/${id}`, query);
}

/** What is known of it, to be changed; a new one without an id. */
export function organisationDetailsPath(partnership: At, id = "new"): string {
  return `${organisationsPath(partnership)}/${id}/details`;
}

/** Somebody one turns to there; a new one without an id. */
export function organisationContactPath(partnership: At, organisation: Of, id = "new", query: { ask?: string } = {}): string {
  return withQuery(`${organisationPath(partnership, organisation)}/contacts/${id}`, query);
}

/** What it has promised or must do; a new one without an id. */
export function obligationPath(partnership: At, organisation: Of, id = "new", query: { ask?: string } = {}): string {
  return withQuery(`${organisationPath(partnership, organisation)}/obligations/${id}`, query);
}

/** What each partner contributes, to take away. */
export function contributionsCsvPath(partnership: At): string {
  return `${organisationsPath(partnership)}/contributions.csv`;
}
