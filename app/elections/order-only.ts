// Of a poll in which very few could vote, members may have asked that only the order be told: then no page and no file holds a figure of it,
// not even how many voted, since one voter's turnout beside the winner is a vote. [D6, COUNTING 4.8]
import { variantOf } from "#app/counting/rule-sets.ts";
import type { Candidate } from "#app/counting/contest.ts";
import type { ReserveNote, Sheet, Tie } from "#app/counting/sheet.ts";
import type { ElectionHead, StepKind } from "./election.ts";
import { isFew } from "./preparing.ts";
import { inOrderOfResult } from "./result.ts";

type Told = Pick<ElectionHead, "resultsDetail"> & { issued: number | null; steps: readonly { kind: StepKind; facts: Record<string, unknown> }[] };

/**
 * Whether only the order is told: where that was announced before the poll, and fewer than ten were on the roll when the poll was prepared or
 * are now. Whoever comes onto the roll later takes the promise from nobody.
 */
export function tellsOrderOnly({ resultsDetail, issued, steps }: Told): boolean {
  if (resultsDetail !== "order") return false;
  const prepared = steps.findLast(({ kind }) => kind === "poll-prepared");
  return prepared !== undefined && [prepared.facts.issued, issued].some((count) => typeof count === "number" && isFew(count));
}

/** What is published of the totals of a sealed poll: then no more than how many were on the roll. */
export function totalsToTell<All extends { issued: number }>(election: Told & { totals: All | null }): Partial<All> | null {
  const { totals } = election;
  return totals && tellsOrderOnly(election) ? ({ issued: totals.issued } as Partial<All>) : totals;
}

/** What is told of a sheet then. */
export type Order = Pick<Sheet, "title" | "rules" | "seats" | "candidates" | "elected"> & {
  /** Everybody, those elected first; then whoever came nearest. */
  order: Candidate[];
  /** Ties that a lot decided: it was drawn in public. */
  lots: Pick<Tie, "kind" | "tied" | "chosen">[];
  reserves: { kind: ReserveNote["kind"]; candidate: Candidate; instead?: Candidate }[];
};

export function orderOf(sheet: Sheet): Order {
  const { title, rules, seats, candidates, elected } = sheet;
  return {
    ...{ title, rules, seats, candidates, elected, order: inOrderOfResult(sheet) },
    lots: sheet.ties.filter(({ by }) => by === "lot").map(({ kind, tied, chosen }) => ({ kind, tied, chosen })),
    reserves: sheet.reserves.map((note) => ({ kind: note.kind, candidate: note.candidate, ...(note.kind === "spared" && { instead: note.instead }) })),
  };
}

/** The same as a file, with the version of the rules and the hash of the sealed ballots. */
export function orderJson(order: Order, ballotsSha256: string): string {
  return `${JSON.stringify({ ...order, version: variantOf(order.rules), ballotsSha256 }, null, 1)}\n`;
}
