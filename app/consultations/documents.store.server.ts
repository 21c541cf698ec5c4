// The documents of consultations, as their officers ordered them.
import type { Database } from "#app/shared/db.server.ts";
import { consultationDocumentSchema, type ConsultationDocument } from "./consultation-document.ts";
import { notFound } from "#app/shared/responses.server.ts";

/** In the order the officers gave them. */
export async function listDocuments(on: Database, consultation: { id: string; partnershipId: string }): Promise<ConsultationDocument[]> {
  const rows = await on.consultationDocument.findMany({
    where: { consultationId: consultation.id, partnershipId: consultation.partnershipId },
    orderBy: [{ place: "asc" }, { id: "asc" }],
    include: { file: { select: { id: true, sizeInBytes: true } } },
  });
  return rows.map((row) => consultationDocumentSchema.parse(row));
}

/** The id of the file of a consultation's document, or 404. */
export async function findDocumentFile(
  on: Database,
  consultation: { id: string; partnershipId: string },
  id: string | undefined,
): Promise<string> {
  const where = { id: id ?? "", consultationId: consultation.id, partnershipId: consultation.partnershipId };
  const row = await on.consultationDocument.findFirst({ where, select: { fileId: true } });
  if (!row) throw notFound();
  return row.fileId;
}
