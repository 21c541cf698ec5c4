// The single transferable vote as Scottish councils count it: the Scottish Local Government Elections Order 2007 (SSI 2007/42),
// Schedule 1, rules 45 to 52, cited by rule and paragraph. What the rules leave open: docs/counting.md.
import type { Candidate, Contest, Terms } from "./contest.ts";
import { Ledger } from "./ledger.ts";
import { Piles, type Pile } from "./piles.ts";
import type { Counter } from "./sheet.ts";
import { partOf, quotient } from "./whole-numbers.ts";

const decimals = 5;
const one = 10 ** decimals;

export const countScottish: Counter = (contest, terms) => {
  const count = new ScottishCount(contest, terms);
  count.firstStage();
  while (!count.isOver()) count.nextStage();
  return count.ledger.sheet();
};

class ScottishCount {
  readonly ledger: Ledger;
  readonly #piles: Piles;
  /** What each candidate holds: the piles of each value. */
  readonly #held: Map<number, Pile[]>[];
  /** In papers. */
  readonly #quota: number;

  constructor(contest: Contest, terms: Terms) {
    this.#piles = new Piles(contest);
    const { valid, invalid } = this.#piles;
    // [49(2), 51(2)(a)] the most recent preceding stage at which they were unequal
    this.ledger = new Ledger(contest, terms, { rules: "scottish", decimals, looksBackFrom: "the last entry" }, { valid, invalid });
    this.#held = this.ledger.votes.map(() => new Map());
    // [46] valid papers divided by one more than the places, any decimals ignored, and one added
    this.#quota = quotient(valid, contest.seats + 1) + 1;
  }

  /** [45] One vote for each paper to its first preference. */
  firstStage(): void {
    this.#transfer([this.#piles.all], one);
    this.#enter("first", []);
  }

  /** [52] */
  isOver(): boolean {
    return this.ledger.isOver(String(this.#quota));
  }

  nextStage(): void {
    const { ledger } = this;
    // Local policy: whoever can no longer be elected is excluded before any surplus, the one with fewest votes first.
    if (ledger.doomed.length > 0) return this.#exclude(ledger.choose("exclude", ledger.fewest(ledger.doomed)));
    // [48(1)] whoever has more than the quota
    const over = ledger.elected.filter((candidate) => ledger.votes[candidate]! > this.#quota * one);
    // [49(1)] the highest surplus first; [49(2), (3)] of equal ones whoever had most before, then lot
    if (over.length > 0) return this.#transferSurplus(ledger.choose("surplus", ledger.most(over)));
    // [50(1)] nothing left to transfer: the candidate with the fewest votes; [51] of equal ones whoever had fewest before, then lot
    this.#exclude(ledger.choose("exclude", ledger.fewest(ledger.excludable)));
  }

  #transferSurplus(candidate: Candidate): void {
    const total = this.ledger.votes[candidate]!;
    const surplus = total - this.#quota * one;
    // [48(2)] all papers; [48(3)] surplus times value when received, divided by the votes credited, to five places, any remainder ignored
    for (const [value, piles] of this.#takeFrom(candidate)) this.#transfer(piles, partOf(surplus, value, total));
    this.ledger.votes[candidate] = this.#quota * one;
    this.#enter("surplus", [candidate]);
  }

  #exclude(candidate: Candidate): void {
    this.ledger.exclude([candidate]);
    // [50(4)] at the value at which they were received
    for (const [value, piles] of this.#takeFrom(candidate)) this.#transfer(piles, value);
    this.ledger.votes[candidate] = 0;
    this.#enter("exclude", [candidate]);
  }

  /** [48(2), 50(3)] Each paper to the next continuing candidate on it; those without one are credited to nobody. */
  #transfer(piles: readonly Pile[], value: number): void {
    const sorted = this.#piles.sort(piles, this.ledger.isContinuing);
    for (const candidate of this.ledger.continuing) {
      const received = sorted[candidate]!;
      if (received.papers === 0) continue;
      const held = this.#held[candidate]!;
      held.set(value, [...(held.get(value) ?? []), received]);
      this.ledger.votes[candidate]! += received.papers * value;
    }
  }

  #takeFrom(candidate: Candidate): Map<number, Pile[]> {
    const taken = this.#held[candidate]!;
    this.#held[candidate] = new Map();
    return taken;
  }

  /** [47(1)] Whoever has the quota at the end of a stage is elected; highest first. */
  #enter(action: "first" | "surplus" | "exclude", candidates: readonly Candidate[]): void {
    const { ledger } = this;
    ledger.enter(action, candidates, String(this.#quota));
    for (;;) {
      const reached = ledger.electable.filter((candidate) => ledger.votes[candidate]! >= this.#quota * one);
      if (reached.length === 0 || ledger.placesLeft === 0) return;
      ledger.elect(ledger.firstToElect(ledger.most(reached)));
    }
  }
}
