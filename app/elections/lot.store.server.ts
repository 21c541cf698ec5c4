// The lot: a text drawn in public after the hash of the sealed ballot file was published. With the hash it makes the order in which lots
// fall, once and for all. [COUNTING 4.5]
import { ballotPaperOrder, lotsFromSeed, seedOf } from "#app/counting/lots.ts";
import type { Candidate } from "#app/counting/contest.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { sha256 } from "#app/shared/keys.server.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";

export type Lots = { seed: string; order: Candidate[] };

/** The order of lots of an election; null until the lot was drawn. */
export async function lotsOf({ ballotHash, lotText }: Pick<Election, "ballotHash" | "lotText">, candidates: number): Promise<Lots | null> {
  if (ballotHash === null || lotText === null) return null;
  const seed = await seedOf(ballotHash, lotText, sha256);
  return { seed, order: candidates === 0 ? ballotPaperOrder(0) : await lotsFromSeed(seed, candidates, sha256) };
}

/** Enters what was drawn, in an election that is held and sealed and has no lot yet. */
export async function enterLot(transaction: Transaction, by: By, election: Election, lotText: string): Promise<void> {
  await transaction.networkElection.update({ where: { id: election.id }, data: { lotText, revision: { increment: 1 } } });
  const seed = await seedOf(election.ballotHash!, lotText, sha256);
  await takeStep(transaction, by, election, { kind: "lots-drawn", facts: { seed } });
}
