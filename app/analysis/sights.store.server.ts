// In which reading somebody codes texts, and whose codes they may see: asked before any code on a text is shown, searched for or counted.
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Coding } from "./coding.ts";
import { listCodings } from "./codings.store.server.ts";
import { nobodyReads, seenOf, sightOf, type Readers, type Sight } from "./reading-pass.ts";

/** What somebody does with each of these texts, and sees of it. */
export async function listSights(on: Database, personId: string, textIds: readonly string[]): Promise<Map<string, Sight>> {
  const among = { textId: { in: [...textIds] } };
  const [tasks, settlements] = await Promise.all([
    on.codingTask.findMany({ where: among, select: { textId: true, pass: true, coderId: true, doneAt: true } }),
    on.settlement.findMany({ where: among, select: { textId: true } }),
  ]);
  const settled = new Set(settlements.map(({ textId }) => textId));
  const readers = new Map<string, Readers>(textIds.map((id) => [id, { ...nobodyReads, isSettled: settled.has(id) }]));
  for (const { textId, pass, coderId, doneAt } of tasks) readers.get(textId)![pass === "second" ? "second" : "first"] = { coderId, doneAt };
  return new Map([...readers].map(([id, one]) => [id, sightOf(one, personId)]));
}

/** The codes on these texts that somebody may see, by text. */
export async function listSeenCodings(on: Database, partnershipId: string, personId: string, textIds: readonly string[]): Promise<Map<string, Coding[]>> {
  const [sights, codings] = await Promise.all([listSights(on, personId, textIds), listCodings(on, partnershipId, textIds)]);
  return new Map([...codings].map(([id, all]) => [id, seenOf(all, sights.get(id)!, personId)]));
}

/** The same for whatever asks the database about codes: whether the row called `coding` may be seen by somebody. */
export function maySee(personId: string): Prisma.Sql {
  return Prisma.sql`CASE WHEN EXISTS (SELECT FROM "Settlement" settled WHERE settled."textId" = coding."textId") THEN coding.pass = 'agreed'
    WHEN EXISTS (SELECT FROM "CodingTask" task WHERE task."textId" = coding."textId" AND task.pass = 'second' AND task."coderId" = ${personId})
      THEN coding.pass = 'second' AND coding."coderId" = ${personId}
    ELSE coding.pass = 'first' END`;
}
