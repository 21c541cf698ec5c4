// The single transferable vote by ERS97: the Electoral Reform Society's rules for elections by the single transferable vote (R A Newland
// and F S Britton, third edition, 1997), cited by paragraph. Votes are whole hundredths. What the rules leave open: docs/counting.md.
import type { Candidate, Contest, Terms } from "./contest.ts";
import { Ledger } from "./ledger.ts";
import { Piles, type Pile } from "./piles.ts";
import type { Action, Counter } from "./sheet.ts";
import { decimal, quotient } from "./whole-numbers.ts";

const decimals = 2;
const one = 10 ** decimals;

export const countErs97: Counter = (contest, terms) => {
  const count = new Ers97Count(contest, terms);
  count.firstStage();
  while (!count.isOver()) count.nextStage();
  return count.ledger.sheet();
};

/** [6.1] The papers of one value that somebody received in one transfer. */
type Batch = { value: number; pile: Pile };

class Ers97Count {
  readonly ledger: Ledger;
  readonly #piles: Piles;
  /** What each candidate holds, in the order received. */
  readonly #held: Batch[][];
  #quota = 0;

  constructor(contest: Contest, terms: Terms) {
    this.#piles = new Piles(contest);
    const { valid, invalid } = this.#piles;
    // [5.2.3, 5.2.5] the first stage or the earliest point in the count at which they were unequal
    this.ledger = new Ledger(contest, terms, { rules: "ers97", decimals, looksBackFrom: "the first entry" }, { valid, invalid });
    this.#held = this.ledger.votes.map(() => []);
  }

  /** [5.1.2, 5.1.6] One vote for each paper to its first preference, and the quota. */
  firstStage(): void {
    this.#give(this.#piles.sort([this.#piles.all], this.ledger.isContinuing), one);
    this.#enter("first", []);
  }

