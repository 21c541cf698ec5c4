// How votes stand in one iteration of Meek's method, exactly, in whole units of 0.000000001 of a vote. Papers lie in piles: all those
// that passed the same candidates and have come to the same one. A paper is only looked at again when that candidate lets some of it go on.
import type { Candidate, Contest } from "./contest.ts";
import { preferencesOf, withdrawnOf } from "./papers.ts";

/** One vote, and the keep value of whoever keeps all of it. */
export const ONE = 1_000_000_000;

/** With more papers than this a sum of votes would no longer be a safe integer. */
export const mostPapers = Math.floor(Number.MAX_SAFE_INTEGER / ONE);

/** The papers that came the same way to one candidate. Once some of their votes go on, they lie in the piles below. */
type Pile = { candidate: Candidate; papers: number; above: Pile | null; below: Map<Candidate, Pile> | null; paths: Path[] };

/** One ballot and the place of the preference it has come to. */
type Path = { papers: number; preferences: readonly Candidate[]; at: number };

export type MeekVotes = {
  valid: number;
  invalid: number;
  /**
   * Votes of each candidate, at their number, where each keeps `keep` of what reaches them, rounded up; the rest goes on.
   * From one call to the next a candidate who kept nothing goes on keeping nothing.
   */
  at: (keep: readonly number[]) => number[];
};

/** Throws where there are more than nine million papers. */
export function meekVotesIn(contest: Contest): MeekVotes {
  const isOut = withdrawnOf(contest);
  const isPassing = isOut.map(() => false);
  const top: Pile = { candidate: 0, papers: 0, above: null, below: new Map(), paths: [] };
  const pilesOf = contest.candidates.map((): Set<Pile> => new Set());
  pilesOf.push(new Set());

  /** Puts a ballot on the pile of its next preference below this one, or, where some of its votes go on from there, further down. */
  const place = (path: Path, from: Pile) => {
    for (let above = from; ; ) {
      do path.at++;
      while (path.at < path.preferences.length && isOut[path.preferences[path.at]!]);
      const candidate = path.preferences[path.at];
      if (candidate === undefined) return;
      let pile = above.below!.get(candidate);
      if (!pile) {
        pile = { candidate, papers: 0, above, below: null, paths: [] };
        above.below!.set(candidate, pile);
        pilesOf[candidate]!.add(pile);
        if (isPassing[candidate]) pile.below = new Map();
      }
      pile.papers += path.papers;
      if (!pile.below) {
        pile.paths.push(path);
        return;
      }
      above = pile;
    }
  };

  let invalid = 0;
  for (const { papers, preferences } of contest.ballots) {
    const ranked = preferencesOf(preferences, isOut);
    if (ranked.length === 0) invalid += papers;
    else {
      top.papers += papers;
      place({ papers, preferences: ranked, at: -1 }, top);
    }
  }
  if (top.papers > mostPapers) throw new RangeError(`more than ${mostPapers} papers`);

  /** Everybody who is out first, so that nothing is placed with them again. */
  const follow = (keep: readonly number[]) => {
    const out = pilesOf.flatMap((_, candidate) => (keep[candidate] === 0 && !isOut[candidate] ? [candidate] : []));
    for (const candidate of out) isOut[candidate] = true;
    for (const candidate of out) {
      for (const pile of pilesOf[candidate]!) {
        pile.above!.below!.delete(candidate);
        for (const path of pile.paths) place(path, pile.above!);
      }
      pilesOf[candidate]!.clear();
    }
    for (const [candidate, part] of keep.entries()) {
      if (part === ONE || isOut[candidate] || isPassing[candidate]) continue;
      isPassing[candidate] = true;
      for (const pile of [...pilesOf[candidate]!]) {
        pile.below = new Map();
        for (const path of pile.paths) place(path, pile);
        pile.paths = [];
      }
    }
  };

  const at = (keep: readonly number[]) => {
    follow(keep);
    const votes = keep.map(() => 0);
    const share = (pile: Pile, left: number) => {
      const kept = productUp(left, keep[pile.candidate]!);
      votes[pile.candidate]! += kept * pile.papers;
      if (pile.below && kept < left) for (const next of pile.below.values()) share(next, left - kept);
    };
    for (const pile of top.below!.values()) share(pile, ONE);
    return votes;
  };
  return { valid: top.papers, invalid, at };
}

/** A keep value is handled as so many times this and a rest, because the product of two numbers of nine decimals is no safe integer. */
const SPLIT = 32_768;

/** What is left of a vote times a keep value, rounded up. Every number on the way is below 2^47, so that each quotient is cut where it should be. */
function productUp(left: number, keep: number): number {
  if (keep === ONE) return left;
  const upper = left * Math.floor(keep / SPLIT);
  const whole = Math.floor(upper / ONE);
  return whole * SPLIT + Math.ceil(((upper - whole * ONE) * SPLIT + left * (keep % SPLIT)) / ONE);
}
