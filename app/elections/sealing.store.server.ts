// The sealing of a poll after its close: the box is opened with the key, papers join it, all ballots are written anew in an order that tells
// nothing, the roll is marked, the old table goes and then the key. In one transaction; before it nobody sees a ballot. [COUNTING 4.2]
import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Contest, Preference } from "#app/counting/contest.ts";
import { inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId, newReference, sha256 } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { ballotFile, chain, codesInBatch, isSalted, mergedBallots, rulesText, type Link } from "./ballot-file.ts";
import type { SpoiltReason } from "./ballot.ts";
import { findPaper, openCast, placesOf, type Cast } from "./box.store.server.ts";
import { electionState, holdElection, takeStep, type By, type Election, type Totals } from "./elections.store.server.ts";
import { tellsOrderOnly } from "./order-only.ts";
import { arePapersDone, keyedSchema, reconciliationOf } from "./papers.store.server.ts";
import { destroyPollKey, pollKey, slotOf, type PollKey } from "./poll-key.server.ts";
import type { SealingProblem, TellSealing } from "./sealing-run.ts";

/** Why a box is not sealed. Nothing is changed then. */
export type NotSealed = { code: Exclude<SealingProblem, "unopened" | "nobodys"> } | { code: Extract<SealingProblem, "unopened" | "nobodys">; count: number };

type SealedOne = { preferences: Preference[]; spoilt: SpoiltReason | "blank" | null };
type Roll = { id: string; struckReason: string | null; paperRuling: string | null }[];

/** Ten thousand ballots take a second or two, and so much on a machine that has other work. */
const longestInMs = 300_000;
const tellsNobody: TellSealing = () => Promise.resolve();

/**
 * Seals the box of an election whose poll is closed and reconciled, then destroys its key: never before the transaction has committed. Begun
 * again, it finishes what a crash left.
 */
