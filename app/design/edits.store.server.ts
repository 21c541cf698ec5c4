// The working copy of a consultation's form: every change of it is a row beside it, written in the transaction that makes it.
import { z } from "zod";
import { touchDesign } from "#app/consultations/life.store.server.ts";
import { isDesignable, takesNewVersion } from "#app/consultations/office-policy.ts";
import { findNewestDefinition, holdConsultation, listVersions } from "#app/consultations/store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { checkDefinition, type FormDefinition } from "#app/forms/definition.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { applyEdit, type About, type Edit, type EditKind, type EditProblem } from "./edit.ts";
import { applyChanges, changesBetween, reversed, type Changes } from "./parts.ts";

export type WorkingCopy = {
  versionId: string;
  definition: FormDefinition;
  /** The number of the last edit; 0 before the first. */
  edits: number;
  /** The published versions before it. */
  earlier: FormDefinition[];
};

/** The unpublished version of a consultation's form, or null where there is none. */
export async function findWorkingCopy(on: Database, { formId }: Pick<Consultation, "formId">): Promise<WorkingCopy | null> {
  const row = await on.formVersion.findFirst({ where: { formId, publishedAt: null }, orderBy: { number: "desc" } });
  if (!row) return null;
  const checked = checkDefinition(row.definition);
  if (!checked.ok) throw new Error(`The working copy ${row.id} is not a form`);
  const last = await on.formEdit.findFirst({ where: { formVersionId: row.id }, orderBy: { number: "desc" }, select: { number: true } });
  const earlier = await listVersions(on, formId);
  return { versionId: row.id, definition: checked.value, edits: last?.number ?? 0, earlier: earlier.map(({ definition }) => definition) };
}

export type ShownForm = Omit<WorkingCopy, "versionId"> & { versionId: string | null; isEditable: boolean };

/** While a consultation is designed, and while a new version of its questions may be asked: then there is a working copy once one is begun. */
function isEditable(consultation: Consultation, now: Date): boolean {
  return isDesignable(consultation) || takesNewVersion(consultation, now);
}

/** What is shown of a form: its working copy where it may be edited, else its newest version to read. */
export async function findForm(on: Database, consultation: Consultation, now: Date): Promise<ShownForm> {
  const copy = isEditable(consultation, now) ? await findWorkingCopy(on, consultation) : null;
  if (copy) return { ...copy, isEditable: true };
  return { versionId: null, definition: await findNewestDefinition(on, consultation.formId), edits: 0, earlier: [], isEditable: false };
}

export type Editing = { consultation: Pick<Consultation, "id" | "partnershipId">; personId: string; now: Date };

/** "closed": the form may not be edited any more. */
export type SaveProblem = EditProblem | { code: "closed" };
export type Saved = { about: About; definition: FormDefinition; edits: number };

/** Holds the consultation, so that edits follow one another, and gives its working copy while it may be edited. */
export async function holdWorkingCopy(transaction: Transaction, { consultation, now }: Pick<Editing, "consultation" | "now">): Promise<WorkingCopy | null> {
  const held = await holdConsultation(transaction, consultation.partnershipId, consultation.id);
  return isEditable(held, now) ? findWorkingCopy(transaction, held) : null;
}

/** Does an edit to the working copy as it is now, or says why it is not done. An edit that changes nothing leaves no trace. */
export async function saveEdit(transaction: Transaction, editing: Editing, edit: Edit): Promise<Result<Saved, SaveProblem>> {
  const copy = await holdWorkingCopy(transaction, editing);
  if (!copy) return fail({ code: "closed" });
  const done = applyEdit(copy.definition, edit, copy.earlier);
  if (!done.ok) return done;
  const { about, definition } = done.value;
  const changes = changesBetween(copy.definition, definition);
  if (Object.keys(changes).length === 0) return succeed({ about, definition: copy.definition, edits: copy.edits });
  const edits = await write(transaction, editing, copy, { kind: edit.kind, about, changes, definition });
  return succeed({ about, definition, edits });
}

type Written = { kind: EditKind; about: About; changes: Changes; definition: FormDefinition; ofNumber?: number };

async function write(transaction: Transaction, { consultation, personId, now }: Editing, copy: WorkingCopy, { definition, ...edit }: Written): Promise<number> {
  const { partnershipId } = consultation;
  const number = copy.edits + 1;
  await touchDesign(transaction, consultation, personId, now);
  await transaction.formVersion.updateMany({
    where: { id: copy.versionId, partnershipId, publishedAt: null },
    data: { definition: definition as Prisma.InputJsonValue },
  });
  await transaction.formEdit.create({
    data: {
      ...{ id: newId(), partnershipId, formVersionId: copy.versionId, number, personId, at: now, kind: edit.kind, ofNumber: edit.ofNumber ?? null },
      ...{ about: edit.about ?? Prisma.DbNull, changes: edit.changes as Prisma.InputJsonValue },
    },
  });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.edit-form", subjectKind: "consultation", subjectId: consultation.id },
    facts: { edit: edit.kind, number, part: edit.about?.id ?? null },
  });
  return number;
}

