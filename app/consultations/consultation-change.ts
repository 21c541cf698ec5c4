// What was changed in a consultation that people could read already: dated, and shown to all of them.
import { z } from "zod";
import { textSchema } from "#app/shared/languages.ts";

/** The words are `consultations:change.<kind>`. */
export const changeKinds = [
  ...(["document-added", "document-changed", "document-replaced", "document-removed"] as const),
  ...(["event-added", "event-changed", "event-cancelled", "contact-changed", "notice-changed"] as const),
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const consultationChangeSchema = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.enum(changeKinds),
  /** What it was called then; blank for what has no name. */
  name: textSchema,
});
export type ConsultationChange = z.infer<typeof consultationChangeSchema>;
