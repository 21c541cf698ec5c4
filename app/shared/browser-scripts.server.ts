// Where the residents' scripts lie after their own build: entry name to address.
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

type Manifest = Record<string, { file: string; name?: string; isEntry?: boolean }>;

let read: Record<string, string> | undefined;

/** Address of each residents' script by its entry name; empty where nothing was built, as in tests of single pages. */
export function browserScripts(): Record<string, string> {
  return (read ??= readManifest());
}

function readManifest(): Record<string, string> {
  // because this code may end up in any file of the server's build
  const here = fileURLToPath(import.meta.url);
  const buildDir = here.slice(0, here.lastIndexOf(`${sep}server${sep}`));
  const path = join(buildDir, "browser/manifest.json");
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    return {};
  }
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry && chunk.name);
  return Object.fromEntries(entries.map((chunk) => [chunk.name!, `/browser/${chunk.file}`]));
}
