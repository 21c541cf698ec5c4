// The public register of consultations: searched, counted, and in the order in which things happened to them.
import { z } from "zod";
import { dayOf } from "#app/shared/dates.ts";
import { db, type Database } from "#app/shared/db.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { keepRecord } from "#app/shared/published-pages.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import { publicKinds } from "./life.ts";
import { isSearch, keyOf, registerEntrySchema, topics, type Named, type RegisterEntry, type RegisterSearch, type Topic } from "./register.ts";
import { listById } from "./store.server.ts";

export type Registered = Consultation & RegisterEntry;

export type RegisterPage = {
  consultations: Registered[];
  nextAfter: string | null;
  /** How many the search finds, and of how many. */
  found: number;
  all: number;
};

/** What the index of words holds, as prisma/migrations/20261201100000_register makes it: change neither without the other. */
const wordsOfRow = Prisma.sql`array_to_tsvector("folded_words"(ARRAY["title", "summary", "purpose", "decisionToBeMade", "audience", "places", "audiences"]))`;

const mostWords = 10;

/** What is looked for as PostgreSQL reads it: every word, or the beginning of one. Null where nothing typed is a word. */
async function tsqueryOf(on: Database, typed: string): Promise<string | null> {
  const [row] = await on.$queryRaw<{ words: string[] | null }[]>`SELECT "folded_words"(ARRAY[to_jsonb(${typed}::text)]) AS words`;
  const words = [...new Set(row?.words ?? [])].slice(0, mostWords);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(" & ");
}

