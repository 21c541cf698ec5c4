// The Scottish rules, SSI 2007/42 rules 45 to 52, for the second counter.
//
// Each pile of papers knows who holds it and at what value. Nothing is ever moved between totals: what a candidate has is added up
// anew from all piles at every stage.
import type { Candidate } from "../counting/contest.ts";
import type { Counter } from "../counting/sheet.ts";
import { rankedPapers, type Pile } from "./papers.ts";
import {
  begin, certain, continuing, downwards, elect, enter, extreme, hasReserves, noteBarred, noteSpared, of, outlook, settle, endedSheet, vacancies,
  type Race, type Votes,
} from "./race.ts";

const decimals = 5;
const whole = 10n ** BigInt(decimals);

type Held = Pile & { holder: Candidate | null; value: bigint };

/** Votes at this moment. Whose surplus has been transferred is left with the quota, 48. */
function addUp(race: Race, held: readonly Held[], onQuota: ReadonlySet<Candidate>, quota: bigint): Votes {
  const votes = new Map(race.standing.map((candidate) => [candidate, 0n]));
  for (const { holder, papers, value } of held) if (holder !== null) votes.set(holder, votes.get(holder)! + papers * value);
  for (const candidate of onQuota) votes.set(candidate, quota);
  return votes;
}

/** Gives each of a candidate's piles to the next available preference, 48(2) and 50(3), at what it is then worth. */
function handOn(race: Race, held: readonly Held[], from: Candidate, worth: (pile: Held) => bigint): void {
  const open = new Set(continuing(race));
  for (const pile of held.filter(({ holder }) => holder === from)) {
    pile.value = worth(pile);
    pile.holder = pile.order.find((candidate) => open.has(candidate)) ?? null;
  }
}

/** Who has the quota is elected, 47(1), highest first. */
function electReached(race: Race, stage: number, votes: Votes, quota: bigint): void {
  while (vacancies(race) > 0) {
    const { doomed } = outlook(race);
    const reached = continuing(race).filter((candidate) => of(votes, candidate) >= quota && !doomed.has(candidate));
    const alike = extreme(reached, votes, "most");
    if (alike.length === 0) return;
    elect(race, hasReserves(race) ? settle(race, { stage, kind: "elect", tied: alike }, backwards(race), "most") : alike[0]!);
  }
}

/** Earlier entries, the latest first, 49(2) and 51(2)(a). */
function backwards(race: Race): Votes[] {
  return [...race.history].reverse();
}

export const countScottish: Counter = (contest, terms) => {
  const papers = rankedPapers(contest);
  const race = begin("scottish", contest, terms, papers, decimals);
  outlook(race);

  // 45: first preferences. 46: the quota, any decimals ignored and one added.
  const held = papers.piles.map((pile): Held => ({ ...pile, holder: pile.order[0]!, value: whole }));
  const quota = (papers.valid / BigInt(contest.seats + 1) + 1n) * whole;
  const onQuota = new Set<Candidate>();
  let votes = addUp(race, held, onQuota, quota);
  let stage = 1;
  enter(race, { stage, action: "first", candidates: [] }, votes, String(quota / whole));
  electReached(race, stage, votes, quota);

  const after = (action: "surplus" | "exclude", candidate: Candidate) => {
    votes = addUp(race, held, onQuota, quota);
    enter(race, { stage, action, candidates: [candidate] }, votes, String(quota / whole));
    electReached(race, stage, votes, quota);
  };

  while (vacancies(race) > 0) {
    // 52: the last vacancies
    const rest = certain(race);
    if (rest !== null) {
      if (rest.length > 0) enter(race, { stage, action: "fill", candidates: [] }, votes, String(quota / whole));
      for (const candidate of downwards(rest, votes)) elect(race, candidate);
      break;
    }
    stage += 1;
    const { guarded, doomed } = outlook(race);
    const surpluses = race.elected.filter((candidate) => of(votes, candidate) > quota);
    if (doomed.size === 0 && surpluses.length > 0) {
      // 49: the highest surplus first
      const from = settle(race, { stage, kind: "surplus", tied: extreme(surpluses, votes, "most") }, backwards(race), "most");
      const total = of(votes, from);
      // 48(3): surplus times value when received, by the candidate's votes, to five decimals, the remainder ignored
      handOn(race, held, from, ({ value }) => ((total - quota) * value) / total);
      onQuota.add(from);
      after("surplus", from);
      continue;
    }
    // 50 and 51: the lowest is excluded, and papers keep their value
    const among = doomed.size > 0 ? [...doomed] : continuing(race).filter((candidate) => !guarded.has(candidate));
    const out = settle(race, { stage, kind: "exclude", tied: extreme(among, votes, "fewest") }, backwards(race), "fewest");
    if (doomed.size > 0) noteBarred(race, stage, out, votes);
    else noteSpared(race, stage, out, guarded, votes);
    race.excluded.push(out);
    handOn(race, held, out, ({ value }) => value);
    after("exclude", out);
  }
  return endedSheet(race);
};
