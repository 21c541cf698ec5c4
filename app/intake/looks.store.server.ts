// The job that looks at each response once, and again when it was changed, and raises flags about what is striking. It reads
// what is new; whoever sent the same text before is found by index, however many did.
import { performance } from "node:perf_hooks";
import { findFormVersion } from "#app/consultations/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHash, newId } from "#app/shared/keys.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { burstsIn, hourOf, leastBurst, lookAt, ownFlags, sameTextFrom, type FlagKind, type Looked, type MinuteCount } from "./flags.ts";
import { areAlike, bandsOf, sketchOf } from "./likeness.ts";

type Of = { id: string; partnershipId: string };

const batch = 500;
/** What is left after this is looked at the next time, so that one consultation keeps no other waiting. */
const longestRunInMs = 60_000;

/** Looks at whatever is new in consultations whose responses are not frozen; how many responses that was. */
export async function lookAtResponses(now: Date): Promise<number> {
  // because in a consultation in which nothing was counted for a week there is nothing that was not looked at
  const lively = await db().$queryRaw<Of[]>`
    SELECT id, "partnershipId" FROM "Consultation" consultation WHERE "frozenAt" IS NULL AND "answersErasedAt" IS NULL
      AND EXISTS (SELECT FROM "Tally" tally WHERE tally."consultationId" = consultation.id AND tally."countedAt" > ${now}::timestamptz - interval '7 days')
    ORDER BY id`;
  let looked = 0;
  for (const consultation of lively) looked += await lookAtNew(consultation, now);
  return looked;
}

/** The same for one consultation. */
export async function lookAtNew(consultation: Of, now: Date): Promise<number> {
  const began = performance.now();
  const ids = await listNew(db(), consultation.id);
  const sent: number[] = [];
  let looked = 0;
  for (let from = 0; from < ids.length && performance.now() - began < longestRunInMs; from += batch) {
    const responses = await lookAtBatch(consultation, ids.slice(from, from + batch), now);
    looked += responses.length;
    for (const { seconds, receivedAt } of responses) if (seconds !== null) sent.push(receivedAt.getTime());
  }
  if (sent.length > 0) await inTransaction((transaction) => raiseBursts(transaction, consultation, sent, now));
  return looked;
}

/** Those that count and were not looked at as they are now. */
async function listNew(on: Database, consultationId: string): Promise<string[]> {
  const rows = await on.$queryRaw<{ id: string }[]>`
    SELECT response.id FROM "Response" response LEFT JOIN "ResponseLook" look ON look."responseId" = response.id
    WHERE response."consultationId" = ${consultationId} AND response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL
      AND look.revision IS DISTINCT FROM response."currentRevision"
    ORDER BY response."receivedAt", response.id`;
  return rows.map(({ id }) => id);
}

