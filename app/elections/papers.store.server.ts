// Paper ballots: the envelopes as they come in while the poll is open, and after its close the papers, keyed by two people apart.
import { z } from "zod";
import { dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import { agree, spoiltReasons, type Keyed } from "./ballot.ts";
import { hasCast } from "./box.store.server.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";
import type { PollKey } from "./poll-key.server.ts";

export const keyedSchema = z.object({
  preferences: z.array(z.union([z.number().int().positive(), z.array(z.number().int().positive())])),
  spoilt: z.enum(spoiltReasons).nullable(),
});

export type Ruling = "accepted" | "set-aside";
/** What became of an envelope; the words are `poll:envelope.<outcome>`. */
export type Received = Ruling | "unknown" | "struck" | "already";

/**
 * Takes in the envelope of a voter by their number on the roll, unopened, and says whether its paper will count. Where what came first counts,
 * that is worked out with the key in this moment and kept only as this ruling. [COUNTING 4.2]
 */
export async function receiveEnvelope(transaction: Transaction, by: By, key: PollKey, election: Pick<Election, "id" | "paperRule">, number: number): Promise<Received> {
  const voter = await transaction.voter.findUnique({ where: { electionId_number: { electionId: election.id, number } } });
  if (!voter) return "unknown";
  if (voter.struckReason !== null) return "struck";
  if (voter.paperOn !== null) return "already";
  const isLate = election.paperRule === "first-received" && (await hasCast(transaction, key, election, voter.id));
  const ruling: Ruling = isLate ? "set-aside" : "accepted";
  await transaction.voter.update({ where: { id: voter.id }, data: { paperOn: dayIn(dayOf(by.now)), paperRuling: ruling } });
  await audit(transaction, by, "election.envelope", election, { ruling });
  return ruling;
}

async function audit(transaction: Transaction, { partnershipId, personId }: By, action: string, { id }: Pick<Election, "id">, facts: Record<string, string | number | boolean | null>): Promise<void> {
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action, subjectKind: "election", subjectId: id, facts });
}

export type Envelopes = { accepted: number; setAside: number };

export async function countEnvelopes(on: Database, { id: electionId }: Pick<Election, "id">): Promise<Envelopes> {
  const rows = await on.voter.groupBy({ by: ["paperRuling"], where: { electionId, paperRuling: { not: null }, struckReason: null }, _count: true });
  const of = (ruling: Ruling) => rows.find(({ paperRuling }) => paperRuling === ruling)?._count ?? 0;
  return { accepted: of("accepted"), setAside: of("set-aside") };
}

const rowsAPage = 50;
export type Envelope = { number: number; name: string; ruling: string; paperOn: Date };

/** The envelopes that came in, by number on the roll, after that number. */
export async function listEnvelopes(on: Database, { id: electionId }: Pick<Election, "id">, after: number): Promise<{ envelopes: Envelope[]; nextAfter: number | null }> {
  const rows = await on.voter.findMany({ where: { electionId, paperOn: { not: null }, number: { gt: after } }, orderBy: { number: "asc" }, take: rowsAPage + 1 });
  const envelopes = rows.slice(0, rowsAPage).map(({ number, name, delegate, place, paperRuling, paperOn }) => ({ number, name: place === null ? name : `${name}, ${delegate}`, ruling: paperRuling ?? "accepted", paperOn: paperOn! }));
  return { envelopes, nextAfter: rows.length > rowsAPage ? envelopes.at(-1)!.number : null };
}

/** A paper as far as it was keyed: by whom, and whether both read it alike. What the other read is not told until both have. */
export type PaperState = { serial: number; firstById: string | null; secondById: string | null; state: "once" | "agreed" | "differ"; settled: Keyed | null };

type Row = { serial: number; first: unknown; second: unknown; settled: unknown; firstById: string | null; secondById: string | null };

function stateOfPaper({ serial, firstById, secondById, second, settled }: Row): PaperState {
  const read = settled === null ? null : keyedSchema.parse(settled);
  return { serial, firstById, secondById, settled: read, state: second === null ? "once" : read === null ? "differ" : "agreed" };
}

/** Papers by the number written on them, after that number: all, or those alone that somebody must still look at. */
export async function listPapers(on: Database, { id: electionId }: Pick<Election, "id">, { after, isWaiting }: { after: number; isWaiting: boolean }): Promise<{ papers: PaperState[]; nextAfter: number | null }> {
  const rows = await on.paperBallot.findMany({
    where: { electionId, serial: { gt: after }, ...(isWaiting && { settled: { equals: Prisma.DbNull } }) },
    ...{ orderBy: { serial: "asc" }, take: rowsAPage + 1 },
  });
  const papers = rows.slice(0, rowsAPage).map(stateOfPaper);
  return { papers, nextAfter: rows.length > rowsAPage ? papers.at(-1)!.serial : null };
}

