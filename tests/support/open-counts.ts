// Real counts that lie beside the checkout: their ballots, their reserves and what is known of them.
import { readdirSync, readFileSync } from "node:fs";
import { readBlt } from "#app/counting/blt.ts";
import { readCon } from "#app/counting/con.ts";
import type { Contest, ReservedCategory } from "#app/counting/contest.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

/** Whether they are there. */
export const hasOpenCounts = sharedFile("elections/README.md") !== null;

/** The folders of one kind of counts; none where they are absent. */
export function openCountsIn(kind: "scot" | "constraints" | "ers97"): string[] {
  const folder = sharedFile(`elections/${kind}`);
  if (!folder) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [`${kind}/${one.name}`] : []));
}

export function openCountText(path: string): string {
  return readFileSync(sharedFile(`elections/${path}`)!, "utf8");
}

export function openContest(folder: string): Contest {
  const read = readBlt(openCountText(`${folder}/ballots.blt`));
  if (!read.ok) throw new Error(`The ballots of ${folder} could not be read.`);
  return read.value;
}

export function openReserves(folder: string, candidates: number): ReservedCategory[] {
  const read = readCon(openCountText(`${folder}/constraints.con`), candidates);
  if (!read.ok) throw new Error(`The reserves of ${folder} could not be read.`);
  return read.value;
}

export function hasOpenCount(path: string): boolean {
  return sharedFile(`elections/${path}`) !== null;
}
