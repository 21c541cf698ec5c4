// Every query about analysis sets: asked for, made by a job that says how far it is, and compared.
import type { Consultation } from "#app/consultations/consultation.ts";
import { countUp } from "#app/consultations/tallies.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, pool, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { putOrdersIn } from "./reading-orders.store.server.ts";
import { keepSetColumns } from "./set-columns.store.server.ts";
import type { Absence, AnalysisSet, ChangeKind, Changes } from "./analysis-set.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

const ofSet = {
  ...{ id: true, number: true, reason: true, askedAt: true, frozenAt: true, finishedAt: true, toldAt: true },
  ...{ done: true, of: true, included: true, excluded: true, erasures: true },
} as const;

/** A consultation's sets, the newest first; officers make few. */
export async function listSets(on: Database, { id: consultationId, partnershipId }: Of): Promise<AnalysisSet[]> {
  return on.analysisSet.findMany({ where: { consultationId, partnershipId }, select: ofSet, orderBy: { number: "desc" }, take: 200 });
}

/** The set of that number; 404 where there is none, or it is still being made. */
export async function findSet(on: Database, { id: consultationId, partnershipId }: Of, number: string | undefined): Promise<AnalysisSet & { frozenAt: Date }> {
  const asked = /^[1-9]\d{0,3}$/.test(number ?? "") ? Number(number) : 0;
  const found = await on.analysisSet.findFirst({ where: { consultationId, partnershipId, number: asked, finishedAt: { not: null } }, select: ofSet });
  if (!found?.frozenAt) throw notFound();
  return { ...found, frozenAt: found.frozenAt };
}

/** The newest set that is finished; null where there is none. */
export async function findNewestSet(on: Database, { id: consultationId, partnershipId }: Of): Promise<AnalysisSet | null> {
  const where = { consultationId, partnershipId, finishedAt: { not: null } };
  return on.analysisSet.findFirst({ where, select: ofSet, orderBy: { number: "desc" } });
}

type Asking = { personId: string | null; reason: string | null; now: Date };

/** Asks for another set; false where one is being made. The caller has asked the policy, and holds the consultation. */
export async function askForSet(transaction: Transaction, { id: consultationId, partnershipId }: Of, { personId, reason, now }: Asking): Promise<boolean> {
  if ((await transaction.analysisSet.count({ where: { consultationId, finishedAt: null } })) > 0) return false;
  const number = 1 + (await transaction.analysisSet.count({ where: { consultationId } }));
  const id = newId();
  await transaction.analysisSet.create({ data: { id, partnershipId, consultationId, number, madeById: personId, reason, askedAt: now, toldAt: now } });
  await addJob(transaction, "make-set", { consultationId });
  await recordAudit(transaction, {
    ...{ partnershipId, action: "analysis.ask-for-set", subjectKind: "consultation", subjectId: consultationId, facts: { number } },
    ...(personId !== null && { personId }),
  });
  return true;
}

/**
 * Makes the set that waits to be made, or goes on with it; the first follows from the freezing. Whoever was killed in between
 * left nothing half done that counts.
 */
export async function makeSet({ consultationId }: { consultationId: string }, clock: () => Date): Promise<void> {
  await beginFirstSet(consultationId);
  const set = await db().analysisSet.findFirst({ where: { consultationId, finishedAt: null }, select: { id: true, frozenAt: true } });
  if (!set) return;
  if (set.frozenAt === null) await pinResponses(set.id, consultationId, clock);
  await putTextsIn(set.id, clock);
  await putOrdersIn(set.id);
  await keepSetColumns(set.id);
  await inTransaction(async (transaction) => {
    const now = clock();
    const { count } = await transaction.analysisSet.updateMany({ where: { id: set.id, finishedAt: null }, data: { finishedAt: now, toldAt: now } });
    if (count === 0) return;
    await addJob(transaction, "find-campaigns", { setId: set.id });
    await addJob(transaction, "count-equality", { setId: set.id });
    const { partnershipId, number, included, excluded } = await transaction.analysisSet.findUniqueOrThrow({ where: { id: set.id } });
    await recordAudit(transaction, { partnershipId, action: "analysis.make-set", subjectKind: "consultation", subjectId: consultationId, facts: { number, included, notIncluded: excluded } });
  });
}

