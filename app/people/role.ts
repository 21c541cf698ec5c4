// Roles: what somebody may be in a partnership. A role is granted in one partnership and, where the grant says so, holds in
// those below it too.
import type { Language, Text } from "#app/shared/languages.ts";

export const roles = [
  ...(["administrator", "editor", "approver", "analyst", "statistics", "data-controller", "secretariat"] as const),
  ...(["network-administrator", "parish-clerk", "representative", "translator", "scrutiny"] as const),
] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

export type Grant = { partnershipId: string; role: Role; includesBelow: boolean };

/** A role that somebody holds in one consultation alone. */
export type ConsultationGrant = { partnershipId: string; consultationId: string; role: Role };

/** A consultation that a role may be given for. */
export type ConsultationChoice = { id: string; title: Text };

/** Somebody who is signed in, and every role granted to them anywhere. */
export type SignedIn = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  isDemonstration: boolean;
  grants: Grant[];
  consultationGrants: ConsultationGrant[];
  /** Whether they are told, in any partnership, of answers that show somebody at risk. */
  isContact: boolean;
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

/** The roles somebody holds in one consultation, given those they hold in its partnership: the same, and those in it alone. */
export function rolesInConsultation(
  held: readonly Role[],
  { consultationGrants }: Pick<SignedIn, "consultationGrants">,
  of: { partnershipId: string; consultationId: string | undefined },
): Role[] {
  const own = consultationGrants.filter((grant) => grant.partnershipId === of.partnershipId && grant.consultationId === of.consultationId);
  return roles.filter((role) => held.includes(role) || own.some((grant) => grant.role === role));
}

/** The consultations of a partnership that somebody holds a role in alone. */
export function consultationsOf(signedIn: Pick<SignedIn, "consultationGrants"> | null, partnershipId: string): string[] {
  const own = (signedIn?.consultationGrants ?? []).filter((grant) => grant.partnershipId === partnershipId);
  return [...new Set(own.map(({ consultationId }) => consultationId))];
}
