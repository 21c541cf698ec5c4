// The second count: the same contest counted again by rules written apart from the first counter's, and whether the sheets agree.
import type { Contest, RuleSet, Terms } from "../counting/contest.ts";
import type { Counter, Sheet } from "../counting/sheet.ts";
import { countErs97 } from "./ers97.ts";
import { countMeek } from "./meek.ts";
import { countApproval, countBlock, countFptp } from "./plurality.ts";
import { countScottish } from "./scottish.ts";

const counters: Record<RuleSet, Counter> = {
  fptp: countFptp,
  block: countBlock,
  approval: countApproval,
  scottish: countScottish,
  ers97: countErs97,
  "meek-nz": countMeek,
};

/** Counts again. Throws `Infeasible` as the first counter does. */
export function recount(rules: RuleSet, contest: Contest, terms: Terms): Sheet {
  return counters[rules](contest, terms);
}

/** Where two sheets part: the way to the first thing that is not the same in both, and what each says there, as JSON; null where it says nothing. */
export type SheetDifference = { at: (string | number)[]; first: string | null; second: string | null };

/** The first difference between two sheets; null where they are the same to the byte. */
export function sameSheet(first: Sheet, second: Sheet): SheetDifference | null {
  return differenceOf(first, second, []);
}

function differenceOf(first: unknown, second: unknown, at: (string | number)[]): SheetDifference | null {
  if (!hasParts(first) || !hasParts(second) || Array.isArray(first) !== Array.isArray(second)) {
    return first === second ? null : { at, first: asJson(first), second: asJson(second) };
  }
  const [keys, others] = [Object.keys(first), Object.keys(second)];
  for (const key of new Set([...keys, ...others])) {
    const found = differenceOf(first[key], second[key], [...at, Array.isArray(first) ? Number(key) : key]);
    if (found !== null) return found;
  }
  // the same parts in another order are other bytes
  return keys.join() === others.join() ? null : { at, first: asJson(keys), second: asJson(others) };
}

function hasParts(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
