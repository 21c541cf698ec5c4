// The documents of consultations, as their officers ordered them, and every change to them.
import { removeFile, saveFileRow, type StoredFile } from "#app/files/store.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { consultationDocumentSchema, type ConsultationDocument } from "./consultation-document.ts";
import type { DocumentHead } from "./design-document.ts";

type Of = { id: string; partnershipId: string };

const file = { select: { id: true, sizeInBytes: true } } as const;
const earlier = { orderBy: { replacedAt: "desc" }, include: { file } } as const;

/** In the order the officers gave them. */
export async function listDocuments(on: Database, { id: consultationId, partnershipId }: Of): Promise<ConsultationDocument[]> {
  const rows = await on.consultationDocument.findMany({
    where: { consultationId, partnershipId },
    orderBy: [{ place: "asc" }, { id: "asc" }],
    include: { file, earlier },
  });
  return rows.map((row) => consultationDocumentSchema.parse(row));
}

/** A document of the consultation, or 404. */
export async function findDocument(on: Database, { id: consultationId, partnershipId }: Of, id: string | undefined): Promise<ConsultationDocument> {
  const row = await on.consultationDocument.findFirst({ where: { id: id ?? "", consultationId, partnershipId }, include: { file, earlier } });
  if (!row) throw notFound();
  return consultationDocumentSchema.parse(row);
}

/** The id of the file of a consultation's document, or of what it was before, or 404. */
export async function findDocumentFile(on: Database, { id: consultationId, partnershipId }: Of, id: string | undefined): Promise<string> {
  const which = { where: { id: id ?? "", consultationId, partnershipId }, select: { fileId: true } };
  const row = (await on.consultationDocument.findFirst(which)) ?? (await on.earlierDocument.findFirst(which));
  if (!row) throw notFound();
  return row.fileId;
}

/** Adds a document behind the others; its id, or null where the same is there already. Here and below the caller holds the consultation. */
export async function addDocument(transaction: Transaction, of: Of, head: DocumentHead, kept: StoredFile, now: Date): Promise<string | null> {
  const { id: consultationId, partnershipId } = of;
  const { title, ...rest } = head;
  // because what is pressed twice would be told twice
  const alike = { consultationId, partnershipId, ...rest, title: { equals: title }, file: { sha256: kept.sha256 } };
  if ((await transaction.consultationDocument.count({ where: alike })) > 0) return null;
  const last = await transaction.consultationDocument.aggregate({ where: { consultationId, partnershipId }, _max: { place: true } });
  await saveFileRow(transaction, kept);
  const id = newId();
  await transaction.consultationDocument.create({
    data: { ...{ id, partnershipId, consultationId, fileId: kept.id, place: (last._max.place ?? 0) + 1 }, ...head, addedAt: now },
  });
  return id;
}

export async function changeDocument(transaction: Transaction, { id: consultationId, partnershipId }: Of, id: string, head: DocumentHead): Promise<void> {
  await transaction.consultationDocument.updateMany({ where: { id, consultationId, partnershipId }, data: head });
}

/** Puts another file in the place of a document's, and keeps the old one to be read. */
export async function replaceDocument(transaction: Transaction, of: Of, document: ConsultationDocument, kept: StoredFile, now: Date): Promise<void> {
  const { id: consultationId, partnershipId } = of;
  const { id: documentId, addedAt, updatedAt } = document;
  await saveFileRow(transaction, kept);
  await transaction.earlierDocument.create({
    data: { ...{ id: newId(), partnershipId, consultationId, documentId, fileId: document.file.id }, addedAt: updatedAt ?? addedAt, replacedAt: now },
  });
  await transaction.consultationDocument.updateMany({ where: { id: documentId, consultationId, partnershipId }, data: { fileId: kept.id, updatedAt: now } });
}

/** Puts a document one place up (-1) or down (1), as far as there is one. */
export async function moveDocument(transaction: Transaction, of: Of, id: string, by: -1 | 1): Promise<void> {
  const ids = (await listDocuments(transaction, of)).map((document) => document.id);
  const place = ids.indexOf(id);
  const to = place + by;
  if (place < 0 || to < 0 || to >= ids.length) return;
  ids.splice(to, 0, ...ids.splice(place, 1));
  for (const [index, one] of ids.entries()) await transaction.consultationDocument.updateMany({ where: { id: one, partnershipId: of.partnershipId }, data: { place: index + 1 } });
}

/** Takes a document away with every file it ever had. */
export async function removeDocument(transaction: Transaction, { partnershipId }: Of, document: ConsultationDocument): Promise<void> {
  await transaction.earlierDocument.deleteMany({ where: { documentId: document.id, partnershipId } });
  await transaction.consultationDocument.deleteMany({ where: { id: document.id, partnershipId } });
  for (const { file: old } of [document, ...document.earlier]) await removeFile(transaction, partnershipId, old.id);
}
