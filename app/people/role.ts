// Roles: what somebody may be in a partnership. A role is granted in one partnership and, where the grant says so, holds in
// those below it too.
import type { Language } from "#app/shared/languages.ts";

export const roles = [
  ...(["administrator", "editor", "approver", "analyst", "statistics", "data-controller"] as const),
  ...(["network-administrator", "parish-clerk", "representative", "translator", "scrutiny"] as const),
] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

export type Grant = { partnershipId: string; role: Role; includesBelow: boolean };

/** Somebody who is signed in, and every role granted to them anywhere. */
export type SignedIn = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  isDemonstration: boolean;
  grants: Grant[];
};

/** Whether a grant holds in a partnership, given its id followed by those of the partnerships above it. */
export function holdsIn(grant: Pick<Grant, "partnershipId" | "includesBelow">, partnershipAndAbove: readonly string[]): boolean {
  const [partnershipId, ...above] = partnershipAndAbove;
  return grant.partnershipId === partnershipId || (grant.includesBelow && above.includes(grant.partnershipId));
}

/** The roles somebody holds in a partnership, given its id followed by those of the partnerships above it; nobody holds none. */
export function rolesIn(signedIn: SignedIn | null, partnershipAndAbove: readonly string[]): Role[] {
  const held = (signedIn?.grants ?? []).filter((grant) => holdsIn(grant, partnershipAndAbove)).map((grant) => grant.role);
  return roles.filter((role) => held.includes(role));
}
