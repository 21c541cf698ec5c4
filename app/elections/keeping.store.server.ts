// The end of an election's file, a year after it was confirmed: roll, sealed ballots, private addresses and what candidates said of their
// groups go; declaration, sheets, totals, hashes, codes and the ballots that were published stay. [COUNTING 4.6]
import { z } from "zod";
import { dayColumn } from "#app/bodies/columns.server.ts";
import { findElectedOn } from "#app/bodies/seat-elections.store.server.ts";
import { waysToFill } from "#app/bodies/vacancy.ts";
import { writeCon } from "#app/counting/con.ts";
import { publishedKinds } from "#app/counting/path-ballots.ts";
import { removeFile } from "#app/files/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { ballotFile } from "./ballot-file.ts";
import { findContest, findCount } from "./counts.store.server.ts";
import { endingSteps, stepKinds } from "./election.ts";
import { holdElection, takeStep, type By, type Election } from "./elections.store.server.ts";
import { dayOfStep, isFileDue, keepingClock, mayHavePapers, waitsForPapers, type Keeping, type Way } from "./keeping.ts";
import { askToDestroyPapers } from "./officer-letters.store.server.ts";
import { listFreeSeats } from "./offers.store.server.ts";
import { publishedContest } from "./publishing.ts";

export type ElectionHold = { id: string; reason: string; placedAt: Date; placedById: string };
/** What is known of it without asking about seats. */
type Kept = Omit<Keeping, "isAwaited">;
export type KeptElection = Keeping & { id: string; partnershipId: string; title: Text; hold: ElectionHold | null };

const columns = {
  ...{ id: true, partnershipId: true, title: true, challengesUntil: true },
  steps: { select: { kind: true, at: true }, orderBy: { id: "asc" as const } },
  challenges: { where: { ruling: null }, select: { id: true }, take: 1 },
  holds: { where: { liftedAt: null }, select: { id: true, reason: true, placedAt: true, placedById: true }, take: 1 },
} satisfies Prisma.NetworkElectionSelect;
const stepsSchema = z.array(z.object({ kind: z.enum(stepKinds), at: z.date() }));

function read({ id, partnershipId, title, challengesUntil, steps, challenges, holds }: Prisma.NetworkElectionGetPayload<{ select: typeof columns }>): Kept & Omit<KeptElection, keyof Keeping> {
  const taken = stepsSchema.parse(steps);
  return {
    ...{ id, partnershipId, title: textSchema.parse(title), hold: holds[0] ?? null, isHeld: holds.length > 0, isChallenged: challenges.length > 0 },
    ...{ clock: keepingClock({ steps: taken, challengesUntil: dayColumn.nullable().parse(challengesUntil) }), destroyedOn: dayOfStep(taken, "file-destroyed") },
  };
}

/** Whether a seat of an election is free that the next in it may take: then its ballots are still needed. [D4(a)] */
async function withAwaited<One extends Kept & Pick<Election, "id" | "partnershipId">>(on: Database, one: One, today: string): Promise<One & Keeping> {
  if (one.clock === null || one.destroyedOn !== null) return { ...one, isAwaited: false };
  const electedOn = await findElectedOn(on, one.partnershipId, one.id);
  const free = await listFreeSeats(on, one, today);
  return { ...one, isAwaited: free.some(({ left, openedOn }) => waysToFill(left.line.basis, left, openedOn, { electedOn }).includes("runner-up")) };
}

/** What was held here and is over; a loaded election has no roll and was published before. */
const isOver = { origin: "held", steps: { some: { kind: { in: [...endingSteps] } } } } satisfies Prisma.NetworkElectionWhereInput;

