// Which Folkmoot this is, for what outlives it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The version of package.json and, in a checkout of the source, the commit. */
export function thisProduct(): { version: string; commit: string | null } {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const asked = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", windowsHide: true });
  return { version, commit: asked.status === 0 ? asked.stdout.trim() : null };
}
