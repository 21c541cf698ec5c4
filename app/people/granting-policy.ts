// Who gives and takes roles in a partnership, in sentences over the roles they hold there, and what must always remain.
import { holdsIn, type Grant, type Role } from "./role.ts";

/** Who has a role, and who is invited to one, is for the partnership's administrators to see. */
export function maySeePeople(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}

/** Every role of the partnership is its administrators' to give and to take. */
export function mayGrantRoles(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}

/** A role that holds below too is given and taken by administrators whose own role does. */
export function mayGrantBelow(grants: readonly Grant[], partnershipAndAbove: readonly string[]): boolean {
  return grants.some((grant) => grant.role === "administrator" && grant.includesBelow && holdsIn(grant, partnershipAndAbove));
}

type Place = { id: string; parentId: string | null };

/** The partnerships that had an administrator by the grants before and have none by those after. */
export function leftWithoutAdministrator<One extends Place>(
  places: readonly One[],
  before: readonly Grant[],
  after: readonly Grant[],
): One[] {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const upFrom = (id: string): string[] => {
    const parent = parents.get(id) ?? null;
    return parent === null ? [id] : [id, ...upFrom(parent)];
  };
  const hasOne = (way: readonly string[], grants: readonly Grant[]) =>
    grants.some((grant) => grant.role === "administrator" && holdsIn(grant, way));
  return places.filter(({ id }) => {
    const way = upFrom(id);
    return hasOne(way, before) && !hasOne(way, after);
  });
}

/**
 * Whoever has lost what they sign in with is helped by somebody who is administrator wherever they hold a role, each place given by
 * its id followed by those above it: else the administrator of a parish could make themselves one of the county.
 */
export function mayHelpSignIn(grants: readonly Grant[], held: readonly (readonly string[])[]): boolean {
  return held.every((way) => grants.some((grant) => grant.role === "administrator" && holdsIn(grant, way)));
}