/** Elections of a partnership that are over, the newest first, from the one after `after` on. */
export async function listKeptElections(on: Database, { partnershipId, after, today, most = 20 }: { partnershipId: string; after: string | null; today: string; most?: number }): Promise<{ kept: KeptElection[]; nextAfter: string | null }> {
  const known = after === null ? null : await on.networkElection.findFirst({ where: { id: after, partnershipId }, select: { id: true } });
  const rows = await on.networkElection.findMany({
    where: { partnershipId, ...isOver },
    ...{ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: most + 1, select: columns },
    ...(known && { cursor: { id: known.id }, skip: 1 }),
  });
  const kept = await Promise.all(rows.slice(0, most).map((row) => withAwaited(on, read(row), today)));
  return { kept, nextAfter: rows.length > most ? kept.at(-1)!.id : null };
}

/** One of them, or of those that go on. */
export async function findKeptElection(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">, today: string): Promise<KeptElection> {
  return withAwaited(on, read(await on.networkElection.findFirstOrThrow({ where: { id, partnershipId }, select: columns })), today);
}

/** Those whose time is over, of one partnership or, given null, of all; with how many entries on rolls, ballots, nominations and challenges go. */
export async function listDueElections(on: Database, now: Date, partnershipId: string | null): Promise<{ id: string; partnershipId: string; count: number }[]> {
  const rows = await on.networkElection.findMany({ where: { ...isOver, ...(partnershipId !== null && { partnershipId }), NOT: { steps: { some: { kind: "file-destroyed" } } } }, orderBy: { id: "asc" }, select: columns });
  const today = dayOf(now);
  // because seats are looked at only where nothing else keeps it
  const over = rows.map(read).filter((one) => isFileDue({ ...one, isAwaited: false }, today));
  const due = (await Promise.all(over.map((one) => withAwaited(on, one, today)))).filter((one) => isFileDue(one, today));
  const counts = await countHeldOf(on, due.map(({ id }) => id));
  return due.flatMap(({ id, partnershipId: own }) => ((counts.get(id) ?? 0) > 0 ? [{ id, partnershipId: own, count: counts.get(id)! }] : []));
}

