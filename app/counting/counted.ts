// A contest counted by its rules, and again by a second counter where there is one.
import { Infeasible, type Contest, type RuleSet, type Terms } from "./contest.ts";
import { rulesOf } from "./rule-sets.ts";
import type { Counter, Sheet } from "./sheet.ts";

/** Both sheets; or that the reserved places cannot be filled; or that one counter says so and the other does not. */
type Counted = { kind: "counted"; sheet: Sheet; again?: Sheet } | { kind: "infeasible" } | { kind: "differ" };

/** Whether the sheets are the same is for who asks. */
export function countWith(rules: RuleSet, contest: Contest, terms: Terms, second?: Counter): Counted {
  const sheet = orNone(() => rulesOf[rules].count(contest, terms));
  const again = second ? orNone(() => second(contest, terms)) : sheet;
  if (sheet === null && again === null) return { kind: "infeasible" };
  if (sheet === null || again === null) return { kind: "differ" };
  return { kind: "counted", sheet, ...(second && { again }) };
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
