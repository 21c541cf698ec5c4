// What is given of the responses that a request is about, word by word.
import { speakingForOthers, type RespondentType } from "#app/consultations/response.ts";
import type { Removal } from "#app/moderation/redaction.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { parts, removalsOf, type Decided, type Decision, type Exemption, type OwnRemoval, type Part, type Wanted } from "./decision.ts";
import type { Law } from "./request.ts";
import type { Counts } from "./requests.store.server.ts";
import { isHeld, wantedOf } from "./scope.store.server.ts";

type Of = { id: string };
type By = { personId: string; now: Date };

export type AskedResponse = Omit<Decided, "decision"> & {
  responseId: string;
  consultationId: string;
  revision: number;
  respondentType: RespondentType;
  /** Of whoever said that it may be published with theirs; null of the others, and once it was deleted. */
  name: string | null;
  language: Language;
  wanted: Wanted;
  decision: Decision | null;
  givenAt: Date | null;
};

const mine: string[] = [...speakingForOthers];

/** The responses a request is about, as `asked`. One that was withdrawn since is not held for this any more. */
const inScope = (requestId: string) => Prisma.sql`(
  SELECT one."responseId", one."consultationId", one.revision, response."respondentType", response.language, one.decision, one.exemption, one."publicInterest",
    to_char(one."consultedOn", 'YYYY-MM-DD') AS "consultedOn", one."respondentSaid", one."givenAt", ${wantedOf} AS wanted,
    CASE WHEN response.permission = 'named' AND NOT response."confidentialityRequested" THEN NULLIF(btrim(
      CASE WHEN response."respondentType" = ANY (${mine}) THEN contact.organisation ->> 'name' ELSE contact.name END), '') END AS name
  FROM "InformationResponse" one JOIN "Response" response ON response.id = one."responseId" AND response."withdrawnAt" IS NULL
  LEFT JOIN "ResponseContact" contact ON contact."responseId" = one."responseId"
  WHERE one."requestId" = ${requestId}) AS asked`;

function isOf(part: Part): Prisma.Sql {
  if (part === "all") return Prisma.sql`TRUE`;
  if (part === "undecided") return Prisma.sql`decision IS NULL`;
  return part === "confidential" ? Prisma.sql`wanted = 'confidential'` : Prisma.sql`decision = ${part}`;
}

export async function countInScope(on: Database, requestId: string): Promise<Record<Part, number>> {
  const [row] = await on.$queryRaw<Record<Part, number>[]>`
    SELECT ${Prisma.join(parts.map((part) => Prisma.sql`count(*) FILTER (WHERE ${isOf(part)})::int AS ${Prisma.raw(`"${part}"`)}`))} FROM ${inScope(requestId)}`;
  return row!;
}

export function decidedOf({ disclose, redact, withhold }: Record<Part, number>): Counts {
  return { disclose, redact, withhold };
}

