// Every query about files. The bytes are on the disk before the row says so, and go only after it.
import { config } from "#app/shared/config.server.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { cleanContent, type CleanContent } from "./content.server.ts";
import { hasRoomFor, newStorageKey, removeBytes, thumbnailKey, writeBytes } from "./disk.server.ts";
import { allFileTypes, cleanName, type FileProblem } from "./file.ts";

/** "public": anyone may have it. "answer", "paper": it belongs to a response or a meeting, and whoever may read that may have it. */
export const visibilities = ["public", "answer", "paper"] as const;
export type Visibility = (typeof visibilities)[number];

export type StoredFile = {
  id: string;
  partnershipId: string;
  visibility: Visibility;
  name: string;
  mimeType: string;
  sizeInBytes: number;
  sha256: string;
  storageKey: string;
};

export type NewFile = {
  partnershipId: string;
  visibility: Visibility;
  /** As the person's own machine names it. */
  name: string;
  /** Null: there were more than could be read, see `readUpload`. */
  bytes: Buffer | null;
  /** The types wanted here, fewer than are taken at all. */
  types?: readonly string[];
  mostBytes?: number;
};

/** A day: longer than any request that is still to save the row of what it wrote. */
const keptUnclaimedForInMs = 86_400_000;

/** A file as it would be kept, or why it cannot be; nothing is written anywhere. */
export function examineFile({ name, bytes, types = allFileTypes, mostBytes = config().maxUploadBytes }: Pick<NewFile, "name" | "bytes" | "types" | "mostBytes">): Promise<Result<CleanContent, FileProblem>> {
  if (bytes === null || bytes.length > mostBytes) return Promise.resolve(fail({ kind: "too-big", mostBytes }));
  return cleanContent(bytes, name, types);
}

/**
 * Checks a file and keeps a clean copy, whose row the caller saves (`saveFileRow`) in the transaction that links it. Bytes that
 * nobody's row names after a day are taken away again: a job for that is put down before they are written, on its own, so
 * that nothing which fails or is cut off afterwards leaves them behind.
 */
export async function keepFile(file: NewFile, now = new Date()): Promise<Result<StoredFile, FileProblem>> {
  const clean = await examineFile(file);
  if (!clean.ok) return clean;
  if (!(await hasRoomFor(clean.value.bytes.length))) return fail({ kind: "no-room" });
  const storageKey = newStorageKey();
  await addJob(db(), "remove-unclaimed-bytes", { storageKey }, { runAt: new Date(now.getTime() + keptUnclaimedForInMs) });
  await writeBytes(storageKey, clean.value.bytes);
  if (clean.value.thumbnail) await writeBytes(thumbnailKey(storageKey), clean.value.thumbnail);
  return succeed({
    id: newId(),
    partnershipId: file.partnershipId,
    visibility: file.visibility,
    name: cleanName(file.name, clean.value.type),
    mimeType: clean.value.type,
    sizeInBytes: clean.value.bytes.length,
    sha256: sha256(clean.value.bytes),
    storageKey,
  });
}

export async function saveFileRow(on: Database, file: StoredFile): Promise<void> {
  await on.file.create({ data: file });
}

/** Keeps a file and saves its row at once. */
export async function saveFile(on: Database, file: NewFile): Promise<Result<StoredFile, FileProblem>> {
  const kept = await keepFile(file);
  if (kept.ok) await saveFileRow(on, kept.value);
  return kept;
}

/** Takes away the bytes of a key that no row names. */
export async function removeUnclaimedBytes(storageKey: string, now: Date): Promise<void> {
  if ((await db().file.count({ where: { storageKey } })) === 0) await removeBytesOnceFree(storageKey, now);
}

function read(row: Omit<StoredFile, "visibility"> & { visibility: string }): StoredFile {
  return { ...row, visibility: visibilities.find((one) => one === row.visibility) ?? "answer" };
}

// because a document is for everybody only once a consultation that has it is
const published = { consultation: { publishedAt: { not: null } } };
const isForAll = {
  visibility: "public",
  OR: [{ documents: { none: {} }, earlier: { none: {} } }, { documents: { some: published } }, { earlier: { some: { document: published } } }],
};

/** A file of the partnership that anyone may have, or 404. */
export async function findPublicFile(on: Database, partnershipId: string, id: string | undefined): Promise<StoredFile> {
  const row = id === undefined ? null : await on.file.findFirst({ where: { id, partnershipId, ...isForAll } });
  if (!row) throw notFound();
  return read(row);
}

/** A file of the partnership, whoever may have it, or 404. The caller has asked the policy who may read what it belongs to. */
export async function findFileBehindGuard(on: Database, partnershipId: string, id: string | undefined): Promise<StoredFile> {
  const row = id === undefined ? null : await on.file.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return read(row);
}

/** Forgets a file; its bytes are taken away once this transaction has committed. */
export async function removeFile(transaction: Transaction, partnershipId: string, id: string): Promise<void> {
  const file = await transaction.file.findFirst({ where: { id, partnershipId }, select: { storageKey: true } });
  if (!file) return;
  await transaction.file.deleteMany({ where: { id, partnershipId } });
  await addJob(transaction, "remove-bytes", { storageKey: file.storageKey });
}

/** The lock that a backup holds while it copies the bytes its rows name. */
export const bytesAreKept = "folkmoot bytes are kept";
const lookAgainInSeconds = 600;

/** Takes bytes away whose row is gone; while a backup is being made it may still name them, so then later. */
export async function removeBytesOnceFree(storageKey: string, now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    const [turn] = await transaction.$queryRaw<{ isFree: boolean }[]>`
      SELECT pg_try_advisory_xact_lock_shared(hashtext(${bytesAreKept})) AS "isFree"`;
    if (turn?.isFree) return removeBytes(storageKey);
    await addJob(transaction, "remove-bytes", { storageKey }, { runAt: new Date(now.getTime() + lookAgainInSeconds * 1000) });
  });
}
