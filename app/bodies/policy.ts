// Who looks after a partnership's organisations, bodies and seats, in sentences over the roles they hold there.
import type { Role } from "#app/people/role.ts";

/** Organisations, bodies, seats and who sits on them are the secretariat's to keep. */
export function mayKeepBodies(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat");
}