const storedSchema = z.object({
  number: z.number(),
  personId: z.string(),
  at: z.date(),
  kind: z.string(),
  about: z.object({ id: z.string(), name: textSchema }).nullable(),
  ofNumber: z.number().nullable(),
  isUndone: z.boolean(),
});

/** An edit as it was written down. */
export type FormEdit = z.output<typeof storedSchema>;

const undoing = ["undo", "redo"];

/** The edit that would be undone now, and the one that would be done again. */
export async function findUndoable(on: Database, versionId: string): Promise<{ undo: FormEdit | null; redo: FormEdit | null }> {
  const own = { formVersionId: versionId, kind: { notIn: undoing } };
  const undo = await on.formEdit.findFirst({ where: { ...own, isUndone: false }, orderBy: { number: "desc" } });
  const redo = await on.formEdit.findFirst({ where: { ...own, isUndone: true, number: { gt: undo?.number ?? 0 } }, orderBy: { number: "asc" } });
  return { undo: undo && storedSchema.parse(undo), redo: redo && storedSchema.parse(redo) };
}

/**
 * Undoes the last edit that stands, or does the first undone one after it again; `number` is the one that was named to whoever
 * asks, because another may have been done meanwhile: then null. The number of the edit that this is.
 */
export async function undoOrRedo(transaction: Transaction, editing: Editing, which: "undo" | "redo", number: number): Promise<number | null> {
  const copy = await holdWorkingCopy(transaction, editing);
  if (!copy) return null;
  const found = (await findUndoable(transaction, copy.versionId))[which];
  if (found?.number !== number) return null;
  const where = { formVersionId_number: { formVersionId: copy.versionId, number } };
  const { changes } = await transaction.formEdit.update({ where, data: { isUndone: which === "undo" } });
  const wanted = which === "undo" ? reversed(changes as Changes) : (changes as Changes);
  const applied = applyChanges(copy.definition, wanted);
  const checked = applied.ok ? checkDefinition(applied.value) : applied;
  if (!checked.ok) throw new Error(`Edit ${number} of ${copy.versionId} does not stand as it was written down`);
  return write(transaction, editing, copy, { kind: which, about: found.about, changes: wanted, definition: checked.value, ofNumber: number });
}

/** One edit of a version by its number, or null. */
export async function findEdit(on: Database, versionId: string, number: number): Promise<FormEdit | null> {
  if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31) return null;
  const row = await on.formEdit.findUnique({ where: { formVersionId_number: { formVersionId: versionId, number } } });
  return row && storedSchema.parse(row);
}

export type EditsPage = { edits: FormEdit[]; nextBefore: number | null };

/** The edits of a version, newest first. */
export async function listEdits(on: Database, versionId: string, { before, most = 25 }: { before: number | null; most?: number }): Promise<EditsPage> {
  const where = { formVersionId: versionId, ...(before !== null && { number: { lt: before } }) };
  const rows = await on.formEdit.findMany({ where, orderBy: { number: "desc" }, take: most + 1 });
  const edits = rows.slice(0, most).map((row) => storedSchema.parse(row));
  return { edits, nextBefore: rows.length > most ? (edits.at(-1)?.number ?? null) : null };
}

export type Since = {
  /** The part as it was then; null where it was not there. */
  base: unknown;
  /** Who changed it last, and when. */
  by: { personId: string; at: Date };
};

/** What happened to a part of the form after the edit of this number; null where nothing did. */
export async function findSince(on: Database, versionId: string, part: string, number: number): Promise<Since | null> {
  const touching = await on.$queryRaw<{ personId: string; at: Date; before: unknown }[]>`
    SELECT "personId", at, changes -> ${part} -> 'before' AS before FROM "FormEdit"
    WHERE "formVersionId" = ${versionId} AND number > ${number} AND jsonb_exists(changes, ${part}) ORDER BY number`;
  const [first, last] = [touching[0], touching.at(-1)];
  return first && last ? { base: first.before, by: { personId: last.personId, at: last.at } } : null;
}

/** Whether a part was ever in the form of this version. */
export async function wasThere(on: Database, versionId: string, part: string): Promise<boolean> {
  return (await findSince(on, versionId, part, 0)) !== null;
}

/** The version whose edits are told: the newest of the form. */
export async function findLastVersionId(on: Database, { formId }: Pick<Consultation, "formId">): Promise<string> {
  const row = await on.formVersion.findFirst({ where: { formId }, orderBy: { number: "desc" }, select: { id: true } });
  if (!row) throw notFound();
  return row.id;
}
