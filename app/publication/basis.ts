// What results were worked out from, told by marks that are quickly taken: while none of them has changed, working them out
// again gives the same.
import { z } from "zod";

export const basisParts = ["choice", "frozen", "responses", "equality", "questions", "published", "rules"] as const;
export type BasisPart = (typeof basisParts)[number];

export const basisSchema = z.record(z.enum(basisParts), z.string());
export type Basis = Record<BasisPart, string>;

/** One more whenever other figures would be hidden of the same tables, or shown otherwise. */
export const rules = "2";

/** What has changed between the two; the words are `publication:moved.<part>`. */
export function movedBetween(before: Basis, after: Basis): BasisPart[] {
  return basisParts.filter((part) => before[part] !== after[part]);
}
