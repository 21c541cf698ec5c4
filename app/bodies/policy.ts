// Who looks after a partnership's organisations, bodies and seats, in sentences over the roles they hold there.
import type { Role } from "#app/people/role.ts";

/** Organisations, bodies, seats and who sits on them are the secretariat's to keep. */
export function mayKeepBodies(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat");
}

/** Those who look after networks read and change the organisations that belong to them, and no others. */
export function mayKeepOrganisations(roles: readonly Role[]): boolean {
  return mayKeepBodies(roles) || roles.includes("network-administrator");
}
