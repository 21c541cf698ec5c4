// The texts that somebody has to code: how many are left, which comes next, done, and passed on where somebody cannot go on.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { textsOf } from "./coded-texts.store.server.ts";
import { listSights } from "./sights.store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type By = { personId: string; now: Date };

export type OwnWork = { questionId: string; texts: number; done: number; next: string | null };

/** What somebody was given in a set, question by question, both readings together so that nobody knows which texts are read twice. */
export async function listOwnWork(on: Database, setId: string, personId: string): Promise<OwnWork[]> {
  return on.$queryRaw<OwnWork[]>`
    SELECT said."questionId", count(*)::int AS texts, count(task."doneAt")::int AS done, min(said.id COLLATE "C") FILTER (WHERE task."doneAt" IS NULL) AS next
    FROM (${textsOf(setId)}) said JOIN "CodingTask" task ON task."textId" = said.id AND task."coderId" = ${personId} GROUP BY 1 ORDER BY 1`;
}

export type Progress = { questionId: string; coderId: string; isSecond: boolean; texts: number; done: number };

/** How far each coder is in a set, question by question and reading by reading. */
export async function listProgress(on: Database, setId: string): Promise<Progress[]> {
  return on.$queryRaw<Progress[]>`
    SELECT said."questionId", task."coderId", task.pass = 'second' AS "isSecond", count(*)::int AS texts, count(task."doneAt")::int AS done
    FROM (${textsOf(setId)}) said JOIN "CodingTask" task ON task."textId" = said.id GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`;
}

/** When each coder last gave a code or was done with a text of the consultation. */
export async function listLastActive(on: Database, { id: consultationId }: Of): Promise<Map<string, Date>> {
  const rows = await on.$queryRaw<{ coderId: string; at: Date }[]>`
    SELECT "coderId", max(at) AS at FROM (
      SELECT "coderId", max("doneAt") AS at FROM "CodingTask" WHERE "consultationId" = ${consultationId} GROUP BY 1
      UNION ALL SELECT coding."coderId", max(coding.at) FROM "Coding" coding JOIN "Code" code ON code.id = coding."codeId" JOIN "Codeframe" frame ON frame.id = code."codeframeId" WHERE frame."consultationId" = ${consultationId} GROUP BY 1
    ) AS acts WHERE at IS NOT NULL GROUP BY 1`;
  return new Map(rows.map(({ coderId, at }) => [coderId, at]));
}

/**
 * Says that somebody is done with a text, whether they gave a code or none, or that they are not after all. False where it is not
 * theirs to code, or can no longer be opened because both readings are done.
 */
export async function markDone(transaction: Transaction, { id: consultationId, partnershipId }: Of, text: { id: string; questionId: string; responseId: string }, { isDone, personId, now }: By & { isDone: boolean }): Promise<boolean> {
  await transaction.$queryRaw`SELECT id FROM "AnswerText" WHERE id = ${text.id} FOR UPDATE`;
  const sight = (await listSights(transaction, personId, [text.id])).get(text.id)!;
  if (sight.isDone === isDone) return true;
  if (sight.pass === null) return false;
  const { count } = await transaction.codingTask.updateMany({ where: { textId: text.id, pass: sight.pass, coderId: personId }, data: { doneAt: isDone ? now : null } });
  if (count === 0) {
    const task = { textId: text.id, pass: "first", partnershipId, consultationId, questionId: text.questionId, coderId: personId };
    await transaction.codingTask.create({ data: { ...task, givenAt: now, doneAt: now } });
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: isDone ? "coding.done" : "coding.not-done", subjectKind: "response", subjectId: text.responseId },
    facts: { consultationId, questionId: text.questionId },
  });
  return true;
}

type Passing = { fromId: string; toId: string | null };

/**
 * Gives what somebody has not done to somebody else, or back to be handed out again; what was begun on it is begun anew, so that each
 * reading is one person's. What is read a second time is passed on but not given back, because the sample stays as it was drawn; and
 * nobody gets a text they have read in the other reading. How many went, and how many codes with them.
 */
export async function passOn(transaction: Transaction, { id: consultationId, partnershipId }: Of, { fromId, toId }: Passing, { personId, now }: By): Promise<{ texts: number; codings: number }> {
  const left = Prisma.sql`
    SELECT task."textId", task.pass FROM "CodingTask" task
    WHERE task."consultationId" = ${consultationId} AND task."partnershipId" = ${partnershipId} AND task."coderId" = ${fromId} AND task."doneAt" IS NULL AND ${
      toId === null
        ? Prisma.sql`task.pass = 'first' AND NOT EXISTS (SELECT FROM "CodingTask" other WHERE other."textId" = task."textId" AND other.pass = 'second')`
        : Prisma.sql`NOT EXISTS (SELECT FROM "CodingTask" other WHERE other."textId" = task."textId" AND other."coderId" = ${toId})
          AND NOT EXISTS (SELECT FROM "Coding" coding WHERE coding."textId" = task."textId" AND coding."coderId" = ${toId} AND coding.pass <> task.pass)`
    } FOR UPDATE`;
  const [moved] = await transaction.$queryRaw<[{ ids: string[]; codings: number }]>`
    WITH left_over AS (${left}),
    begun AS (
      DELETE FROM "Coding" coding USING left_over WHERE coding."textId" = left_over."textId" AND coding.pass = left_over.pass AND coding."coderId" = ${fromId} RETURNING coding.id)
    SELECT array(SELECT "textId" FROM left_over) AS ids, (SELECT count(*)::int FROM begun) AS codings`;
  const texts = moved.ids.length;
  if (texts === 0) return { texts: 0, codings: 0 };
  if (toId === null) await transaction.$executeRaw`DELETE FROM "CodingTask" WHERE "textId" = ANY(${moved.ids}) AND "coderId" = ${fromId} AND "doneAt" IS NULL`;
  else await transaction.$executeRaw`UPDATE "CodingTask" SET "coderId" = ${toId}, "givenAt" = ${now} WHERE "textId" = ANY(${moved.ids}) AND "coderId" = ${fromId} AND "doneAt" IS NULL`;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: toId === null ? "analysis.take-back" : "analysis.pass-on", subjectKind: "consultation", subjectId: consultationId },
    facts: { count: texts, codings: moved.codings },
  });
  return { texts, codings: moved.codings };
}
