// Every query about drafts. A page is saved in one statement that replaces its own fields alone, so that two devices do not
// undo each other's pages.
import { z } from "zod";
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { entryOf, type Entries } from "#app/forms/entries.ts";
import { removeFile } from "#app/files/store.server.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { languages, type Language } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { entriesIn, expiryOf, fieldsByPlace, type Draft } from "./draft.ts";
import type { OwnResponse } from "./response.ts";
import { entriesOfSaid } from "./sending-form.ts";

const entriesSchema = z.record(z.string(), z.array(z.string()));

const draftSchema = z
  .object({
    id: z.string(),
    partnershipId: z.string(),
    consultationId: z.string(),
    formVersionId: z.string(),
    reference: z.string(),
    entries: entriesSchema,
    personal: entriesSchema.nullable(),
    sending: entriesSchema.nullable(),
    email: z.string().nullable(),
    pagesSeen: z.array(z.string()),
    language: z.enum(languages),
    startedAt: z.date(),
    savedAt: z.date(),
    expiresAt: z.date(),
    responseId: z.string().nullable(),
    sentAt: z.date().nullable(),
  })
  .transform(({ personal, sending, ...draft }): Draft => ({
    ...draft,
    entries: { ...draft.entries, ...personal },
    sending: sending ?? {},
  }));

/** The draft a reference opens in a partnership, if it has not expired; what became a response stays until that is over. */
export async function findDraft(on: Database, partnershipId: string, reference: string, now: Date): Promise<Draft | null> {
  const [row] = await on.$queryRaw<unknown[]>`
    SELECT d.*, c.entries AS personal, c.sending, c.email FROM "Draft" d LEFT JOIN "DraftContact" c ON c."draftId" = d.id
    WHERE d.reference = ${reference} AND d."partnershipId" = ${partnershipId}
      AND (d."expiresAt" > ${now} OR d."responseId" IS NOT NULL)`;
  return row === undefined ? null : draftSchema.parse(row);
}

/** The same draft, held until the transaction ends so that nobody else changes or sends it meanwhile. */
export async function holdDraft(on: Database, draft: Pick<Draft, "id" | "partnershipId">): Promise<Draft | null> {
  const held = await on.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM "Draft" WHERE id = ${draft.id} AND "partnershipId" = ${draft.partnershipId} FOR UPDATE`;
  return held[0] === undefined ? null : findDraft(on, draft.partnershipId, held[0].reference, new Date(0));
}

/** Begins a draft under the version that is asked now. */
export async function beginDraft(
  on: Database,
  consultation: Pick<Consultation, "id" | "partnershipId">,
  { formVersionId, language, now }: { formVersionId: string; language: Language; now: Date },
): Promise<Draft> {
  const draft = {
    ...{ id: newId(), partnershipId: consultation.partnershipId, consultationId: consultation.id, formVersionId },
    ...{ reference: newReference(), language, startedAt: now, savedAt: now, expiresAt: expiryOf(now) },
  };
  await on.draft.create({ data: draft });
  return { ...draft, entries: {}, sending: {}, email: null, pagesSeen: [], responseId: null, sentAt: null };
}

/** What was typed in some fields; these fields are replaced whole, whatever was in them. */
export type Typed = { fields: string[]; entries: Entries };

const nothing: Typed = { fields: [], entries: {} };

/**
 * Saves a page as it was typed. A draft that was sent counts as changed only if something is different now, so that a page
 * sent twice does not reopen it.
 */
export async function saveTyped(
  on: Database,
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
): Promise<void> {
  const { answers = nothing, personal = nothing, sending = nothing, passed = null, email, language, now } = page;
  const [typed, own, said] = [answers, personal, sending].map(({ entries }) => JSON.stringify(entries));
  await on.$executeRaw`
    WITH saved AS (
      UPDATE "Draft" d SET
        entries = (d.entries - ${answers.fields}::text[]) || ${typed}::jsonb,
        "pagesSeen" = CASE WHEN ${passed}::text IS NULL OR ${passed} = ANY(d."pagesSeen") THEN d."pagesSeen"
                           ELSE array_append(d."pagesSeen", ${passed}) END,
        "savedAt" = ${now}, "expiresAt" = ${expiryOf(now)}, language = ${language},
        "sentAt" = CASE WHEN (d.entries - ${answers.fields}::text[]) || ${typed}::jsonb = d.entries
          AND coalesce((SELECT (c.entries - ${personal.fields}::text[]) || ${own}::jsonb = c.entries
                           AND (c.sending - ${sending.fields}::text[]) || ${said}::jsonb = c.sending
                        FROM "DraftContact" c WHERE c."draftId" = d.id), ${own}::jsonb = '{}' AND ${said}::jsonb = '{}')
          THEN d."sentAt" END
      WHERE d.id = ${draft.id} RETURNING d.id)
    INSERT INTO "DraftContact" ("draftId", entries, sending, email)
    SELECT id, ${own}::jsonb, ${said}::jsonb, ${email ?? null} FROM saved
    WHERE ${own}::jsonb <> '{}' OR ${said}::jsonb <> '{}' OR ${email ?? null}::text IS NOT NULL
       OR EXISTS (SELECT 1 FROM "DraftContact" c WHERE c."draftId" = saved.id)
    ON CONFLICT ("draftId") DO UPDATE SET
      entries = ("DraftContact".entries - ${personal.fields}::text[]) || excluded.entries,
      sending = ("DraftContact".sending - ${sending.fields}::text[]) || excluded.sending,
      email = CASE WHEN ${email === undefined} THEN "DraftContact".email ELSE excluded.email END`;
}

/**
 * Saves a page of the form's own questions, personal ones apart, and lets go the files it holds no more. What was sent stays
 * with its revision.
 */
export async function saveAnswers(
  draft: Draft,
  questions: Question[],
  entries: Entries,
  page: { passed: string | null; language: Language; now: Date },
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
  if (replaced.length === 0 || draft.responseId !== null) return saveTyped(db(), draft, typed);
  await inTransaction(async (transaction) => {
    await saveTyped(transaction, draft, typed);
    for (const fileId of replaced) await removeFile(transaction, draft.partnershipId, fileId);
  });
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

/**
 * Deletes drafts that expired: those never sent, with the files in them, when their time is over; those that became a response
 * when it can no longer be changed. How many that was.
 */
export async function deleteExpiredDrafts(transaction: Transaction, now: Date): Promise<number> {
  const deleted = await transaction.$queryRaw<{ partnershipId: string; files: string[] | null }[]>`
    DELETE FROM "Draft" d USING "Consultation" c
    WHERE c.id = d."consultationId" AND d."expiresAt" <= ${now}
      AND (d."responseId" IS NULL
           OR c."closesAt" + make_interval(mins => c."graceInMinutes", days => 28) <= ${now})
    RETURNING d."partnershipId", CASE WHEN d."responseId" IS NULL THEN
      (SELECT array_agg(typed.value->>0) FROM jsonb_each(d.entries) typed WHERE typed.key LIKE '%.file-id') END AS files`;
  for (const { partnershipId, files } of deleted) {
    for (const id of files ?? []) await removeFile(transaction, partnershipId, id);
  }
  return deleted.length;
}
