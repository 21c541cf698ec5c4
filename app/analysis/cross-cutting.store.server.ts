// How many people said what runs through several questions, in any answer and in those to each question.
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { CrossCutting } from "./cross-cutting.ts";

/** Those who said it, of those who answered in own words at all. */
export type Said = { said: number; of: number };
export type ThemeCounts = { inAny: Said; byQuestion: Map<string, Said> };

type Row = { theme: number; questionId: string | null; people: number };

/**
 * Of each theme how many responses of a set carry it, each counted once however many of its answers do. Where two readings of an
 * answer were settled, what was agreed counts. What is held from officers is left out.
 */
export async function countCrossCutting(on: Database, { setId, consultationId }: { setId: string; consultationId: string }, themes: readonly CrossCutting[]): Promise<ThemeCounts[]> {
  const ofCodes = themes.flatMap(({ codeIds }, theme) => codeIds.map((codeId) => ({ theme, codeId })));
  const ofQuestions = themes.flatMap(({ questionIds }, theme) => questionIds.map((questionId) => ({ theme, questionId })));
  const texts = Prisma.sql`
    SELECT text.id, text."responseId", text."questionId" FROM "AnswerText" text
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE text."consultationId" = ${consultationId} AND text."questionId" = ANY(${ofQuestions.map(({ questionId }) => questionId)})
      AND NOT EXISTS (SELECT 1 FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
  const [carrying, answered] = await Promise.all([
    on.$queryRaw<Row[]>`
      WITH given AS (
        SELECT coding."codeId", coding.pass, said."responseId", said."questionId", bool_or(coding.pass = 'agreed') OVER (PARTITION BY coding."textId", code."codeframeId") AS "isAgreed"
        FROM (${texts}) said JOIN "Coding" coding ON coding."textId" = said.id JOIN "Code" code ON code.id = coding."codeId")
      SELECT part.theme, given."questionId", count(DISTINCT given."responseId")::int AS people
      FROM unnest(${ofCodes.map(({ theme }) => theme)}::int[], ${ofCodes.map(({ codeId }) => codeId)}::text[]) AS part (theme, "codeId")
      JOIN given ON given."codeId" = part."codeId" AND given.pass = CASE WHEN given."isAgreed" THEN 'agreed' ELSE 'first' END
      GROUP BY GROUPING SETS ((part.theme), (part.theme, given."questionId"))`,
    on.$queryRaw<Row[]>`
      SELECT part.theme, said."questionId", count(DISTINCT said."responseId")::int AS people
      FROM unnest(${ofQuestions.map(({ theme }) => theme)}::int[], ${ofQuestions.map(({ questionId }) => questionId)}::text[]) AS part (theme, "questionId")
      JOIN (${texts}) said ON said."questionId" = part."questionId"
      GROUP BY GROUPING SETS ((part.theme), (part.theme, said."questionId"))`,
  ]);
  const peopleIn = (rows: readonly Row[], theme: number, questionId: string | null) => rows.find((row) => row.theme === theme && row.questionId === questionId)?.people ?? 0;
  return themes.map(({ questionIds }, theme) => {
    const saidIn = (questionId: string | null): Said => ({ said: peopleIn(carrying, theme, questionId), of: peopleIn(answered, theme, questionId) });
    return { inAny: saidIn(null), byQuestion: new Map(questionIds.map((questionId) => [questionId, saidIn(questionId)])) };
  });
}
