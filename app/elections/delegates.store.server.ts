// Every query about organisations with several delegates on the roll of an election: who is named, which places nobody is named for, and what an
// organisation says itself. The caller holds the election and has asked the rules. [D2]
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { literalInLike } from "#app/shared/like.ts";
import { delegatesBeside, freePlace, hasDelegates, isSamePerson, speaksForOrganisation } from "./delegates.ts";
import type { By, Election } from "./elections.store.server.ts";
import type { VoterHead } from "./roll.ts";

type Of = Pick<Election, "id" | "delegates">;

/** Which organisation: that of an entry, or one by its name. */
type Organisation = { memberId: string | null; name: string };

const columns = { id: true, memberId: true, name: true, delegate: true, email: true, place: true, namedAt: true, struckReason: true } as const;
export type Delegate = Organisation & { id: string; delegate: string; email: string | null; place: number | null; namedAt: Date | null; struckReason: string | null };

function within({ memberId, name }: Organisation) {
  return memberId === null ? { memberId: null, name: { equals: literalInLike(name), mode: "insensitive" as const } } : { memberId };
}

/** The delegates of an organisation that stand on the roll, in the order of their places. */
export async function listDelegates(on: Database, { id: electionId }: Pick<Of, "id">, of: Organisation): Promise<Delegate[]> {
  return delegatesBeside(of, await on.voter.findMany({ where: { electionId, struckReason: null, ...within(of) }, select: columns }));
}

/** The organisation of that name on the roll, as it stands there; one that is not there yet is one by itself. */
export async function findOnRoll(on: Database, { id: electionId }: Pick<Of, "id">, name: string): Promise<Organisation> {
  const rows = await on.voter.findMany({ where: { electionId, name: { equals: literalInLike(name), mode: "insensitive" } }, select: { memberId: true, name: true }, orderBy: { number: "asc" } });
  return rows.find(({ memberId }) => memberId !== null) ?? rows[0] ?? { memberId: null, name };
}

type WhyNoPlace = "places-taken" | "delegate-already";
type Person = Pick<VoterHead, "email" | "delegate">;

/** The place of a delegate that an organisation gets, or gets back; or why there is none: all its places are taken, or they have one. */
export async function placeBeside(on: Database, election: Of, of: Organisation, person: Person): Promise<number | WhyNoPlace> {
  const beside = await listDelegates(on, election, of);
  if (beside.some((one) => isSamePerson(one, person))) return "delegate-already";
  return freePlace(beside.map((one) => one.place), election.delegates) ?? "places-taken";
}

/** Whether another delegate of the organisation of an entry is that person. */
export async function isNamedBeside(on: Database, election: Of, of: Organisation & { id: string }, person: Person): Promise<boolean> {
  return hasDelegates(election) && (await listDelegates(on, election, of)).some((one) => one.id !== of.id && isSamePerson(one, person));
}

/** Where somebody comes onto the roll as a delegate of an organisation; or why they cannot: all its places are taken, or they have one. Nothing of it where organisations have one vote. */
export async function placeFor(on: Database, election: Of, head: VoterHead): Promise<{ memberId: string | null; name: string; place: number | null } | WhyNoPlace> {
  if (!hasDelegates(election)) return { memberId: null, name: head.name, place: null };
  const organisation = await findOnRoll(on, election, head.name);
  const place = await placeBeside(on, election, organisation, head);
  return typeof place === "number" ? { ...organisation, place } : place;
}

/** How many delegates are named, of how many organisations, on how many places; `misplaced` are entries that do not fit the number of delegates, because it was changed after the roll was made. */
export async function countDelegates(on: Database, { id: electionId, delegates }: Of): Promise<{ organisations: number; named: number; places: number; misplaced: number }> {
  const [row] = await on.$queryRaw<[{ organisations: number; named: number; misplaced: number }]>`
    SELECT count(DISTINCT coalesce("memberId", lower(name)))::int AS organisations, count(*)::int AS named,
      (count(*) FILTER (WHERE place > ${delegates} OR (place IS NULL) <> ${delegates === 1}))::int AS misplaced
    FROM "Voter" WHERE "electionId" = ${electionId} AND "struckReason" IS NULL`;
  return { ...row, places: row.organisations * delegates };
}

/** Entries of organisations that have places nobody is named for. */
export async function listUnnamed(on: Database, { id: electionId, delegates }: Of): Promise<string[]> {
  const rows = await on.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, count(*) OVER (PARTITION BY coalesce("memberId", lower(name))) AS named FROM "Voter" WHERE "electionId" = ${electionId} AND "struckReason" IS NULL
    ) AS standing WHERE named < ${delegates}`;
  return rows.map(({ id }) => id);
}

/** All delegates of an organisation stand under one name. */
export async function renameOrganisation(transaction: Transaction, { id: electionId }: Pick<Of, "id">, of: Organisation, name: string): Promise<void> {
  await transaction.voter.updateMany({ where: { electionId, ...within(of) }, data: { name } });
}

/** An organisation names a delegate, by the one who speaks for it; why it cannot, or nothing. Whoever is named already stays as they are. */
export async function nameDelegate(transaction: Transaction, by: By, election: Of, speaker: Organisation & { id: string }, head: Omit<VoterHead, "name">): Promise<WhyNoPlace | null> {
  const beside = await listDelegates(transaction, election, speaker);
  const there = beside.find((one) => isSamePerson(one, head));
  // sent twice, it was done before
  if (there) return there.namedAt !== null && there.delegate === head.delegate ? null : "delegate-already";
  const place = freePlace(beside.map((one) => one.place), election.delegates);
  if (place === null) return "places-taken";
  const last = await transaction.voter.aggregate({ where: { electionId: election.id }, _max: { number: true } });
  const id = newId();
  const { memberId, name } = speaker;
  await transaction.voter.create({ data: { id, partnershipId: by.partnershipId, electionId: election.id, number: (last._max.number ?? 0) + 1, memberId, ...head, name, place, namedAt: by.now } });
  await recordAudit(transaction, { partnershipId: by.partnershipId, action: "roll.name", subjectKind: "voter", subjectId: id, facts: { electionId: election.id } });
  return null;
}

/** An organisation takes back one whom it named itself. */
export async function unnameDelegate(transaction: Transaction, { partnershipId }: By, election: Of, speaker: Organisation & { id: string }, id: string): Promise<void> {
  const beside = await listDelegates(transaction, election, speaker);
  if (!speaksForOrganisation(speaker, beside) || !beside.some((one) => one.id === id && one.namedAt !== null && one.id !== speaker.id)) return;
  await transaction.voter.delete({ where: { id } });
  await recordAudit(transaction, { partnershipId, action: "roll.unname", subjectKind: "voter", subjectId: id, facts: { electionId: election.id } });
}

/** The organisations for which people, told by their addresses, are delegates in an election. */
export async function listOrganisationsOf(on: Database, { id: electionId }: Pick<Of, "id">, emails: readonly string[]): Promise<{ email: string; organisationId: string }[]> {
  const rows = await on.voter.findMany({
    where: { electionId, place: { not: null }, struckReason: null, memberId: { not: null }, email: { in: [...emails] } },
    select: { email: true, member: { select: { organisationId: true } } },
  });
  return rows.flatMap(({ email, member }) => (email && member ? [{ email, organisationId: member.organisationId }] : []));
}