async function lookAtBatch(consultation: Of, ids: readonly string[], now: Date): Promise<NewResponse[]> {
  return inTransaction(async (transaction) => {
    // because two processes would each take what they see first for the first of its text
    const [lock] = await transaction.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`folkmoot looks ${consultation.id}`}, 0)) AS mine`;
    if (!lock?.mine) return [];
    const responses = await readNew(transaction, ids);
    const texts = await groupTexts(transaction, consultation.id, responses);
    await forgetOpenFlags(transaction, responses.filter(({ isAgain }) => isAgain).map(({ id }) => id));
    await saveLooks(transaction, consultation, responses, texts);
    await raiseFlags(transaction, consultation, responses, texts, now);
    return responses;
  });
}

type NewResponse = Looked & { revision: number; channel: string; isAgain: boolean };

async function readNew(on: Database, ids: readonly string[]): Promise<NewResponse[]> {
  type Row = { id: string; revision: number; receivedAt: Date; channel: string; formVersionId: string; answers: Answers; seconds: number | null; isAgain: boolean };
  const rows = await on.$queryRaw<Row[]>`
    SELECT response.id, revision.number AS revision, response."receivedAt", response.channel, revision."formVersionId", revision.answers,
      extract(epoch FROM response."receivedAt" - draft."startedAt")::int AS seconds, look.revision IS NOT NULL AS "isAgain"
    FROM "Response" response
    JOIN "ResponseRevision" revision ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    LEFT JOIN "Draft" draft ON draft.id = response."draftId"
    LEFT JOIN "ResponseLook" look ON look."responseId" = response.id
    WHERE response.id = ANY(${[...ids]}) AND look.revision IS DISTINCT FROM response."currentRevision"`;
  return Promise.all(
    rows.map(async ({ formVersionId, answers, ...row }) => ({ ...row, ...lookAt((await findFormVersion(on, formVersionId)).definition, answers) })),
  );
}

/** What a text is found by: its own hash, or that of the one before it that it is nearly the same as; the first keeps its sketch. */
type Grouped = { hash: string; sketch: number[]; bands: number[] };

async function groupTexts(on: Database, consultationId: string, responses: readonly NewResponse[]): Promise<Map<string, Grouped>> {
  const written = responses.flatMap(({ id, text }) => (text === null ? [] : [{ id, text, hash: keyedHash("text of a response", `${consultationId} ${text}`).slice(0, 32) }]));
  const known = new Set(await listKnown(on, consultationId, written.map(({ hash }) => hash)));
  const sketched = new Map<string, Grouped>();
  for (const { hash, text } of written) {
    if (known.has(hash) || sketched.has(hash)) continue;
    const sketch = sketchOf(text);
    sketched.set(hash, { hash, sketch, bands: bandsOf(sketch) });
  }
  const first = new Map<number, Grouped[]>();
  const remember = (one: Grouped) => one.bands.forEach((band) => first.set(band, [...(first.get(band) ?? []), one]));
  (await listFirst(on, consultationId, [...sketched.values()].flatMap(({ bands }) => bands))).forEach(remember);
  const grouped = new Map<string, Grouped>();
  for (const { id, hash } of written) {
    const own = sketched.get(hash);
    const like = own?.bands.flatMap((band) => first.get(band) ?? []).find(({ sketch }) => areAlike(sketch, own.sketch));
    if (own && !like) remember(own);
    grouped.set(id, own && !like ? own : { hash: like?.hash ?? hash, sketch: [], bands: [] });
  }
  return grouped;
}

/** Of these hashes, those that texts of the consultation are found by. */
async function listKnown(on: Database, consultationId: string, hashes: readonly string[]): Promise<string[]> {
  const rows = await on.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM unnest(${[...new Set(hashes)]}::text[]) AS hash
    WHERE EXISTS (SELECT FROM "ResponseLook" WHERE "consultationId" = ${consultationId} AND "textHash" = hash)`;
  return rows.map(({ hash }) => hash);
}

/** The first of each text that shares one of these bands. */
async function listFirst(on: Database, consultationId: string, bands: readonly number[]): Promise<Grouped[]> {
  if (bands.length === 0) return [];
  return on.$queryRaw<Grouped[]>`
    SELECT "textHash" AS hash, sketch, bands FROM "ResponseLook"
    WHERE "consultationId" = ${consultationId} AND bands && ${[...new Set(bands)]}::int[] AND "textHash" IS NOT NULL`;
}

/** What was changed since is looked at anew: flags that wait say what it says now, those decided what was decided about. */
async function forgetOpenFlags(on: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await on.flaggedResponse.deleteMany({ where: { responseId: { in: ids }, flag: { decidedAt: null, kind: { not: "burst" } } } });
}

async function saveLooks(on: Transaction, { id, partnershipId }: Of, responses: readonly NewResponse[], texts: ReadonlyMap<string, Grouped>): Promise<void> {
  const rows = responses.map(({ id: responseId, revision, receivedAt, channel, links, words, answered, seconds }) => {
    const { hash = null, sketch = [], bands = [] } = texts.get(responseId) ?? {};
    const array = (values: readonly number[]) => `{${values.join(",")}}`;
    return { responseId, revision, receivedAt, channel, links, words, answered, seconds, textHash: hash, sketch: array(sketch), bands: array(bands) };
  });
  await on.$executeRaw`
    INSERT INTO "ResponseLook" ("responseId", "partnershipId", "consultationId", revision, "receivedAt", channel, "textHash", sketch, bands, links, words, answered, seconds)
    SELECT one."responseId", ${partnershipId}, ${id}, one.revision, one."receivedAt", one.channel, one."textHash", one.sketch::int[], one.bands::int[],
      one.links, one.words, one.answered, one.seconds
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS one("responseId" text, revision int, "receivedAt" timestamptz, channel text, "textHash" text,
      sketch text, bands text, links int, words int, answered int, seconds int)
    ON CONFLICT ("responseId") DO UPDATE SET revision = excluded.revision, "textHash" = excluded."textHash", sketch = excluded.sketch,
      bands = excluded.bands, links = excluded.links, words = excluded.words, answered = excluded.answered`;
}

type Raised = { kind: FlagKind; key: string; responseId: string };

async function raiseFlags(on: Transaction, consultation: Of, responses: readonly NewResponse[], texts: ReadonlyMap<string, Grouped>, now: Date): Promise<void> {
  const own = responses.flatMap((response) => ownFlags(response).map((flag): Raised => ({ ...flag, responseId: response.id })));
  await saveFlags(on, consultation, [...own, ...(await sharedTexts(on, consultation.id, texts))], now);
}

