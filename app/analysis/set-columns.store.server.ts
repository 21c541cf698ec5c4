// What was chosen in the included responses of a set, read once, written down packed and kept in memory: a set never changes,
// unless something in it has to be erased.
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import { LRUCache } from "lru-cache";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import { db, inTransaction, pool, type Database } from "#app/shared/db.server.ts";

/** Taken in between two looks at whatever else waits in the process. */
const run = 2_000;

type Kept = { erasures: number; columns: Promise<CountedColumns> };

const kept = new LRUCache<string, Kept>({ max: 50, maxSize: 256 * 1024 * 1024, sizeCalculation: () => 1 });

/** The columns of a set that is finished. */
export async function findSetColumns(on: Database, setId: string): Promise<CountedColumns> {
  const { erasures } = await on.analysisSet.findUniqueOrThrow({ where: { id: setId }, select: { erasures: true } });
  const found = kept.get(setId);
  if (found?.erasures === erasures) return found.columns;
  const reading = readKept(on, setId, erasures).then((columns) => columns ?? keepSetColumns(setId));
  kept.set(setId, { erasures, columns: reading });
  try {
    const columns = await reading;
    if (kept.get(setId)?.columns === reading) kept.set(setId, { erasures, columns: reading }, { size: columns.size });
    return columns;
  } catch (problem) {
    kept.delete(setId);
    throw problem;
  }
}

const [pack, unpack] = [promisify(deflate), promisify(inflate)];
/** Made smaller quickly rather than much. */
const level = 1;

/** As they were written down when the set was made; null where they were not, or something was erased since. */
async function readKept(on: Database, setId: string, erasures: number): Promise<CountedColumns | null> {
  const row = await on.setColumns.findUnique({ where: { setId } });
  return row?.erasures === erasures ? CountedColumns.unpacked({ head: row.head, body: new Uint8Array(await unpack(row.body)) }) : null;
}

/** Reads the columns of a set that is in and writes them down, so that no page has to wait until they are read again. */
export async function keepSetColumns(setId: string): Promise<CountedColumns> {
  const { partnershipId, erasures, included } = await db().analysisSet.findUniqueOrThrow({ where: { id: setId }, select: { partnershipId: true, erasures: true, included: true } });
  const columns = await readSetColumns(setId, included);
  const { head, body } = columns.packed();
  const kept = { erasures, head, body: new Uint8Array(await pack(body, { level })) };
  await inTransaction(async (transaction) => {
    // because what is erased meanwhile must not be in what is written down
    const held = await transaction.$queryRaw`SELECT 1 FROM "AnalysisSet" WHERE id = ${setId} AND erasures = ${erasures} FOR UPDATE`;
    if ((held as unknown[]).length > 0) await transaction.setColumns.upsert({ where: { setId }, create: { setId, partnershipId, ...kept }, update: kept });
  });
  return columns;
}

type Row = Record<"responseId" | "channel" | "language" | "respondentType" | "closed", string> &
  { receivedAt: Date; formVersionId: string | null; notAsked: string[] | null; worded: string[] | null };

/** The same, read now; `also` adds what is known of a response from elsewhere. */
export async function readSetColumns(setId: string, included: number, also?: (responseId: string) => ClosedAnswers): Promise<CountedColumns> {
  const columns = new CountedColumns(included);
  const ask = async (after: { receivedAt: Date; responseId: string }) => {
    const { rows } = await pool().query<Row>(
      `SELECT "responseId", "receivedAt", channel, language, "respondentType", closed::text AS closed, "formVersionId",
         NULLIF("notAsked", '{}') AS "notAsked", NULLIF(worded, '{}') AS worded
       FROM "SetResponse" WHERE "setId" = $1 AND "isIncluded" AND ("receivedAt", "responseId") > ($2, $3)
       ORDER BY "receivedAt", "responseId" LIMIT ${run}`,
      [setId, after.receivedAt, after.responseId],
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
      columns.add({ ...row, respondent, notAsked: notAsked ?? [], worded: worded ?? [], ...(also && { also: also(row.responseId) }) });
    }
  }
  return columns;
}
