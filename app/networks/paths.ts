// Addresses of networks, for the public and for those who keep them.
import { networkPath } from "#app/bodies/public-paths.ts";
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { slug: string };
type Query = Record<string, string | null | undefined>;

/** The elections of a network, for everybody. */
export function networkElectionsPath(partnership: At, { slug }: Of): string {
  return withQuery(`${partnershipPath(partnership)}/elections`, { network: slug });
}

/** The same for those who run them. */
export function officeNetworkElectionsPath(partnership: At, { slug }: Of): string {
  return withQuery(`${officePath(partnership)}/elections`, { network: slug });
}

/** The form by which an organisation asks to join. */
export function joinPath(partnership: At, network: Of, query: Query = {}): string {
  return withQuery(`${networkPath(partnership, network)}/join`, query);
}

/** What the link of a letter opens that asks whether it was they who applied. */
export function applicationLinkPath(partnership: At, network: Of, token: string): string {
  return withQuery(`${networkPath(partnership, network)}/application`, { key: token });
}

/** What the link of a letter opens that asks whether a member still belongs. */
export function confirmLinkPath(partnership: At, network: Of, token: string, query: Query = {}): string {
  return withQuery(`${networkPath(partnership, network)}/confirm`, { key: token, ...query });
}

/** Every network, for those who keep them. */
export function officeNetworksPath(partnership: At): string {
  return `${officePath(partnership)}/networks`;
}

export function officeNetworkPath(partnership: At, network: Of, query: Query = {}): string {
  return withQuery(`${officeNetworksPath(partnership)}/${network.slug}`, query);
}

export function rulesPath(partnership: At, network: Of): string {
  return `${officeNetworkPath(partnership, network)}/rules`;
}

/** A part of a network; a new one without an id. */
export function constituencyPath(partnership: At, network: Of, id = "new", query: Query = {}): string {
  return withQuery(`${officeNetworkPath(partnership, network)}/parts/${id}`, query);
}

export function membersPath(partnership: At, network: Of, query: Query = {}): string {
  return withQuery(`${officeNetworkPath(partnership, network)}/members`, query);
}

/** One member; a new one without an id. */
export function memberPath(partnership: At, network: Of, id = "new", query: Query = {}): string {
  return withQuery(`${membersPath(partnership, network)}/${id}`, query);
}

/** Members to be asked by post. */
export function askByPostPath(partnership: At, network: Of): string {
  return `${officeNetworkPath(partnership, network)}/post`;
}

/** Where a roll is brought in, and taken away. */
export function rollPath(partnership: At, network: Of): string {
  return `${officeNetworkPath(partnership, network)}/roll`;
}

export function rollCsvPath(partnership: At, network: Of, query: Query = {}): string {
  return withQuery(`${officeNetworkPath(partnership, network)}/roll.csv`, query);
}

export function officeApplicationPath(partnership: At, network: Of, id: string): string {
  return `${officeNetworkPath(partnership, network)}/applications/${id}`;
}
