// Every query about drafts. A page is saved in one statement that replaces its own fields alone, so that two devices do not
// undo each other's pages.
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { entryOf, type Entries } from "#app/forms/entries.ts";
import { removeFile, saveFileRow, type StoredFile } from "#app/files/store.server.ts";
import { ask, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import { entriesIn, expiryOf, fieldsByPlace, type Draft } from "./draft.ts";
import type { OwnResponse } from "./response.ts";
import { entriesOfSaid } from "./sending-form.ts";

type DraftRow = Omit<Draft, "entries" | "sending"> & { entries: Entries; personal: Entries | null; sending: Entries | null };

function readDraft({ entries, personal, sending, ...draft }: DraftRow): Draft {
  return { ...draft, entries: { ...entries, ...personal }, sending: sending ?? {} };
}

const draftByReference = {
  name: "draft by reference",
  text: `
    SELECT d.id, d."partnershipId", d."consultationId", d."formVersionId", d.reference, d.entries, d."pagesSeen", d.language,
      d."startedAt", d."savedAt", d."expiresAt", d."responseId", d."sentAt", d.xmin::text AS state,
      c.entries AS personal, c.sending, c.email
    FROM "Draft" d LEFT JOIN "DraftContact" c ON c."draftId" = d.id
    WHERE d.reference = $1 AND d."partnershipId" = $2 AND (d."expiresAt" > $3::timestamptz OR d."responseId" IS NOT NULL)`,
};

/** The draft a reference opens in a partnership, if it has not expired; what became a response stays until that is over. */
export async function findDraft(partnershipId: string, reference: string, now: Date, transaction?: Transaction): Promise<Draft | null> {
  const [row] = await ask<DraftRow>(draftByReference, [reference, partnershipId, now], transaction);
  return row ? readDraft(row) : null;
}

/** The same draft, held until the transaction ends so that nobody else changes or sends it meanwhile. */
export async function holdDraft(transaction: Transaction, draft: Pick<Draft, "id" | "partnershipId">): Promise<Draft | null> {
  const held = await transaction.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM "Draft" WHERE id = ${draft.id} AND "partnershipId" = ${draft.partnershipId} FOR UPDATE`;
  return held[0] === undefined ? null : findDraft(draft.partnershipId, held[0].reference, new Date(0), transaction);
}

const draftBegun = {
  name: "draft begun",
  text: `
    INSERT INTO "Draft" (id, "partnershipId", "consultationId", "formVersionId", reference, language, "startedAt", "savedAt", "expiresAt")
    VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz, $8::timestamptz) RETURNING xmin::text AS state`,
};

/** Begins a draft under the version that is asked now. */
export async function beginDraft(
  { id: consultationId, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  { formVersionId, language, now }: { formVersionId: string; language: Language; now: Date },
): Promise<Draft> {
  const begun = { id: newId(), partnershipId, consultationId, formVersionId, reference: newReference(), language };
  const expiresAt = expiryOf(now);
  const [row] = await ask<Pick<Draft, "state">>(draftBegun, [...Object.values(begun), now, expiresAt]);
  const nothingYet = { entries: {}, sending: {}, email: null, pagesSeen: [], responseId: null, sentAt: null };
  return { ...begun, ...nothingYet, startedAt: now, savedAt: now, expiresAt, state: row!.state };
}

/** What was typed in some fields; these fields are replaced whole, whatever was in them. */
export type Typed = { fields: string[]; entries: Entries };

const nothing: Typed = { fields: [], entries: {} };

// $1 draft, $2 fields, $3 typed, $4 passed, $5 now, $6 expiry, $7 language; of personal questions $8 fields, $9 typed; of the
// form before sending $10 fields, $11 typed; $12 whether the e-mail address is told, $13 which
const pageSaved = {
  name: "page saved",
  text: `
    WITH saved AS (
      UPDATE "Draft" d SET
        entries = (d.entries - $2::text[]) || $3::jsonb,
        "pagesSeen" = CASE WHEN $4::text IS NULL OR $4::text = ANY(d."pagesSeen") THEN d."pagesSeen"
                           ELSE array_append(d."pagesSeen", $4::text) END,
        "savedAt" = $5::timestamptz, "expiresAt" = $6::timestamptz, language = $7,
        "sentAt" = CASE WHEN (d.entries - $2::text[]) || $3::jsonb = d.entries
          AND coalesce((SELECT (c.entries - $8::text[]) || $9::jsonb = c.entries
                           AND (c.sending - $10::text[]) || $11::jsonb = c.sending
                        FROM "DraftContact" c WHERE c."draftId" = d.id), $9::jsonb = '{}' AND $11::jsonb = '{}')
          THEN d."sentAt" END
      WHERE d.id = $1 RETURNING d.id)
    INSERT INTO "DraftContact" ("draftId", entries, sending, email)
    SELECT id, $9::jsonb, $11::jsonb, $13::text FROM saved
    WHERE $9::jsonb <> '{}' OR $11::jsonb <> '{}' OR $13::text IS NOT NULL
       OR EXISTS (SELECT 1 FROM "DraftContact" c WHERE c."draftId" = saved.id)
    ON CONFLICT ("draftId") DO UPDATE SET
      entries = ("DraftContact".entries - $8::text[]) || excluded.entries,
      sending = ("DraftContact".sending - $10::text[]) || excluded.sending,
      email = CASE WHEN $12::boolean THEN excluded.email ELSE "DraftContact".email END`,
};

/**
 * Saves a page as it was typed. A draft that was sent counts as changed only if something is different now, so that a page
 * sent twice does not reopen it.
 */
export async function saveTyped(
  draft: Pick<Draft, "id">,
  page: {
    /** To be counted as passed; not for what is only kept. */
    passed?: string | null;
    answers?: Typed;
    personal?: Typed;
    sending?: Typed;
    /** Where the way back may be sent from now on; null takes away what was there. */
    email?: string | null;
    language: Language;
    now: Date;
  },
  transaction?: Transaction,
): Promise<void> {
  const { answers = nothing, personal = nothing, sending = nothing, passed = null, email, language, now } = page;
  const [typed, own, said] = [answers, personal, sending].map(({ entries }) => JSON.stringify(entries));
  const values = [draft.id, answers.fields, typed, passed, now, expiryOf(now), language, personal.fields, own, sending.fields, said];
  await ask(pageSaved, [...values, email !== undefined, email ?? null], transaction);
}

/**
 * Saves a page of the form's own questions, personal ones apart, with the files that came with it, and lets go the files it
 * holds no more. What was sent stays with its revision.
 */
export async function saveAnswers(
  draft: Draft,
  questions: Question[],
  entries: Entries,
  { files = [], ...page }: { passed: string | null; files?: StoredFile[]; language: Language; now: Date },
): Promise<void> {
  const { fields, personal } = fieldsByPlace(questions);
  const typed = {
    answers: { fields, entries: entriesIn(entries, fields) },
    personal: { fields: personal, entries: entriesIn(entries, personal) },
    ...page,
  };
  const replaced = fields
    .filter((field) => field.endsWith(".file-id"))
    .map((field) => entryOf(draft.entries, field))
    .filter((fileId) => fileId !== "" && !Object.values(entries).some(([kept]) => kept === fileId));
  const letGo = draft.responseId === null ? replaced : [];
  if (letGo.length === 0 && files.length === 0) return saveTyped(draft, typed);
  await inTransaction(async (transaction) => {
    for (const file of files) await saveFileRow(transaction, file);
    await saveTyped(draft, typed, transaction);
    for (const fileId of letGo) await removeFile(transaction, draft.partnershipId, fileId);
  });
}

/** Goes over to the questions that are asked now; what was typed for questions that are not among them is deleted with their files. */
export async function moveDraft(
  draft: Draft,
  to: { formVersionId: string; pagesSeen: string[]; gone: Question[] },
  { language, now }: { language: Language; now: Date },
): Promise<void> {
  const { formVersionId, pagesSeen, gone } = to;
  const { id, partnershipId } = draft;
  const where = { id, partnershipId, formVersionId: draft.formVersionId };
  const { count } = await inTransaction((transaction) => transaction.draft.updateMany({ where, data: { formVersionId, pagesSeen } }));
  if (count > 0) await saveAnswers(draft, gone, {}, { passed: null, language, now });
}

/** Opens a draft that was sent, so that what it became can be changed; makes one of the response where none is left. */
export async function reopenDraft(on: Database, response: OwnResponse, definition: FormDefinition, now: Date): Promise<void> {
  const { partnershipId, reference } = response;
  const { count } = await on.draft.updateMany({ where: { partnershipId, reference }, data: { sentAt: null, savedAt: now } });
  if (count === 0) await putBackDraft(on, response, definition, { sentAt: null, now });
}

/** Makes the draft say again what was sent, and nothing that was typed since. */
export async function putBackDraft(
  on: Database,
  response: OwnResponse,
  definition: FormDefinition,
  { sentAt, now }: { sentAt: Date | null; now: Date },
): Promise<void> {
  const { id: responseId, partnershipId, consultationId, formVersionId, reference, language } = response;
  const said = {
    sentAt,
    savedAt: now,
    expiresAt: expiryOf(now),
    entries: entriesOfAnswers(definition, response.answers),
  };
  const { id: draftId } = await on.draft.upsert({
    where: { reference },
    create: { id: newId(), partnershipId, consultationId, formVersionId, reference, language, responseId, startedAt: now, ...said },
    update: said,
    select: { id: true },
  });
  const own = { entries: entriesOfAnswers(definition, response.personal), sending: entriesOfSaid(response.said) };
  await on.draftContact.upsert({ where: { draftId }, create: { draftId, ...own }, update: own });
}

const hasExpired = (now: Date) => Prisma.sql`
  c.id = d."consultationId" AND d."expiresAt" <= ${now}
  AND (d."responseId" IS NULL OR c."closesAt" + make_interval(mins => c."graceInMinutes", days => 28) <= ${now})`;

/** How many drafts have expired and are still there, of one partnership or, given null, of all. */
export async function countExpiredDrafts(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Draft" d, "Consultation" c
    WHERE ${hasExpired(now)} AND (${partnershipId}::text IS NULL OR d."partnershipId" = ${partnershipId})`;
  return row?.count ?? 0;
}

