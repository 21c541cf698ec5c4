// Texts handed out to coders, and samples of them drawn to be read a second time. The caller has asked the policy and holds the consultation.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { readersIn, textsOf } from "./coded-texts.store.server.ts";
import type { HandOutAsked, SampleAsked } from "./hand-out.ts";
import { Order } from "./reading.ts";
import { apportioned, handOut, inDrawnOrder, sampleSize, type Share } from "./sample.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type By = { consultation: Of; setId: string; personId: string; now: Date; once: string };

const sharesSchema = z.array(z.object({ coderId: z.string(), parts: z.number() }));

type In = { setId: string; consultationId: string };

const unread = ({ setId, consultationId }: In, questionIds: readonly string[]) => Prisma.sql`
  SELECT said.* FROM (${textsOf(setId, questionIds)}) said WHERE NOT EXISTS (SELECT FROM (${readersIn(consultationId)}) reader WHERE reader."textId" = said.id)`;

/** How many texts of each question nobody was given and nobody has coded. */
export async function countFree(on: Database, of: In, questionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await on.$queryRaw<{ questionId: string; count: number }[]>`SELECT "questionId", count(*)::int AS count FROM (${unread(of, questionIds)}) free GROUP BY 1`;
  return new Map(rows.map(({ questionId, count }) => [questionId, count]));
}

const inSet = ({ setId, consultation }: By): In => ({ setId, consultationId: consultation.id });

type Drawn = { questionId: string; pool: string[]; drawn: string[]; given: Map<string, string[]> };

/** Hands out texts that nobody was given and nobody has coded; how many. The same press twice hands out once. */
export async function handOutTexts(transaction: Transaction, by: By, { questionIds, shares, most }: HandOutAsked): Promise<Result<number, "nothing-left">> {
  const before = await findEarlier(transaction, by);
  if (before !== null) return succeed(before);
  const rows = await transaction.$queryRaw<{ questionId: string; ids: string }[]>`
    SELECT "questionId", string_agg(id, '' ORDER BY id COLLATE "C") AS ids FROM (${unread(inSet(by), questionIds)}) free GROUP BY 1 ORDER BY 1`;
  const pools = new Map(rows.map(({ questionId, ids }) => [questionId, listed(ids)]));
  const sizes = new Map([...pools].map(([questionId, pool]) => [questionId, pool.length]));
  const wanted = most === null ? sizes : apportioned(sizes, most);
  const seed = newId();
  const all = [...pools].map(([questionId, pool]): Drawn => {
    const drawn = inDrawnOrder(pool, seed).slice(0, wanted.get(questionId));
    return { questionId, pool, drawn, given: handOut(drawn, shares, seed) };
  });
  const count = await putDown(transaction, by, { pass: "first", seed, shares, all });
  return count === 0 ? fail("nothing-left") : succeed(count);
}

type Eligible = { questionId: string; id: string; readers: string[] };

/** How many texts of a set are coded or handed out, and how many of those were drawn already to be read a second time. */
export async function countForSample(on: Database, { setId, consultationId }: In): Promise<{ texts: number; drawn: number }> {
  const [row] = await on.$queryRaw<[{ texts: number; drawn: number }]>`
    SELECT count(*)::int AS texts, count(second."textId")::int AS drawn FROM (${textsOf(setId)}) said
    LEFT JOIN "CodingTask" second ON second."textId" = said.id AND second.pass = 'second'
    WHERE EXISTS (SELECT FROM (${readersIn(consultationId)}) reader WHERE reader."textId" = said.id)`;
  return row;
}

/** Draws of the texts that are coded or handed out a sample to be read again by somebody else, each question with its share; how many. */
export async function drawSample(transaction: Transaction, by: By, { shares, share, least, reason }: SampleAsked): Promise<Result<number, "nothing-left" | "nobody-else" | "enough">> {
  const before = await findEarlier(transaction, by);
  if (before !== null) return succeed(before);
  const { texts, drawn: already } = await countForSample(transaction, inSet(by));
  if (texts === 0) return fail("nothing-left");
  const size = sampleSize(texts, { share, least }) - already;
  if (size <= 0) return fail("enough");
  const rows = await transaction.$queryRaw<Eligible[]>`
    SELECT said."questionId", said.id, reader.ids AS readers FROM (${textsOf(by.setId)}) said
    JOIN (SELECT "textId", array_agg("coderId") AS ids FROM (${readersIn(by.consultation.id)}) one GROUP BY 1) reader ON reader."textId" = said.id
    WHERE NOT EXISTS (SELECT FROM "CodingTask" second WHERE second."textId" = said.id AND second.pass = 'second')
    ORDER BY 1, said.id COLLATE "C"`;
  // because a sample of those alone that somebody else could read would be none of all
  if (rows.some(({ readers }) => shares.every(({ coderId }) => readers.includes(coderId)))) return fail("nobody-else");
  const readers = new Map(rows.map(({ id, readers: own }) => [id, own]));
  const pools = new Map<string, string[]>();
  for (const { questionId, id } of rows) pools.set(questionId, [...(pools.get(questionId) ?? []), id]);
  const wanted = apportioned(new Map([...pools].map(([questionId, pool]) => [questionId, pool.length])), size);
  const seed = newId();
  const all = [...pools].map(([questionId, pool]): Drawn => {
    const drawn = inDrawnOrder(pool, seed).slice(0, wanted.get(questionId));
    return { questionId, pool, drawn, given: handOut(drawn, shares, seed, (coderId, id) => !readers.get(id)!.includes(coderId)) };
  });
  await takeUp(transaction, by, all.flatMap(({ drawn }) => drawn));
  const count = await putDown(transaction, by, { pass: "second", seed, shares, all, sample: { share, least, reason } });
  return count === 0 ? fail("nothing-left") : succeed(count);
}

