// The pictures of forms: kept once, used by any version that names them, and removed when none does.
import { drawPicture } from "#app/files/form-picture.server.ts";
import type { FileProblem } from "#app/files/file.ts";
import { keepFile, removeFile, saveFileRow } from "#app/files/store.server.ts";
import { longestSide, type Picture } from "#app/forms/picture.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** A picture that was kept, before anything is said of it. */
export type KeptPicture = Pick<Picture, "file" | "width" | "height">;

/** What is kept of a picture, without what is said of it. */
export const keptOf = ({ file, width, height }: KeptPicture): KeptPicture => ({ file, width, height });

/** Draws an uploaded picture anew and keeps it as a public file of the partnership, or says why it cannot be. */
export async function keepPicture(partnershipId: string, uploaded: { name: string; bytes: Buffer | null }, now: Date): Promise<Result<KeptPicture, FileProblem>> {
  const drawn = await drawPicture(uploaded, longestSide);
  if (!drawn.ok) return drawn;
  const { bytes, width, height } = drawn.value;
  const kept = await keepFile({ partnershipId, visibility: "public", name: uploaded.name, bytes, types: ["image/webp"] }, now);
  if (!kept.ok) return fail(kept.problem);
  await inTransaction(async (transaction) => {
    await saveFileRow(transaction, kept.value);
    await transaction.formPicture.create({ data: { fileId: kept.value.id, partnershipId, width, height, addedAt: now } });
  });
  return succeed({ file: kept.value.id, width, height });
}

/** A picture that was kept in the partnership; null where there is none of this id. */
export async function findKeptPicture(on: Database, partnershipId: string, fileId: string): Promise<KeptPicture | null> {
  const row = await on.formPicture.findFirst({ where: { fileId, partnershipId } });
  return row && { file: row.fileId, width: row.width, height: row.height };
}

/** How long a picture stays that no form shows: whoever is writing may still save it, or undo its removal. */
const unusedForInMs = 30 * 86_400_000;
const mostAtOnce = 200;

/** Removes the pictures that no version of any form of their partnership names, some time after they came. */
export async function removeUnusedPictures(now: Date): Promise<number> {
  const before = new Date(now.getTime() - unusedForInMs);
  const unused = await db().$queryRaw<{ fileId: string; partnershipId: string }[]>`
    SELECT p."fileId", p."partnershipId" FROM "FormPicture" p
    WHERE p."addedAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "FormVersion" v WHERE v."partnershipId" = p."partnershipId" AND strpos(v.definition::text, p."fileId") > 0)
      AND NOT EXISTS (SELECT 1 FROM "FormEdit" e WHERE e."partnershipId" = p."partnershipId" AND e.at > ${before} AND strpos(e.changes::text, p."fileId") > 0)
    LIMIT ${mostAtOnce}`;
  for (const { fileId, partnershipId } of unused) {
    await inTransaction(async (transaction) => {
      await transaction.formPicture.deleteMany({ where: { fileId, partnershipId } });
      await removeFile(transaction, partnershipId, fileId);
    });
  }
  return unused.length;
}
