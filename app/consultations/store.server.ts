// Every query about consultations themselves; drafts, responses, tallies and exports have stores of their own.
import { z } from "zod";
import { checkDefinition, type DefinitionProblem, type FormDefinition } from "#app/forms/definition.ts";
import { checkNewVersion } from "#app/forms/versions.ts";
import type { Erratum } from "#app/forms/errata.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages, keepRecord } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { consultationTextSchema, type Consultation, type ConsultationTexts } from "./consultation.ts";
import type { RegisterEntry } from "./register.ts";

const instant = z.date().nullable();
const instantsOfLife = {
  ...{ submittedAt: instant, approvedAt: instant, publishedAt: instant, opensAt: instant, closesAt: instant, pausedAt: instant },
  ...{ pausedUntil: instant, frozenAt: instant, reportDraftedAt: instant, reportPublishedAt: instant, outcomePublishedAt: instant },
  archivedAt: instant,
};

const storedSchema = consultationTextSchema.extend({
  id: z.string(),
  partnershipId: z.string(),
  formId: z.string(),
  decisionOn: z.date().nullable().transform((date) => date?.toISOString().slice(0, 10) ?? null),
  ...{ pauseReason: textSchema.nullable(), shorterTimeReason: textSchema.nullable() },
  ...{ partialLanguages: z.array(z.enum(languages)), blockedLanguages: z.array(z.enum(languages)) },
  ...{ privacyVersion: z.string().nullable(), disclosureVersion: z.string().nullable() },
  ...instantsOfLife,
  resultsPublishedAt: z.date().nullable(),
  responsesPublicAt: z.date().nullable(),
  reportPublicAt: z.date().nullable(),
});

function read(row: unknown): Consultation {
  return storedSchema.parse(row);
}

/** A published consultation of the partnership, or 404. */
export async function findConsultation(on: Database, partnershipId: string, id: string | undefined): Promise<Consultation> {
  const consultation = await findConsultationForOfficer(on, partnershipId, id);
  if (!consultation.publishedAt) throw notFound();
  return consultation;
}

/** The same from memory, where it may be some moments old: for pages that are asked for again and again. */
export function recallConsultation(partnershipId: string, id: string | undefined, now: Date): Promise<Consultation> {
  const read = () => findConsultation(db(), partnershipId, id);
  return keepRecord(`consultation ${partnershipId} ${id}`, now, read, () => partnershipId);
}

/** A consultation of the partnership, published or not, or 404. The caller has asked the policy who may see it. */
export async function findConsultationForOfficer(
  on: Database,
  partnershipId: string,
  id: string | undefined,
): Promise<Consultation> {
  const row = id === undefined ? null : await on.consultation.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return read(row);
}

/** A consultation of any partnership, or null: for commands, which are run by whoever runs the server. */
export async function findConsultationAnywhere(on: Database, id: string): Promise<Consultation | null> {
  const row = await on.consultation.findUnique({ where: { id } });
  return row && read(row);
}

/** The titles of a partnership's consultations by id, published or not. */
export async function listTitles(on: Database, partnershipId: string, ids: readonly string[]): Promise<Map<string, Text>> {
  const where = { partnershipId, id: { in: [...new Set(ids)] } };
  const rows = await on.consultation.findMany({ where, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, textSchema.parse(title)]));
}

export type ConsultationPage = { consultations: Consultation[]; nextAfter: string | null };

