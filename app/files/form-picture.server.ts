// A picture of a form: an uploaded picture drawn anew as WebP, no larger than it is ever shown on a good screen.
import sharp from "sharp";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { cleanContent } from "./content.server.ts";
import type { FileProblem } from "./file.ts";

/** The kinds of picture that may be uploaded. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export const mostPictureBytes = 10 * 1024 * 1024;

export type DrawnPicture = { bytes: Buffer; width: number; height: number };

/** Checks an uploaded picture and draws it with no side longer than this. It takes a while, so no transaction is open meanwhile. */
export async function drawPicture({ name, bytes }: { name: string; bytes: Buffer | null }, longest: number): Promise<Result<DrawnPicture, FileProblem>> {
  if (bytes === null || bytes.length > mostPictureBytes) return fail({ kind: "too-big", mostBytes: mostPictureBytes });
  const clean = await cleanContent(bytes, name, pictureTypes);
  if (!clean.ok) return clean;
  const fitted = { width: longest, height: longest, fit: "inside", withoutEnlargement: true } as const;
  const { data, info } = await sharp(clean.value.bytes).resize(fitted).webp({ quality: 80, effort: 5 }).toBuffer({ resolveWithObject: true });
  return succeed({ bytes: data, width: info.width, height: info.height });
}
