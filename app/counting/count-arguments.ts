// What the count command is asked to do, read from the words after it.
import { mostCandidates } from "./blt.ts";
import { ruleSets, type RuleSet } from "./contest.ts";
import { readOptions } from "#app/shared/options.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type CountAsked = {
  rules: RuleSet;
  files: string[];
  /** Instead of what each file says. */
  seats?: number;
  /** A CON file. */
  reserves?: string;
  lots?: string;
  seed?: string;
  asTable: boolean;
  isChecked: boolean;
};

export const countUsage = `Usage:
  npm run --silent count -- --rules ${ruleSets.join("|")} [--seats NUMBER] [--constraints FILE.con]
    [--lots 3,1,2 | --seed TEXT] [--table] [--check] FILE.blt...
Tables of ranks (FILE.csv) need --seats. See docs/counting.md.`;

/** What is asked, or one sentence about what is wrong. */
export function readCountArguments(words: readonly string[]): Result<CountAsked, string> {
  const read = readOptions(words, { takes: ["--rules", "--seats", "--constraints", "--lots", "--seed"], flags: ["--table", "--check"] });
  if (!read.ok) return read;
  const { given, others: files } = read.value;
  const [asked, places, reserves, lots, seed] = ["--rules", "--seats", "--constraints", "--lots", "--seed"].map((name) => given.get(name));
  if (asked === undefined) return fail("Say by which rules to count, with --rules.");
  const rules = ruleSets.find((name) => name === asked);
  if (rules === undefined) return fail(`There are no rules “${asked}”.`);
  const seats = Number(places ?? 1);
  if (!/^\d+$/.test(places ?? "1") || seats < 1 || seats > mostCandidates) return fail(`--seats is a whole number from 1 to ${mostCandidates}, and “${places}” is none.`);
  if (lots !== undefined && seed !== undefined) return fail("Lots come from --lots or from --seed, not from both.");
  if (lots !== undefined && !/^[\d\s,]+$/.test(lots)) return fail(`--lots is candidates' numbers with commas between them, and “${lots}” is not.`);
  if (files.length === 0) return fail("Name the files to count.");
  return succeed({
    ...{ rules, files, asTable: given.has("--table"), isChecked: given.has("--check") },
    ...(places !== undefined && { seats }),
    ...(reserves !== undefined && { reserves }),
    ...(lots !== undefined && { lots }),
    ...(seed !== undefined && { seed }),
  });
}
