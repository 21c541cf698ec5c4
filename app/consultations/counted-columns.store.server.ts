// The columns of a consultation's responses, read once and kept in memory as long as nothing new was counted.
import { LRUCache } from "lru-cache";
import { db, pool } from "#app/shared/db.server.ts";
import { CountedColumns } from "./counted-columns.ts";

/** Taken in between two looks at whatever else waits in the process. */
const run = 2_000;
/** Reading many anew for each that comes would keep everybody waiting: until then the columns are those of a moment ago. */
const freshForMs = 60_000;
const alwaysFresh = 5_000;

type Kept = { mark: string; readAt: number; columns: Promise<CountedColumns> };

const kept = new LRUCache<string, Kept>({ max: 50, maxSize: 256 * 1024 * 1024, sizeCalculation: () => 1 });

/** Columns of what is counted, up to a minute old where there are many; `isLate` says whether they are. */
export async function findColumns(consultationId: string, now: Date): Promise<{ columns: CountedColumns; isLate: boolean }> {
  const mark = await markOf(consultationId);
  const found = kept.get(consultationId);
  if (found) {
    const columns = await found.columns;
    if (found.mark === mark) return { columns, isLate: false };
    if (columns.responses > alwaysFresh && now.getTime() - found.readAt < freshForMs) return { columns, isLate: true };
  }
  const reading = readColumns(consultationId);
  kept.set(consultationId, { mark, readAt: now.getTime(), columns: reading });
  try {
    const columns = await reading;
    if (kept.get(consultationId)?.columns === reading) kept.set(consultationId, { mark, readAt: now.getTime(), columns: reading }, { size: columns.size });
    return { columns, isLate: false };
  } catch (problem) {
    kept.delete(consultationId);
    throw problem;
  }
}

/** Changes with every count. */
async function markOf(consultationId: string): Promise<string> {
  const rows = await db().tally.findMany({ where: { consultationId }, select: { countedAt: true, responses: true }, orderBy: { formVersionId: "asc" } });
  return JSON.stringify(rows.map(({ countedAt, responses }) => [countedAt.getTime(), responses]));
}

type Row = Record<"responseId" | "channel" | "language" | "respondentType" | "closed", string> &
  { receivedAt: Date; formVersionId: string | null; notAsked: string[] | null; worded: string[] | null };

/** The same, read now. */
async function readColumns(consultationId: string): Promise<CountedColumns> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows: [counted] } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "CountedResponse" WHERE "consultationId" = $1`,
      [consultationId],
    );
    const columns = new CountedColumns(counted?.count ?? 0);
    const ask = async (after: { receivedAt: Date; responseId: string }) => {
      const { rows } = await client.query<Row>(
        `SELECT one."responseId", one."receivedAt", one.channel, one.language, one."respondentType", one.closed::text AS closed, one."formVersionId",
           NULLIF(one."notAsked", '{}') AS "notAsked", NULLIF(one.worded, '{}') AS worded
         FROM "CountedResponse" one
         WHERE one."consultationId" = $1 AND (one."receivedAt", one."responseId") > ($2, $3)
         ORDER BY one."receivedAt", one."responseId" LIMIT ${run}`,
        [consultationId, after.receivedAt, after.responseId],
      );
      return rows;
    };
    for (let next: Promise<Row[]> | null = ask({ receivedAt: new Date(0), responseId: "" }); next; ) {
      const rows: Row[] = await next;
      const last = rows.at(-1);
      // because the database reads on while these are taken in
      next = last && rows.length === run ? ask(last) : null;
      next?.catch(() => undefined); // because nobody would hear of it where taking these in fails
      for (const { respondentType: respondent, notAsked, worded, ...row } of rows) {
        columns.add({ ...row, respondent, notAsked: notAsked ?? [], worded: worded ?? [] });
      }
    }
    await client.query("COMMIT");
    client.release();
    return columns;
  } catch (problem) {
    client.release(true); // closing the connection undoes its transaction
    throw problem;
  }
}
