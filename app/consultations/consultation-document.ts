// A document of a consultation: one file in one language and format.
import { z } from "zod";
import { languages, textSchema } from "#app/shared/languages.ts";

export const consultationDocumentSchema = z.object({
  id: z.string(),
  title: textSchema,
  language: z.enum(languages),
  format: z.string(),
  file: z.object({ id: z.string(), sizeInBytes: z.number() }),
});
export type ConsultationDocument = z.infer<typeof consultationDocumentSchema>;
