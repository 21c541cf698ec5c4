// Who looks after a partnership's part of the installation, and who after the installation itself, in sentences over roles.
import type { Role } from "./role.ts";

/** What became of a partnership's letters is for its administrators to see, and to have tried again or given up. */
export function mayKeepLetters(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}

/** The pages about bodies, networks, meetings and decisions are found by those who keep any of them. */
export function maySeePartnershipOffice(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat") || roles.includes("network-administrator");
}

/** Whether all is well is for the partnership's administrators to see. */
export function maySeeHealth(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}

/** What is held of people, how long, and what they ask about it is for the data controller and the administrators. */
export function mayKeepPersonalData(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("data-controller");
}

/** Who did what in a partnership is for its administrators to read and to take away. */
export function mayReadAuditLog(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}

/** The whole installation belongs to the partnerships that no other stands above: their administrators see how it is. */
export function maySeeInstallation(roles: readonly Role[], partnership: { parentId: string | null }): boolean {
  return maySeeHealth(roles) && partnership.parentId === null;
}