export async function seal(by: By, electionId: string, tell: TellSealing = tellsNobody): Promise<Result<null, NotSealed>> {
  const sealed = await inTransaction(async (transaction): Promise<Result<null, NotSealed>> => {
    const election = await holdElection(transaction, by.partnershipId, electionId);
    if (did(election, "sealed")) return succeed(null);
    if (electionState(election, by.now) !== "poll-closed") return fail({ code: "open" });
    if (!arePapersDone(election.steps, await reconciliationOf(transaction, election))) return fail({ code: "papers" });
    const key = pollKey(election.id);
    if (key === null) return fail({ code: "no-key" });
    // because a backup that began before would find other polls' ballots neither in the old table nor in the new one
    const [turn] = await transaction.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('folkmoot backup')) AS mine`;
    if (!turn?.mine) return fail({ code: "backup" });
    return sealHeld(transaction, by, election, key, tell);
  }, longestInMs);
  if (!sealed.ok) return sealed;
  await tell("key");
  await finishSealing(by, electionId);
  return sealed;
}

const did = ({ steps }: Pick<Election, "steps">, kind: Election["steps"][number]["kind"]) => steps.some((step) => step.kind === kind);

/** Whether nobody needs the key of a poll any more: its box is sealed, or was given up with the poll. */
const isKeyOver = (election: Election) => did(election, "sealed") || (did(election, "abandoned") && did(election, "poll-prepared"));

/** Destroys the key of a poll that is sealed or abandoned, and records it; as good as done where it was. */
export async function finishSealing(by: By, electionId: string): Promise<void> {
  await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, by.partnershipId, electionId);
    if (!isKeyOver(election) || did(election, "key-destroyed")) return;
    destroyPollKey(election.id);
    await transaction.sealingRun.deleteMany({ where: { electionId: election.id } });
    await takeStep(transaction, by, election, { kind: "key-destroyed" });
  });
}

async function sealHeld(transaction: Transaction, by: By, election: Election, key: PollKey, tell: TellSealing): Promise<Result<null, NotSealed>> {
  const { id: electionId, partnershipId } = election;
  await tell("opening");
  await transaction.$executeRaw`LOCK TABLE "BallotBox", "PollMark" IN ACCESS EXCLUSIVE MODE`;
  const roll: Roll = await transaction.voter.findMany({ where: { electionId }, select: { id: true, struckReason: true, paperRuling: true } });
  const box = await transaction.ballotBox.findMany({ where: { electionId } });
  const slots = new Map(roll.map(({ id }) => [id, slotOf(key, id)]));
  const opened = await openAll(key, electionId, box, new Set(slots.values()), tell);
  if (!opened.ok) return opened;
  const papers = await readPapers(transaction, electionId);
  if (papers === null) return fail({ code: "papers" });

  const online: Cast[] = [];
  const voted = new Map<string, "online" | "paper" | "none">();
  let voided = 0;
  for (const voter of roll) {
    const ballot = opened.value.get(slots.get(voter.id)!);
    const isOnPaper = voter.paperRuling === "accepted" && voter.struckReason === null;
    const counts = ballot !== undefined && !isOnPaper && voter.struckReason === null;
    if (counts) online.push(ballot);
    if (ballot !== undefined && !counts) voided += 1;
    if (voter.paperRuling === "set-aside") voided += 1;
    voted.set(voter.id, isOnPaper ? "paper" : counts ? "online" : "none");
  }

  await tell("writing");
  const all = shuffled<SealedOne>([...online.map(({ preferences }) => judged({ preferences, spoilt: null })), ...papers.map(judged)]);
  const rows = all.map((one) => ({ id: newId(), ...one }));
  await transaction.$executeRaw`
    INSERT INTO "SealedBallot" (id, "partnershipId", "electionId", preferences, spoilt) SELECT id, ${partnershipId}, ${electionId}, preferences, spoilt
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(id text, preferences jsonb, spoilt text)`;
  await tell("publishing");
  const batches = inBatches(shuffled(online.map(({ tracking }) => tracking)));
  const listed = batches.flatMap((codes, index) => codes.map((code) => ({ code, batch: index + 1 })));
  await transaction.$executeRaw`
    INSERT INTO "TrackingCode" ("electionId", code, batch) SELECT ${electionId}, code, batch FROM jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) AS one(code text, batch int)`;
  await transaction.$executeRaw`
    UPDATE "Voter" v SET "codeHash" = NULL, voted = marked.voted FROM unnest(${[...voted.keys()]}::text[], ${[...voted.values()]}::text[]) AS marked(id, voted)
    WHERE v.id = marked.id AND v."electionId" = ${electionId}`;
  await transaction.paperBallot.deleteMany({ where: { electionId } });
  await replaceTable(transaction, "BallotBox", electionId);
  await replaceTable(transaction, "PollMark", electionId);

  const blank = all.filter(({ spoilt }) => spoilt === "blank").length;
  const spoilt = all.filter((one) => one.spoilt !== null).length - blank;
  const issued = election.issued ?? roll.length;
  const totals: Totals = { issued, returned: [...voted.values()].filter((one) => one !== "none").length, online: online.length, paper: papers.length, blank, spoilt, void: voided };
  const ballotSalt = isSalted(election) ? `${newReference()}-${newReference()}` : null;
  const ballotHash = sha256(ballotFile(await contestOf(transaction, election, all.map((one) => ({ ...one, papers: 1 }))), ballotSalt));
  const rulesHash = sha256(rulesText({ ...election, seats: placesOf(election) }));
  await transaction.networkElection.update({ where: { id: electionId }, data: { totals, ballotSalt, ballotHash, rulesHash, revision: { increment: 1 } } });
  const codesHash = chain(ballotHash, batches, sha256).at(-1)?.hash ?? ballotHash;
  await takeStep(transaction, by, election, { kind: "sealed", facts: { ...(tellsOrderOnly(election) ? { issued } : totals), ballotHash, rulesHash, codesHash } });
  return succeed(null);
}

/** After so many ballots it is told how far it is, and others have their turn. */
const toldEvery = 250;

/** Every ballot of the box by its slot; or how many do not open, or lie where no voter's ballot does. */
async function openAll(key: PollKey, electionId: string, box: { slot: string; ballot: Uint8Array }[], slots: ReadonlySet<string>, tell: TellSealing): Promise<Result<Map<string, Cast>, NotSealed>> {
  const opened = new Map<string, Cast>();
  let unopened = 0;
  for (const [index, { slot, ballot }] of box.entries()) {
    if (index % toldEvery === 0) await tell("opening", index / box.length);
    const one = openCast(key, { electionId, slot }, ballot);
    if (one === null) unopened += 1;
    else opened.set(slot, one);
  }
  if (unopened > 0) return fail({ code: "unopened", count: unopened });
  const nobodys = box.filter(({ slot }) => !slots.has(slot)).length;
  return nobodys > 0 ? fail({ code: "nobodys", count: nobodys }) : succeed(opened);
}

/** What was agreed of each paper; null where two still differ. */
async function readPapers(transaction: Transaction, electionId: string): Promise<SealedOne[] | null> {
  const rows = await transaction.paperBallot.findMany({ where: { electionId }, select: { settled: true } });
  const settled = rows.map((row) => keyedSchema.safeParse(row.settled));
  return settled.every((one) => one.success) ? settled.map((one) => one.data!) : null;
}

function judged({ preferences, spoilt }: SealedOne): SealedOne {
  return spoilt === null && preferences.flat().length === 0 ? { preferences: [], spoilt: "blank" } : { preferences, spoilt };
}

/** In an order drawn by lot, each as likely as any. */
export function shuffled<One>(list: readonly One[]): One[] {
  const drawn = [...list];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}

function inBatches(codes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / codesInBatch) }, (_, index) => codes.slice(index * codesInBatch, (index + 1) * codesInBatch));
}

/**
 * Puts a new table in the place of one of slots or marks, with other polls' rows in the order of their names: what lay in the old one, where,
 * and since when, goes from the disk with it.
 */
async function replaceTable(transaction: Transaction, table: "BallotBox" | "PollMark", electionId: string): Promise<void> {
  const second = { BallotBox: "slot", PollMark: "mark" }[table];
  await transaction.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Before"`);
  await transaction.$executeRawUnsafe(`ALTER INDEX "${table}_pkey" RENAME TO "${table}Before_pkey"`);
  await transaction.$executeRawUnsafe(`CREATE TABLE "${table}" (LIKE "${table}Before" INCLUDING ALL)`);
  await transaction.$executeRawUnsafe(`INSERT INTO "${table}" SELECT * FROM "${table}Before" WHERE "electionId" <> $1 ORDER BY "electionId", ${second}`, electionId);
  await transaction.$executeRawUnsafe(`DROP TABLE "${table}Before"`);
}