const namesIn = (column: "places" | "audiences", key: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_array_elements(${Prisma.raw(`"${column}"`)}) AS one
  WHERE coalesce(one->>'code', nullif(one->'name'->>'en', ''), nullif(one->'name'->>'cy', ''), one->'name'->>'ur') = ${key})`;

const kindAt = (now: Date) => Prisma.sql`CASE
  WHEN "opensAt" <= ${now} AND ("closesAt" IS NULL OR "closesAt" > ${now})
    AND "pausedAt" <= ${now} AND ("pausedUntil" IS NULL OR "pausedUntil" > ${now}) THEN 'paused'
  WHEN "opensAt" <= ${now} AND ("closesAt" IS NULL OR "closesAt" > ${now}) THEN 'open'
  WHEN "opensAt" IS NULL OR "opensAt" > ${now} THEN 'coming'
  WHEN "outcomePublishedAt" IS NOT NULL OR "decisionOn" <= ${dayOf(now)}::date THEN 'decided' ELSE 'closed' END`;

/** What the search asks for as conditions; null where it asks for words and has none, so that nothing can be found. */
async function conditionsOf(on: Database, search: RegisterSearch, now: Date): Promise<Prisma.Sql[] | null> {
  const conditions: Prisma.Sql[] = [];
  if (search.words !== "") {
    const query = await tsqueryOf(on, search.words);
    if (query === null) return null;
    conditions.push(Prisma.sql`${wordsOfRow} @@ ${query}::tsquery`);
  }
  if (search.status !== "") conditions.push(Prisma.sql`${kindAt(now)} = ${search.status}`);
  if (search.topic !== "") conditions.push(Prisma.sql`${search.topic} = ANY("topics")`);
  if (search.place !== "") conditions.push(namesIn("places", search.place));
  if (search.audience !== "") conditions.push(namesIn("audiences", search.audience));
  return conditions;
}

type Asked = {
  partnershipId: string;
  search: RegisterSearch;
  now: Date;
  /** The last id of the page before. */
  after?: string | null;
  most?: number;
};

/** Published consultations that the search finds: open ones closing first, then what is to come, then what is over, newest first. */
export async function searchRegister(on: Database, { partnershipId, search, now, after, most = 20 }: Asked): Promise<RegisterPage> {
  const all = await on.consultation.count({ where: { partnershipId, publishedAt: { not: null } } });
  const conditions = isSearch(search) ? await conditionsOf(on, search, now) : [];
  if (conditions === null) return { consultations: [], nextAfter: null, found: 0, all };
  const where = Prisma.join([Prisma.sql`"partnershipId" = ${partnershipId} AND "publishedAt" IS NOT NULL`, ...conditions], " AND ");
  const rows = await on.$queryRaw<{ id: string; found: number }[]>`
    WITH kinds AS (SELECT id, "closesAt", ${kindAt(now)} AS kind FROM "Consultation" WHERE ${where}),
    placed AS (
      SELECT id, row_number() OVER (
        ORDER BY CASE kind WHEN 'open' THEN 1 WHEN 'paused' THEN 1 WHEN 'coming' THEN 2 ELSE 3 END,
          CASE WHEN "closesAt" > ${now} THEN "closesAt" END ASC NULLS LAST, "closesAt" DESC, id) AS place
      FROM kinds)
    SELECT id, (SELECT count(*)::int FROM placed) AS found FROM placed
    WHERE place > coalesce((SELECT place FROM placed WHERE id = ${after ?? null}), 0)
    ORDER BY place LIMIT ${most + 1}`;
  // because the list may have grown shorter since the page before, and its beginning says more than nothing
  if (rows.length === 0 && after) return searchRegister(on, { partnershipId, search, now, most });
  const shown = rows.slice(0, most).map(({ id }) => id);
  const found = rows[0]?.found ?? 0;
  return { consultations: await withEntries(on, shown), nextAfter: rows.length > most ? (shown.at(-1) ?? null) : null, found, all };
}

/** These consultations, in this order, with what the register knows of them. */
async function withEntries(on: Database, ids: string[]): Promise<Registered[]> {
  const [consultations, rows] = await Promise.all([
    listById(on, ids),
    on.consultation.findMany({ where: { id: { in: ids } }, select: { id: true, topics: true, places: true, audiences: true } }),
  ]);
  const entries = new Map(rows.map(({ id, ...entry }) => [id, readEntry(entry)]));
  return consultations.map((consultation) => ({ ...consultation, ...entries.get(consultation.id)! }));
}

/** A topic that is no longer of our list is left out. */
function readEntry({ topics: stored, ...named }: { topics: string[]; places: unknown; audiences: unknown }): RegisterEntry {
  return registerEntrySchema.parse({ ...named, topics: topics.filter((topic) => stored.includes(topic)) });
}

/** What the register finds a consultation by, published or not. */
export async function findRegisterEntry(on: Database, { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">): Promise<RegisterEntry> {
  const row = await on.consultation.findFirstOrThrow({ where: { id, partnershipId }, select: { topics: true, places: true, audiences: true } });
  return readEntry(row);
}

export type RegisterChoices = { topics: Topic[]; places: Named[]; audiences: Named[] };

/** More than these are not offered to choose from; they can still be found by words. */
const mostChoices = 300;

async function listNamed(on: Database, partnershipId: string, column: "places" | "audiences"): Promise<Named[]> {
  const rows = await on.$queryRaw<{ one: unknown }[]>`
    SELECT DISTINCT one FROM "Consultation", jsonb_array_elements(${Prisma.raw(`"${column}"`)}) AS one
    WHERE "partnershipId" = ${partnershipId} AND "publishedAt" IS NOT NULL LIMIT ${mostChoices}`;
  const read = rows.map(({ one }) => z.object({ code: z.string().optional(), name: textSchema }).parse(one));
  return [...new Map(read.map((one) => [keyOf(one), one])).values()];
}

/** Topics, places and audiences that the partnership's published consultations have. */
export async function listChoices(on: Database, partnershipId: string): Promise<RegisterChoices> {
  const [used, places, audiences] = await Promise.all([
    on.$queryRaw<{ topic: string }[]>`
      SELECT DISTINCT topic FROM "Consultation", unnest("topics") AS topic WHERE "partnershipId" = ${partnershipId} AND "publishedAt" IS NOT NULL`,
    listNamed(on, partnershipId, "places"),
    listNamed(on, partnershipId, "audiences"),
  ]);
  return { topics: topics.filter((topic) => used.some((row) => row.topic === topic)), places, audiences };
}

/** The same from memory, where it may be some moments old. */
export function recallChoices(partnershipId: string, now: Date): Promise<RegisterChoices> {
  return keepRecord(`register choices ${partnershipId}`, now, () => listChoices(db(), partnershipId), () => partnershipId);
}

export type Happened = { consultation: Registered; updatedAt: Date };

/**
 * Published consultations that the search finds, what changed last first: its publication, its opening, its closing, a new
 * version of its form, a correction or a step that everybody may read of.
 */
export async function listLatelyChanged(on: Database, { partnershipId, search, now, most = 50 }: Omit<Asked, "after">): Promise<Happened[]> {
  const conditions = isSearch(search) ? await conditionsOf(on, search, now) : [];
  if (conditions === null) return [];
  const where = Prisma.join([Prisma.sql`"partnershipId" = ${partnershipId} AND "publishedAt" IS NOT NULL`, ...conditions], " AND ");
  const rows = await on.$queryRaw<{ id: string; updatedAt: Date }[]>`
    WITH versions AS (
      SELECT version."formId", max(greatest(version."publishedAt", erratum."createdAt")) AS "changedAt"
      FROM "FormVersion" AS version LEFT JOIN "Erratum" AS erratum ON erratum."formVersionId" = version.id
      WHERE version."partnershipId" = ${partnershipId} AND version."publishedAt" IS NOT NULL GROUP BY version."formId"),
    stepped AS (
      SELECT "consultationId", max("at") AS "steppedAt" FROM "ConsultationStep"
      WHERE "partnershipId" = ${partnershipId} AND kind = ANY(${[...publicKinds]}) GROUP BY "consultationId"),
    found AS (SELECT id, "formId", "publishedAt", "opensAt", "closesAt", "pausedUntil" FROM "Consultation" WHERE ${where})
    SELECT id, greatest("publishedAt", versions."changedAt", stepped."steppedAt", CASE WHEN "pausedUntil" <= ${now} THEN "pausedUntil" END,
      CASE WHEN "opensAt" <= ${now} THEN "opensAt" END, CASE WHEN "closesAt" <= ${now} THEN "closesAt" END) AS "updatedAt"
    FROM found LEFT JOIN versions USING ("formId") LEFT JOIN stepped ON stepped."consultationId" = id ORDER BY "updatedAt" DESC, id LIMIT ${most}`;
  const consultations = await withEntries(on, rows.map(({ id }) => id));
  return consultations.map((consultation, place) => ({ consultation, updatedAt: rows[place]!.updatedAt }));
}
