// Who looks after a partnership's meetings, in sentences over the roles they hold there.
import type { Role } from "#app/people/role.ts";

/** Dates, agendas, papers and minutes are the secretariat's to keep. */
export function mayKeepMeetings(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat");
}

/** Who of a pool comes to a meeting is named by those who run the network that chose it, and by the secretariat. [A6.4] */
export function mayNameTurns(roles: readonly Role[]): boolean {
  return mayKeepMeetings(roles) || roles.includes("network-administrator");
}
