// Moving, merging and splitting codes: what was coded follows, and is kept as it was. The caller holds the codeframe and has asked the policy.
import { defaultLanguage } from "#app/shared/languages.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { languagesTaken, mayMergeInto, mayStandUnder, mostCodes, takesCodes } from "./code.ts";
import type { Part } from "./codeframe-change.ts";
import { listCodes, tell } from "./codeframes.store.server.ts";
import { codeAmong, createCode, placeAtEnd, recordChange, refuse, type Changed, type CodesBy } from "./codes.store.server.ts";

export type Touched = {
  /** Answers that carry any of these codes, each counted once. */
  answers: number;
  /** How often the codes were given to them. */
  codings: number;
};

export async function countTouched(on: Database, partnershipId: string, codeIds: readonly string[]): Promise<Touched> {
  const [row] = await on.$queryRaw<[Touched]>`
    SELECT count(DISTINCT "textId")::int AS answers, count(*)::int AS codings FROM "Coding" WHERE "partnershipId" = ${partnershipId} AND "codeId" = ANY (${codeIds})`;
  return row;
}

/** Answers that carry both codes. */
export async function countBoth(on: Database, partnershipId: string, codeId: string, otherId: string): Promise<number> {
  const [row] = await on.$queryRaw<[{ count: number }]>`
    SELECT count(DISTINCT one."textId")::int AS count FROM "Coding" one JOIN "Coding" other ON other."textId" = one."textId" AND other."codeId" = ${otherId}
    WHERE one."partnershipId" = ${partnershipId} AND one."codeId" = ${codeId}`;
  return row.count;
}

/** Puts a code under another, or makes a theme of it, with everything that is under it; what was coded with it stays coded with it. */
export async function moveCode(transaction: Transaction, by: CodesBy, id: string, parentId: string | null): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const code = codeAmong(codes, id);
  if (code.parentId === parentId) return { ok: true, codeId: id };
  if (!mayStandUnder(codes, id, parentId)) return refuse("no-place");
  if (languagesTaken(codes, { id, parentId, name: code.name }).length > 0) return refuse("name-taken");
  await transaction.code.update({ where: { id }, data: { parentId, place: placeAtEnd(codes, parentId) } });
  await recordChange(transaction, by, { kind: "move", codeId: id, before: [code] });
  return { ok: true, codeId: id };
}

/** Waits for whoever gives one of these codes at this moment, and lets nobody else until the end. */
export async function holdCodes(transaction: Transaction, codeframeId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Code" WHERE "codeframeId" = ${codeframeId} ORDER BY id FOR NO KEY UPDATE`;
}

/** Brings what was coded with one code to another, and takes the one out of use. Where the same stood there already, it stands once. */
export async function mergeCode(transaction: Transaction, by: CodesBy, fromId: string, intoId: string): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const from = codeAmong(codes, fromId);
  if (from.mergedIntoId === intoId) return { ok: true, codeId: intoId };
  if (!mayMergeInto(codes, fromId, intoId)) return refuse("no-merging");
  await holdCodes(transaction, by.frame.id);
  await transaction.code.update({ where: { id: fromId }, data: { retiredAt: by.now, mergedIntoId: intoId } });
  const { codings } = await countTouched(transaction, by.frame.partnershipId, [fromId]);
  const changeId = await recordChange(transaction, by, { kind: "merge", codeId: fromId, before: [from], facts: { codings } });
  await takeCodings(transaction, { changeId, partnershipId: by.frame.partnershipId, fromId, intoId });
  return { ok: true, codeId: intoId };
}

type Taking = Record<"changeId" | "partnershipId" | "fromId" | "intoId", string> & { textIds?: readonly string[] };

/** Those on these texts alone where texts are named; how many there were. */
async function takeCodings(transaction: Transaction, { changeId, partnershipId, fromId, intoId, textIds }: Taking): Promise<number> {
  const wanted = Prisma.sql`one."codeId" = ${fromId}${textIds ? Prisma.sql` AND one."textId" = ANY (${textIds})` : Prisma.empty}`;
  const taken = await transaction.$executeRaw`
    INSERT INTO "CodingMove" ("changeId", "codingId", "partnershipId", "textId", "fromCodeId", "coderId", start, "end", stance, version, pass, "isShared", at, "earlierChangeId", "isDropped")
    SELECT ${changeId}, one.id, ${partnershipId}, one."textId", one."codeId", one."coderId", one.start, one."end", one.stance, one.version, one.pass, one."isShared", one.at, one."changeId",
      EXISTS (SELECT 1 FROM "Coding" same WHERE same."codeId" = ${intoId} AND same."textId" = one."textId" AND same."coderId" = one."coderId" AND same.pass = one.pass
        AND same.start IS NOT DISTINCT FROM one.start AND same."end" IS NOT DISTINCT FROM one."end")
    FROM "Coding" one WHERE ${wanted}`;
  const moved = Prisma.sql`${wanted} AND move."changeId" = ${changeId} AND move."codingId" = one.id`;
  // because what one of the two said of a whole campaign is still said of it when they are one
  await transaction.$executeRaw`
    WITH stays AS (
      UPDATE "Coding" one SET "isShared" = true FROM "CodingMove" move
      WHERE move."changeId" = ${changeId} AND move."isDropped" AND move."isShared" AND one."codeId" = ${intoId} AND NOT one."isShared" AND one."textId" = move."textId"
        AND one."coderId" = move."coderId" AND one.pass = move.pass AND one.start IS NOT DISTINCT FROM move.start AND one."end" IS NOT DISTINCT FROM move."end"
      RETURNING one.id, move."codingId")
    UPDATE "CodingMove" move SET "sharesId" = stays.id FROM stays WHERE move."changeId" = ${changeId} AND move."codingId" = stays."codingId"`;
  await transaction.$executeRaw`DELETE FROM "Coding" one USING "CodingMove" move WHERE ${moved} AND move."isDropped"`;
  await transaction.$executeRaw`UPDATE "Coding" one SET "codeId" = ${intoId}, "changeId" = ${changeId} FROM "CodingMove" move WHERE ${moved}`;
  return taken;
}

