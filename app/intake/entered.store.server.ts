// Every query about responses that were entered: saved from an entry, corrected, listed, and read with how they came to be.
import type { Consultation } from "#app/consultations/consultation.ts";
import { correctEnteredResponse, saveEnteredResponse } from "#app/consultations/entered-responses.store.server.ts";
import type { Entries } from "#app/forms/entries.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Details, Helper } from "./details.ts";
import type { ReadPaper } from "./paper.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type By = { personId: string; now: Date };

/** A paper as it is saved: an entry whose details and answers were read. */
export type Paper = { details: Details; read: ReadPaper; illegible: string[]; formVersionId: string };

function responseOf({ details: { channel, language, receivedAt, said }, read: { answers, personal }, formVersionId }: Paper) {
  return { channel, language, receivedAt, said, answers, personal, formVersionId };
}

function aboutIt({ details: { sheet, signatures, helper, original }, read }: Paper) {
  return { sheet, signatures, helper: helper ?? Prisma.DbNull, original, unread: read.unreadPersonal };
}

async function saveRevision(
  transaction: Transaction,
  { partnershipId }: Of,
  { responseId, number, reason }: { responseId: string; number: number; reason: string | null },
  { illegible, read }: Paper,
  { personId, now }: By,
): Promise<void> {
  await transaction.enteredRevision.create({
    data: { responseId, number, partnershipId, enteredById: personId, enteredAt: now, reason, illegible, unread: read.unread },
  });
}

/** Saves a paper as a response; its id. */
export async function savePaper(transaction: Transaction, consultation: Of, paper: Paper, by: By): Promise<string> {
  const responseId = await saveEnteredResponse(transaction, consultation, responseOf(paper), by);
  const { id: consultationId, partnershipId } = consultation;
  await transaction.enteredResponse.create({ data: { responseId, partnershipId, consultationId, ...aboutIt(paper) } });
  await saveRevision(transaction, consultation, { responseId, number: 1, reason: null }, paper, by);
  return responseId;
}

/** Saves it in place of what was entered before, which stays as the revision before; its number. */
export async function correctPaper(
  transaction: Transaction,
  consultation: Of,
  responseId: string,
  paper: Paper,
  { reason, ...by }: By & { reason: string },
): Promise<number> {
  const number = await correctEnteredResponse(transaction, consultation, responseId, responseOf(paper), by);
  await transaction.enteredResponse.update({ where: { responseId }, data: aboutIt(paper) });
  await saveRevision(transaction, consultation, { responseId, number, reason }, paper, by);
  return number;
}

export type EnteredRevision = { number: number; enteredById: string; enteredAt: Date; reason: string | null; illegible: string[]; unread: Entries };

export type EnteredResponse = {
  responseId: string;
  sheet: string | null;
  signatures: number | null;
  helper: Helper | null;
  original: string | null;
  unreadPersonal: Entries;
  /** The latest first. */
  revisions: [EnteredRevision, ...EnteredRevision[]];
};

/** What belongs to a response because it was entered; null for one that was sent or imported. */
export async function findEntered(on: Database, responseId: string): Promise<EnteredResponse | null> {
  const row = await on.enteredResponse.findUnique({ where: { responseId } });
  if (!row) return null;
  const rows = await on.enteredRevision.findMany({ where: { responseId }, orderBy: { number: "desc" } });
  const [last, ...before] = rows.map((one) => ({ ...one, unread: one.unread as Entries }));
  if (!last) return null;
  const { sheet, signatures, original } = row;
  return {
    ...{ responseId, sheet, signatures, original },
    helper: row.helper as Helper | null,
    unreadPersonal: row.unread as Entries,
    revisions: [last, ...before],
  };
}

export type EnteredLine = {
  id: string;
  sheet: string | null;
  channel: string;
  receivedAt: Date;
  enteredAt: Date;
  enteredBy: string | null;
  excludedBecause: string | null;
};

/** Those entered, the latest first, a page at a time; `after` is the last of the page before. */
export async function listEntered(
  on: Database,
  { id: consultationId }: Pick<Of, "id">,
  { after = null, most = 25 }: { after?: string | null; most?: number } = {},
): Promise<{ lines: EnteredLine[]; nextAfter: string | null }> {
  const last = after ? await on.response.findFirst({ where: { id: after, consultationId }, select: { enteredAt: true } }) : null;
  const beyond = last ? Prisma.sql`(response."enteredAt", response.id) < (${last.enteredAt}, ${after})` : Prisma.sql`TRUE`;
  const rows = await on.$queryRaw<EnteredLine[]>`
    SELECT response.id, entered.sheet, response.channel, response."receivedAt", response."enteredAt", person.name AS "enteredBy",
      response."excludedBecause"
    FROM "EnteredResponse" entered JOIN "Response" response ON response.id = entered."responseId"
    LEFT JOIN "Person" person ON person.id = response."enteredById"
    WHERE entered."consultationId" = ${consultationId} AND ${beyond}
    ORDER BY response."enteredAt" DESC, response.id DESC LIMIT ${most + 1}`;
  const lines = rows.slice(0, most);
  return { lines, nextAfter: rows.length > most ? (lines.at(-1)?.id ?? null) : null };
}

/** How many were entered that count. */
export function countEntered(on: Database, { id: consultationId }: Pick<Of, "id">): Promise<number> {
  return on.enteredResponse.count({ where: { consultationId, response: { withdrawnAt: null, excludedAt: null } } });
}
