// Who looks after a partnership's networks and their members, in sentences over the roles they hold there.
import type { Role } from "#app/people/role.ts";

/** Members of networks are looked after by those who run a network, and by the secretariat. */
export function mayKeepNetworks(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat") || roles.includes("network-administrator");
}
