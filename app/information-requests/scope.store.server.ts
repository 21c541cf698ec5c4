// Which responses a request is about: looked for in everything that people wrote, whatever they wanted done with it, and put together.
import { searched } from "#app/analysis/reading-order.store.server.ts";
import type { RespondentType } from "#app/consultations/response.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Wanted } from "./decision.ts";

type Of = { id: string };
type By = { personId: string; now: Date };

/** What is looked for among the responses of the newest set of each consultation; `setIds` are those. */
export type Looking = { requestId: string; setIds: readonly string[]; words: string; wanted: Wanted | null };

/** How whoever sent `response` wanted it treated. */
export const wantedOf = Prisma.sql`CASE WHEN response."confidentialityRequested" THEN 'confidential' WHEN response.permission = 'summary' THEN 'summary' ELSE 'permitted' END`;

export const isHeld = Prisma.sql`EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;

/** The newest finished set of each of these consultations. */
export async function listNewestSets(on: Database, { id: partnershipId }: Of, consultationIds: readonly string[]): Promise<{ id: string; number: number; consultationId: string; excluded: number }[]> {
  return on.$queryRaw`
    SELECT DISTINCT ON ("consultationId") id, number, "consultationId", excluded FROM "AnalysisSet"
    WHERE "partnershipId" = ${partnershipId} AND "consultationId" = ANY (${[...consultationIds]}) AND "finishedAt" IS NOT NULL ORDER BY "consultationId", number DESC`;
}

function hasWords(words: string): Prisma.Sql {
  const [english, asWritten] = [searched(words, "english"), searched(words, "simple")];
  return Prisma.sql`NOT ${isHeld} AND text.search @@ (${english} || ${asWritten}) AND text.search @@ CASE text.language WHEN 'en' THEN ${english} ELSE ${asWritten} END`;
}

/** [FOIA s.1(1)] What is held is asked for, whatever whoever sent it asked: confidence keeps nothing from being found. */
function found({ requestId, setIds, words, wanted }: Looking): Prisma.Sql {
  return Prisma.sql`"SetResponse" one JOIN "Response" response ON response.id = one."responseId" AND response."withdrawnAt" IS NULL
    WHERE one."setId" = ANY (${[...setIds]}) AND one."isIncluded"
      AND NOT EXISTS (SELECT FROM "InformationResponse" asked WHERE asked."requestId" = ${requestId} AND asked."responseId" = one."responseId")
      AND ${wanted === null ? Prisma.sql`TRUE` : Prisma.sql`${wantedOf} = ${wanted}`}
      AND ${words === "" ? Prisma.sql`TRUE` : Prisma.sql`EXISTS (SELECT FROM "AnswerText" text WHERE text."responseId" = one."responseId" AND text.revision = one.revision AND ${hasWords(words)})`}`;
}

export async function countFound(on: Database, looking: Looking): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${found(looking)}`;
  return row?.count ?? 0;
}

export type FoundResponse = { responseId: string; respondentType: RespondentType; wanted: Wanted; excerpt: { text: string; language: Language } | null };

const longestExcerpt = 240;

/** Those found, a page at a time, each with the beginning of what it says; `after` is the last id of the page before. */
export async function listFound(on: Database, looking: Looking, { after, most }: { after: string | null; most: number }): Promise<{ responses: FoundResponse[]; nextAfter: string | null }> {
  const matches = looking.words === "" ? Prisma.sql`NOT ${isHeld}` : hasWords(looking.words);
  const rows = await on.$queryRaw<FoundResponse[]>`
    SELECT one."responseId", one."respondentType", ${wantedOf} AS wanted,
      (SELECT jsonb_build_object('text', CASE WHEN length(text.text) > ${longestExcerpt}::int THEN left(text.text, ${longestExcerpt}::int) || '…' ELSE text.text END, 'language', text.language) FROM "AnswerText" text
       WHERE text."responseId" = one."responseId" AND text.revision = one.revision AND ${matches} ORDER BY text."questionId" LIMIT 1) AS excerpt
    FROM ${found(looking)} AND one."responseId" > ${after ?? ""} ORDER BY one."responseId" LIMIT ${most + 1}`;
  const responses = rows.slice(0, most);
  return { responses, nextAfter: rows.length > most ? (responses.at(-1)?.responseId ?? null) : null };
}

/** Puts all that are found, or those of them that are named, among those the request is about; how many. */
export async function addFound(transaction: Transaction, { id: partnershipId }: Of, looking: Looking, only: readonly string[] | null, { personId, now }: By): Promise<number> {
  const named = only === null ? Prisma.sql`TRUE` : Prisma.sql`one."responseId" = ANY (${[...only]})`;
  const count = await transaction.$executeRaw`
    INSERT INTO "InformationResponse" ("requestId", "responseId", "partnershipId", "consultationId", revision, "addedById", "addedAt")
    SELECT ${looking.requestId}, one."responseId", ${partnershipId}, response."consultationId", one.revision, ${personId}, ${now} FROM ${found(looking)} AND ${named}
    ON CONFLICT DO NOTHING`;
  if (count > 0) await tellOfScope(transaction, partnershipId, looking.requestId, "add", personId, { count });
  return count;
}

/** Takes a response out again that nobody was given; false where it was. */
export async function removeFromScope(transaction: Transaction, { id: partnershipId }: Of, requestId: string, responseId: string, { personId }: By): Promise<boolean> {
  const { count } = await transaction.informationResponse.deleteMany({ where: { requestId, responseId, partnershipId, givenAt: null } });
  if (count === 0) return false;
  await transaction.informationRedaction.deleteMany({ where: { requestId, text: { responseId } } });
  await tellOfScope(transaction, partnershipId, requestId, "remove", personId, { responseId });
  return true;
}

function tellOfScope(transaction: Transaction, partnershipId: string, requestId: string, action: "add" | "remove", personId: string, facts: Record<string, string | number>) {
  return recordAudit(transaction, { partnershipId, personId, action: `information-request.${action}`, subjectKind: "information-request", subjectId: requestId, facts });
}
