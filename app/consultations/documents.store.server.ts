// The documents of consultations: each one file in one language and format.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { languages, textSchema } from "#app/shared/languages.ts";

const documentSchema = z.object({
  id: z.string(),
  title: textSchema,
  language: z.enum(languages),
  format: z.string(),
  file: z.object({ id: z.string(), sizeInBytes: z.number() }),
});
export type ConsultationDocument = z.infer<typeof documentSchema>;

/** In the order the officers gave them. */
export async function listDocuments(on: Database, consultation: { id: string; partnershipId: string }): Promise<ConsultationDocument[]> {
  const rows = await on.consultationDocument.findMany({
    where: { consultationId: consultation.id, partnershipId: consultation.partnershipId },
    orderBy: [{ place: "asc" }, { id: "asc" }],
    include: { file: { select: { id: true, sizeInBytes: true } } },
  });
  return rows.map((row) => documentSchema.parse(row));
}
