// Counting twice: by the rules, and again by rules written apart from them. A count stands where both sheets are the same to the byte.
import { Infeasible, type Contest, type RuleSet, type Terms } from "#app/counting/contest.ts";
import { rulesOf } from "#app/counting/rule-sets.ts";
import { sheetJson } from "#app/counting/sheet-json.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { recount } from "#app/recounting/recount.ts";

/** Both sheets as JSON; or that the reserved places cannot be filled, or that the counters do not agree. */
export type CountedTwice = { kind: "counted"; sheet: Sheet; first: string; second: string } | { kind: "infeasible" } | { kind: "differ" };

export function countTwice(rules: RuleSet, contest: Contest, terms: Terms): CountedTwice {
  const sheet = orNone(() => rulesOf[rules].count(contest, terms));
  const again = orNone(() => recount(rules, contest, terms));
  if (sheet === null && again === null) return { kind: "infeasible" };
  if (sheet === null || again === null) return { kind: "differ" };
  const [first, second] = [sheetJson(sheet), sheetJson(again)];
  return first === second ? { kind: "counted", sheet, first, second } : { kind: "differ" };
}

/** Null where a counter finds that the reserved places cannot be filled. */
function orNone(count: () => Sheet): Sheet | null {
  try {
    return count();
  } catch (problem) {
    if (problem instanceof Infeasible) return null;
    throw problem;
  }
}
