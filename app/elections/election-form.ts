// How an election begins: of which network it is and what it is called.
import type { Entries } from "#app/shared/edits.ts";
import { addMonths } from "#app/shared/dates.ts";
import { defaultLanguage, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { line } from "#app/shared/typed.ts";
import { usualHead, type ElectionHead } from "./election.ts";

export const longestTitle = 160;

/** The field is an input's name; the words are `elections:problem.<code>`. */
export type FormProblem = { field: string; code: string; most?: number };

/** What a form says of an election that begins, or all that is wrong with it. `slugs` are the networks there are. */
export function readBeginning(entries: Entries, slugs: readonly string[]): Result<{ network: string; title: Text }, FormProblem[]> {
  const problems: FormProblem[] = [];
  const network = slugs.find((slug) => slug === entries.network);
  if (network === undefined) problems.push({ field: "network", code: "network-missing" });
  const title = readText("title", entries, line);
  problems.push(...titleProblems(title));
  return network === undefined || problems.length > 0 ? fail(problems) : succeed({ network, title });
}

export function titleProblems(title: Text): FormProblem[] {
  if (Object.keys(title).length === 0) return [{ field: `title-${defaultLanguage}`, code: "title-missing" }];
  return tooLong("title", title, longestTitle).map((field) => ({ field, code: "too-long", most: longestTitle }));
}

/** What is said of an election as it begins: the usual, with terms from the first of a month that leaves time for it. */
export function beginningHead(title: Text, today: string): ElectionHead {
  return { ...usualHead, title, termStartsOn: `${addMonths(today, 4).slice(0, 7)}-01` };
}

export const longestReason = 1000;

/** A reason that everybody will read is given, in one language at least. */
export function reasonProblems(reason: Text): FormProblem[] {
  if (Object.keys(reason).length === 0) return [{ field: `reason-${defaultLanguage}`, code: "reason-missing" }];
  return tooLong("reason", reason, longestReason).map((field) => ({ field, code: "too-long", most: longestReason }));
}
