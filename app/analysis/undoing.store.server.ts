// What was done to the codes of a codeframe, and the last of it undone. The caller has asked the policy.
import { z } from "zod";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Codeframe } from "./codeframe.ts";
import { changeKinds, touchedBy, type ChangeKind } from "./codeframe-change.ts";
import { codeSchema, tell } from "./codeframes.store.server.ts";
import type { CodesBy } from "./codes.store.server.ts";
import { holdCodes } from "./recoding.store.server.ts";

type Of = Pick<Codeframe, "id" | "partnershipId">;

const changeSchema = z.object({
  ...{ id: z.string(), number: z.int(), kind: z.enum(changeKinds), codeId: z.string(), made: z.array(z.string()), at: z.date() },
  ...{ personId: z.string(), undoneAt: z.date().nullable(), undoneById: z.string().nullable() },
  before: z.array(codeSchema),
});

type Change = z.infer<typeof changeSchema>;

/** A change with the name of the code it was about and the answers whose codings it moved. */
export type ChangeTold = Omit<Change, "before" | "made"> & { name: Text; made: Text[]; answers: number };

/** The changes of a codeframe, the newest first, a page at a time; `below` is the number of the last of the page before. */
export async function listChanges(on: Database, { id: codeframeId, partnershipId }: Of, { below, most = 50 }: { below: number | null; most?: number }): Promise<{ changes: ChangeTold[]; nextBelow: number | null }> {
  const where = { codeframeId, partnershipId, ...(below !== null && { number: { lt: below } }) };
  const rows = z.array(changeSchema).parse(await on.codeframeChange.findMany({ where, orderBy: { number: "desc" }, take: most + 1 }));
  const shown = rows.slice(0, most);
  const codes = await on.code.findMany({ where: { codeframeId, id: { in: shown.flatMap(({ codeId, made }) => [codeId, ...made]) } }, select: { id: true, name: true } });
  const nameOf = (id: string) => codes.find((code) => code.id === id)?.name as Text | undefined;
  const moved = await on.$queryRaw<{ changeId: string; answers: number }[]>`
    SELECT "changeId", count(DISTINCT "textId")::int AS answers FROM "CodingMove" WHERE "changeId" = ANY (${shown.map(({ id }) => id)}) GROUP BY 1`;
  const changes = shown.map(({ before, made, ...change }) => ({
    ...change,
    name: nameOf(change.codeId) ?? before.find(({ id }) => id === change.codeId)?.name ?? {},
    made: made.flatMap((id) => nameOf(id) ?? []),
    answers: moved.find(({ changeId }) => changeId === change.id)?.answers ?? 0,
  }));
  return { changes, nextBelow: rows.length > most ? (changes.at(-1)?.number ?? null) : null };
}

/** The last change that stands, and how many codes were given since that stand on it. */
export type LastChange = Change & { since: number };

export async function findLastChange(on: Database, { id: codeframeId, partnershipId }: Of): Promise<LastChange | null> {
  const row = await on.codeframeChange.findFirst({ where: { codeframeId, partnershipId, undoneAt: null }, orderBy: { number: "desc" } });
  if (!row) return null;
  const change = changeSchema.parse(row);
  const codes = await on.code.findMany({ where: { codeframeId }, select: { id: true, mergedIntoId: true } });
  // because what the change itself brought there goes back with it, whenever it was given
  const since = await on.coding.count({ where: { codeId: { in: touchedBy(change, codes) }, at: { gt: change.at }, OR: [{ changeId: null }, { changeId: { not: change.id } }] } });
  return { ...change, since };
}

/** Undoes the last change if it is that number; the kind of it, or null where another is the last now or codes given since stand on it. */
export async function undoLastChange(transaction: Transaction, { frame, personId, now }: CodesBy, number: number): Promise<ChangeKind | null> {
  await holdCodes(transaction, frame.id);
  const change = await findLastChange(transaction, frame);
  if (!change || change.number !== number || change.since > 0) return null;
  const { partnershipId, id: codeframeId, consultationId } = frame;
  for (const { id, ...code } of change.before) {
    await transaction.code.upsert({ where: { id }, create: { id, partnershipId, codeframeId, ...code }, update: code });
  }
  await bringBack(transaction, change.id);
  await transaction.code.deleteMany({ where: { id: { in: change.made }, codeframeId } });
  await transaction.codeframeChange.update({ where: { id: change.id }, data: { undoneAt: now, undoneById: personId } });
  await tell(transaction, { partnershipId, personId, action: "codeframe.undo", subjectId: codeframeId, facts: { consultationId, codeId: change.codeId, number } });
  return change.kind;
}

/** Every coding that a change took elsewhere stands where it stood. */
async function bringBack(transaction: Transaction, changeId: string): Promise<void> {
  // because the code that was split may have been given to the same text again meanwhile: it stands once
  await transaction.$executeRaw`
    DELETE FROM "Coding" one USING "CodingMove" move WHERE move."changeId" = ${changeId} AND move."codingId" = one.id AND EXISTS (
      SELECT FROM "Coding" same WHERE same."codeId" = move."fromCodeId" AND same."textId" = one."textId" AND same."coderId" = one."coderId" AND same.pass = one.pass
        AND same.start IS NOT DISTINCT FROM one.start AND same."end" IS NOT DISTINCT FROM one."end")`;
  await transaction.$executeRaw`UPDATE "Coding" one SET "isShared" = false FROM "CodingMove" move WHERE move."changeId" = ${changeId} AND move."sharesId" = one.id`;
  await transaction.$executeRaw`
    UPDATE "Coding" one SET "codeId" = move."fromCodeId", "changeId" = move."earlierChangeId" FROM "CodingMove" move WHERE move."changeId" = ${changeId} AND move."codingId" = one.id`;
  await transaction.$executeRaw`
    INSERT INTO "Coding" (id, "partnershipId", "textId", "codeId", "coderId", start, "end", stance, version, pass, "isShared", at, "changeId")
    SELECT "codingId", "partnershipId", "textId", "fromCodeId", "coderId", start, "end", stance, version, pass, "isShared", at, "earlierChangeId"
    FROM "CodingMove" WHERE "changeId" = ${changeId} AND "isDropped" ON CONFLICT DO NOTHING`;
  await transaction.codingMove.deleteMany({ where: { changeId } });
}
