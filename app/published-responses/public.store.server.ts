// Responses as anybody may read them. Every query here goes through `shown`: what holds now of permission, confidence, withdrawal, what
// was left out, held, withheld and decided, so that nothing that was changed since stays to be read.
import type { Consultation } from "#app/consultations/consultation.ts";
import { speakingForOthers, type RespondentType } from "#app/consultations/response.ts";
import { searched } from "#app/analysis/reading-order.store.server.ts";
import type { Segment } from "#app/moderation/redaction.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import type { Database } from "#app/shared/db.server.ts";
import { languages, type Language } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { ResponseFilter } from "./filter.ts";
import type { Whose } from "./publication.ts";

/** What is published, and what of the answers chosen from those offered may be seen. */
export type Extent = {
  consultation: Pick<Consultation, "id">;
  setId: string;
  whose: Whose;
  /** Of an organisation that lets itself be named: all lines that were chosen. */
  chosenKeys: readonly string[];
  /** Of everybody else: those that tell nothing that is confidential. */
  openKeys: readonly string[];
  /** What the question is kept under that says where people live; null where that may not be shown. */
  areaKey: string | null;
};

export type PublicText = { questionId: string; segments: Segment[] };

/** Why an answer is not there: two officers rejected it, or somebody is looking at it. The words are `published-responses:not-there.<why>`. */
export type NotThere = { questionId: string; why: "rejected" | "looked-at" };

export type PublicResponse = {
  reference: string;
  respondentType: RespondentType;
  /** Of whoever said that it may be published with theirs; null of the others, and once it was deleted. */
  name: string | null;
  language: Language;
  /** By what each line is kept under. */
  closed: ClosedAnswers;
  texts: PublicText[];
};

const mine: string[] = [...speakingForOthers];

