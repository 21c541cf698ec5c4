// The record of a count by the Scottish rules or ERS97, which move papers from pile to pile: who continues, how the votes stood after each
// entry, choices between those who stood alike, and places that are reserved. What is moved and when is up to the rules.
import { guardsOf, type Guards } from "./constraints.ts";
import { Infeasible, type Candidate, type Contest, type RuleSet, type Terms } from "./contest.ts";
import { standingOf } from "./papers.ts";
import type { Action, ReserveNote, Sheet, Stage, Tie } from "./sheet.ts";
import { decimal } from "./whole-numbers.ts";

export type Style = {
  rules: RuleSet;
  /** Of a vote. */
  decimals: number;
  /** Where one begins to look back for a difference between those who stand alike. */
  looksBackFrom: "the first entry" | "the last entry";
};

export class Ledger {
  /** By the candidate's number, in units of the last decimal. */
  readonly votes: number[];
  readonly isContinuing: boolean[];
  readonly elected: Candidate[] = [];
  #guards: Guards = { feasible: true, guarded: [], doomed: [] };
  #stage = 0;
  readonly #standing: Candidate[];
  readonly #excluded: Candidate[];
  readonly #entries: number[][] = [];
  readonly #stages: Stage[] = [];
  readonly #ties: Tie[] = [];
  /** Choices whose entry is not there yet. */
  readonly #choices: Omit<Tie, "stage">[] = [];
  readonly #reserves: ReserveNote[] = [];

