// What is quoted of people's own words: where it stands in which answer, and why it was chosen. The words are always read anew, as
// they may be published now, so that what is removed, withdrawn or erased is gone from every version.
import { leastAnswers, mostQuotes, quotedPart, type LiveQuote, type NewQuote, type Side, sides } from "./quote.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { isRespondentType, speakingForOthers, type RespondentType } from "#app/consultations/response.ts";
import type { Removal, RemovalReason } from "#app/moderation/redaction.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Way } from "#app/shared/way.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { By } from "./reports.store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** Whether words of a text may stand in a report now: whoever wrote them lets them, an officer looked at them, and they still count. */
const mayBeQuoted = Prisma.sql`(response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL AND response."currentRevision" = text.revision
  AND response.permission <> 'summary' AND NOT response."confidentialityRequested" AND moderation.state = 'clear'
  AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId"))`;

const withResponse = Prisma.sql`"AnswerText" text JOIN "Response" response ON response.id = text."responseId" LEFT JOIN "TextModeration" moderation ON moderation."textId" = text.id`;

/** How many of a set answered a question in their own words. */
export async function countWorded(on: Database, setId: string, questionId: string): Promise<number> {
  return on.setResponse.count({ where: { setId, isIncluded: true, worded: { has: questionId } } });
}

export type Quotable = { id: string; text: string; language: string; respondentType: string; permission: string; removals: Removal[]; isQuoted: boolean };

