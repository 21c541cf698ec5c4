// The file store: bytes under random keys, two folders deep, there as a whole or not at all.
import { mkdir, open, readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileStoreDir } from "#app/shared/config.server.ts";
import { newToken } from "#app/shared/keys.server.ts";
import { writeWhole } from "#app/shared/whole-file.server.ts";

/** A key nobody can guess, "ab/cd/…". */
export function newStorageKey(): string {
  const name = Buffer.from(newToken(), "base64url").toString("hex");
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name.slice(4)}`;
}

const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{60}(\.thumbnail)?$/;

/** The key under which the small picture of a file lies. */
export function thumbnailKey(storageKey: string): string {
  return `${storageKey}.thumbnail`;
}

function pathOf(key: string): string {
  if (!keyShape.test(key)) throw new Error("Not a key of the file store");
  return join(fileStoreDir(), key);
}

/** Writes bytes under a key. When this returns they are on the disk, and survive a loss of power. */
export async function writeBytes(key: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<void> {
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, 0o640, (file) => writeFile(file, bytes));
}

/** How many bytes lie under a key; null when none do. */
export async function sizeOf(key: string): Promise<number | null> {
  return stat(pathOf(key)).then(
    ({ size }) => size,
    () => null,
  );
}

/** The bytes of a key and how many they are, opened, so that they stay readable whatever happens to the key; null where none lie. */
export async function openBytes(key: string): Promise<{ size: number; bytes: AsyncIterable<Buffer> } | null> {
  try {
    const handle = await open(pathOf(key), "r");
    return { size: (await handle.stat()).size, bytes: handle.createReadStream({ highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer> };
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw problem;
  }
}

/** The bytes of a key, opened when the first is asked for; none where none lie. */
export async function* readBytes(key: string): AsyncGenerator<Buffer> {
  const opened = await openBytes(key);
  if (opened) yield* opened.bytes;
}

/** The bytes of a key, read as they are asked for; nothing is opened before that. */
export function streamBytes(key: string): ReadableStream<Uint8Array> {
  const path = pathOf(key);
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  const close = async () => handle?.close();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        handle ??= await open(path, "r");
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(64 * 1024));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await close();
        controller.close();
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

/** Takes away what lies under a key, and its small picture, finished or not; taken away twice, nothing happens. */
export async function removeBytes(key: string): Promise<void> {
  for (const path of [pathOf(key), pathOf(thumbnailKey(key))]) {
    await rm(path, { force: true });
    await rm(`${path}.unfinished`, { force: true });
  }
}

/** Left free whatever is sent, because the database may lie on the same disk. */
const leftFree = 512 * 1024 * 1024;

/** Whether the disk has room for so many bytes more. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  await mkdir(fileStoreDir(), { recursive: true });
  const { bavail, bsize } = await statfs(fileStoreDir());
  return bavail * bsize > leftFree + bytes;
}

export function isStorageKey(key: string): boolean {
  return keyShape.test(key);
}

/** How many files lie in the store. */
export async function countStore(): Promise<number> {
  const all = await readdir(fileStoreDir(), { recursive: true, withFileTypes: true }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === "ENOENT") return [];
    throw problem;
  });
  return all.filter((entry) => entry.isFile()).length;
}

/** Takes away everything in the store, and leaves its folder, which may be where a disk is mounted. */
export async function emptyStore(): Promise<void> {
  const names = await readdir(fileStoreDir()).catch(() => []);
  for (const name of names) await rm(join(fileStoreDir(), name), { recursive: true });
}
