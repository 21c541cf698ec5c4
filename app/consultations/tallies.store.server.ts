// Live results: every response put down as a change to be counted is counted up, once, into a tally of its form version;
// the tallies can be made again from nothing.
import type { PoolClient } from "pg";
import { closedAnswers } from "#app/forms/closed.ts";
import { wordedQuestions } from "#app/forms/own-words.ts";
import { notAsked } from "#app/forms/routing.ts";
import { countInto, emptyTally, type Counted, type Tally } from "#app/forms/tally.ts";
import { db, inTransaction, pool, type Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { walkResponses } from "./current-responses.store.server.ts";
import type { ExportedResponse } from "./responses-export.ts";
import { findFormVersion, type FormVersion } from "./store.server.ts";

const batch = 1000;

/** Counting more than this would keep somebody waiting who looks; the job counts the rest within a minute. */
export const mostCountedForAReader = 5000;

/** What the counts hold and how; one more whenever that changes, so that what was counted before is counted again. */
export const layout = 3;

type Change = Counted & Pick<ExportedResponse, "id" | "receivedAt" | "channel" | "language" | "respondentType" | "formVersionId">;

/** One process at a time counts a consultation. */
const lockOf = (consultationId: string) => `folkmoot tally ${consultationId}`;

/**
 * Counts up what waits, at most `most` changes. While somebody else counts this does nothing; nothing counts twice. What was
 * laid out another way is counted again from nothing, unless that is more than `most`.
 */
export async function countUp(consultationId: string, now: Date, most = Number.POSITIVE_INFINITY): Promise<void> {
  const before = await responsesLaidOutBefore(db(), consultationId);
  if (before !== null) {
    if (before <= most) await rebuildTallies(consultationId, now, { onlyIfLaidOutBefore: true });
    return;
  }
  for (let counted = 0; counted < most; counted += batch) {
    if ((await countBatch(consultationId, now)) < batch) return;
  }
}

/** Whether the answers are gone, so that the tallies cannot be made again. */
export async function isAllThatIsLeft(on: Database, consultationId: string): Promise<boolean> {
  return (await on.consultation.count({ where: { id: consultationId, answersErasedAt: { not: null } } })) > 0;
}

/** How many responses the tallies hold that are not laid out as they are now; null when all are, or can be no more. */
async function responsesLaidOutBefore(on: Database, consultationId: string): Promise<number | null> {
  if (await isAllThatIsLeft(on, consultationId)) return null;
  const rows = await on.tally.findMany({ where: { consultationId }, select: { responses: true, layout: true } });
  return rows.some((row) => row.layout < layout) ? rows.reduce((sum, row) => sum + row.responses, 0) : null;
}

async function countBatch(consultationId: string, now: Date): Promise<number> {
  return inTransaction(async (transaction) => {
    // because readers that queued for a long count would hold every connection there is
    const [lock] = await transaction.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${lockOf(consultationId)}, 0)) AS mine`;
    if (!lock?.mine) return 0;
    const changes = await transaction.$queryRaw<(Change & { partnershipId: string })[]>`
      WITH taken AS (
        DELETE FROM "TallyChange" WHERE id IN (
          SELECT id FROM "TallyChange" WHERE "consultationId" = ${consultationId} ORDER BY id LIMIT ${batch})
        RETURNING id, "partnershipId", "responseId", revision, sign)
      SELECT taken."partnershipId", taken.sign, revision."formVersionId", revision.answers,
        response.id, response."receivedAt", response.channel, response.language, response."respondentType"
      FROM taken
      JOIN "ResponseRevision" revision ON revision."responseId" = taken."responseId" AND revision.number = taken.revision
      JOIN "Response" response ON response.id = taken."responseId"
      ORDER BY taken.id`;
    const [first] = changes;
    if (!first) return 0;
    const { partnershipId } = first;
    for (const [formVersionId, own] of byVersion(changes)) {
      const key = { consultationId_formVersionId: { consultationId, formVersionId } };
      const before = await transaction.tally.findUnique({ where: key });
      const { definition } = await findFormVersion(transaction, formVersionId);
      const tally = countInto(before ? readTally(before) : emptyTally(), definition, own);
      const counts = { counts: tally.questions as Prisma.InputJsonObject, responses: tally.responses, countedAt: now };
      const create = { consultationId, partnershipId, formVersionId, layout, ...counts };
      await transaction.tally.upsert({ where: key, create, update: counts });
    }
    await saveCounted(transaction, consultationId, changes);
    return changes.length;
  });
}

function byVersion(changes: readonly Change[]): Map<string, Change[]> {
  const versions = new Map<string, Change[]>();
  for (const change of changes) {
    const own = versions.get(change.formVersionId);
    if (own) own.push(change);
    else versions.set(change.formVersionId, [change]);
  }
  return versions;
}

/** Puts what each response says now in its one row, or takes the row away, as the last of its changes has it. */
async function saveCounted(on: Database, consultationId: string, changes: readonly Change[]): Promise<void> {
  const last = new Map(changes.map((change) => [change.id, change]));
  const gone = [...last.values()].filter(({ sign }) => sign === -1).map(({ id }) => id);
  if (gone.length > 0) await on.countedResponse.deleteMany({ where: { responseId: { in: gone } } });
  const rows = await rowsOf(on, [...last.values()].filter(({ sign }) => sign === 1));
  if (rows === null) return;
  await on.$executeRaw`
    INSERT INTO "CountedResponse" (${countedRow.columns})
    SELECT ${countedRow.values} FROM "Consultation" consultation, json_to_recordset(${rows}::json) AS ${countedRow.row}
    WHERE consultation.id = ${consultationId}
    ON CONFLICT ("responseId") DO UPDATE SET
      "receivedAt" = excluded."receivedAt", channel = excluded.channel, language = excluded.language, "respondentType" = excluded."respondentType",
      closed = excluded.closed, worded = excluded.worded, "formVersionId" = excluded."formVersionId", "notAsked" = excluded."notAsked"`;
}

const countedRow = {
  columns: Prisma.sql`"responseId", "partnershipId", "consultationId", "receivedAt", channel, language, "respondentType", closed, worded, "formVersionId", "notAsked"`,
  values: Prisma.sql`one.id, consultation."partnershipId", consultation.id, one."receivedAt", one.channel, one.language,
    one."respondentType", one.closed, ARRAY(SELECT json_array_elements_text(one.worded)), one."formVersionId",
    ARRAY(SELECT json_array_elements_text(one."notAsked"))`,
  row: Prisma.sql`one(id text, "receivedAt" timestamptz, channel text, language text, "respondentType" text, closed jsonb, worded json,
    "formVersionId" text, "notAsked" json)`,
};

/** As JSON, for one statement; null for none. */
async function rowsOf(on: Database, responses: readonly Omit<Change, "sign">[]): Promise<string | null> {
  if (responses.length === 0) return null;
  const rows = responses.map(async ({ id, receivedAt, channel, language, respondentType, formVersionId, answers }) => {
    const { definition } = await findFormVersion(on, formVersionId);
    const said = { closed: closedAnswers(definition, answers), worded: wordedQuestions(definition, answers) };
    return { id, receivedAt, channel, language, respondentType, formVersionId, ...said, notAsked: notAsked(definition, answers) };
  });
  return JSON.stringify(await Promise.all(rows));
}

function readTally(row: { counts: unknown; responses: number }): Tally {
  return { responses: row.responses, questions: row.counts as Tally["questions"] };
}

/** Every consultation that has responses to be counted. */
export async function listCounted(): Promise<string[]> {
  const rows = await db().consultation.findMany({ where: { answersErasedAt: null, responses: { some: {} } }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

/**
 * Makes the tallies again from the responses themselves, a run at a time; what waited to be counted is in them. Where the
 * answers are gone nothing is done. Returns how many responses they hold.
 */
export async function rebuildTallies(
  consultationId: string,
  now: Date,
  { onlyIfLaidOutBefore = false }: { onlyIfLaidOutBefore?: boolean } = {},
): Promise<number> {
  const client = await pool().connect();
  try {
    // because the view of the data must begin after the lock is held, which a lock taken inside it cannot give
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [lockOf(consultationId)]);
    // because whoever held it before may have done the same
    const isDone =
      (await isAllThatIsLeft(db(), consultationId)) || (onlyIfLaidOutBefore && (await responsesLaidOutBefore(db(), consultationId)) === null);
    const responses = isDone ? 0 : await countFromNothing(client, consultationId, now);
    await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [lockOf(consultationId)]);
    client.release();
    return responses;
  } catch (problem) {
    client.release(true); // closing the connection undoes its transaction and gives the lock back
    throw problem;
  }
}

async function countFromNothing(client: PoolClient, consultationId: string, now: Date): Promise<number> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  for (const table of ["TallyChange", "Tally", "CountedResponse"]) {
    await client.query(`DELETE FROM "${table}" WHERE "consultationId" = $1`, [consultationId]);
  }
  const tallies = new Map<string, Tally>();
  for await (const responses of walkResponses(client, consultationId, { withHeld: true })) {
    const changes = Array.from(responses, (response): Change => ({ ...response, sign: 1 }));
    for (const [formVersionId, own] of byVersion(changes)) {
      const { definition } = await findFormVersion(db(), formVersionId);
      tallies.set(formVersionId, countInto(tallies.get(formVersionId) ?? emptyTally(), definition, own));
    }
    await client.query(
      `INSERT INTO "CountedResponse" (${countedRow.columns.sql}) SELECT ${countedRow.values.sql}
       FROM "Consultation" consultation, json_to_recordset($2::json) AS ${countedRow.row.sql} WHERE consultation.id = $1`,
      [consultationId, await rowsOf(db(), changes)],
    );
  }
  for (const [formVersionId, { responses, questions }] of tallies) {
    await client.query(
      `INSERT INTO "Tally" ("consultationId", "partnershipId", "formVersionId", counts, responses, "countedAt", layout)
       SELECT id, "partnershipId", $2, $3, $4, $5, $6 FROM "Consultation" WHERE id = $1`,
      [consultationId, formVersionId, JSON.stringify(questions), responses, now, layout],
    );
  }
  await client.query("COMMIT");
  return [...tallies.values()].reduce((sum, { responses }) => sum + responses, 0);
}

/** Counts up whatever waits anywhere, and counts again what is laid out another way. */
export async function countWaiting(now: Date): Promise<void> {
  const waiting = await db().$queryRaw<{ consultationId: string }[]>`
    SELECT "consultationId" FROM "TallyChange" UNION SELECT "consultationId" FROM "Tally" WHERE layout < ${layout}`;
  for (const { consultationId } of waiting) await countUp(consultationId, now);
}

export type CountedVersion = { version: FormVersion; tally: Tally };

/** The tallies as they stand, the newest version first; and whether anything still waits to be counted. */
export async function listTallies(
  on: Database,
  consultationId: string,
): Promise<{ counted: CountedVersion[]; waits: boolean }> {
  const rows = await on.tally.findMany({ where: { consultationId } });
  const listed = await Promise.all(
    rows.map(async (row) => ({ version: await findFormVersion(on, row.formVersionId), tally: readTally(row) })),
  );
  const waiting = await on.tallyChange.findFirst({ where: { consultationId }, select: { id: true } });
  const isOld = rows.some((row) => row.layout < layout);
  return {
    counted: listed.filter(({ tally }) => tally.responses > 0).sort((a, b) => b.version.number - a.version.number),
    waits: waiting !== null || isOld,
  };
}