/**
 * Deletes drafts that expired: those never sent, with the files in them, when their time is over; those that became a response
 * when it can no longer be changed. How many that was.
 */
export async function deleteExpiredDrafts(transaction: Transaction, now: Date): Promise<number> {
  const deleted = await transaction.$queryRaw<{ partnershipId: string; files: string[] | null }[]>`
    DELETE FROM "Draft" d USING "Consultation" c WHERE ${hasExpired(now)}
    RETURNING d."partnershipId", CASE WHEN d."responseId" IS NULL THEN
      (SELECT array_agg(typed.value->>0) FROM jsonb_each(d.entries) typed WHERE typed.key LIKE '%.file-id') END AS files`;
  for (const { partnershipId, files } of deleted) {
    for (const id of files ?? []) await removeFile(transaction, partnershipId, id);
  }
  return deleted.length;
}

/** Deletes a draft that was never sent, with the files in it; false where it is not there. */
export async function deleteDraft(transaction: Transaction, partnershipId: string, id: string): Promise<boolean> {
  const [deleted] = await transaction.$queryRaw<{ files: string[] | null }[]>`
    DELETE FROM "Draft" d WHERE d.id = ${id} AND d."partnershipId" = ${partnershipId} AND d."responseId" IS NULL
    RETURNING (SELECT array_agg(typed.value->>0) FROM jsonb_each(d.entries) typed WHERE typed.key LIKE '%.file-id') AS files`;
  for (const fileId of deleted?.files ?? []) await removeFile(transaction, partnershipId, fileId);
  return deleted !== undefined;
}
