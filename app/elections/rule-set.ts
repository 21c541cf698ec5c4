// What the rule sets of counting have in common, for those who choose one and those who read of it.
import type { RuleSet } from "#app/counting/contest.ts";

/** Whether voters put candidates in an order and votes pass on: the single transferable vote. */
export function isTransferable(rules: RuleSet): boolean {
  return rules === "scottish" || rules === "ers97" || rules === "meek-nz";
}
