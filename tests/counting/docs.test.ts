// The examples of docs/counting.md are what is really printed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCountArguments } from "#app/counting/count-arguments.ts";
import { countFile } from "#app/counting/count-file.ts";
import { countProblemInWords } from "#app/counting/in-english.ts";
import { sheetLine } from "#app/counting/sheet-json.ts";
import { actions } from "#app/counting/sheet.ts";

const docs = readFileSync("docs/counting.md", "utf8");
const examples = [...docs.matchAll(/```\n\$ npm run --silent count -- (.*)\n([\s\S]*?)\n```/g)].map(([, words = "", output = ""]) => ({ words, output }));

async function printed(words: string): Promise<string> {
  const asked = readCountArguments(words.split(" "));
  if (!asked.ok) throw new Error(asked.problem);
  const { files, reserves, seed, ...rest } = asked.value;
  const text = readFileSync(files[0]!, "utf8");
  const sha256 = (of: string) => createHash("sha256").update(of).digest("hex");
  const counted = await countFile({
    ...{ ...rest, file: files[0]!, text },
    ...(seed !== undefined && { seed: { text: seed, sha256 } }),
    ...(reserves !== undefined && { reserves: readFileSync(reserves, "utf8") }),
  });
  if (!counted.ok) throw new Error(countProblemInWords(counted.problem));
  return sheetLine(files[0]!, counted.value.sheet);
}

test.each(examples)("$words", async ({ words, output }) => {
  const shown = output.replace(/\n\s*/g, "").split("…");
  const line = await printed(words);
  if (shown.length === 1) expect(shown[0]).toBe(line);
  for (const part of shown) expect(line).toContain(part);
});

test("one of each action is shown", () => {
  for (const action of actions) expect(examples.some(({ output }) => output.includes(`"action":"${action}"`)), action).toBe(true);
});
