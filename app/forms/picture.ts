// A picture beside a question or at the head of a section, and what it says to whoever does not see it.
import { z } from "zod";
import { textSchema } from "#app/shared/languages.ts";

/** The longest side a picture is kept with, and the width it is shown in at the most, in pixels. */
export const longestSide = 1280;
export const widestShown = 640;

export const pictureSchema = z
  .strictObject({
    /** A public file of the partnership. It never changes: another picture is another file. */
    file: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/),
    width: z.int().min(1).max(longestSide),
    height: z.int().min(1).max(longestSide),
    /** What it shows, read out where it is not seen. */
    alt: textSchema.optional(),
    /** It says nothing that the words do not: then it has no `alt`. */
    decorative: z.literal(true).optional(),
    caption: textSchema.optional(),
  })
  .refine(({ alt, decorative }) => (alt === undefined) === (decorative === true));
export type Picture = z.infer<typeof pictureSchema>;

/** The sides of the small one that is kept beside it: its longest is at most this. */
const longestOfSmall = 480;

/** The width in pixels of the small picture beside one of this size. */
export function widthOfSmall({ width, height }: Pick<Picture, "width" | "height">): number {
  return Math.round(width * Math.min(1, longestOfSmall / Math.max(width, height)));
}
