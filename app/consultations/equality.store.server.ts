// Equality answers: under a key made from the response's id with a secret, so that nobody reads from one to the other. They
// carry no time and no order, and no log tells who gave them.
import type { Answers } from "#app/forms/answer.ts";
import { db, type Database } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes } from "#app/shared/keys.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";

const keyOf = (responseId: string) => keyedHash("equality", responseId);
/** That of each secret that is still known, the one to write under first. */
const keysOf = (responseId: string) => keyedHashes("equality", responseId);

/** What whoever sent the response answered so far; empty where nothing. */
export async function findEqualityAnswers(on: Database, consultation: Pick<Consultation, "id">, responseId: string): Promise<Answers> {
  const keys = keysOf(responseId);
  const rows = await on.equalityAnswer.findMany({ where: { key: { in: keys }, consultationId: consultation.id } });
  const row = keys.map((key) => rows.find((one) => one.key === key)).find(Boolean);
  return (row?.answers ?? {}) as Answers;
}

/** Replaces the answers; with none left nothing is kept. */
export async function saveEqualityAnswers(
  on: Database,
  consultation: Pick<Consultation, "id" | "partnershipId">,
  responseId: string,
  answers: Answers,
): Promise<void> {
  if (Object.keys(answers).length === 0) return deleteEqualityAnswers(on, [responseId]);
  const kept = { answers: answers as Prisma.InputJsonObject };
  const [key = "", ...others] = keysOf(responseId);
  await on.equalityAnswer.upsert({
    where: { key },
    create: { key, partnershipId: consultation.partnershipId, consultationId: consultation.id, ...kept },
    update: kept,
  });
  if (others.length > 0) await on.equalityAnswer.deleteMany({ where: { key: { in: others } } });
}

export async function deleteEqualityAnswers(on: Database, responseIds: readonly string[]): Promise<void> {
  await on.equalityAnswer.deleteMany({ where: { key: { in: responseIds.flatMap(keysOf) } } });
}

/** Saves the answers of many responses that have none yet. */
export async function saveEqualityAnswersOfMany(
  on: Database,
  { id: consultationId, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  given: readonly { responseId: string; answers: Answers }[],
): Promise<void> {
  await on.equalityAnswer.createMany({
    data: given
      .map(({ responseId, answers }) => ({ key: keyOf(responseId), partnershipId, consultationId, answers: answers as Prisma.InputJsonObject }))
      // because the order of the rows would otherwise be that of the responses
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
}

/** A way from a response to its equality answers, for counting and for nothing else. */
export async function readEqualityAnswers(on: Database, consultationId: string): Promise<(responseId: string) => Answers> {
  const rows = await on.equalityAnswer.findMany({ where: { consultationId }, select: { key: true, answers: true } });
  const byKey = new Map(rows.map(({ key, answers }) => [key, answers as Answers]));
  return (responseId) => keysOf(responseId).map((key) => byKey.get(key)).find(Boolean) ?? {};
}

/** Changes when any of a consultation's equality answers does; no row tells when it was written, but which transaction wrote it. */
export async function markOfEquality(on: Database, consultationId: string): Promise<string> {
  const [row] = await on.$queryRaw<{ mark: string }[]>`
    SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS mark FROM "EqualityAnswer" WHERE "consultationId" = ${consultationId}`;
  return row?.mark ?? "";
}

/** The keys of those whose responses were left out of what is counted: for leaving them out here too, and for nothing else. */
export async function listKeysLeftOut(on: Database, consultationId: string): Promise<Set<string>> {
  const rows = await on.response.findMany({ where: { consultationId, excludedAt: { not: null } }, select: { id: true } });
  return new Set(rows.flatMap(({ id }) => keysOf(id)));
}

const responsesAtOnce = 10_000;
const movedAtOnce = 5_000;

/**
 * Moves what lies under the keys of older secrets to the key of the newest, so that the older may be forgotten; how many that
 * was. Interrupted, it goes on where it was.
 */
export async function moveEqualityAnswers(): Promise<number> {
  const consultations = await db().consultation.findMany({ where: { equality: { some: {} } }, select: { id: true }, orderBy: { id: "asc" } });
  let moved = 0;
  for (const { id } of consultations) moved += await moveThoseOf(id);
  return moved;
}

async function moveThoseOf(consultationId: string): Promise<number> {
  const rows = await db().equalityAnswer.findMany({ where: { consultationId }, select: { key: true } });
  const kept = new Set(rows.map(({ key }) => key));
  const moves: { from: string; to: string }[] = [];
  for (let after = ""; ; ) {
    const responses = await db().response.findMany({
      where: { consultationId, id: { gt: after } },
      ...{ select: { id: true }, orderBy: { id: "asc" as const }, take: responsesAtOnce },
    });
    for (const { id } of responses) {
      const [to = "", ...others] = keysOf(id);
      moves.push(...others.filter((from) => kept.has(from)).map((from) => ({ from, to })));
    }
    const last = responses.at(-1);
    if (!last) break;
    after = last.id;
  }
  // because the rows would otherwise lie in the order of the responses
  moves.sort((a, b) => (a.to < b.to ? -1 : 1));
  for (let from = 0; from < moves.length; from += movedAtOnce) await move(moves.slice(from, from + movedAtOnce));
  return moves.length;
}

/** Where there are answers under the new key already, those are the newer ones. */
async function move(moves: readonly { from: string; to: string }[]): Promise<void> {
  const [from, to] = [moves.map((one) => one.from), moves.map((one) => one.to)];
  await db().$executeRaw`
    WITH wanted AS (SELECT * FROM unnest(${from}::text[], ${to}::text[]) AS pairs ("from", "to")),
    gone AS (
      DELETE FROM "EqualityAnswer" e USING wanted WHERE e.key = wanted."from"
      RETURNING wanted."to", e."partnershipId", e."consultationId", e.answers)
    INSERT INTO "EqualityAnswer" (key, "partnershipId", "consultationId", answers)
    SELECT "to", "partnershipId", "consultationId", answers FROM gone ORDER BY "to"
    ON CONFLICT (key) DO NOTHING`;
}
