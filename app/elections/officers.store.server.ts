// Every query about who has an office in an election: its returning officer and its scrutineers.
import { dayIn } from "#app/bodies/columns.server.ts";
import { listAbove } from "#app/partnerships/store.server.ts";
import { listPeopleHere, type PersonHere } from "#app/people/roles.store.server.ts";
import { listNames } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { listOrganisationsOf } from "./delegates.store.server.ts";
import type { By, Election } from "./elections.store.server.ts";
import type { Choosable, Chosen, Nominated } from "./officers-form.ts";

/** Whether somebody is returning officer or scrutineer of any election of the partnership. */
export async function hasElectionOffice(on: Database, partnershipId: string, personId: string): Promise<boolean> {
  const one = await on.networkElection.findFirst({ where: { partnershipId, OR: [{ returningOfficerId: personId }, { scrutineers: { some: { personId } } }] }, select: { id: true } });
  return one !== null;
}

/** The names of people, by their ids; whoever's account is gone is left out. */
export function namesOf(on: Database, personIds: readonly (string | null)[]): Promise<Map<string, string>> {
  return listNames(on, personIds.filter((id) => id !== null));
}

/** Who runs an election and who watches over it, by name. */
export async function officersOf(on: Database, { returningOfficerId, scrutineerIds }: Pick<Election, "returningOfficerId" | "scrutineerIds">): Promise<{ returning: string | null; scrutineers: string[] }> {
  const names = await namesOf(on, [returningOfficerId, ...scrutineerIds]);
  return { returning: (returningOfficerId && names.get(returningOfficerId)) || null, scrutineers: scrutineerIds.flatMap((id) => names.get(id) ?? []).sort() };
}

/** Everybody with a role in the partnership, or above it and reaching down, by name; and the organisations that each sits or votes for, also in the election itself, or is a contact of. */
export async function listChoosable(on: Database, { id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">, today: string): Promise<Choosable[]> {
  const people = await listEverybodyHere(on, await listAbove(on, partnershipId));
  const emails = people.map(({ email }) => email);
  const sitting = await on.appointment.findMany({
    where: { partnershipId, personId: { in: people.map(({ personId }) => personId) }, organisationId: { not: null }, OR: [{ endedOn: null }, { endedOn: { gt: dayIn(today) } }], endsOn: { gte: dayIn(today) } },
    select: { personId: true, organisationId: true },
  });
  const voting = await on.networkDelegate.findMany({ where: { partnershipId, email: { in: emails }, member: { leftOn: null } }, select: { email: true, member: { select: { organisationId: true } } } });
  const delegates = await listOrganisationsOf(on, { id: electionId }, emails);
  const contacts = await on.bodyContact.findMany({ where: { partnershipId, organisationId: { not: null }, email: { in: emails } }, select: { email: true, organisationId: true } });
  return people.map(({ personId, name, email }) => ({
    ...{ id: personId, name, email },
    organisationIds: [
      ...sitting.flatMap((one) => (one.personId === personId && one.organisationId ? [one.organisationId] : [])),
      ...voting.flatMap((one) => (one.email === email ? [one.member.organisationId] : [])),
      ...delegates.flatMap((one) => (one.email === email ? [one.organisationId] : [])),
      ...contacts.flatMap((one) => (one.email === email && one.organisationId ? [one.organisationId] : [])),
    ],
  }));
}

/** Who stands or wants to, and who supports them; not those who withdrew. */
export async function listNominated(on: Database, electionId: string): Promise<Nominated[]> {
  const rows = await on.nomination.findMany({ where: { electionId, withdrawnAt: null }, select: { email: true, organisationId: true, supports: { select: { member: { select: { organisationId: true } } } } } });
  return rows.map(({ supports, ...row }) => ({ ...row, supporterIds: supports.map(({ member }) => member.organisationId) }));
}

/** Names the returning officer and the scrutineers of an election that is held; who was scrutineer before and is not any more is one no longer. */
export async function saveOfficers(transaction: Transaction, { partnershipId, personId }: By, { id }: Pick<Election, "id">, { returningOfficerId, scrutineerIds }: Chosen): Promise<void> {
  await transaction.networkElection.update({ where: { id }, data: { returningOfficerId, revision: { increment: 1 } } });
  await transaction.electionScrutineer.deleteMany({ where: { electionId: id, personId: { notIn: scrutineerIds }, signedAt: null } });
  await transaction.electionScrutineer.createMany({ data: scrutineerIds.map((scrutineer) => ({ partnershipId, electionId: id, personId: scrutineer })), skipDuplicates: true });
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "election.officers", subjectKind: "election", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

async function listEverybodyHere(on: Database, partnershipAndAbove: string[]) {
  const people: PersonHere[] = [];
  let after: string | null = null;
  do {
    const page: { people: PersonHere[]; nextAfter: string | null } = await listPeopleHere(on, { partnershipAndAbove, after, most: 500 });
    people.push(...page.people);
    after = page.nextAfter;
  } while (after !== null);
  return people;
}