/** Where the new codes stand, and whether what was coded goes to the first of them or waits to be sorted. */
export type Splitting = { parts: readonly Part[]; where: "beside" | "under"; codings: "stay" | "first" };

/** Makes several codes of one, which stays with what is not sorted. The same splitting sent again is the one that was made. */
export async function splitCode(transaction: Transaction, by: CodesBy, id: string, { parts, where, codings }: Splitting): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const code = codeAmong(codes, id);
  if (code.kind !== "usual" || code.retiredAt !== null) return refuse("no-place");
  const parentId = where === "under" ? id : code.parentId;
  if (!takesCodes(codes, parentId)) return refuse("no-place");
  const names = parts.map(({ name }) => ({ [defaultLanguage]: name }));
  const last = await findSplit(transaction, by.frame, id);
  const made = codes.filter((one) => last?.made.includes(one.id));
  if (made.length === parts.length && parts.every(({ name }) => made.some((one) => one.name[defaultLanguage] === name))) return { ok: true, codeId: id };
  if (names.some((name) => languagesTaken(codes, { id: null, parentId, name }).length > 0)) return refuse("name-taken");
  const inUse = codes.filter(({ retiredAt }) => retiredAt === null).length;
  if (inUse + parts.length > mostCodes || codes.length + parts.length > mostCodes * 2) return refuse("full");
  await holdCodes(transaction, by.frame.id);
  const ids: string[] = [];
  const plainly = { include: {}, exclude: {}, example: {}, isCrossCutting: code.isCrossCutting, isEquality: code.isEquality };
  for (const { name, definition } of parts) {
    const texts = { ...plainly, name: { [defaultLanguage]: name }, definition: { [defaultLanguage]: definition } };
    ids.push(await createCode(transaction, by, await listCodes(transaction, by.frame), { parentId, texts }));
  }
  const touched = codings === "first" ? await countTouched(transaction, by.frame.partnershipId, [id]) : { codings: 0 };
  const changeId = await recordChange(transaction, by, { kind: "split", codeId: id, made: ids, facts: { codings: touched.codings } });
  if (codings === "first") await takeCodings(transaction, { changeId, partnershipId: by.frame.partnershipId, fromId: id, intoId: ids[0]! });
  return { ok: true, codeId: id };
}

/** The last splitting of a code that stands, and the codes in use that it made. */
export async function findSplit(on: Database, { id: codeframeId, partnershipId }: { id: string; partnershipId: string }, codeId: string): Promise<{ id: string; made: string[] } | null> {
  const split = await on.codeframeChange.findFirst({ where: { codeframeId, partnershipId, codeId, kind: "split", undoneAt: null }, orderBy: { number: "desc" }, select: { id: true, made: true } });
  if (!split) return null;
  const inUse = await on.code.findMany({ where: { codeframeId, id: { in: split.made }, retiredAt: null }, select: { id: true } });
  return inUse.length === 0 ? null : { id: split.id, made: split.made.filter((id) => inUse.some((one) => one.id === id)) };
}

/** Hands what was coded on these texts with a split code to the codes made of it; how many codings went. */
export async function sortTexts(transaction: Transaction, { frame, personId }: CodesBy, codeId: string, chosen: readonly { textId: string; toId: string }[]): Promise<number> {
  await holdCodes(transaction, frame.id);
  const split = await findSplit(transaction, frame, codeId);
  if (!split) return 0;
  const { partnershipId, consultationId } = frame;
  let codings = 0;
  for (const intoId of split.made) {
    const textIds = chosen.filter(({ toId }) => toId === intoId).map(({ textId }) => textId);
    if (textIds.length > 0) codings += await takeCodings(transaction, { changeId: split.id, partnershipId, fromId: codeId, intoId, textIds });
  }
  if (codings > 0) await tell(transaction, { partnershipId, personId, action: "codeframe.sort", subjectId: frame.id, facts: { consultationId, codeId, codings } });
  return codings;
}

export type ToSort = { id: string; questionId: string; text: string; language: string };

/** The texts that carry a code, but those that are held, a page at a time; `after` is the last of the page before. */
export async function listCarrying(
  on: Database,
  { partnershipId, codeId, after, most = 20 }: { partnershipId: string; codeId: string; after: string | null; most?: number },
): Promise<{ texts: ToSort[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<ToSort[]>`
    SELECT text.id, text."questionId", text.text, text.language FROM "AnswerText" text
    WHERE text."partnershipId" = ${partnershipId} AND text.id COLLATE "C" > ${after ?? ""} AND EXISTS (SELECT FROM "Coding" one WHERE one."codeId" = ${codeId} AND one."textId" = text.id)
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")
    ORDER BY text.id COLLATE "C" LIMIT ${most + 1}`;
  const texts = rows.slice(0, most);
  return { texts, nextAfter: rows.length > most ? (texts.at(-1)?.id ?? null) : null };
}
