// What people answered by the equality groups they say they are in, for each set: counted once and kept, also after the equality
// answers themselves are deleted.
import { markOfEquality } from "#app/consultations/equality.store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Counted } from "./known.ts";
import type { ShownTable } from "./published-results.ts";

/** Tables of groups, and of questions by each group, as they came out of the gate. */
export type ShownEquality = { groups: ShownTable[]; questions: ShownTable[] };

/** What they were counted from: marks of the equality answers and of the set. */
type From = { mark: string; erasures: number };

export type EqualityTables = From & { countedAt: Date; counted: Counted; shown: ShownEquality };

/** Null where nothing was counted: nobody answered any, or it has still to be done. */
export async function findEqualityTables(on: Database, setId: string): Promise<EqualityTables | null> {
  const row = await on.equalityTables.findUnique({ where: { setId } });
  if (!row) return null;
  const { mark, erasures, countedAt, counted, shown } = row;
  // because the job wrote both as they are
  return { mark, erasures, countedAt, counted: counted as unknown as Counted, shown: shown as unknown as ShownEquality };
}

/**
 * Whether the tables of a set are still to be counted, or to be counted again because answers in them changed or were erased. Not
 * once the answers begin to be deleted, because what is left of them is not what was given.
 */
export async function isBehind(on: Database, { consultationId, erasures }: { consultationId: string; erasures: number }, before: From | null): Promise<boolean> {
  if ((await on.equalityTally.count({ where: { consultationId } })) > 0 || (await on.equalityAnswer.count({ where: { consultationId } })) === 0) return false;
  return before?.erasures !== erasures || before.mark !== (await markOfEquality(on, consultationId));
}

export async function saveEqualityTables(on: Database, { id: setId, partnershipId }: { id: string; partnershipId: string }, { counted, shown, ...from }: EqualityTables): Promise<void> {
  const kept = { ...from, counted: counted as unknown as Prisma.InputJsonObject, shown: shown as unknown as Prisma.InputJsonObject };
  await on.equalityTables.upsert({ where: { setId }, create: { setId, partnershipId, ...kept }, update: kept });
}