/** The first set of a consultation that was frozen, where it has none. */
async function beginFirstSet(consultationId: string): Promise<void> {
  const { partnershipId, frozenAt } = await db().consultation.findUniqueOrThrow({ where: { id: consultationId }, select: { partnershipId: true, frozenAt: true } });
  if (frozenAt === null || (await db().analysisSet.count({ where: { consultationId } })) > 0) return;
  await db().analysisSet.createMany({
    data: { id: newId(), partnershipId, consultationId, number: 1, askedAt: frozenAt, toldAt: frozenAt },
    skipDuplicates: true, // because another process may have begun the same
  });
}

const mostTries = 20;

/** Puts in which responses there are at one moment: those that are counted, and those that are not, with why. */
async function pinResponses(setId: string, consultationId: string, clock: () => Date): Promise<void> {
  const client = await pool().connect();
  try {
    for (let tries = 1; ; tries += 1) {
      await countUp(consultationId, clock());
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
      const { rows: [waits] } = await client.query(`SELECT 1 FROM "TallyChange" WHERE "consultationId" = $1 LIMIT 1`, [consultationId]);
      // because what waits to be counted would be in no part of the set
      if (waits && tries === mostTries) throw new Error("Responses keep coming faster than they are counted.");
      if (!waits) break;
      await client.query("ROLLBACK");
    }
    // the first is of the moment of the freezing: what was entered since counts in the next
    const { rows: [first] } = await client.query<{ frozenAt: Date }>(
      `SELECT consultation."frozenAt" FROM "AnalysisSet" set JOIN "Consultation" consultation ON consultation.id = set."consultationId" WHERE set.id = $1 AND set.number = 1`,
      [setId],
    );
    const frozenAt = first?.frozenAt ?? clock();
    await client.query(`DELETE FROM "SetResponse" WHERE "setId" = $1`, [setId]);
    const { rowCount: included } = await client.query(
      `INSERT INTO "SetResponse" ("setId", "responseId", "partnershipId", revision, "formVersionId", "isIncluded", "receivedAt", "enteredAt",
         channel, language, "respondentType", closed, worded, "notAsked")
       SELECT $1, one."responseId", one."partnershipId", response."currentRevision", one."formVersionId", true, one."receivedAt", response."enteredAt",
         one.channel, one.language, one."respondentType", one.closed, one.worded, one."notAsked"
       FROM "CountedResponse" one JOIN "Response" response ON response.id = one."responseId"
       WHERE one."consultationId" = $2 AND response."enteredAt" < $3`,
      [setId, consultationId, frozenAt],
    );
    const { rowCount: excluded } = await client.query(
      `INSERT INTO "SetResponse" ("setId", "responseId", "partnershipId", revision, "isIncluded", because, "receivedAt", "enteredAt",
         channel, language, "respondentType", closed, worded)
       SELECT $1, id, "partnershipId", "currentRevision", false, CASE WHEN "withdrawnAt" IS NOT NULL THEN 'withdrawn' ELSE "excludedBecause" END,
         "receivedAt", "enteredAt", channel, language, "respondentType", '{}', '{}'
       FROM "Response" WHERE "consultationId" = $2 AND ("withdrawnAt" IS NOT NULL OR "excludedAt" IS NOT NULL) AND "enteredAt" < $3`,
      [setId, consultationId, frozenAt],
    );
    await client.query(
      `UPDATE "AnalysisSet" SET "frozenAt" = $2, "toldAt" = $5, included = $3, excluded = $4,
         of = (SELECT count(*) FROM "SetResponse" WHERE "setId" = $1 AND worded <> '{}') WHERE id = $1`,
      [setId, frozenAt, included, excluded, clock()],
    );
    await client.query(`UPDATE "Consultation" SET "frozenAt" = $2 WHERE id = $1`, [consultationId, frozenAt]);
    await client.query("COMMIT");
    client.release();
  } catch (problem) {
    client.release(true); // closing the connection undoes its transaction
    throw problem;
  }
}

