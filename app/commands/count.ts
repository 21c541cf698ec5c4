// npm run count: counts ballot files by the rules named, one line of JSON for each, or a sheet to read. It needs no database.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { countUsage, readCountArguments } from "#app/counting/count-arguments.ts";
import { countFile, type FileAsked } from "#app/counting/count-file.ts";
import { countProblemInWords } from "#app/counting/in-english.ts";
import { errorLine, sheetLine } from "#app/counting/sheet-json.ts";
import { sheetTable } from "#app/counting/sheet-table.ts";
import type { Counter } from "#app/counting/sheet.ts";
import { recount, sameSheet, type SheetDifference } from "#app/recounting/recount.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

const largestFile = 200_000_000;
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

await runCommand(async () => {
  const read = readCountArguments(process.argv.slice(2));
  if (!read.ok) throw new PlainError(`${read.problem}\n${countUsage}`);
  const { files, asTable, isChecked, reserves: reservesFile, seed, lots, ...asked } = read.value;
  const again: Counter | undefined = isChecked ? (contest, terms) => recount(asked.rules, contest, terms) : undefined;
  const reserves = reservesFile === undefined ? undefined : textOf(reservesFile);
  const terms = { ...(lots !== undefined && { lots }), ...(seed !== undefined && { seed: { text: seed, sha256 } }), ...(reserves?.ok && { reserves: reserves.value }) };
  for (const file of files) {
    const text = reserves?.ok === false ? fail(`${reservesFile}: ${reserves.problem}`) : textOf(file);
    const counted = text.ok ? await counting({ ...asked, ...terms, file, text: text.value }, again) : text;
    if (!counted.ok) {
      process.exitCode = 1;
      say(asTable ? `${file}: ${counted.problem}\n` : errorLine(file, counted.problem));
      continue;
    }
    const { sheet } = counted.value;
    const difference = counted.value.again && sameSheet(sheet, counted.value.again);
    const error = difference ? `the second counter does not agree: ${differenceInWords(difference)}` : undefined;
    if (error !== undefined) process.exitCode = 1;
    say(asTable ? sheetTable(sheet) + (error === undefined ? "" : `${file}: ${error}\n`) : sheetLine(file, sheet, error));
  }
});

/** A fault of ours ends the count of one file, not of those after it. */
async function counting(asked: FileAsked, again: Counter | undefined) {
  try {
    const counted = await countFile(asked, again);
    return counted.ok ? counted : fail(countProblemInWords(counted.problem));
  } catch (problem) {
    process.stderr.write(`${asked.file}: ${(problem as Error).stack}\n`);
    return fail("this file could not be counted, by a fault of the program");
  }
}

function differenceInWords({ at, first, second }: SheetDifference): string {
  return `at ${at.join(".")} the first says ${first ?? "nothing"}, the second ${second ?? "nothing"}`;
}

function textOf(file: string): Result<string, string> {
  try {
    const place = placeOf(file);
    if (statSync(place).size > largestFile) return fail(`this file is bigger than ${largestFile / 1_000_000} MB and is not read`);
    const bytes = readFileSync(place);
    try {
      return succeed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      // because older programs wrote names so
      return succeed(new TextDecoder("windows-1252").decode(bytes));
    }
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return fail(code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "this is a folder, not a file" : "this file cannot be read");
  }
}
