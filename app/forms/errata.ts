// Corrections to a published form, which itself never changes: dated, and shown to everybody who reads or answers it.
import { z } from "zod";
import { textSchema } from "#app/shared/languages.ts";
import { idSchema } from "./condition.ts";
import { isRealDate } from "#app/shared/typed.ts";

export const erratumSchema = z.strictObject({
  /** The question it corrects; without one it is about the form as a whole. */
  questionId: idSchema.optional(),
  text: textSchema,
  datedOn: z.string().refine(isRealDate),
});
export type Erratum = z.infer<typeof erratumSchema>;

/** The errata of one question, or of the form as a whole, in the order of their dates. */
export function errataOf(errata: readonly Erratum[], questionId?: string): Erratum[] {
  return errata
    .filter((erratum) => erratum.questionId === questionId)
    .sort((a, b) => (a.datedOn < b.datedOn ? -1 : a.datedOn > b.datedOn ? 1 : 0));
}
