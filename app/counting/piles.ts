// The valid papers of a count by the single transferable vote, laid in piles and sorted from pile to pile. A paper lies in one pile at
// a time and each knows the one below it, so that moving a hundred thousand of them takes milliseconds.
import type { Candidate, Contest } from "./contest.ts";
import { preferencesOf, withdrawnOf } from "./papers.ts";

/** How many papers, and the topmost ballot; ballots alike are one with so many papers. */
export type Pile = { papers: number; top: number };

const none = -1;

export class Piles {
  readonly valid: number = 0;
  readonly invalid: number = 0;
  /** Every valid paper, not sorted yet. */
  readonly all: Pile = { papers: 0, top: none };
  readonly #candidates: number;
  /** The preferences of all ballots one after the other, each ballot ended by a nought. */
  readonly #ranks: Uint16Array;
  /** Where in the ranks each ballot stands now. */
  readonly #position: Int32Array;
  readonly #below: Int32Array;
  readonly #papers: number[] = [];

  constructor(contest: Contest) {
    const { ballots } = contest;
    const isWithdrawn = withdrawnOf(contest);
    this.#candidates = contest.candidates.length;
    this.#ranks = new Uint16Array(ballots.reduce((sum, { preferences }) => sum + preferences.length + 1, 0));
    this.#position = new Int32Array(ballots.length);
    this.#below = new Int32Array(ballots.length);
    let end = 0;
    for (const { papers, preferences } of ballots) {
      const ranked = preferencesOf(preferences, isWithdrawn);
      if (ranked.length === 0) {
        this.invalid += papers;
        continue;
      }
      const ballot = this.#papers.push(papers) - 1;
      this.#position[ballot] = end;
      this.#ranks.set(ranked, end);
      end += ranked.length + 1;
      this.#lay(ballot, this.all);
    }
    this.valid = this.all.papers;
  }

  /** The papers by their next preference for a continuing candidate: a pile at each candidate's number, at 0 those without one. */
  sort(piles: readonly Pile[], isContinuing: readonly boolean[]): Pile[] {
    const sorted = Array.from({ length: this.#candidates + 1 }, (): Pile => ({ papers: 0, top: none }));
    for (const { top } of piles) {
      for (let ballot = top; ballot !== none; ) {
        const next = this.#below[ballot]!;
        let at = this.#position[ballot]!;
        let candidate: Candidate = this.#ranks[at]!;
        while (candidate !== 0 && !isContinuing[candidate]) candidate = this.#ranks[++at]!;
        this.#position[ballot] = at;
        this.#lay(ballot, sorted[candidate]!);
        ballot = next;
      }
    }
    return sorted;
  }

  #lay(ballot: number, pile: Pile): void {
    this.#below[ballot] = pile.top;
    pile.top = ballot;
    pile.papers += this.#papers[ballot]!;
  }
}