/** Responses whose texts are put in at once. */
const run = 1000;

/** Puts in what the included responses say in their own words, as far as their revisions are not in already. */
async function putTextsIn(setId: string, clock: () => Date): Promise<void> {
  let after = { receivedAt: new Date(0), responseId: "" };
  for (let done = 0; ; ) {
    const [last] = await db().$queryRaw<{ receivedAt: Date; responseId: string; count: number }[]>`
      WITH run AS (
        SELECT "responseId", "receivedAt", revision, language, worded FROM "SetResponse"
        WHERE "setId" = ${setId} AND worded <> '{}' AND ("receivedAt", "responseId") > (${after.receivedAt}, ${after.responseId})
        ORDER BY "receivedAt", "responseId" LIMIT ${run}),
      said AS (
        SELECT run."responseId", run.revision, run.language, "questionId", ${saidIn(Prisma.sql`revision.answers -> "questionId"`)} AS text
        FROM run JOIN "ResponseRevision" revision ON revision."responseId" = run."responseId" AND revision.number = run.revision
        CROSS JOIN unnest(run.worded) AS "questionId"),
      put AS (
        INSERT INTO "AnswerText" (id, "partnershipId", "consultationId", "responseId", revision, "questionId", text, language, words, search)
        SELECT substr(encode(sha256((said."responseId" || ' ' || said.revision || ' ' || said."questionId")::bytea), 'hex'), 1, 32), set."partnershipId", set."consultationId",
          said."responseId", said.revision, said."questionId", said.text, said.language,
          coalesce(array_length(regexp_split_to_array(btrim(said.text), '\\s+'), 1), 0), ${searchable(Prisma.sql`said.text`, Prisma.sql`said.language`)}
        FROM said, "AnalysisSet" set WHERE set.id = ${setId} AND said.text IS NOT NULL
        ON CONFLICT ("responseId", revision, "questionId") DO NOTHING)
      SELECT "receivedAt", "responseId", (SELECT count(*)::int FROM run) AS count FROM run ORDER BY "receivedAt" DESC, "responseId" DESC LIMIT 1`;
    if (!last) return;
    done += last.count;
    after = last;
    await db().analysisSet.update({ where: { id: setId }, data: { done, toldAt: clock() } });
  }
}

/** The text of an answer in somebody's own words: all of it, or the reasons, what was written in, a place; none of a file. */
function saidIn(answer: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE jsonb_typeof(${answer}) WHEN 'string' THEN ${answer} #>> '{}'
    ELSE coalesce(${answer} ->> 'reasons', ${answer} ->> 'other', ${answer} ->> 'place') END`;
}

/** A text as it is searched: without accents, stemmed where the database knows the language. */
export function searchable(text: Prisma.Sql, language: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_tsvector(${stemming(language)}, ${withoutAccents(text)})`;
}