const isHeld = Prisma.sql`EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;

/** The texts of a response, as the set has it. */
const itsTexts = Prisma.sql`"AnswerText" text JOIN "PublicText" copy ON copy."textId" = text.id
  WHERE text."responseId" = shown."responseId" AND text.revision = shown.revision AND NOT ${isHeld}`;

/** Every response of which something may be read now, as `shown`; `also` those that an officer withheld. */
function shown({ consultation, setId, whose, chosenKeys, openKeys }: Extent, also: "withheld" | null = null): Prisma.Sql {
  return Prisma.sql`(
    SELECT public.reference, public."responseId", public."withheldAt", public."withheldBecause", one.revision, one."respondentType", one.language, who.name,
      (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(one.closed)
       WHERE key = ANY (CASE WHEN who.name IS NOT NULL AND who."isForOthers" THEN ${[...chosenKeys]}::text[] ELSE ${[...openKeys]}::text[] END)
         AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = one."responseId" AND held."questionId" = split_part(key, '.', 1))) AS closed
    FROM "PublicResponse" public
    JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = public."responseId" AND one."isIncluded"
    JOIN "Response" response ON response.id = public."responseId" AND response.permission <> 'summary' AND NOT response."confidentialityRequested"
      AND response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL
    LEFT JOIN "ResponseContact" contact ON contact."responseId" = public."responseId"
    CROSS JOIN LATERAL (SELECT one."respondentType" = ANY (${mine}) AS "isForOthers", CASE WHEN response.permission = 'named'
      THEN NULLIF(btrim(CASE WHEN one."respondentType" = ANY (${mine}) THEN contact.organisation ->> 'name' ELSE contact.name END), '') END AS name) who
    WHERE public."consultationId" = ${consultation.id}
      AND ${also === "withheld" ? Prisma.sql`TRUE` : Prisma.sql`public."withheldAt" IS NULL`}
      AND ${whose === "all" ? Prisma.sql`TRUE` : Prisma.sql`who."isForOthers"`}
  ) AS shown`;
}

/** Somebody reads something of it: an answer in own words, or one that was chosen. */
const saysSomething = Prisma.sql`(shown.closed <> '{}' OR EXISTS (SELECT FROM ${itsTexts}))`;

function wanted({ areaKey }: Extent, { words, question, type, organisation, language, area }: ResponseFilter): Prisma.Sql {
  const [english, asWritten] = [searched(words, "english"), searched(words, "simple")];
  const has = Prisma.sql`copy.search @@ CASE text.language WHEN 'en' THEN ${english} ELSE ${asWritten} END`;
  const isAsked = Prisma.sql`text."questionId" = ${question}`;
  const conditions = [
    saysSomething,
    ...(words !== "" && question !== null ? [Prisma.sql`EXISTS (SELECT FROM ${itsTexts} AND ${isAsked} AND ${has})`] : []),
    ...(words !== "" && question === null ? [Prisma.sql`EXISTS (SELECT FROM ${itsTexts} AND ${has})`] : []),
    ...(words === "" && question !== null ? [Prisma.sql`EXISTS (SELECT FROM ${itsTexts} AND ${isAsked})`] : []),
    ...(type === null ? [] : [Prisma.sql`shown."respondentType" = ${type}`]),
    ...(organisation === null ? [] : [Prisma.sql`shown."respondentType" = ANY (${mine}) AND shown.name = ${organisation}`]),
    ...(language === null ? [] : [Prisma.sql`shown.language = ${language}`]),
    ...(area === null || areaKey === null ? [] : [Prisma.sql`shown.closed ->> ${areaKey} = ${area}`]),
  ];
  return Prisma.join(conditions, " AND ");
}

type Row = Omit<PublicResponse, "texts"> & { responseId: string; revision: number };

async function withTexts(on: Database, rows: readonly Row[]): Promise<PublicResponse[]> {
  const ids = rows.map(({ responseId }) => responseId);
  const texts = await on.$queryRaw<(PublicText & { responseId: string; revision: number })[]>`
    SELECT text."responseId", text.revision, text."questionId", copy.segments FROM "AnswerText" text JOIN "PublicText" copy ON copy."textId" = text.id
    WHERE text."responseId" = ANY (${ids}) AND NOT ${isHeld}`;
  return rows.map(({ responseId, revision, reference, respondentType, name, language, closed }) => ({
    ...{ reference, respondentType, name, language, closed },
    texts: texts.filter((text) => text.responseId === responseId && text.revision === revision).map(({ questionId, segments }) => ({ questionId, segments })),
  }));
}

const columns = Prisma.sql`shown.reference, shown."responseId", shown.revision, shown."respondentType", shown.name, shown.language, shown.closed`;

/** Those wanted, a page at a time, in an order that has nothing to do with when they came; `after` is the last reference of the page before. */
export async function listPublic(
  on: Database,
  extent: Extent,
  { filter, after, most }: { filter: ResponseFilter; after: string | null; most: number },
): Promise<{ responses: PublicResponse[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT ${columns} FROM ${shown(extent)} WHERE ${wanted(extent, filter)} AND shown.reference > ${after ?? ""} ORDER BY shown.reference LIMIT ${most + 1}`;
  const page = rows.slice(0, most);
  return { responses: await withTexts(on, page), nextAfter: rows.length > most ? (page.at(-1)?.reference ?? null) : null };
}

