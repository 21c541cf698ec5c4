// Every query that a voter's page makes, and the box of ballots. Casting writes to the box and to nothing else, so nothing here takes part
// in a transaction, tells the audit or marks the roll. [COUNTING 4.2]
import { z } from "zod";
import { db, type Database } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Candidate } from "#app/counting/contest.ts";
import type { Paper } from "./ballot.ts";
import type { Election } from "./elections.store.server.ts";
import { organisationOf } from "./nominations.store.server.ts";
import { codeHashOf, codeOf, openBallot, sealBallot, slotOf, type PollKey } from "./poll-key.server.ts";
import { readCode } from "./voting-code.ts";

export type OnPaper = { number: Candidate; name: string; organisation: Text };
/** The ballot paper of an election, with the names that stand on it. */
export type NamedPaper = Paper & { named: OnPaper[] };

/** How many places the count fills: fewer than there are seats where too few stand for those that are kept. [D5] */
export function placesOf({ seats, steps }: Pick<Election, "seats" | "steps">): number {
  const places = steps.findLast(({ kind }) => kind === "candidates-confirmed")?.facts.places;
  return typeof places === "number" ? places : seats;
}

/** Who stands on the ballot paper, in its order. */
export async function findPaper(on: Database, election: Pick<Election, "id" | "rules" | "seats" | "mostRanks" | "steps">): Promise<NamedPaper> {
  const { id, rules, mostRanks } = election;
  const columns = { number: true, name: true, organisation: true, language: true, organisationBody: { select: { name: true } } } as const;
  const rows = await on.nomination.findMany({ where: { electionId: id, number: { not: null } }, select: columns, orderBy: { number: "asc" } });
  const named = rows.map(({ number, name, ...of }) => ({ number: number!, name, organisation: organisationOf(of) }));
  return { rules, seats: placesOf(election), mostRanks, candidates: named.map(({ number }) => number), named };
}

export type VoterOfCode = { id: string; name: string; issue: number; isOnPaper: boolean };
type Of = Pick<Election, "id">;

/** Whose code it is; that it was replaced by another since; or null where it is nobody's. */
export async function findVoterOfCode(on: Database, key: PollKey, { id: electionId }: Of, typed: string): Promise<VoterOfCode | "replaced" | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const columns = { id: true, name: true, issue: true, paperRuling: true, electionId: true, struckReason: true } as const;
  const found = await on.voter.findUnique({ where: { codeHash: codeHashOf(key, code) }, select: columns });
  if (found) {
    if (found.electionId !== electionId || found.struckReason !== null) return null;
    return { id: found.id, name: found.name, issue: found.issue, isOnPaper: found.paperRuling === "accepted" };
  }
  // because an old code's hash is kept nowhere: the few that had another are tried with the key
  const replaced = await on.voter.findMany({ where: { electionId, issue: { gt: 1 } }, select: { id: true, issue: true } });
  const isOld = replaced.some((voter) => Array.from({ length: voter.issue - 1 }, (_, index) => codeOf(key, voter.id, index + 1)).includes(code));
  return isOld ? "replaced" : null;
}

/** What lies in the box for a voter. */
export type Cast = { preferences: Candidate[]; tracking: string };
const castSchema = z.object({ p: z.array(z.number().int().positive()), t: z.string().min(1) });

function written({ preferences, tracking }: Cast): string {
  return JSON.stringify({ p: preferences, t: tracking });
}

/** A ballot of the box; null where it does not open, or is none. */
export function openCast(key: PollKey, place: { electionId: string; slot: string }, ballot: Uint8Array): Cast | null {
  const text = openBallot(key, place, ballot);
  if (text === null) return null;
  const { p, t } = castSchema.parse(JSON.parse(text));
  return { preferences: p, tracking: t };
}

/** The voter's ballot as it is stored, or null where they have not voted online. */
export async function findCast(on: Database, key: PollKey, { id: electionId }: Of, voterId: string): Promise<Cast | null> {
  const slot = slotOf(key, voterId);
  const row = await on.ballotBox.findUnique({ where: { electionId_slot: { electionId, slot } } });
  return row && openCast(key, { electionId, slot }, row.ballot);
}

/** Whether a voter's ballot lies in the box; what it says is not looked at. */
export async function hasCast(on: Database, key: PollKey, { id: electionId }: Of, voterId: string): Promise<boolean> {
  return (await on.ballotBox.count({ where: { electionId, slot: slotOf(key, voterId) } })) > 0;
}

/** A voter's ballot as it lies in the box. */
export function rowOfBox(key: PollKey, { id: electionId }: Of, voterId: string, ballot: Cast): { electionId: string; slot: string; ballot: Uint8Array<ArrayBuffer> } {
  const slot = slotOf(key, voterId);
  return { electionId, slot, ballot: sealBallot(key, { electionId, slot }, written(ballot)) };
}

/**
 * Puts a ballot into the box, in the place of the voter's one before. False where the poll is not open by the database's clock:
 * then nothing is written. One statement of its own, which names no voter.
 */
export async function cast(key: PollKey, { id: electionId }: Of, voterId: string, given: Cast): Promise<boolean> {
  const { slot, ballot } = rowOfBox(key, { id: electionId }, voterId, given);
  const rows = await db().$executeRaw`
    INSERT INTO "BallotBox" ("electionId", slot, ballot)
    SELECT ${electionId}, ${slot}, ${ballot}
    WHERE EXISTS (
      SELECT FROM "NetworkElection" e WHERE e.id = ${electionId} AND clock_timestamp() < e."pollClosesAt"
      AND NOT EXISTS (SELECT FROM "ElectionStep" s WHERE s."electionId" = e.id AND s.kind IN ('sealed', 'abandoned', 'annulled'))
    )
    ON CONFLICT ("electionId", slot) DO UPDATE SET ballot = excluded.ballot`;
  return rows === 1;
}
