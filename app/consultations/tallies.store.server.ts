// Live results: every response put down as a change to be counted is counted up, once, into a tally of its form version;
// the tallies can be made again from nothing.
import type { Answers } from "#app/forms/answer.ts";
import { addToTally, emptyTally, mergeTallies, type Tally } from "#app/forms/tally.ts";
import { db, inTransaction, pool, type Database } from "#app/shared/db.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { walkResponses } from "./current-responses.store.server.ts";
import { findFormVersion, type FormVersion } from "./store.server.ts";

const batch = 1000;

type Counted = { formVersionId: string; answers: Answers; sign: 1 | -1 };

/** One process at a time counts a consultation. */
const lockOf = (consultationId: string) => `folkmoot tally ${consultationId}`;

/** Counts up what waits, at most `most` changes. While somebody else counts this does nothing; nothing counts twice. */
export async function countUp(consultationId: string, now: Date, most = Number.POSITIVE_INFINITY): Promise<void> {
  for (let counted = 0; counted < most; counted += batch) {
    if ((await countBatch(consultationId, now)) < batch) return;
  }
}

async function countBatch(consultationId: string, now: Date): Promise<number> {
  return inTransaction(async (transaction) => {
    // because readers that queued for a long count would hold every connection there is
    const [lock] = await transaction.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${lockOf(consultationId)}, 0)) AS mine`;
    if (!lock?.mine) return 0;
    const changes = await transaction.$queryRaw<(Counted & { partnershipId: string })[]>`
      WITH taken AS (
        DELETE FROM "TallyChange" WHERE id IN (
          SELECT id FROM "TallyChange" WHERE "consultationId" = ${consultationId} ORDER BY id LIMIT ${batch})
        RETURNING "partnershipId", "responseId", revision, sign)
      SELECT taken."partnershipId", taken.sign, revision."formVersionId", revision.answers
      FROM taken JOIN "ResponseRevision" revision
        ON revision."responseId" = taken."responseId" AND revision.number = taken.revision`;
    for (const [formVersionId, added] of await fold(transaction, changes)) {
      const key = { consultationId_formVersionId: { consultationId, formVersionId } };
      const before = await transaction.tally.findUnique({ where: key });
      const tally = mergeTallies(before ? readTally(before) : emptyTally(), added);
      const counts = { counts: tally.questions as Prisma.InputJsonObject, responses: tally.responses, countedAt: now };
      const { partnershipId } = changes[0]!;
      const create = { consultationId, partnershipId, formVersionId, ...counts };
      await transaction.tally.upsert({ where: key, create, update: counts });
    }
    return changes.length;
  });
}

async function fold(on: Database, counted: Counted[], tallies = new Map<string, Tally>()): Promise<Map<string, Tally>> {
  for (const { formVersionId, answers, sign } of counted) {
    const { definition } = await findFormVersion(on, formVersionId);
    tallies.set(formVersionId, addToTally(tallies.get(formVersionId) ?? emptyTally(), definition, answers, sign));
  }
  return tallies;
}

function readTally(row: { counts: unknown; responses: number }): Tally {
  return { responses: row.responses, questions: row.counts as Tally["questions"] };
}

/** Every consultation that has responses. */
export async function listCounted(): Promise<string[]> {
  const rows = await db().consultation.findMany({ where: { responses: { some: {} } }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

/**
 * Makes the tallies again from the responses themselves, a thousand at a time; what waited to be counted is in them. Returns
 * how many responses they hold.
 */
export async function rebuildTallies(consultationId: string, now: Date): Promise<number> {
  const client = await pool().connect();
  try {
    // because the view of the data must begin after the lock is held, which a lock taken inside it cannot give
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [lockOf(consultationId)]);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await client.query('DELETE FROM "TallyChange" WHERE "consultationId" = $1', [consultationId]);
    await client.query('DELETE FROM "Tally" WHERE "consultationId" = $1', [consultationId]);
    const tallies = new Map<string, Tally>();
    for await (const responses of walkResponses(client, consultationId)) {
      await fold(db(), responses.map((response) => ({ ...response, sign: 1 })), tallies);
    }
    for (const [formVersionId, { responses, questions }] of tallies) {
      await client.query(
        `INSERT INTO "Tally" ("consultationId", "partnershipId", "formVersionId", counts, responses, "countedAt")
         SELECT id, "partnershipId", $2, $3, $4, $5 FROM "Consultation" WHERE id = $1`,
        [consultationId, formVersionId, JSON.stringify(questions), responses, now],
      );
    }
    await client.query("COMMIT");
    await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [lockOf(consultationId)]);
    client.release();
    return [...tallies.values()].reduce((sum, { responses }) => sum + responses, 0);
  } catch (problem) {
    client.release(true); // closing the connection undoes its transaction and gives the lock back
    throw problem;
  }
}

/** Counts up whatever waits anywhere. */
export async function countWaiting(now: Date): Promise<void> {
  const waiting = await db().$queryRaw<{ consultationId: string }[]>`SELECT DISTINCT "consultationId" FROM "TallyChange"`;
  for (const { consultationId } of waiting) await countUp(consultationId, now);
}

export type CountedVersion = { version: FormVersion; tally: Tally };

/** The tallies as they stand, the newest version first; and whether anything still waits to be counted. */
export async function listTallies(
  on: Database,
  consultationId: string,
): Promise<{ counted: CountedVersion[]; waits: boolean }> {
  const rows = await on.tally.findMany({ where: { consultationId } });
  const counted = await Promise.all(
    rows.map(async (row) => ({ version: await findFormVersion(on, row.formVersionId), tally: readTally(row) })),
  );
  const waiting = await on.tallyChange.findFirst({ where: { consultationId }, select: { id: true } });
  return {
    counted: counted.filter(({ tally }) => tally.responses > 0).sort((a, b) => b.version.number - a.version.number),
    waits: waiting !== null,
  };
}