  isOver(): boolean {
    return this.ledger.isOver(this.#printedQuota);
  }

  nextStage(): void {
    const { ledger } = this;
    // Local policy: whoever can no longer be elected is excluded before any surplus, the one with fewest votes first.
    if (ledger.doomed.length > 0) return this.#exclude([ledger.choose("exclude", ledger.fewest(ledger.doomed))]);
    const over = ledger.elected.filter((candidate) => this.#surplusOf(candidate) > 0);
    const surpluses = over.reduce((sum, candidate) => sum + this.#surplusOf(candidate), 0);
    const together = this.#excludedTogether(surpluses);
    // [5.2.2] the largest surplus is transferred, unless all are deferred because they could not save those who are to be excluded;
    // [5.2.3] of equal ones whoever had most at the earliest point, then lot
    if (over.length > 0 && together.length === 0) return this.#transferSurplus(ledger.choose("surplus", ledger.most(over)));
    // [5.2.5] of equal candidates with the fewest votes whoever had fewest at the earliest point, then lot
    const excluded = together.length > 0 ? together : [ledger.choose("exclude", ledger.fewest(ledger.excludable))];
    // [5.5.1] where only as many would be left as there are places, they are elected instead
    if (!ledger.fillsWithout(excluded, this.#printedQuota)) this.#exclude(excluded);
  }

  /**
   * [5.2.2, 5.2.5] As many as possible of those with the fewest votes, whose total with the deferred surpluses is no more than the vote of the
   * candidate next above, and without whom the places can be filled. Local policy: candidates with the same vote stay together.
   */
  #excludedTogether(surpluses: number): Candidate[] {
    const { ledger } = this;
    const upwards = ledger.excludable.sort((a, b) => ledger.votes[a]! - ledger.votes[b]!);
    let together: Candidate[] = [];
    let total = surpluses;
    for (let count = 1; count < upwards.length; count++) {
      const vote = ledger.votes[upwards[count - 1]!]!;
      const nextAbove = ledger.votes[upwards[count]!]!;
      total += vote;
      if (vote === nextAbove || total > nextAbove) continue;
      const group = upwards.slice(0, count);
      if (ledger.canSpare(group)) together = group;
    }
    return together;
  }

  #transferSurplus(candidate: Candidate): void {
    const surplus = this.#surplusOf(candidate);
    // [5.3.1, 5.3.2] all papers of the first stage, later the last batch received
    const { value, pile } = this.#held[candidate]!.at(-1)!;
    // [5.3.3]
    const sorted = this.#piles.sort([pile], this.ledger.isContinuing);
    const transferable = pile.papers - sorted[0]!.papers;
    // [5.3.7] surplus divided by transferable papers, the remainder ignored, unless they are worth no more than the surplus
    this.#give(sorted, transferable * value > surplus ? quotient(surplus, transferable) : value);
    // [5.3.9, 5.3.10] what was not passed on is non-transferable
    this.ledger.votes[candidate] = this.#quota;
    this.#enter("surplus", [candidate]);
  }

  /** [5.4] All their papers together, one batch for each value, the highest first. */
  #exclude(candidates: readonly Candidate[]): void {
    const { ledger } = this;
    ledger.exclude(candidates);
    const batches = candidates.flatMap((candidate) => this.#held[candidate]!.map((batch) => ({ candidate, ...batch })));
    const values = [...new Set(batches.map(({ value }) => value))].sort((a, b) => b - a);
    // [5.4.1] nobody's papers: an exclusion all the same
    if (values.length === 0) return this.#enter("exclude", candidates);
    for (const [index, value] of values.entries()) {
      const batch = batches.filter((held) => held.value === value);
      const piles = batch.map(({ pile }) => pile);
      this.#give(this.#piles.sort(piles, ledger.isContinuing), value);
      for (const { candidate, pile } of batch) ledger.votes[candidate]! -= pile.papers * value;
      this.#enter(index === 0 ? "exclude" : "batch", candidates);
      // [5.5.2] no further transfers once the places are full
      if (index < values.length - 1 && this.isOver()) return;
    }
  }

  /** To each continuing candidate the papers on which they come next; those on which nobody does are credited to nobody. */
  #give(sorted: readonly Pile[], value: number): void {
    for (const candidate of this.ledger.continuing) {
      const pile = sorted[candidate]!;
      if (pile.papers === 0) continue;
      this.#held[candidate]!.push({ value, pile });
      this.ledger.votes[candidate]! += pile.papers * value;
    }
  }

  #enter(action: Action, candidates: readonly Candidate[]): void {
    // [5.4.8] before anybody is deemed elected the quota leaves out what has become non-transferable
    if (this.ledger.elected.length === 0) this.#quota = this.#quotaOf(this.#piles.valid * one - this.ledger.nonTransferable);
    this.ledger.enter(action, candidates, this.#printedQuota);
    this.#deemElected();
  }

  /** [5.1.6] Divided by one more than the places to two decimals; unless that is exact, the remainder is ignored and 0.01 added. */
  #quotaOf(votes: number): number {
    const divisor = this.ledger.contest.seats + 1;
    return quotient(votes, divisor) + (votes % divisor === 0 ? 0 : 1);
  }

  /** [5.1.7, 5.3.13, 5.4.9] Highest first, up to the number of places. */
  #deemElected(): void {
    const { ledger } = this;
    while (ledger.placesLeft > 0) {
      const active = this.#totalActiveVote();
      const reached = ledger.electable.filter((candidate) => {
        const vote = ledger.votes[candidate]!;
        // Local policy: nobody is deemed elected without a vote.
        return vote > 0 && (vote >= this.#quota || vote * (ledger.placesLeft + 1) >= active);
      });
      if (reached.length === 0) return;
      const highest = ledger.most(reached);
      const next = highest.length > ledger.placesLeft ? this.#firstOfTooMany(highest) : ledger.firstToElect(highest);
      if (next === null) return;
      ledger.elect(next);
    }
  }

  /**
   * [5.6.2] More with the same vote than places: whoever had most at the earliest point at which they were unequal; null where
   * more than the places were equal at all of them, and none is deemed elected.
   */
  #firstOfTooMany(tied: readonly Candidate[]): Candidate | null {
    const { ledger } = this;
    const left = ledger.lookBack(tied, "most");
    if (left.length > ledger.placesLeft) return null;
    if (ledger.hasReserves) return ledger.choose("elect", tied, left);
    ledger.note({ kind: "elect", tied: [...tied], chosen: left[0]!, by: "earlier stage" });
    return left[0]!;
  }

  /** [6.20] The votes of continuing candidates, and those that wait to be transferred: surpluses, and what excluded candidates still hold. */
  #totalActiveVote(): number {
    const { ledger } = this;
    const elected = ledger.elected.reduce((sum, candidate) => sum + Math.min(ledger.votes[candidate]!, this.#quota), 0);
    return this.#piles.valid * one - ledger.nonTransferable - elected;
  }

  #surplusOf(candidate: Candidate): number {
    return Math.max(0, this.ledger.votes[candidate]! - this.#quota);
  }

  get #printedQuota(): string {
    return decimal(this.#quota, decimals);
  }
}
