// The result sheet of a count, alike for every rule set and both counters. docs/counting.md says what each part holds, with examples.
import type { Candidate, Contest, RuleSet, Terms } from "./contest.ts";

export const actions = ["first", "surplus", "exclude", "batch", "iterate", "fill"] as const;
export type Action = (typeof actions)[number];

/** One entry of the sheet: what was done, and how the votes stood after it. */
export type Stage = {
  /** From 1; the batches of one exclusion share a number, and so does `fill` with what came before it. */
  stage: number;
  action: Action;
  /** Whose votes were moved, or who was excluded; empty for `first` and `fill`. Ascending. */
  candidates: Candidate[];
  /** Decimals as printed, for every candidate that did not withdraw. */
  votes: Record<string, string>;
  nonTransferable: string;
  /** Absent where the rules know no quota. */
  quota?: string;
  /** Who was elected by this entry, in the order of election. */
  elected: Candidate[];
  /** Meek: which iteration the votes are of, from 1. */
  iteration?: number;
  /** Meek: what each candidate kept of a vote that reached them in it, as a decimal of 1. */
  keep?: Record<string, string>;
};

/** A choice between candidates who stood alike. */
export type Tie = {
  stage: number;
  kind: "surplus" | "exclude" | "elect";
  /** Ascending. */
  tied: Candidate[];
  chosen: Candidate;
  by: "earlier stage" | "lot";
};

/** Where a reserve changed what the votes alone would have done. */
export type ReserveNote =
  /** `candidate` had the fewest votes, was guarded, and `instead` was excluded. */
  | { stage: number; kind: "spared"; candidate: Candidate; votes: string; instead: Candidate; insteadVotes: string }
  /** `candidate` could no longer be elected and was excluded, whatever their votes. */
  | { stage: number; kind: "barred"; candidate: Candidate; votes: string };

export type Sheet = {
  title: string;
  rules: RuleSet;
  seats: number;
  candidates: string[];
  /** Papers that counted. */
  valid: number;
  /** Blank and spoilt papers. */
  invalid: number;
  /** At the first stage; null where the rules know none. */
  quota: string | null;
  /** In the order of election. */
  elected: Candidate[];
  stages: Stage[];
  ties: Tie[];
  reserves: ReserveNote[];
};

/** One file per rule set exports one of these. Throws `Infeasible`; anything else thrown is a fault. */
export type Counter = (contest: Contest, terms: Terms) => Sheet;