export async function countPublic(on: Database, extent: Extent, filter: ResponseFilter): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${shown(extent)} WHERE ${wanted(extent, filter)}`;
  return row?.count ?? 0;
}

/** What those that are public can be told apart by: questions they answer in own words, who they are, languages, names of organisations. */
export async function listFilterValues(on: Database, extent: Extent): Promise<{ questions: string[]; types: RespondentType[]; languages: Language[]; organisations: string[] }> {
  const [row] = await on.$queryRaw<{ types: RespondentType[]; languages: Language[]; organisations: string[]; questions: string[] }[]>`
    WITH readable AS MATERIALIZED (SELECT ${columns} FROM ${shown(extent)} WHERE ${saysSomething})
    SELECT ARRAY(SELECT DISTINCT "respondentType" FROM readable ORDER BY 1) AS types, ARRAY(SELECT DISTINCT language FROM readable ORDER BY 1) AS languages,
      ARRAY(SELECT DISTINCT name FROM readable WHERE "respondentType" = ANY (${mine}) AND name IS NOT NULL ORDER BY 1 LIMIT 500) AS organisations,
      ARRAY(SELECT DISTINCT text."questionId" FROM readable shown, ${itsTexts}) AS questions`;
  return { questions: row?.questions ?? [], types: row?.types ?? [], languages: languages.filter((one) => row?.languages.includes(one)), organisations: row?.organisations ?? [] };
}

export type FoundResponse = PublicResponse & { responseId: string; notThere: NotThere[]; withheld: { at: Date; because: string } | null };

/** One of them with what is not there of it; null where nothing of it may be read any more. Officers find one that is withheld too. */
export async function findPublicResponse(on: Database, extent: Extent, reference: string, also: "withheld" | null = null): Promise<FoundResponse | null> {
  const [row] = await on.$queryRaw<(Row & { withheldAt: Date | null; withheldBecause: string | null })[]>`
    SELECT ${columns}, shown."withheldAt", shown."withheldBecause" FROM ${shown(extent, also)} WHERE ${saysSomething} AND shown.reference = ${reference}`;
  const [response] = row ? await withTexts(on, [row]) : [];
  if (!row || !response) return null;
  // what somebody deals with apart is told no differently from what nobody has looked at yet
  const notThere = await on.$queryRaw<NotThere[]>`
    SELECT text."questionId", CASE WHEN moderation.state = 'rejected' AND NOT ${isHeld} THEN 'rejected' ELSE 'looked-at' END AS why
    FROM "AnswerText" text LEFT JOIN "TextModeration" moderation ON moderation."textId" = text.id
    WHERE text."responseId" = ${row.responseId} AND text.revision = ${row.revision}
      AND (${isHeld} OR NOT EXISTS (SELECT FROM "PublicText" copy WHERE copy."textId" = text.id))`;
  return { ...response, responseId: row.responseId, notThere, withheld: row.withheldAt && { at: row.withheldAt, because: row.withheldBecause ?? "" } };
}

/** Whether an address was ever given. */
export async function wasGiven(on: Database, { id: consultationId }: Pick<Consultation, "id">, reference: string): Promise<boolean> {
  return (await on.publicResponse.count({ where: { consultationId, reference } })) > 0;
}

export type Permitted = Record<"organisations" | "named" | "unnamed" | "not" | "gone" | "withheld", number>;

/** How many responses of a set may be published with their name and without, and how many may not; how many were withdrawn or left out since, and how many withheld. */
export async function countPermitted(on: Database, setId: string): Promise<Permitted> {
  const [row] = await on.$queryRaw<Permitted[]>`
    SELECT count(*) FILTER (WHERE may AND one."respondentType" = ANY (${mine}))::int AS organisations,
      count(*) FILTER (WHERE may AND one."respondentType" <> ALL (${mine}) AND response.permission = 'named')::int AS named,
      count(*) FILTER (WHERE may AND one."respondentType" <> ALL (${mine}) AND response.permission = 'unnamed')::int AS unnamed,
      count(*) FILTER (WHERE NOT may AND NOT gone)::int AS not, count(*) FILTER (WHERE gone)::int AS gone, count(*) FILTER (WHERE may AND public."withheldAt" IS NOT NULL)::int AS withheld
    FROM "SetResponse" one JOIN "Response" response ON response.id = one."responseId" LEFT JOIN "PublicResponse" public ON public."responseId" = response.id
    CROSS JOIN LATERAL (SELECT response."withdrawnAt" IS NOT NULL OR response."excludedAt" IS NOT NULL AS gone) since
    CROSS JOIN LATERAL (SELECT response.permission <> 'summary' AND NOT response."confidentialityRequested" AND NOT gone AS may) allowed
    WHERE one."setId" = ${setId} AND one."isIncluded"`;
  return row ?? { organisations: 0, named: 0, unnamed: 0, not: 0, gone: 0, withheld: 0 };
}