  constructor(
    readonly contest: Contest,
    readonly terms: Terms,
    readonly style: Style,
    readonly papers: { valid: number; invalid: number },
  ) {
    this.#standing = standingOf(contest);
    this.#excluded = [...contest.withdrawn];
    this.votes = Array.from({ length: contest.candidates.length + 1 }, () => 0);
    this.isContinuing = this.votes.map((_, candidate) => this.#standing.includes(candidate));
    this.#guard();
    if (!this.#guards.feasible) throw new Infeasible("No way of filling the places keeps every reserve.");
  }

  get hasReserves(): boolean {
    return this.terms.reserved.length > 0;
  }

  get placesLeft(): number {
    return this.contest.seats - this.elected.length;
  }

  /** Neither elected nor excluded; ascending, as every list of candidates is that says nothing else. */
  get continuing(): Candidate[] {
    return this.#standing.filter((candidate) => this.isContinuing[candidate]);
  }

  /** Who may still be elected. */
  get electable(): Candidate[] {
    return this.continuing.filter((candidate) => !this.#guards.doomed.includes(candidate));
  }

  get doomed(): readonly Candidate[] {
    return this.#guards.doomed;
  }

  /** Who may be excluded. */
  get excludable(): Candidate[] {
    return this.continuing.filter((candidate) => !this.#guards.guarded.includes(candidate));
  }

  /** In votes that lie with no candidate any more. */
  get nonTransferable(): number {
    return this.papers.valid * 10 ** this.style.decimals - this.#standing.reduce((sum, candidate) => sum + this.votes[candidate]!, 0);
  }

  /** Writes down how the votes stand. A surplus and an exclusion are the next stage; a batch and whoever fills the places belong to theirs. */
  enter(action: Action, candidates: readonly Candidate[], quota: string): void {
    if (action !== "batch" && action !== "fill") this.#stage++;
    const print = (amount: number) => decimal(amount, this.style.decimals);
    this.#entries.push([...this.votes]);
    this.#stages.push({
      stage: this.#stage,
      action,
      candidates: inOrder(candidates),
      votes: Object.fromEntries(this.#standing.map((candidate) => [candidate, print(this.votes[candidate]!)])),
      nonTransferable: print(this.nonTransferable),
      quota,
      elected: [],
    });
    for (const choice of this.#choices.splice(0)) this.#ties.push({ stage: this.#stage, ...choice });
  }

  /** By the entry that was made last. */
  elect(candidate: Candidate): void {
    this.elected.push(candidate);
    this.#stages.at(-1)!.elected.push(candidate);
    this.isContinuing[candidate] = false;
    this.#guard();
  }

  /** By the entry that will be made next. */
  exclude(candidates: readonly Candidate[]): void {
    this.#noteReserves(candidates);
    for (const candidate of candidates) this.isContinuing[candidate] = false;
    this.#excluded.push(...candidates);
    this.#guard();
  }

  /** Whether all is done: the places are full, or those left fill them, which is entered too. Nobody else is left where there are too few. */
  isOver(quota: string): boolean {
    return this.placesLeft === 0 || this.fillsWithout([], quota) || this.continuing.length === 0;
  }

  /** Elects whoever would be left for the places if these were excluded, where they just fill them; otherwise does nothing. */
  fillsWithout(candidates: readonly Candidate[], quota: string): boolean {
    const left = this.hasReserves ? this.#guardsWithout(candidates).guarded : this.continuing.filter((one) => !candidates.includes(one));
    const isFilled = this.hasReserves ? left.length === this.placesLeft : left.length > 0 && left.length <= this.placesLeft;
    if (!isFilled) return false;
    this.enter("fill", [], quota);
    for (const candidate of left.toSorted((a, b) => this.votes[b]! - this.votes[a]! || a - b)) this.elect(candidate);
    return true;
  }

  /** Whether the places can still be filled when these are excluded. */
  canSpare(candidates: readonly Candidate[]): boolean {
    if (this.hasReserves) return this.#guardsWithout(candidates).feasible;
    return this.continuing.length - candidates.length >= this.placesLeft;
  }

  most(candidates: readonly Candidate[]): Candidate[] {
    return extremes(candidates, this.votes, "most");
  }

  fewest(candidates: readonly Candidate[]): Candidate[] {
    return extremes(candidates, this.votes, "fewest");
  }

  /** Those of them who are left when one looks back for a difference, entry by entry. */
  lookBack(tied: readonly Candidate[], by: "most" | "fewest"): Candidate[] {
    const entries = this.style.looksBackFrom === "the first entry" ? this.#entries : this.#entries.toReversed();
    return entries.reduce<Candidate[]>((left, votes) => extremes(left, votes, by), [...tied]);
  }

  /** Who is elected first of those alike who may all be: with reserves that is a choice, because one may bar another. */
  firstToElect(alike: readonly Candidate[]): Candidate {
    return this.hasReserves ? this.choose("elect", alike) : alike[0]!;
  }

  /** One of those who stand alike, by looking back or by lot, noted where there is a choice. Who is elected is so by the last entry. */
  choose(kind: Tie["kind"], tied: readonly Candidate[], left = this.lookBack(tied, kind === "exclude" ? "fewest" : "most")): Candidate {
    const chosen = left.length === 1 ? left[0]! : this.terms.lots.find((candidate) => left.includes(candidate))!;
    if (tied.length > 1) this.note({ kind, tied: inOrder(tied), chosen, by: left.length === 1 ? "earlier stage" : "lot" });
    return chosen;
  }

  note(choice: Omit<Tie, "stage">): void {
    if (choice.kind === "elect") this.#ties.push({ stage: this.#stage, ...choice });
    else this.#choices.push(choice);
  }

  sheet(): Sheet {
    const { title, seats, candidates } = this.contest;
    if (this.hasReserves) this.#notePassedOver();
    return {
      title,
      rules: this.style.rules,
      seats,
      candidates: [...candidates],
      ...this.papers,
      quota: this.#stages[0]!.quota!,
      elected: [...this.elected],
      stages: this.#stages,
      ties: this.#ties,
      reserves: this.#reserves,
    };
  }

  #guard(): void {
    if (this.hasReserves) this.#guards = this.#guardsIfExcluded([]);
  }

  #guardsWithout(candidates: readonly Candidate[]): Guards {
    return candidates.length === 0 ? this.#guards : this.#guardsIfExcluded(candidates);
  }

  #guardsIfExcluded(candidates: readonly Candidate[]): Guards {
    return guardsOf({
      candidates: this.contest.candidates.length,
      seats: this.contest.seats,
      categories: this.terms.reserved,
      elected: this.elected,
      excluded: [...this.#excluded, ...candidates],
    });
  }

  /** Before they are excluded: that they are barred, or who was spared instead. */
  #noteReserves(candidates: readonly Candidate[]): void {
    const barred = candidates.filter((candidate) => this.doomed.includes(candidate));
    for (const candidate of barred) this.#reserves.push(this.#barred(candidate, this.#stage + 1));
    if (barred.length > 0) return;
    const instead = inOrder(this.most(candidates))[0]!;
    for (const candidate of this.#guards.guarded) {
      if (this.votes[candidate]! >= this.votes[instead]!) continue;
      this.#reserves.push({
        stage: this.#stage + 1,
        kind: "spared",
        candidate,
        votes: decimal(this.votes[candidate]!, this.style.decimals),
        instead,
        insteadVotes: decimal(this.votes[instead]!, this.style.decimals),
      });
    }
  }

  /** At the end: who has more votes than somebody whom the last entry elected. */
  #notePassedOver(): void {
    const fewest = Math.min(...this.#stages.at(-1)!.elected.map((candidate) => this.votes[candidate]!));
    const passedOver = this.continuing.filter((candidate) => this.votes[candidate]! > fewest);
    passedOver.sort((a, b) => this.votes[a]! - this.votes[b]! || a - b);
    for (const candidate of passedOver) this.#reserves.push(this.#barred(candidate, this.#stage));
  }

  #barred(candidate: Candidate, stage: number): ReserveNote {
    return { stage, kind: "barred", candidate, votes: decimal(this.votes[candidate]!, this.style.decimals) };
  }
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => a - b);
}

function extremes(candidates: readonly Candidate[], votes: readonly number[], by: "most" | "fewest"): Candidate[] {
  const amounts = candidates.map((candidate) => votes[candidate]!);
  const extreme = by === "most" ? Math.max(...amounts) : Math.min(...amounts);
  return candidates.filter((candidate) => votes[candidate] === extreme);
}