/** How many entries on the roll, sealed ballots, nominations with something private and challenges each election has. */
export async function countHeldOf(on: Database, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await on.$queryRaw<{ id: string; count: number }[]>`
    SELECT id, sum(count)::int AS count FROM (
      SELECT "electionId" AS id, count(*) FROM "Voter" WHERE "electionId" = ANY(${[...ids]}) GROUP BY 1
      UNION ALL SELECT "electionId", count(*) FROM "SealedBallot" WHERE "electionId" = ANY(${[...ids]}) GROUP BY 1
      UNION ALL SELECT "electionId", count(*) FROM "Nomination" WHERE "electionId" = ANY(${[...ids]}) AND (number IS NULL OR email <> '' OR telephone IS NOT NULL OR groups <> '{}' OR answers <> '{}') GROUP BY 1
      UNION ALL SELECT "electionId", count(*) FROM "ElectionChallenge" WHERE "electionId" = ANY(${[...ids]}) AND (name <> '' OR email <> '' OR grounds <> '') GROUP BY 1
    ) AS held GROUP BY id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Destroys the file of an election whose time is over, all of it or nothing, and asks its returning officer to destroy the papers. How many
 * entries, ballots, nominations and challenges went; none where something holds it, or where that was done.
 */
export async function destroyElectionFile(transaction: Transaction, { id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">, now: Date): Promise<number> {
  const election = await holdElection(transaction, partnershipId, electionId);
  if (!isFileDue(await findKeptElection(transaction, election, dayOf(now)), dayOf(now))) return 0;
  const count = (await countHeldOf(transaction, [electionId])).get(electionId) ?? 0;
  await keepPublished(transaction, election);
  const where = { electionId };
  const voters = await transaction.voter.deleteMany({ where });
  const ballots = await transaction.sealedBallot.deleteMany({ where });
  await transaction.paperBallot.deleteMany({ where });
  await transaction.ballotBox.deleteMany({ where });
  await transaction.pollMark.deleteMany({ where });
  // because whoever has the salt could try out what a published hash is of
  await transaction.networkElection.update({ where: { id: electionId }, data: { ballotSalt: null } });
  await forgetNominations(transaction, election);
  await transaction.electionChallenge.updateMany({ where, data: { name: "", email: "", grounds: "" } });
  await takeStep(transaction, { partnershipId, personId: null, now }, election, { kind: "file-destroyed", facts: { voters: voters.count, ballots: ballots.count } });
  if (mayHavePapers(election)) await askToDestroyPapers(transaction, election, now);
  return count;
}

/** What everybody may download stays, as the files that they were. */
async function keepPublished(transaction: Transaction, election: Election): Promise<void> {
  const count = await findCount(transaction, election);
  if (!count) return;
  const { contest, terms } = await findContest(transaction, election);
  const published = publishedContest(election, contest, count.sheet);
  await transaction.publishedBallots.create({
    data: {
      ...{ electionId: election.id, partnershipId: election.partnershipId, kind: published.kind },
      ballots: published.contest && ballotFile(published.contest, null),
      reserves: published.contest && terms.reserved.length > 0 ? writeCon(terms.reserved) : null,
    },
  });
}

/** Candidates keep what was published of them; whoever was not one is forgotten. */
async function forgetNominations(transaction: Transaction, { id: electionId, partnershipId }: Election): Promise<void> {
  const photos = await transaction.nomination.findMany({ where: { electionId, number: null, photoId: { not: null } }, select: { photoId: true } });
  await transaction.nomination.deleteMany({ where: { electionId, number: null } });
  for (const { photoId } of photos) await removeFile(transaction, partnershipId, photoId!);
  await transaction.$executeRaw`
    UPDATE "Nomination" SET email = '', telephone = NULL, answers = '{}', groups = '{}', "linkHash" = gen_random_uuid()::text WHERE "electionId" = ${electionId}`;
}

/** The returning officer says that the papers are destroyed, on which day and how; false where that does not wait. */
export async function recordPapersDestroyed(transaction: Transaction, by: By, election: Election, { on, way }: { on: string; way: Way }): Promise<boolean> {
  if (!waitsForPapers(election)) return false;
  await takeStep(transaction, by, election, { kind: "papers-destroyed", facts: { on, how: way } });
  return true;
}

/** What was published of an election's ballots, once the sealed ones are destroyed; null before. */
export async function findPublishedFiles(on: Database, { id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">) {
  const row = await on.publishedBallots.findFirst({ where: { electionId, partnershipId } });
  return row && { kind: z.enum(publishedKinds).parse(row.kind), ballots: row.ballots, reserves: row.reserves };
}

type Deed = { partnershipId: string; electionId: string; by: string; now: Date };

/** Holds the file of an election; false where it is held already. */
export async function placeElectionHold(transaction: Transaction, { partnershipId, electionId, by, now }: Deed, reason: string): Promise<boolean> {
  await holdElection(transaction, partnershipId, electionId);
  if ((await transaction.electionHold.count({ where: { electionId, liftedAt: null } })) > 0) return false;
  await transaction.electionHold.create({ data: { id: newId(), partnershipId, electionId, reason, placedAt: now, placedById: by } });
  await recordAudit(transaction, { partnershipId, personId: by, action: "retention.hold", subjectKind: "election", subjectId: electionId });
  return true;
}

/** Lets its clock run again; false where nothing held it. */
export async function liftElectionHold(transaction: Transaction, { partnershipId, electionId, by, now }: Deed): Promise<boolean> {
  const { count } = await transaction.electionHold.updateMany({ where: { partnershipId, electionId, liftedAt: null }, data: { liftedAt: now, liftedById: by } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId: by, action: "retention.lift", subjectKind: "election", subjectId: electionId });
  return count > 0;
}

/** What elections of a partnership are called. */
export async function listElectionTitles(on: Database, partnershipId: string, ids: readonly string[]): Promise<Map<string, Text>> {
  const rows = await on.networkElection.findMany({ where: { partnershipId, id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, textSchema.parse(title)]));
}
