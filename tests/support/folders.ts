// Folders that tests make and remove.
import { rm } from "node:fs/promises";

/** Removes a folder with all in it, tried again while something that is about to end still writes there. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
