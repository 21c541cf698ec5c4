// What the two readers of a text each said of it, and how the sample came about that was read twice.
import type { Consultation } from "#app/consultations/consultation.ts";
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { DoubleReading, SampleDrawn } from "./agreement.ts";
import type { Codeframe } from "./codeframe.ts";
import { givenIn, readersIn, textsOf } from "./coded-texts.store.server.ts";

type Asked = { setId: string; frame: Pick<Codeframe, "id" | "questionIds">; questionId?: string | null; textIds?: readonly string[] };

/**
 * Both readings of every text of a set that both its readers are done with, each with the codes of a codeframe that it gave; none is a
 * decision too. The codes of the first reading are those of everybody who gave some in it.
 */
export async function listDoubleReadings(on: Database, { setId, frame, questionId = null, textIds }: Asked): Promise<DoubleReading[]> {
  const questions = questionId === null ? frame.questionIds : frame.questionIds.filter((id) => id === questionId);
  const rows = await on.$queryRaw<DoubleReading[]>`
    WITH twice AS (
      SELECT said.id, said."questionId", second."coderId" AS "secondId" FROM (${textsOf(setId, questions)}) said
      JOIN "CodingTask" first ON first."textId" = said.id AND first.pass = 'first' AND first."doneAt" IS NOT NULL
      JOIN "CodingTask" second ON second."textId" = said.id AND second.pass = 'second' AND second."doneAt" IS NOT NULL
      ${textIds ? Prisma.sql`WHERE said.id = ANY(${[...textIds]})` : Prisma.empty}),
    given AS (
      SELECT coding."textId", coding.pass, array_agg(DISTINCT coding."codeId") AS "codeIds", min(coding.version) AS lowest, max(coding.version) AS highest
      FROM twice JOIN (${givenIn(setId)}) coding ON coding."textId" = twice.id AND (coding.pass = 'first' OR (coding.pass = 'second' AND coding."coderId" = twice."secondId"))
      JOIN "Code" code ON code.id = coding."codeId" AND code."codeframeId" = ${frame.id} GROUP BY 1, 2)
    SELECT twice.id AS "textId", twice."questionId", task."coderId", task.pass = 'second' AS "isSecond", task."doneAt", coalesce(given."codeIds", '{}') AS "codeIds", given.lowest, given.highest
    FROM twice JOIN "CodingTask" task ON task."textId" = twice.id LEFT JOIN given ON given."textId" = twice.id AND given.pass = task.pass
    ORDER BY twice.id COLLATE "C", task.pass`;
  return rows;
}

/** The published versions of the codeframe under which the codes were given, from and to; null where there are none. */
export function versionsOf(readings: readonly Pick<DoubleReading, "lowest" | "highest">[]): { from: number; to: number } | null {
  const [lowest, highest] = [readings.flatMap(({ lowest: one }) => one ?? []), readings.flatMap(({ highest: one }) => one ?? [])];
  return lowest.length === 0 ? null : { from: lowest.reduce((least, one) => Math.min(least, one)), to: highest.reduce((most, one) => Math.max(most, one)) };
}

/** Of the texts of these questions that are handed out or coded how many were drawn, how many both have read, how many were settled; and how each was drawn. */
export async function findSampleDrawn(on: Database, { id: consultationId }: Pick<Consultation, "id">, { setId, questionIds }: { setId: string; questionIds: readonly string[] }): Promise<SampleDrawn> {
  const [counts] = await on.$queryRaw<[{ texts: number; drawn: number; both: number; settled: number }]>`
    SELECT count(*)::int AS texts, count(second."textId")::int AS drawn, count(*) FILTER (WHERE first."doneAt" IS NOT NULL AND second."doneAt" IS NOT NULL)::int AS both,
      count(settled."textId")::int AS settled
    FROM (${textsOf(setId, questionIds)}) said
    LEFT JOIN "CodingTask" first ON first."textId" = said.id AND first.pass = 'first'
    LEFT JOIN "CodingTask" second ON second."textId" = said.id AND second.pass = 'second'
    LEFT JOIN "Settlement" settled ON settled."textId" = said.id
    WHERE EXISTS (SELECT FROM (${readersIn(consultationId)}) reader WHERE reader."textId" = said.id)`;
  const rows = await on.handOut.groupBy({
    by: ["seed", "share", "least", "reason", "at"],
    where: { consultationId, pass: "second", questionId: { in: [...questionIds] } },
    _sum: { texts: true },
    orderBy: { at: "asc" },
  });
  return { ...counts, handOuts: rows.map(({ seed, share, least, reason, at, _sum }) => ({ seed, share: share ?? 0, least: least ?? 0, reason, at, texts: _sum.texts ?? 0 })) };
}
