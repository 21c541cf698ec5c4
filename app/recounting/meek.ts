// Meek's rules as in New Zealand (Schedule 1A to the Local Electoral Regulations 2001, as Hill's program 6.7.7 reads it), for the second
// counter: docs/counting.md, "Meek's rules", whose numbers are cited.
//
// Every iteration shares out every pile of papers anew, from its first preference to its last.
import type { Candidate } from "../counting/contest.ts";
import type { Counter } from "../counting/sheet.ts";
import { rankedPapers, type Pile } from "./papers.ts";
import {
  begin, certain, continuing, downwards, elect, enter, extreme, hasReserves, noteBarred, noteSpared, of, outlook, printed, settle, endedSheet, vacancies,
  type Race, type Votes,
} from "./race.ts";

const decimals = 9;
const whole = 10n ** BigInt(decimals);
const smallSurplus = whole / 10_000n;

type Keeps = ReadonlyMap<Candidate, bigint>;

type Iteration = { number: number; votes: Votes; quota: bigint; keeps: Keeps };

function dividedUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

/** 1: what each candidate takes of each paper. */
function share(standing: readonly Candidate[], piles: readonly Pile[], keeps: Keeps): Votes {
  const votes = new Map(standing.map((candidate) => [candidate, 0n]));
  for (const { papers, order } of piles) {
    let left = whole;
    for (const candidate of order) {
      const taken = dividedUp(left * keeps.get(candidate)!, whole);
      votes.set(candidate, votes.get(candidate)! + papers * taken);
      left -= taken;
      if (left === 0n) break;
    }
  }
  return votes;
}

/** 5: how much each candidate will keep, so that those elected come closer to the quota. */
function newKeeps(race: Race, { votes, quota, keeps }: Iteration): Map<Candidate, bigint> {
  const next = new Map(keeps);
  for (const candidate of race.elected) {
    const share = dividedUp(keeps.get(candidate)! * quota, whole);
    const had = of(votes, candidate);
    const keep = had === 0n ? whole : dividedUp(share * whole, had);
    next.set(candidate, keep < whole ? keep : whole);
  }
  return next;
}

function write(race: Race, action: "first" | "iterate" | "fill", stage: number, excluded: Candidate[], { number, votes, quota, keeps }: Iteration): void {
  const entry = enter(race, { stage, action, candidates: excluded }, votes, printed(quota, decimals));
  entry.iteration = number;
  entry.keep = Object.fromEntries(race.standing.map((candidate) => [String(candidate), printed(keeps.get(candidate)!, decimals)]));
}

/** 3: the fill, where who takes the remaining places is certain. */
function filled(race: Race, iteration: Iteration): boolean {
  const rest = vacancies(race) > 0 ? certain(race) : null;
  if (rest === null) return false;
  if (rest.length > 0) {
    write(race, "fill", race.stages.at(-1)!.stage, [], iteration);
    for (const candidate of downwards(rest, iteration.votes)) elect(race, candidate);
  }
  return true;
}

/** 3: who reaches the quota, highest first. */
function electReached(race: Race, iteration: Iteration, seen: readonly Votes[], entryOfIt: () => number): void {
  const { votes, quota } = iteration;
  while (vacancies(race) > 0) {
    const { doomed } = outlook(race);
    const reached = continuing(race).filter((candidate) => of(votes, candidate) >= quota && !doomed.has(candidate));
    const alike = extreme(reached, votes, "most");
    if (alike.length === 0) return;
    const stage = entryOfIt();
    elect(race, hasReserves(race) || alike.length > vacancies(race) ? settle(race, { stage, kind: "elect", tied: alike }, seen, "most") : alike[0]!);
  }
}

/** 6: whom to exclude, if anybody; those with the same vote are settled by the caller. */
function lowest(race: Race, { votes, quota, keeps }: Iteration, next: Keeps): Candidate[] {
  const { guarded, doomed } = outlook(race);
  if (doomed.size > 0) return extreme([...doomed], votes, "fewest");
  const order = downwards(continuing(race).filter((candidate) => !guarded.has(candidate)), votes).reverse();
  const surplus = sum(race.elected.map((candidate) => of(votes, candidate) - quota).filter((over) => over > 0n));
  const [last, above] = order;
  const farBehind = last !== undefined && above !== undefined && of(votes, above) - of(votes, last) > surplus;
  const circling = sum(next.values()) >= sum(keeps.values());
  return farBehind || surplus < smallSurplus || circling ? extreme(order, votes, "fewest") : [];
}

export const countMeek: Counter = (contest, terms) => {
  const papers = rankedPapers(contest);
  const race = begin("meek-nz", contest, terms, papers, decimals);
  outlook(race);
  /** The votes of every iteration, on the sheet or not. */
  const seen: Votes[] = [];
  let keeps: Keeps = new Map(race.standing.map((candidate) => [candidate, whole]));

  for (let number = 1; ; number += 1) {
    const votes = share(race.standing, papers.piles, keeps);
    // 2: the quota, truncated and a smallest unit added
    const iteration: Iteration = { number, votes, quota: sum(votes.values()) / BigInt(contest.seats + 1) + 1n, keeps };
    seen.push(votes);
    if (number === 1) write(race, "first", 1, [], iteration);
    /** The entry of this iteration, written when there is something to say. */
    let written = number === 1;
    const entryOfIt = () => {
      if (!written) write(race, "iterate", race.stages.at(-1)!.stage + 1, [], iteration);
      written = true;
      return race.stages.at(-1)!.stage;
    };

    electReached(race, iteration, seen, entryOfIt);
    if (vacancies(race) === 0 || filled(race, iteration)) break;

    const next = newKeeps(race, iteration);
    const alike = lowest(race, iteration, next);
    if (alike.length > 0) {
      // 8: the first entry excludes nobody
      if (number === 1) written = false;
      const stage = entryOfIt();
      const { guarded, doomed } = outlook(race);
      const out = settle(race, { stage, kind: "exclude", tied: alike }, seen, "fewest");
      if (doomed.size > 0) noteBarred(race, stage, out, votes);
      else noteSpared(race, stage, out, guarded, votes);
      race.stages.at(-1)!.candidates = [out];
      race.excluded.push(out);
      next.set(out, 0n);
      if (filled(race, iteration)) break;
    }
    keeps = next;
  }
  return endedSheet(race);
};
