// A file that is there as a whole or not at all.
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Has a file written under another name until it is whole, then gives it its own. When this returns it is on the disk, and
 * survives a loss of power; when it throws, nothing is left of it.
 */
export async function writeWhole(path: string, mode: number, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  // because what is there already is somebody else's, and stays
  const file = await open(unfinished, "wx", mode);
  try {
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (problem) {
    await rm(unfinished, { force: true });
    throw problem;
  }
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