/** Those of a part, a page at a time; `after` is the last id of the page before. */
export async function listInScope(on: Database, requestId: string, { part, after, most }: { part: Part; after: string | null; most: number }): Promise<{ responses: AskedResponse[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<AskedResponse[]>`
    SELECT * FROM ${inScope(requestId)} WHERE ${isOf(part)} AND "responseId" > ${after ?? ""} ORDER BY "responseId" LIMIT ${most + 1}`;
  const responses = rows.slice(0, most);
  return { responses, nextAfter: rows.length > most ? (responses.at(-1)?.responseId ?? null) : null };
}

export async function findInScope(on: Database, requestId: string, responseId: string | undefined): Promise<AskedResponse> {
  const [row] = await on.$queryRaw<AskedResponse[]>`SELECT * FROM ${inScope(requestId)} WHERE "responseId" = ${responseId ?? ""}`;
  if (!row) throw notFound();
  return row;
}

/** The next that nothing is decided about, after this one or else from the beginning; null where there is none. */
export async function findNextUndecided(on: Database, requestId: string, responseId: string): Promise<string | null> {
  const [row] = await on.$queryRaw<{ responseId: string }[]>`
    SELECT "responseId" FROM ${inScope(requestId)} WHERE decision IS NULL AND "responseId" <> ${responseId} ORDER BY "responseId" <= ${responseId}, "responseId" LIMIT 1`;
  return row?.responseId ?? null;
}

/** Decides about one response, in place of what was decided; what went out stays given. The caller holds the request. */
export async function decideOne(transaction: Transaction, { id: partnershipId }: Of, { requestId, responseId }: { requestId: string; responseId: string }, decided: Decided, { personId, now }: By): Promise<void> {
  const { consultedOn, ...rest } = decided;
  await transaction.informationResponse.update({
    where: { requestId_responseId: { requestId, responseId } },
    data: { ...rest, consultedOn: consultedOn === null ? null : new Date(consultedOn), decidedById: personId, decidedAt: now },
  });
  await tell(transaction, partnershipId, requestId, "decide", personId, { responseId, given: decided.decision });
}

/**
 * Gives everything that anybody could be shown already: nothing was decided about it, whoever sent it let it be published, and each of its
 * texts was looked at and cleared, with no word that is not given. How many; the caller holds the request.
 */
export async function discloseCleared(transaction: Transaction, { id: partnershipId }: Of, { id: requestId, law }: { id: string; law: Law }, { personId, now }: By): Promise<number> {
  const cleared = await transaction.$queryRaw<{ responseId: string; revision: number }[]>`
    SELECT asked."responseId", asked.revision FROM ${inScope(requestId)} WHERE asked.decision IS NULL AND asked.wanted = 'permitted'
      AND NOT EXISTS (SELECT FROM "AnswerText" text LEFT JOIN "TextModeration" moderation ON moderation."textId" = text.id
        WHERE text."responseId" = asked."responseId" AND text.revision = asked.revision AND (moderation.state IS DISTINCT FROM 'clear' OR ${isHeld}))`;
  const texts = await listAskedTexts(transaction, requestId, cleared);
  const cut = new Set(texts.filter(({ text, moderated, own }) => text === null || removalsOf(text, moderated, own, law).length > 0).map(({ responseId }) => responseId));
  const whole = cleared.map(({ responseId }) => responseId).filter((id) => !cut.has(id));
  const count = await transaction.$executeRaw`
    UPDATE "InformationResponse" SET decision = 'disclose', "decidedById" = ${personId}, "decidedAt" = ${now} WHERE "requestId" = ${requestId} AND "responseId" = ANY (${whole}) AND decision IS NULL`;
  if (count > 0) await tell(transaction, partnershipId, requestId, "disclose-cleared", personId, { count });
  return count;
}

/** When a response was given to somebody who asked, in part or whole, and under which law; the caller knows that whoever is told sent it. */
export async function listGivenOut(on: Database, responseId: string): Promise<{ id: string; law: Law; decision: "disclose" | "redact"; givenAt: Date }[]> {
  return on.$queryRaw`
    SELECT request.id, request.law, given.decision, given."givenAt" FROM "InformationResponse" given JOIN "InformationRequest" request ON request.id = given."requestId"
    WHERE given."responseId" = ${responseId} AND given."givenAt" IS NOT NULL AND given.decision <> 'withhold' ORDER BY given."givenAt", request.id LIMIT 20`;
}

export type AskedText = {
  id: string;
  responseId: string;
  questionId: string;
  language: Language;
  /** Null where it is held for safeguarding: nobody here reads it, and it is withheld as personal data. */
  text: string | null;
  moderated: (Removal & { id: string })[];
  own: (OwnRemoval & { id: string })[];
};

/** What these responses say in own words, as it was when they were found, and which words are not given. */
export async function listAskedTexts(on: Database, requestId: string, responses: readonly { responseId: string; revision: number }[]): Promise<AskedText[]> {
  const revisions = new Map(responses.map(({ responseId, revision }) => [responseId, revision]));
  const rows = await on.$queryRaw<(AskedText & { revision: number })[]>`
    SELECT text.id, text."responseId", text.revision, text."questionId", text.language, CASE WHEN ${isHeld} THEN NULL ELSE text.text END AS text,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'start', start, 'end', "end", 'reason', reason) ORDER BY start, "end") FROM "Redaction" WHERE "textId" = text.id), '[]') AS moderated,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'start', start, 'end', "end", 'reason', exemption) ORDER BY start, "end") FROM "InformationRedaction"
        WHERE "requestId" = ${requestId} AND "textId" = text.id), '[]') AS own
    FROM "AnswerText" text WHERE text."responseId" = ANY (${[...revisions.keys()]}) ORDER BY text."questionId"`;
  return rows.filter(({ responseId, revision }) => revisions.get(responseId) === revision).map(({ revision: _, ...text }) => text);
}

type Removing = { requestId: string; responseId: string; textId: string; spans: readonly { start: number; end: number }[]; exemption: Exemption | null };

/** Keeps words from whoever asked, or, without an exemption, lets words through that moderators removed; what was decided is decided anew. The caller holds the request. */
export async function removeWords(transaction: Transaction, { id: partnershipId }: Of, { requestId, responseId, textId, spans, exemption }: Removing, { personId, now }: By): Promise<void> {
  for (const { start, end } of spans) {
    const span = { requestId, textId, start, end };
    const said = { exemption, byId: personId, at: now };
    await transaction.informationRedaction.upsert({ where: { requestId_textId_start_end: span }, create: { id: newId(), partnershipId, ...span, ...said }, update: said });
  }
  await undecide(transaction, requestId, responseId);
  await tell(transaction, partnershipId, requestId, exemption === null ? "let-through" : "remove-words", personId, { responseId, parts: spans.length });
}

/** Takes back what was decided about words; the caller holds the request. */
export async function putWordsBack(transaction: Transaction, { id: partnershipId }: Of, { requestId, responseId, id }: { requestId: string; responseId: string; id: string }, { personId }: By): Promise<void> {
  const { count } = await transaction.informationRedaction.deleteMany({ where: { id, requestId, partnershipId, text: { responseId } } });
  if (count === 0) return;
  await undecide(transaction, requestId, responseId);
  await tell(transaction, partnershipId, requestId, "put-words-back", personId, { responseId, parts: count });
}

/** What was decided was about other words than are given now; what went out stays given. */
async function undecide(transaction: Transaction, requestId: string, responseId: string): Promise<void> {
  const nothing = { decision: null, exemption: null, publicInterest: null, decidedById: null, decidedAt: null };
  await transaction.informationResponse.updateMany({ where: { requestId, responseId, givenAt: null }, data: nothing });
}

function tell(transaction: Transaction, partnershipId: string, requestId: string, action: string, personId: string, facts: Record<string, string | number>) {
  return recordAudit(transaction, { partnershipId, personId, action: `information-request.${action}`, subjectKind: "information-request", subjectId: requestId, facts });
}