/** PostgreSQL has stems for English, not for Welsh or Urdu. */
export function stemming(language: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(CASE ${language} WHEN 'en' THEN 'english' ELSE 'simple' END)::regconfig`;
}

export function withoutAccents(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`regexp_replace(normalize(${text}, NFKD), '[\u0300-\u036f\u064b-\u065f]', '', 'g')`;
}

/** Of the responses in a set how many are not included for which reason, the most frequent first. */
export async function countAbsences(on: Database, setId: string): Promise<{ because: Absence; count: number }[]> {
  return on.$queryRaw<{ because: Absence; count: number }[]>`
    SELECT because, count(*)::int AS count FROM "SetResponse" WHERE "setId" = ${setId} AND NOT "isIncluded" GROUP BY because ORDER BY 2 DESC, 1`;
}

const noChanges: Changes = { late: 0, changed: 0, withdrawn: 0, "left-out": 0, "taken-in": 0 };

/** What became of a response between two states of it; null where nothing did. */
const kindOfChange = Prisma.sql`CASE
  WHEN earlier."responseId" IS NULL THEN CASE WHEN later."isIncluded" THEN 'late' END
  WHEN later.because = 'withdrawn' AND earlier.because IS DISTINCT FROM 'withdrawn' THEN 'withdrawn'
  WHEN earlier."isIncluded" AND NOT later."isIncluded" THEN 'left-out'
  WHEN NOT earlier."isIncluded" AND later."isIncluded" THEN 'taken-in'
  WHEN later."isIncluded" AND earlier.revision <> later.revision THEN 'changed' END`;

/** The responses as they are now, shaped like those of a set. */
const asTheyAre = (consultationId: string) => Prisma.sql`(
  SELECT id AS "responseId", "currentRevision" AS revision, "receivedAt", channel, "respondentType",
    "withdrawnAt" IS NULL AND "excludedAt" IS NULL AS "isIncluded",
    CASE WHEN "withdrawnAt" IS NOT NULL THEN 'withdrawn' ELSE "excludedBecause" END AS because
  FROM "Response" WHERE "consultationId" = ${consultationId})`;

const asIn = (setId: string) => Prisma.sql`(SELECT * FROM "SetResponse" WHERE "setId" = ${setId})`;

/** How what there is now differs from a set: what would be different in another. */
export async function countChangesSince(on: Database, consultationId: string, setId: string): Promise<Changes> {
  return countChanges(on, setId, asTheyAre(consultationId));
}

/** How a set differs from an earlier one. */
export async function countChangesBetween(on: Database, earlierId: string, laterId: string): Promise<Changes> {
  return countChanges(on, earlierId, asIn(laterId));
}

async function countChanges(on: Database, earlierId: string, later: Prisma.Sql): Promise<Changes> {
  const rows = await on.$queryRaw<{ kind: ChangeKind; count: number }[]>`
    SELECT ${kindOfChange} AS kind, count(*)::int AS count
    FROM ${later} AS later LEFT JOIN "SetResponse" earlier ON earlier."setId" = ${earlierId} AND earlier."responseId" = later."responseId"
    GROUP BY 1 HAVING ${kindOfChange} IS NOT NULL`;
  return { ...noChanges, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
}

export type ChangedResponse = { responseId: string; kind: ChangeKind; because: string | null; receivedAt: Date; channel: string; respondentType: string };

/** The responses in which a set differs from an earlier one, in the order in which they came, a page at a time. */
export async function listChangesBetween(
  on: Database,
  { earlierId, laterId, after, most = 50 }: { earlierId: string; laterId: string; after: string | null; most?: number },
): Promise<{ changed: ChangedResponse[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.setResponse.findUnique({ where: { setId_responseId: { setId: laterId, responseId: after } }, select: { receivedAt: true } });
  const rows = await on.$queryRaw<ChangedResponse[]>`
    SELECT * FROM (
      SELECT later."responseId", ${kindOfChange} AS kind, later.because, later."receivedAt", later.channel, later."respondentType"
      FROM ${asIn(laterId)} AS later LEFT JOIN "SetResponse" earlier ON earlier."setId" = ${earlierId} AND earlier."responseId" = later."responseId"
    ) AS one WHERE kind IS NOT NULL AND ${last ? Prisma.sql`("receivedAt", "responseId") > (${last.receivedAt}, ${after})` : Prisma.sql`TRUE`}
    ORDER BY "receivedAt", "responseId" LIMIT ${most + 1}`;
  const changed = rows.slice(0, most);
  return { changed, nextAfter: rows.length > most ? (changed.at(-1)?.responseId ?? null) : null };
}