/** Published consultations, open ones closing first, then what is to come, then closed ones newest first; or one kind of these. */
export async function listConsultations(
  on: Database,
  { partnershipIds, now, after, only, most = 20, withUnpublished = false, amongst = null }: {
    partnershipIds: string[];
    now: Date;
    /** The last id of the page before. */
    after?: string | null;
    only?: "open" | "to-come" | "closed";
    most?: number;
    withUnpublished?: boolean;
    /** None but these, where it is given. */
    amongst?: string[] | null;
  },
): Promise<ConsultationPage> {
  const rows = await on.$queryRaw<{ id: string }[]>`
    WITH kinds AS (
      SELECT id, "closesAt",
        CASE WHEN "publishedAt" IS NULL THEN 'unpublished'
             WHEN "opensAt" <= ${now} AND ("closesAt" IS NULL OR "closesAt" > ${now}) THEN 'open'
             WHEN "opensAt" IS NULL OR "opensAt" > ${now} THEN 'to-come' ELSE 'closed' END AS kind
      FROM "Consultation"
      WHERE "partnershipId" = ANY(${partnershipIds}) AND ("publishedAt" IS NOT NULL OR ${withUnpublished})
        AND (${amongst === null} OR id = ANY(${amongst ?? []}))),
    placed AS (
      SELECT id, row_number() OVER (ORDER BY array_position(ARRAY['unpublished', 'open', 'to-come', 'closed'], kind),
        CASE WHEN "closesAt" > ${now} THEN "closesAt" END ASC NULLS LAST, "closesAt" DESC, id) AS place
      FROM kinds WHERE ${only ?? null}::text IS NULL OR kind = ${only ?? null})
    SELECT id FROM placed
    WHERE place > coalesce((SELECT place FROM placed WHERE id = ${after ?? null}), 0)
    ORDER BY place LIMIT ${most + 1}`;
  const ids = rows.slice(0, most).map((row) => row.id);
  return { consultations: await listById(on, ids), nextAfter: rows.length > most ? (ids.at(-1) ?? null) : null };
}

/** These consultations, in the order of their ids. The caller has asked who may see them. */
export async function listById(on: Database, ids: readonly string[]): Promise<Consultation[]> {
  const found = await on.consultation.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => read(found.find((row) => row.id === id)));
}

export type FormVersion = { id: string; number: number; publishedAt: Date; definition: FormDefinition };

const definitions = new Map<string, FormVersion>();

/** A published form version. Kept in memory because it never changes. */
export async function findFormVersion(on: Database, id: string): Promise<FormVersion> {
  const kept = definitions.get(id);
  if (kept) return kept;
  const row = await on.formVersion.findUnique({ where: { id } });
  const checked = checkDefinition(row?.definition);
  if (!row?.publishedAt || !checked.ok) throw notFound();
  const version = { id, number: row.number, publishedAt: row.publishedAt, definition: checked.value };
  if (definitions.size > 500) definitions.clear();
  definitions.set(id, version);
  return version;
}

/** The newest version of a form, published or not. */
export async function findNewestDefinition(on: Database, formId: string): Promise<FormDefinition> {
  const row = await on.formVersion.findFirst({ where: { formId }, orderBy: { number: "desc" } });
  const checked = checkDefinition(row?.definition);
  if (!checked.ok) throw notFound();
  return checked.value;
}

