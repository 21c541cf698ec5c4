// Who may do what in an election, in sentences.
import type { Role } from "#app/people/role.ts";

/** Elections are planned and their roll is kept by those who run a network. They see no count and no ballot while the poll is open: nobody does. */
export function mayKeepElections(roles: readonly Role[]): boolean {
  return roles.includes("administrator") || roles.includes("secretariat") || roles.includes("network-administrator");
}

type Offices = { returningOfficerId: string | null; scrutineerIds: readonly string[] };

/** Rulings, sealing, counting and declaring are the returning officer's alone. [D3] */
export function mayReturn({ returningOfficerId }: Pick<Offices, "returningOfficerId">, personId: string): boolean {
  return returningOfficerId === personId;
}

/** The roll, the logs and the sealed ballots are read, the lot drawn and the count signed by a scrutineer. [COUNTING 4.6] */
export function mayScrutinise({ scrutineerIds }: Pick<Offices, "scrutineerIds">, personId: string): boolean {
  return scrutineerIds.includes(personId);
}

/** Whoever has an office in an election, or keeps elections, opens its office pages. */
export function mayOpenOffice(offices: Offices, roles: readonly Role[], personId: string): boolean {
  return mayKeepElections(roles) || mayReturn(offices, personId) || mayScrutinise(offices, personId);
}

/** Why somebody cannot be the returning officer: they stand, or sit or work for an organisation of somebody who stands or proposes. [D3] */
export type WhyNotReturning = "stands" | "organisation-of-candidate" | "organisation-of-supporter" | "scrutineer";

export type ReturningCandidate = { email: string; organisationIds: readonly string[] };

/** The words are `elections:not-returning.<why>`; null where they may. */
export function whyNotReturning(
  person: ReturningCandidate & { id: string },
  { scrutineerIds, nominations }: { scrutineerIds: readonly string[]; nominations: readonly { email: string; organisationId: string | null; supporterIds: readonly string[] }[] },
): WhyNotReturning | null {
  if (scrutineerIds.includes(person.id)) return "scrutineer";
  const belongs = (organisationId: string | null) => organisationId !== null && person.organisationIds.includes(organisationId);
  if (nominations.some(({ email }) => email === person.email)) return "stands";
  if (nominations.some(({ organisationId }) => belongs(organisationId))) return "organisation-of-candidate";
  return nominations.some(({ supporterIds }) => supporterIds.some(belongs)) ? "organisation-of-supporter" : null;
}