/** Of a text that somebody coded by themselves, its first reader is whoever gave the first code, and it is done. */
async function takeUp(transaction: Transaction, { consultation: { id: consultationId, partnershipId }, now }: By, ids: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "CodingTask" ("textId", pass, "partnershipId", "consultationId", "questionId", "coderId", "givenAt", "doneAt")
    SELECT DISTINCT ON (text.id) text.id, 'first', ${partnershipId}, ${consultationId}, text."questionId", coding."coderId", ${now}, max(coding.at) OVER (PARTITION BY text.id)
    FROM "AnswerText" text JOIN "Coding" coding ON coding."textId" = text.id AND coding.pass = 'first'
    WHERE text.id = ANY(${[...ids]}) ORDER BY text.id, coding.at, coding.id
    ON CONFLICT DO NOTHING`;
}

type PutDown = { pass: "first" | "second"; seed: string; shares: readonly Share[]; all: readonly Drawn[]; sample?: { share: number; least: number; reason: string | null } };

async function putDown(transaction: Transaction, { consultation: { id: consultationId, partnershipId }, setId, personId, now, once }: By, { pass, seed, shares, all, sample }: PutDown): Promise<number> {
  const drawn = all.filter((one) => one.drawn.length > 0);
  for (const [index, { questionId, pool, drawn: texts, given }] of drawn.entries()) {
    const id = index === 0 ? once : newId();
    await transaction.handOut.create({
      data: { id, partnershipId, consultationId, setId, questionId, pass, shares: shares.map(({ coderId, parts }) => ({ coderId, parts })), seed, pool: pool.join(""), texts: texts.length, at: now, byId: personId, ...sample },
    });
    const [ids, coders] = [[...given.values()].flat(), [...given].flatMap(([coderId, own]) => own.map(() => coderId))];
    await transaction.$executeRaw`
      INSERT INTO "CodingTask" ("textId", pass, "partnershipId", "consultationId", "questionId", "coderId", "handOutId", "givenAt")
      SELECT given.id, ${pass}, ${partnershipId}, ${consultationId}, ${questionId}, given.coder, ${id}, ${now}
      FROM unnest(${ids}::text[], ${coders}::text[]) AS given(id, coder)`;
  }
  const count = drawn.reduce((sum, { drawn: texts }) => sum + texts.length, 0);
  const action = pass === "first" ? ("analysis.hand-out" as const) : ("analysis.draw-sample" as const);
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "consultation", subjectId: consultationId, facts: { count, seed } });
  return count;
}

/** How many texts the same press has handed out already; null where it is the first. */
async function findEarlier(transaction: Transaction, { consultation, once }: By): Promise<number | null> {
  const earlier = await transaction.handOut.findFirst({ where: { id: once, consultationId: consultation.id }, select: { seed: true } });
  if (!earlier) return null;
  const { _sum } = await transaction.handOut.aggregate({ where: { consultationId: consultation.id, seed: earlier.seed }, _sum: { texts: true } });
  return _sum.texts ?? 0;
}

function listed(ids: string): string[] {
  const order = new Order(ids);
  return order.slice(0, order.length);
}

const ofHandOut = {
  ...{ id: true, questionId: true, pass: true, shares: true, seed: true, texts: true, share: true, least: true, reason: true, at: true, byId: true },
  set: { select: { number: true } },
} as const;

export type HandOutDone = { id: string; questionId: string; isSecond: boolean; shares: Share[]; seed: string; texts: number; of: number; sample: { share: number; least: number } | null; reason: string | null; at: Date; byId: string; set: number };

/** What was handed out and drawn, the newest first, a page at a time; `after` is the last of the page before. */
export async function listHandOuts(on: Database, { id: consultationId, partnershipId }: Of, { after, most = 25 }: { after: string | null; most?: number }): Promise<{ handOuts: HandOutDone[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.handOut.findFirst({ where: { id: after, consultationId }, select: { at: true, id: true } });
  const beyond = last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { gt: last.id } }] };
  const rows = await on.handOut.findMany({ where: { consultationId, partnershipId, ...beyond }, select: ofHandOut, orderBy: [{ at: "desc" }, { id: "asc" }], take: most + 1 });
  const ids = rows.map(({ id }) => id);
  const pools = ids.length === 0 ? [] : await on.$queryRaw<{ id: string; of: number }[]>`SELECT id, (length(pool) / 32)::int AS of FROM "HandOut" WHERE id = ANY(${ids})`;
  const ofPool = new Map(pools.map(({ id, of }) => [id, of]));
  const handOuts = rows.slice(0, most).map(({ pass, shares, share, least, set, ...row }) => ({
    ...{ ...row, isSecond: pass === "second", shares: sharesSchema.parse(shares), of: ofPool.get(row.id) ?? 0, set: set.number },
    sample: share === null || least === null ? null : { share, least },
  }));
  return { handOuts, nextAfter: rows.length > most ? (handOuts.at(-1)?.id ?? null) : null };
}

/** Where a hand-out is drawn again: its texts in the order in which the seed draws them, and which of them were drawn. */
export async function findDraw(on: Database, { id: consultationId, partnershipId }: Of, id: string | undefined): Promise<{ seed: string; questionId: string; texts: number; ids: string[] } | null> {
  const row = await on.handOut.findFirst({ where: { id: id ?? "", consultationId, partnershipId }, select: { seed: true, pool: true, texts: true, questionId: true } });
  return row && { seed: row.seed, questionId: row.questionId, texts: row.texts, ids: inDrawnOrder(listed(row.pool), row.seed) };
}