/** The responses whose text has come often enough: those of a text that has a flag are few, the new ones alone. */
async function sharedTexts(on: Database, consultationId: string, texts: ReadonlyMap<string, Grouped>): Promise<Raised[]> {
  const hashes = [...new Set([...texts.values()].map(({ hash }) => hash))];
  const flags = await on.flag.findMany({ where: { consultationId, kind: "same-text", key: { in: hashes } }, select: { key: true } });
  const flagged = new Set(flags.map(({ key }) => key));
  const more = [...texts].flatMap(([responseId, { hash }]) => (flagged.has(hash) ? [{ kind: "same-text" as const, key: hash, responseId }] : []));
  const rows = await on.$queryRaw<{ key: string; ids: string[] }[]>`
    SELECT look."textHash" AS key, array_agg(look."responseId") AS ids
    FROM "ResponseLook" look JOIN "Response" response ON response.id = look."responseId" AND response."withdrawnAt" IS NULL
    WHERE look."consultationId" = ${consultationId} AND look."textHash" = ANY(${hashes.filter((hash) => !flagged.has(hash))})
    GROUP BY look."textHash" HAVING count(*) >= ${sameTextFrom}`;
  return [...more, ...rows.flatMap(({ key, ids }) => ids.map((responseId) => ({ kind: "same-text" as const, key, responseId })))];
}

/** Minutes around these instants in which many were sent online: those taken in from a file or typed in come in bulk by nature. */
async function raiseBursts(on: Transaction, consultation: Of, sent: readonly number[], now: Date): Promise<void> {
  const isSent = Prisma.sql`"consultationId" = ${consultation.id} AND channel = 'online' AND seconds IS NOT NULL`;
  const minutes = await on.$queryRaw<MinuteCount[]>`
    SELECT date_trunc('minute', "receivedAt") AS minute, count(*)::int AS count FROM "ResponseLook"
    WHERE ${isSent} AND "receivedAt" >= date_trunc('minute', ${new Date(sent.reduce((a, b) => Math.min(a, b)))}::timestamptz) AND "receivedAt" <= ${new Date(sent.reduce((a, b) => Math.max(a, b)))}::timestamptz
    GROUP BY minute HAVING count(*) >= ${leastBurst}`;
  if (minutes.length === 0) return;
  const [{ usual } = { usual: 0 }] = await on.$queryRaw<{ usual: number }[]>`
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY count)::int AS usual
    FROM (SELECT count(*) AS count FROM "ResponseLook" WHERE ${isSent} GROUP BY date_trunc('minute', "receivedAt")) AS minutes`;
  const bursts = burstsIn(minutes, usual).map(({ minute }) => minute);
  if (bursts.length === 0) return;
  const rows = await on.$queryRaw<{ minute: Date; responseId: string }[]>`
    SELECT minute, "responseId" FROM unnest(${bursts}::timestamptz[]) AS minute
    JOIN "ResponseLook" ON ${isSent} AND "receivedAt" >= minute AND "receivedAt" < minute + interval '1 minute'`;
  await saveFlags(on, consultation, rows.map(({ minute, responseId }) => ({ kind: "burst", key: hourOf(minute), responseId })), now);
}

/** Adds responses to flags, raising those that are not there; one that was decided by leaving some out waits for a decision again. */
async function saveFlags(on: Transaction, { id, partnershipId }: Of, raised: readonly Raised[], now: Date): Promise<void> {
  if (raised.length === 0) return;
  const kinds = [...new Map(raised.map((one) => [`${one.kind} ${one.key}`, { id: newId(), kind: one.kind, key: one.key }])).values()];
  await on.$executeRaw`
    INSERT INTO "Flag" (id, "partnershipId", "consultationId", kind, key, "raisedAt")
    SELECT one.id, ${partnershipId}, ${id}, one.kind, one.key, ${now} FROM json_to_recordset(${JSON.stringify(kinds)}::json) AS one(id text, kind text, key text)
    ON CONFLICT ("consultationId", kind, key) DO NOTHING`;
  await on.$executeRaw`
    WITH added AS (
      INSERT INTO "FlaggedResponse" ("flagId", "responseId", "partnershipId", "addedAt")
      SELECT flag.id, one."responseId", ${partnershipId}, ${now}
      FROM json_to_recordset(${JSON.stringify(raised)}::json) AS one(kind text, key text, "responseId" text)
      JOIN "Flag" flag ON flag."consultationId" = ${id} AND flag.kind = one.kind AND flag.key = one.key
      ON CONFLICT DO NOTHING RETURNING "flagId")
    UPDATE "Flag" SET "decidedAt" = NULL, "decidedById" = NULL
    WHERE decision = 'leave-out' AND "decidedAt" IS NOT NULL AND id IN (SELECT "flagId" FROM added)`;
}
