// A finding: something learned, from where and how. Whoever learns something publishes it here; nobody here knows who that is.
import { z } from "zod";
import { textSchema } from "#app/shared/languages.ts";

export const findingSchema = z.object({
  /** The subject that learned it, and what of that subject's it came from. */
  sourceSubject: z.string().min(1).max(60),
  sourceId: z.string().min(1).max(60),
  /** What sort of finding; one of a kind from each source. */
  kind: z.string().min(1).max(60),
  statement: textSchema,
  /** So many of so many, and what was counted. */
  figure: z
    .object({ count: z.int().min(0), base: z.int().min(0), of: z.string().min(1).max(60) })
    .refine(({ count, base }) => count <= base),
  /** How it came to be known. */
  method: z.string().min(1).max(60),
  /** Where it can be read, without the language, and what it rests on: the number of a set, a question, a code. */
  link: z
    .object({ path: z.string().startsWith("/").max(500), set: z.int().min(1), question: z.string().max(200).nullable(), code: z.string().max(60).nullable() })
    .optional(),
});

export type Finding = z.infer<typeof findingSchema>;
