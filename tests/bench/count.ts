// Counting: a hundred thousand ballots, and twenty wards by the command. It needs no database.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countFile } from "#app/counting/count-file.ts";
import { readBlt } from "#app/counting/blt.ts";
import { sharedFile } from "../support/shared-files.ts";
import { median, type Figure } from "./figures.ts";

type Add = (figure: Figure) => void;

const times = 5;

export async function measureCount(add: Add): Promise<void> {
  const large = sharedFile("elections/speed/synth100k.blt");
  const wards = sharedFile("elections/scot");
  if (!large || !wards) return add({ name: "left out, because ../shared/data/elections is not there", value: 0, unit: "s" });

  const of = "100,000 ballots, 30 candidates, 8 places";
  add({ name: "control: each character of the file looked at once", value: await secondsOf(() => lookAt(readFileSync(large, "utf8"))), unit: "s", of });
  add({ name: "the file read", value: await secondsOf(() => readBlt(readFileSync(large, "utf8"))), unit: "s", of });
  for (const rules of ["scottish", "ers97", "meek-nz"] as const) {
    const value = await secondsOf(() => countFile({ file: large, text: readFileSync(large, "utf8"), rules }));
    add({ name: `the file read and counted, ${rules}`, value, unit: "s", of });
  }

  const files = readdirSync(wards).map((ward) => join(wards, ward, "ballots.blt"));
  const call = (...counted: string[]) => {
    const { status } = spawnSync("npm", ["run", "--silent", "count", "--", "--rules", "scottish", ...counted], { stdio: "ignore", shell: process.platform === "win32" });
    if (status !== 0) throw new Error(`the count ended with ${status}`);
  };
  call(...files);
  add({ name: "control: one ward by the command, npm's start included", value: await secondsOf(() => call(files[0]!)), unit: "s" });
  add({ name: "wards by the command in one call, npm's start included", value: await secondsOf(() => call(...files)), unit: "s", of: `${files.length} wards` });
}

function lookAt(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/** The middle of a few runs. */
async function secondsOf(run: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let done = 0; done < times; done += 1) {
    const began = performance.now();
    await run();
    took.push((performance.now() - began) / 1000);
  }
  return median(took);
}
