// Which officers may do what with a consultation, in sentences over the roles they hold in its partnership.
import type { Role } from "#app/people/role.ts";
import { stateOf, type Consultation } from "./consultation.ts";

const officers: readonly Role[] = ["administrator", "editor", "approver", "analyst", "statistics", "data-controller"];

const isAnyOf = (roles: readonly Role[], allowed: readonly Role[]) => roles.some((role) => allowed.includes(role));

/** Every officer sees the partnership's consultations, published or not, and how many responses came. */
export function maySeeOffice(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** Opening, publishing and setting when it closes are the approver's. */
export function mayOpenConsultation(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "approver"]);
}

export function mayCloseConsultation(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "approver"]);
}

/** Every officer sees the figures of each question. */
export function maySeeResults(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** What people wrote in their own words is for those who analyse it, and so is the export that holds it. */
export function mayReadAnswers(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

export function mayExportResponses(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

/** The responses are frozen for analysis once, after the last of them could be sent. */
export function mayFreeze(roles: readonly Role[], consultation: Consultation, now: Date): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]) && stateOf(consultation, now) === "closed" && !consultation.frozenAt;
}
