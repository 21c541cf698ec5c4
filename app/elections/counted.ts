// Counting twice: by the rules, and again by rules written apart from them. A count stands where both sheets are the same to the byte.
import type { Contest, RuleSet, Terms } from "#app/counting/contest.ts";
import { countWith } from "#app/counting/counted.ts";
import { sheetJson } from "#app/counting/sheet-json.ts";
import type { Counter, Sheet } from "#app/counting/sheet.ts";
import { recount } from "#app/recounting/recount.ts";

/** Both sheets as JSON; or that the reserved places cannot be filled, or that the counters do not agree. */
type CountedTwice = { kind: "counted"; sheet: Sheet; first: string; second: string } | { kind: "infeasible" } | { kind: "differ" };

export function countTwice(rules: RuleSet, contest: Contest, terms: Terms): CountedTwice {
  const counted = countWith(rules, contest, terms, secondCounter(rules));
  if (counted.kind !== "counted") return counted;
  const [first, second] = [sheetJson(counted.sheet), sheetJson(counted.again!)];
  return first === second ? { kind: "counted", sheet: counted.sheet, first, second } : { kind: "differ" };
}

export const secondCounter =
  (rules: RuleSet): Counter =>
  (contest, terms) =>
    recount(rules, contest, terms);
