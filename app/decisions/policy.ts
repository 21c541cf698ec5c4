// Who looks after a partnership's decisions, in sentences over the roles they hold there.
import type { Role } from "#app/people/role.ts";

/** What was decided is written down by the secretariat; who votes is told by the seats. */
export function mayKeepDecisions(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat");
}
