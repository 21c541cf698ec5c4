// A logo: an uploaded picture drawn so small that a page with it still comes quickly, at the size it is shown and at twice that.
import sharp from "sharp";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { cleanContent } from "./content.server.ts";
import { newStorageKey, thumbnailKey, writeBytes } from "./disk.server.ts";
import { cleanName, type FileProblem } from "./file.ts";

/** The kinds of picture a logo may be uploaded as; it is kept as WebP. */
export const logoTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export const mostLogoBytes = 5 * 1024 * 1024;

/** What a logo is fitted into where it is shown, in CSS pixels. */
export const logoBox = { width: 200, height: 48 } as const;
/** The larger of its pictures weighs at most so much, the smaller half of it. */
export const heaviestLogo = 4 * 1024;

const qualities = [{ nearLossless: true, quality: 40 }, { quality: 80 }, { quality: 60 }, { quality: 40 }, { quality: 20 }] as const;

/** A logo as it is kept: `large` is twice `small`, whose size in pixels is the one it is shown at. */
export type DrawnLogo = { name: string; large: Buffer; small: Buffer; width: number; height: number };

/** Checks an uploaded picture and draws it small. It takes a while, so no transaction is open meanwhile. */
export async function drawLogo(uploaded: { name: string; bytes: Buffer | null }): Promise<Result<DrawnLogo, FileProblem>> {
  const { bytes, name } = uploaded;
  if (bytes === null || bytes.length > mostLogoBytes) return fail({ kind: "too-big", mostBytes: mostLogoBytes });
  const clean = await cleanContent(bytes, name, logoTypes);
  if (!clean.ok) return clean;
  const large = await drawWithin(clean.value.bytes, 2);
  const small = await drawWithin(clean.value.bytes, 1);
  return succeed({ name: cleanName(name, "image/webp"), large: large.data, small: small.data, width: small.info.width, height: small.info.height });
}

/** As good as its weight allows; what is too detailed for its size at any quality is drawn smaller. */
async function drawWithin(bytes: Buffer, times: 1 | 2) {
  for (let share = 1; ; share *= 0.8) {
    const side = (most: number) => Math.max(1, Math.round(most * times * share));
    const size = { width: side(logoBox.width), height: side(logoBox.height), fit: "inside", withoutEnlargement: true } as const;
    for (const quality of qualities) {
      const drawn = await sharp(bytes).resize(size).webp({ ...quality, effort: 6 }).toBuffer({ resolveWithObject: true });
      if (drawn.data.length <= (heaviestLogo / 2) * times) return drawn;
    }
  }
}

/** Keeps a drawn logo as a public file of the partnership; its id. */
export async function saveLogoFile(transaction: Transaction, partnershipId: string, logo: DrawnLogo): Promise<string> {
  const storageKey = newStorageKey();
  await writeBytes(storageKey, logo.large);
  await writeBytes(thumbnailKey(storageKey), logo.small);
  const id = newId();
  await transaction.file.create({
    data: {
      ...{ id, partnershipId, visibility: "public", name: logo.name, mimeType: "image/webp", storageKey },
      ...{ sizeInBytes: logo.large.length, sha256: sha256(logo.large) },
    },
  });
  return id;
}