/** The answers of a set to a question that may be quoted, a page at a time in an order that has nothing to do with when they came; or one of them. */
export async function listQuotable(
  on: Database,
  { setId, questionId, after = null, textId, most = 20 }: { setId: string; questionId: string; after?: string | null; textId?: string; most?: number },
): Promise<{ texts: Quotable[]; nextAfter: string | null }> {
  // nobody unnamed is quoted where few answered: that they did might tell who it was
  const isFew = (await countWorded(on, setId, questionId)) < leastAnswers;
  const rows = await on.$queryRaw<Omit<Quotable, "removals">[]>`
    SELECT text.id, text.text, text.language, response."respondentType", response.permission,
      EXISTS (SELECT FROM "ReportQuote" quote WHERE quote."textId" = text.id AND quote."takenOutAt" IS NULL) AS "isQuoted"
    FROM ${withResponse} JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE text."questionId" = ${questionId} AND ${mayBeQuoted} AND (NOT ${isFew} OR response.permission = 'named')
      AND ${textId === undefined ? Prisma.sql`text.id > ${after ?? ""}` : Prisma.sql`text.id = ${textId}`}
    ORDER BY text.id LIMIT ${most + 1}`;
  const shown = rows.slice(0, most);
  const removals = await listRemovals(on, shown.map(({ id }) => id));
  return { texts: shown.map((row) => ({ ...row, removals: removals.get(row.id) ?? [] })), nextAfter: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** One that may be quoted, or 404. */
export async function findQuotable(on: Database, setId: string, questionId: string, textId: string | undefined): Promise<Quotable> {
  const { texts: [found] } = await listQuotable(on, { setId, questionId, textId: textId ?? "" });
  if (!found) throw notFound();
  return found;
}

async function listRemovals(on: Database, textIds: readonly string[]): Promise<Map<string, Removal[]>> {
  const rows = await on.redaction.findMany({ where: { textId: { in: [...new Set(textIds)] } }, select: { textId: true, start: true, end: true, reason: true } });
  const removals = new Map<string, Removal[]>();
  for (const { textId, reason, ...span } of rows) removals.set(textId, [...(removals.get(textId) ?? []), { ...span, reason: reason as RemovalReason }]);
  return removals;
}

/** Quotes an answer, or a part of it, behind those that are there; the same again changes nothing. False where there are as many as there may be. */
export async function chooseQuote(transaction: Transaction, { id: consultationId, partnershipId }: Of, { questionId, textId }: { questionId: string; textId: string }, { start, end, side, why }: NewQuote, { personId, now }: By): Promise<boolean> {
  const there = await transaction.reportQuote.findFirst({ where: { consultationId, textId, start, end, takenOutAt: null }, select: { id: true } });
  if (there) return true;
  if ((await transaction.reportQuote.count({ where: { consultationId, questionId, takenOutAt: null } })) >= mostQuotes) return false;
  const { _max } = await transaction.reportQuote.aggregate({ where: { consultationId, questionId }, _max: { place: true } });
  const id = newId();
  await transaction.reportQuote.create({ data: { id, partnershipId, consultationId, questionId, textId, start, end, side, why, place: (_max.place ?? 0) + 1, chosenAt: now, chosenById: personId } });
  await recordAudit(transaction, { partnershipId, personId, action: "report.quote", subjectKind: "consultation", subjectId: consultationId, facts: { questionId, textId } });
  return true;
}

/** Takes a quote out of the report that is written. */
export async function takeOutQuote(transaction: Transaction, { id: consultationId, partnershipId }: Of, id: string, { personId, now }: By): Promise<void> {
  const found = await transaction.reportQuote.findFirst({ where: { id, consultationId, takenOutAt: null }, select: { questionId: true, textId: true } });
  if (!found) return;
  await transaction.reportQuote.update({ where: { id }, data: { takenOutAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "report.take-out-quote", subjectKind: "consultation", subjectId: consultationId, facts: found });
}

/** Moves a quote one place on among those of its question. */
export async function moveQuote(transaction: Transaction, { id: consultationId }: Of, id: string, way: Way): Promise<void> {
  const quote = await transaction.reportQuote.findFirst({ where: { id, consultationId, takenOutAt: null } });
  if (!quote) return;
  const isUp = way === "up";
  const other = await transaction.reportQuote.findFirst({
    where: { consultationId, questionId: quote.questionId, takenOutAt: null, place: isUp ? { lt: quote.place } : { gt: quote.place } },
    orderBy: { place: isUp ? "desc" : "asc" },
  });
  if (!other) return;
  await transaction.reportQuote.update({ where: { id }, data: { place: other.place } });
  await transaction.reportQuote.update({ where: { id: other.id }, data: { place: quote.place } });
}

/** A quote with what officers alone know of it. */
export type ChosenQuote = LiveQuote & { questionId: string; side: Side; why: string };

type Row = Record<"id" | "questionId" | "textId" | "side" | "why" | "text" | "language" | "respondentType" | "permission", string> & { start: number; end: number; name: string | null; organisation: string | null; mayBeQuoted: boolean };

/** The quotes of the report that is written, or those of these ids, by question and in order; `isSmall` says which kinds of those who answer are so few that naming the kind might tell who it is. */
export async function listQuotes(on: Database, consultationId: string, ids: readonly string[] | null, isSmall: (respondentType: RespondentType) => boolean): Promise<Map<string, ChosenQuote[]>> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT quote.id, quote."questionId", quote."textId", quote.start, quote."end", quote.side, quote.why, text.text, text.language, response."respondentType", response.permission,
      contact.name, contact.organisation ->> 'name' AS organisation, coalesce(${mayBeQuoted}, false) AS "mayBeQuoted"
    FROM "ReportQuote" quote JOIN "AnswerText" text ON text.id = quote."textId" JOIN "Response" response ON response.id = text."responseId" LEFT JOIN "TextModeration" moderation ON moderation."textId" = text.id LEFT JOIN "ResponseContact" contact ON contact."responseId" = response.id
    WHERE quote."consultationId" = ${consultationId} AND ${ids === null ? Prisma.sql`quote."takenOutAt" IS NULL` : Prisma.sql`quote.id = ANY (${[...ids]})`}
    ORDER BY quote."questionId", quote.place, quote.id`;
  const removals = await listRemovals(on, rows.map(({ textId }) => textId));
  const quotes = new Map<string, ChosenQuote[]>();
  for (const { id, questionId, textId, start, end, side, why, text, language, respondentType, permission, name, organisation, ...row } of rows) {
    const segments = row.mayBeQuoted ? quotedPart(text, { start, end }, removals.get(textId) ?? []) : null;
    const type = isRespondentType(respondentType) && !isSmall(respondentType) ? respondentType : null;
    const quote = { id, questionId, segments, language, side: sides.find((one) => one === side) ?? "neither", why, name: permission === "named" ? (organisation ?? name) : null, respondentType: type };
    quotes.set(questionId, [...(quotes.get(questionId) ?? []), quote]);
  }
  return quotes;
}

const mostOrganisations = 2000;

/** Organisations among those included in a set that let their name be published, as long as they do. */
export async function listOrganisations(on: Database, setId: string): Promise<string[]> {
  const rows = await on.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT btrim(contact.organisation ->> 'name') AS name
    FROM "SetResponse" pinned JOIN "Response" response ON response.id = pinned."responseId" JOIN "ResponseContact" contact ON contact."responseId" = response.id
    WHERE pinned."setId" = ${setId} AND pinned."isIncluded" AND response.permission = 'named' AND NOT response."confidentialityRequested" AND response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL
      AND response."respondentType" = ANY (${[...speakingForOthers]}) AND btrim(coalesce(contact.organisation ->> 'name', '')) <> '' ORDER BY 1 LIMIT ${mostOrganisations}`;
  return rows.map(({ name }) => name);
}
