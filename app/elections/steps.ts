// What has been done in an election, read from its steps.
import type { StepKind } from "./election.ts";

type Stepped = { steps: readonly { kind: StepKind }[] };

function did({ steps }: Stepped, kind: StepKind): boolean {
  return steps.some((step) => step.kind === kind);
}

/** Whether the poll has its key and every entry on the roll its code. */
export function isPrepared(election: Stepped): boolean {
  return did(election, "poll-prepared");
}

/** Whether the ballots are sealed, so that the roll is marked and the key goes. */
export function isSealed(election: Stepped): boolean {
  return did(election, "sealed");
}

/** Until when voting goes on by a step that extended it; null for any other. */
export function extendedUntil({ kind, facts }: { kind: StepKind; facts: Record<string, unknown> }): Date | null {
  return kind === "poll-extended" && typeof facts.until === "string" ? new Date(facts.until) : null;
}
