// What is counted: a contest with its candidates, places and ballots. Every rule set, both counters and every file format meet
// here and at the sheet (sheet.ts); nothing else is shared between a counter and the second that checks it.

/** A candidate's number on the ballot paper, from 1. */
export type Candidate = number;

/** One rank of a paper: the candidate given it; several where they were given it alike; none (`[]`) where the voter left it out. */
export type Preference = Candidate | readonly Candidate[];

/** So many papers with these preferences, first to last. A paper without any is blank. */
export type Ballot = { papers: number; preferences: readonly Preference[] };

/** Candidates of one group of a category, and between how many of them must be elected, both included. */
export type ReservedGroup = { name: string; min: number; max: number; members: readonly Candidate[] };

/** Groups that part the candidates one way: nobody is in two groups of one category. */
export type ReservedCategory = { name: string; groups: readonly ReservedGroup[] };

export type Contest = {
  title: string;
  /** Names in the order of the ballot paper: candidate n is at n - 1. */
  candidates: readonly string[];
  seats: number;
  /** Who withdrew after the papers were printed: passed over as though not on them. */
  withdrawn: readonly Candidate[];
  ballots: readonly Ballot[];
};

/** What a count needs besides the contest. */
export type Terms = {
  /** Every candidate once, in the order in which lots fall: whoever stands first is taken first. */
  lots: readonly Candidate[];
  reserved: readonly ReservedCategory[];
};

export const ruleSets = ["fptp", "block", "approval", "scottish", "ers97", "meek-nz"] as const;
export type RuleSet = (typeof ruleSets)[number];

/** The places cannot be filled as the reserves ask, whoever of the candidates is elected. */
export class Infeasible extends Error {}
