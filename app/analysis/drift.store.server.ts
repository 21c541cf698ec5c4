// How often each coder gave a code as their work went on.
import type { Database } from "#app/shared/db.server.ts";
import { withAllUnder, type Code } from "./code.ts";
import { textsOf } from "./coded-texts.store.server.ts";
import type { Hundredth } from "./drift.ts";

type Asked = { setId: string; questionId: string; codes: readonly Code[]; codeId: string };

/** Of each coder, of the texts of one question of a set they are done with in the order in which they were, how many carry a code or one under it as they gave it. */
export async function listHundredths(on: Database, { setId, questionId, codes, codeId }: Asked): Promise<Map<string, Hundredth[]>> {
  const rows = await on.$queryRaw<(Hundredth & { coderId: string })[]>`
    WITH done AS (
      SELECT task."textId", task."coderId", task.pass,
        floor((row_number() OVER (PARTITION BY task."coderId" ORDER BY task."doneAt", task."textId") - 1) * 100.0 / count(*) OVER (PARTITION BY task."coderId"))::int AS place
      FROM (${textsOf(setId, [questionId])}) said JOIN "CodingTask" task ON task."textId" = said.id AND task."doneAt" IS NOT NULL)
    SELECT "coderId", place, count(*)::int AS texts, count(*) FILTER (WHERE EXISTS (
      SELECT FROM "Coding" coding WHERE coding."textId" = done."textId" AND coding.pass = done.pass AND coding."coderId" = done."coderId" AND coding."codeId" = ANY(${withAllUnder(codes, codeId)})))::int AS given
    FROM done GROUP BY 1, 2 ORDER BY 1, 2`;
  const byCoder = new Map<string, Hundredth[]>();
  for (const { coderId, ...one } of rows) byCoder.set(coderId, [...(byCoder.get(coderId) ?? []), one]);
  return byCoder;
}
