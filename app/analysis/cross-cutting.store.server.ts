// How many people said what runs through several questions, in any answer and in those to each question.
import type { Database } from "#app/shared/db.server.ts";
import { countingIn, textsOf } from "./coded-texts.store.server.ts";
import type { CrossCutting } from "./cross-cutting.ts";

/** Those who said it, of those who answered in own words at all. */
export type Said = { said: number; of: number };
export type ThemeCounts = { inAny: Said; byQuestion: Map<string, Said> };

type Row = { theme: number; questionId: string | null; people: number };

/**
 * Of each theme how many responses of a set carry it, each counted once however many of its answers do. What counts is as in
 * coded-texts. What is held from officers is left out.
 */
export async function countCrossCutting(on: Database, setId: string, themes: readonly CrossCutting[]): Promise<ThemeCounts[]> {
  const ofCodes = themes.flatMap(({ codeIds }, theme) => codeIds.map((codeId) => ({ theme, codeId })));
  const ofQuestions = themes.flatMap(({ questionIds }, theme) => questionIds.map((questionId) => ({ theme, questionId })));
  const asked = [...new Set(ofQuestions.map(({ questionId }) => questionId))];
  const [carrying, answered] = await Promise.all([
    on.$queryRaw<Row[]>`
      SELECT part.theme, given."questionId", count(DISTINCT given."responseId")::int AS people
      FROM unnest(${ofCodes.map(({ theme }) => theme)}::int[], ${ofCodes.map(({ codeId }) => codeId)}::text[]) AS part (theme, "codeId")
      JOIN (${countingIn(setId, asked)}) given ON given."codeId" = part."codeId"
      GROUP BY GROUPING SETS ((part.theme), (part.theme, given."questionId"))`,
    on.$queryRaw<Row[]>`
      SELECT part.theme, said."questionId", count(DISTINCT said."responseId")::int AS people
      FROM unnest(${ofQuestions.map(({ theme }) => theme)}::int[], ${ofQuestions.map(({ questionId }) => questionId)}::text[]) AS part (theme, "questionId")
      JOIN (${textsOf(setId, asked)}) said ON said."questionId" = part."questionId"
      GROUP BY GROUPING SETS ((part.theme), (part.theme, said."questionId"))`,
  ]);
  const peopleIn = (rows: readonly Row[], theme: number, questionId: string | null) => rows.find((row) => row.theme === theme && row.questionId === questionId)?.people ?? 0;
  return themes.map(({ questionIds }, theme) => {
    const saidIn = (questionId: string | null): Said => ({ said: peopleIn(carrying, theme, questionId), of: peopleIn(answered, theme, questionId) });
    return { inAny: saidIn(null), byQuestion: new Map(questionIds.map((questionId) => [questionId, saidIn(questionId)])) };
  });
}
