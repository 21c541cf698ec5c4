// Real data that lies beside the checkout and is not part of it; tests that want it say so where it is absent.
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The file's path, or null: below FOLKMOOT_SHARED where that is set, else below `../shared`. */
export function sharedFile(name: string): string | null {
  const path = resolve(process.env.FOLKMOOT_SHARED ?? "../shared", "data", name);
  return existsSync(path) ? path : null;
}