/** A paper by the number written on it; null before anybody keyed it. */
export async function findKeyed(on: Database, { id: electionId }: Pick<Election, "id">, serial: number): Promise<PaperState | null> {
  const row = await on.paperBallot.findUnique({ where: { electionId_serial: { electionId, serial } } });
  return row && stateOfPaper(row);
}

/** What became of keying a paper; the words are `poll:keyed.<outcome>`. */
export type KeyedOutcome = "first" | "agreed" | "differ" | "same-person" | "done";

/** Keys a paper by the number written on it: the first time, or the second by somebody else. The election is held. */
export async function keyPaper(transaction: Transaction, by: By & { personId: string }, election: Pick<Election, "id">, serial: number, keyed: Keyed): Promise<KeyedOutcome> {
  const where = { electionId_serial: { electionId: election.id, serial } };
  const row = await transaction.paperBallot.findUnique({ where });
  if (row && row.second !== null) return "done";
  if (row?.firstById === by.personId) return "same-person";
  if (!row) {
    await transaction.paperBallot.create({ data: { id: newId(), partnershipId: by.partnershipId, electionId: election.id, serial, first: keyed, firstById: by.personId } });
  } else {
    const isAlike = agree(keyedSchema.parse(row.first), keyed);
    await transaction.paperBallot.update({ where, data: { second: keyed, secondById: by.personId, ...(isAlike && { settled: keyed }) } });
    await audit(transaction, by, "election.paper", election, { serial });
    return isAlike ? "agreed" : "differ";
  }
  await audit(transaction, by, "election.paper", election, { serial });
  return "first";
}

/** Both readings of a paper on which two differ; null where they do not. */
export async function findDifference(on: Database, { id: electionId }: Pick<Election, "id">, serial: number): Promise<{ first: Keyed; second: Keyed } | null> {
  const row = await on.paperBallot.findUnique({ where: { electionId_serial: { electionId, serial } } });
  if (!row || row.second === null || row.settled !== null) return null;
  return { first: keyedSchema.parse(row.first), second: keyedSchema.parse(row.second) };
}

/** The returning officer looked at the paper and says what stands on it. The election is held. */
export async function settlePaper(transaction: Transaction, by: By, election: Pick<Election, "id">, serial: number, settled: Keyed): Promise<void> {
  const done = await transaction.paperBallot.updateMany({ where: { electionId: election.id, serial, second: { not: Prisma.DbNull } }, data: { settled } });
  if (done.count > 0) await audit(transaction, by, "election.paper-settled", election, { serial });
}

/** Takes away a paper that was keyed under a wrong number, so that it can be keyed again. The election is held. */
export async function dropPaper(transaction: Transaction, by: By, election: Pick<Election, "id">, serial: number): Promise<void> {
  const done = await transaction.paperBallot.deleteMany({ where: { electionId: election.id, serial } });
  if (done.count > 0) await audit(transaction, by, "election.paper-dropped", election, { serial });
}

/** What stands against what: envelopes whose paper counts, and papers as far as they were keyed. */
export type Reconciliation = Envelopes & { papers: number; once: number; differing: number; agreed: number };

export async function reconciliationOf(on: Database, election: Pick<Election, "id">): Promise<Reconciliation> {
  const electionId = election.id;
  const [papers, once, agreed] = [
    await on.paperBallot.count({ where: { electionId } }),
    await on.paperBallot.count({ where: { electionId, second: { equals: Prisma.DbNull } } }),
    await on.paperBallot.count({ where: { electionId, second: { not: Prisma.DbNull }, settled: { not: Prisma.DbNull } } }),
  ];
  return { ...(await countEnvelopes(on, election)), papers, once, differing: papers - once - agreed, agreed };
}

/** Whether every paper is agreed, and as many as envelopes were accepted. */
export function isEven({ accepted, papers, agreed }: Reconciliation): boolean {
  return agreed === papers && papers === accepted;
}

/** Whether papers stand in nobody's way to the sealing: reconciled, or none at all. */
export function arePapersDone(steps: Election["steps"], { accepted, papers }: Pick<Reconciliation, "accepted" | "papers">): boolean {
  return steps.some(({ kind }) => kind === "papers-reconciled") || accepted + papers === 0;
}

/** The returning officer reconciles: every paper agreed and as many as envelopes, or why not. The election is held. */
export async function reconcile(transaction: Transaction, by: By, election: Pick<Election, "id">, { accepted, agreed }: Reconciliation, reason: Text): Promise<void> {
  await takeStep(transaction, by, election, { kind: "papers-reconciled", reason, facts: { accepted, papers: agreed } });
}
