// What the import command is asked to do, read from the words after it.
import { z } from "zod";
import { readOptions } from "#app/shared/options.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type ImportAsked =
  | { what: "consultation"; file: string; partnership?: string; openOn?: string; closeOn?: string; publish: boolean; leaveOut?: true }
  | { what: "version"; file: string; consultation: string }
  | { what: "responses"; file: string; consultation: string; map: string; refusals?: string }
  | { what: "partnership-register"; file: string; partnership?: string }
  | { what: "partnership-structures"; file: string; partnership?: string };

export const importUsage = `Usage:
  npm run import -- consultation FILE [--partnership NAME] [--open DATE] [--close DATE] [--publish] [--leave-out]
  npm run import -- version FILE --consultation ID
  npm run import -- responses FILE --consultation ID --map MAP [--refusals FILE]
  npm run import -- partnership-register FILE [--partnership NAME]
  npm run import -- partnership-structures FILE [--partnership NAME]
Dates are written like 2026-03-03. See docs/consultation-json.md, docs/form-definition.md and docs/response-import.md.`;

const optionsOf = {
  consultation: { takes: ["--partnership", "--open", "--close"], flags: ["--publish", "--leave-out"] },
  version: { takes: ["--consultation"], flags: [] as string[] },
  responses: { takes: ["--consultation", "--map", "--refusals"], flags: [] as string[] },
  "partnership-register": { takes: ["--partnership"], flags: [] as string[] },
  "partnership-structures": { takes: ["--partnership"], flags: [] as string[] },
};
const kinds = Object.keys(optionsOf) as (keyof typeof optionsOf)[];

const isDate = (value: string) => z.iso.date().safeParse(value).success;

/** What is asked, or one sentence about what is wrong. */
export function readImportArguments(words: readonly string[]): Result<ImportAsked, string> {
  const [asked, ...rest] = words;
  const what = kinds.find((kind) => kind === asked);
  if (what === undefined) {
    return fail(asked === undefined ? "Say what to import: a consultation, a new version of its form, responses, a register of partnerships, or partnerships with their bodies and seats." : `There is no import of “${asked}”.`);
  }
  const read = readOptions(rest, optionsOf[what]);
  if (!read.ok) return read;
  const { given, others: files } = read.value;
  const [file] = files;
  if (file === undefined || file === "") return fail("Name the file to import.");
  if (files.length > 1) return fail(`Only one file can be imported at a time; “${files[1]}” is one too many.`);
  if (what === "consultation") return readConsultationOptions(file, given);
  if (what === "version") return readVersionOptions(file, given);
  return what === "responses" ? readResponsesOptions(file, given) : succeed({ what, file, ...inPartnership(given) });
}

const inPartnership = (given: Map<string, string>) => {
  const partnership = given.get("--partnership");
  return partnership === undefined ? {} : { partnership };
};

function readConsultationOptions(file: string, given: Map<string, string>): Result<ImportAsked, string> {
  const [openOn, closeOn] = [given.get("--open"), given.get("--close")];
  for (const date of [openOn, closeOn]) {
    if (date !== undefined && !isDate(date)) return fail(`“${date}” is not a date; write it like 2026-03-03.`);
  }
  if (openOn !== undefined && closeOn !== undefined && closeOn < openOn) return fail("It cannot close before the day it opens.");
  return succeed({
    ...{ what: "consultation", file, publish: given.has("--publish") },
    ...(given.has("--leave-out") && { leaveOut: true as const }),
    ...inPartnership(given),
    ...(openOn !== undefined && { openOn }),
    ...(closeOn !== undefined && { closeOn }),
  });
}

function readResponsesOptions(file: string, given: Map<string, string>): Result<ImportAsked, string> {
  const [address, map, refusals] = [given.get("--consultation"), given.get("--map"), given.get("--refusals")];
  if (address === undefined) return fail("Say which consultation the responses are to, with --consultation ID.");
  if (map === undefined) return fail("Say how the file is read, with --map MAP.");
  return succeed({ what: "responses", file, consultation: idIn(address), map, ...(refusals !== undefined && { refusals }) });
}

function readVersionOptions(file: string, given: Map<string, string>): Result<ImportAsked, string> {
  const address = given.get("--consultation");
  if (address === undefined) return fail("Say which consultation has a new form, with --consultation ID.");
  return succeed({ what: "version", file, consultation: idIn(address) });
}

/** The address of a page about a consultation will do for its id. */
function idIn(address: string): string {
  return /\/consultations\/([^/?#]+)/.exec(address)?.[1] ?? address;
}
