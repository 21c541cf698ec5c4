// Where the residents' scripts lie after their own build: entry name to address.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

type Manifest = Record<string, { file: string; name?: string; isEntry?: boolean }>;

let read: Record<string, string> | undefined;

/** Address of each residents' script by its entry name; empty where nothing was built, as in tests of single pages. */
export function browserScripts(): Record<string, string> {
  return (read ??= readManifest());
}

function readManifest(): Record<string, string> {
  const path = join(fileURLToPath(import.meta.url), "../../browser/manifest.json");
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    return {};
  }
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry && chunk.name);
  return Object.fromEntries(entries.map((chunk) => [chunk.name!, `/browser/${chunk.file}`]));
}