/** The newest published version of a form, the one new responses are given to. */
export async function findCurrentVersion(on: Database, formId: string): Promise<FormVersion> {
  const row = await on.formVersion.findFirst({
    where: { formId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!row) throw notFound();
  return findFormVersion(on, row.id);
}

/** The same for a consultation, from memory. */
export function recallCurrentVersion({ partnershipId, formId }: Pick<Consultation, "partnershipId" | "formId">, now: Date): Promise<FormVersion> {
  return keepRecord(`version ${formId}`, now, () => findCurrentVersion(db(), formId), () => partnershipId);
}

/** Every published version of a form, the newest first. */
export async function listVersions(on: Database, formId: string): Promise<FormVersion[]> {
  const rows = await on.formVersion.findMany({
    where: { formId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return Promise.all(rows.map(({ id }) => findFormVersion(on, id)));
}

const storedErratumSchema = z
  .object({
    questionId: z.string().nullable(),
    text: textSchema,
    datedOn: z.date().transform((date) => date.toISOString().slice(0, 10)),
  })
  .transform(({ questionId, ...erratum }): Erratum => (questionId === null ? erratum : { ...erratum, questionId }));

/** The corrections to every version of a form, oldest first: a question that stays is corrected in whichever version it is asked. */
export async function listErrata(on: Database, formId: string): Promise<Erratum[]> {
  const rows = await on.erratum.findMany({ where: { formVersion: { formId } }, orderBy: [{ datedOn: "asc" }, { createdAt: "asc" }] });
  return rows.map((row) => storedErratumSchema.parse(row));
}

/** The same for a consultation, from memory. */
export function recallErrata({ partnershipId, formId }: Pick<Consultation, "partnershipId" | "formId">, now: Date): Promise<Erratum[]> {
  return keepRecord(`errata ${formId}`, now, () => listErrata(db(), formId), () => partnershipId);
}

export type NewConsultation = ConsultationTexts & Partial<RegisterEntry> & {
  opensAt: Date | null;
  closesAt: Date | null;
  /** Who has written in it so far. */
  authorIds?: string[];
};

/** Saves a new consultation, unpublished, with the first version of its form; its id. The definition must be a checked one. */
export async function saveConsultation(
  transaction: Transaction,
  partnershipId: string,
  { decisionOn, ...consultation }: NewConsultation,
  definition: FormDefinition,
): Promise<string> {
  const id = newId();
  const formId = newId();
  await transaction.form.create({ data: { id: formId, partnershipId } });
  await transaction.formVersion.create({
    data: { id: newId(), partnershipId, formId, number: 1, definition: definition as Prisma.InputJsonValue },
  });
  await transaction.consultation.create({
    data: { id, partnershipId, formId, ...consultation, decisionOn: decisionOn ? new Date(decisionOn) : null },
  });
  return id;
}

/**
 * Publishes a new version of the form: new responses are given to it, drafts and responses keep the one they began with.
 * Gives its number, or the problems of a version that would give an old id another meaning.
 */
export async function publishNewVersion(
  transaction: Transaction,
  { formId, partnershipId }: Pick<Consultation, "formId" | "partnershipId">,
  definition: FormDefinition,
  now: Date,
): Promise<Result<number, DefinitionProblem[]>> {
  // because two new versions at once would each be checked against the same past
  await transaction.$queryRaw`SELECT id FROM "Form" WHERE id = ${formId} FOR UPDATE`;
  const rows = await transaction.formVersion.findMany({ where: { formId, publishedAt: { not: null } }, orderBy: { number: "asc" } });
  const earlier = await Promise.all(rows.map(({ id }) => findFormVersion(transaction, id)));
  const problems = checkNewVersion(earlier.map((version) => version.definition), definition);
  if (problems.length > 0) return fail(problems);
  const number = (rows.at(-1)?.number ?? 0) + 1;
  // because a working copy that is being written stands under the next number until it is published itself
  await transaction.formVersion.updateMany({ where: { formId, publishedAt: null }, data: { number: number + 1 } });
  await transaction.formVersion.create({
    data: { id: newId(), partnershipId, formId, number, definition: definition as Prisma.InputJsonValue, publishedAt: now },
  });
  await dropPublishedPages(transaction, partnershipId);
  return succeed(number);
}

/** The consultation, held so that nobody else changes its state until this transaction has ended. */
export async function holdConsultation(transaction: Transaction, partnershipId: string, id: string): Promise<Consultation> {
  await transaction.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${id} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findConsultationForOfficer(transaction, partnershipId, id);
}

/** Says since when results may be read, or that none may, and tells every process that its pages have changed. */
export async function setResultsPublished(
  transaction: Transaction,
  { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  resultsPublishedAt: Date | null,
): Promise<void> {
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: { resultsPublishedAt } });
  await dropPublishedPages(transaction, partnershipId);
}

/** The same of responses that may be read one by one. */
export async function setResponsesPublic(
  transaction: Transaction,
  { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  responsesPublicAt: Date | null,
): Promise<void> {
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: { responsesPublicAt } });
  await dropPublishedPages(transaction, partnershipId);
}

/** Says since when its report may be read, or that none may, and tells every process that its pages have changed. */
export async function setReportPublic(transaction: Transaction, { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">, reportPublicAt: Date | null): Promise<void> {
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: { reportPublicAt } });
  await dropPublishedPages(transaction, partnershipId);
}
