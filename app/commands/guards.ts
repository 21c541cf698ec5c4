// npm run guards: who is guarded and who is doomed in each state of a count with reserves, one line of JSON for each.
import { readFileSync } from "node:fs";
import { guardLine, readGuardStates } from "#app/counting/guard-states.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";

await runCommand(async () => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new PlainError("Name a JSON file of states.\nUsage:\n  npm run --silent guards -- FILE.json...");
  for (const file of files) {
    const states = readGuardStates(jsonOf(file));
    if (!states.ok) throw new PlainError(`${file}: ${states.problem}`);
    for (const state of states.value) say(guardLine(state));
  }
});

function jsonOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(placeOf(file), "utf8");
  } catch {
    throw new PlainError(`${file}: this file cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (problem) {
    throw new PlainError(`${file} is not JSON: ${(problem as Error).message}`);
  }
}