type Held = { papers: number; preferences: readonly Preference[]; spoilt: string | null };

async function contestOf(on: Database, election: Election, ballots: readonly Held[]): Promise<Contest> {
  const { named, seats } = await findPaper(on, election);
  return { title: textIn(election.title, "en").text, candidates: named.map(({ name }) => name), seats, withdrawn: [], ballots: mergedBallots(ballots) };
}

const preferenceSchema = z.array(z.union([z.number().int().positive(), z.array(z.number().int().positive())]));

/** What is counted of a sealed poll: its file is what `ballotHash` is the hash of. */
export async function findSealedContest(on: Database, election: Election): Promise<Contest> {
  const rows = await on.sealedBallot.findMany({ where: { electionId: election.id }, select: { papers: true, preferences: true, spoilt: true } });
  return contestOf(on, election, rows.map((row) => ({ ...row, preferences: preferenceSchema.parse(row.preferences) })));
}

/** The published list of tracking codes with its chain of hashes; null before sealing, and of a loaded election. */
export async function findChain(on: Database, { id, ballotHash, totals }: Pick<Election, "id" | "ballotHash" | "totals">): Promise<Link[] | null> {
  if (ballotHash === null || totals === null) return null;
  const rows = await on.trackingCode.findMany({ where: { electionId: id }, select: { code: true, batch: true } });
  const batches: string[][] = [];
  for (const { code, batch } of rows) (batches[batch - 1] ??= []).push(code);
  return chain(ballotHash, batches, sha256);
}

/** The batch in which a tracking code was published; null where it was not. */
export async function findTrackingCode(on: Database, { id: electionId }: Pick<Election, "id">, code: string): Promise<number | null> {
  return (await on.trackingCode.findUnique({ where: { electionId_code: { electionId, code } } }))?.batch ?? null;
}
