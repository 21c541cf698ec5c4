// ERS97 (how to conduct an election by the single transferable vote, Electoral Reform Society, 1997), for the second
// counter. Paragraphs are cited; docs/counting.md, "ERS97", says how they are read.
//
// Each pile of papers knows who holds it, at what value and since which entry. What a candidate has is added up anew from all piles.
import type { Candidate } from "../counting/contest.ts";
import type { Counter } from "../counting/sheet.ts";
import { rankedPapers, type Pile } from "./papers.ts";
import {
  begin, certain, continuing, downwards, elect, enter, extreme, hasReserves, noteBarred, noteSpared, noteTie, of, outlook, pick, printed, settle, endedSheet, vacancies,
  type Race, type Votes,
} from "./race.ts";
import { prospects } from "./reserved.ts";

const decimals = 2;
const whole = 100n;

type Held = Pile & { holder: Candidate | null; value: bigint; since: number };

/** What the count knows besides the race: the papers, and the votes, quota and number of the entry written last. */
type Count = { race: Race; held: Held[]; onQuota: Set<Candidate>; votes: Votes; quota: bigint; stage: number };

/** 5.1.6: to two decimals, 0.01 added where that is not exact. */
function quotaOf(votes: bigint, seats: number): bigint {
  const by = BigInt(seats + 1);
  return (votes + by - 1n) / by;
}

function total(votes: Iterable<bigint>): bigint {
  return [...votes].reduce((sum, vote) => sum + vote, 0n);
}

/** Votes at this moment; whose surplus was transferred is left with the quota. */
function addUp({ race, held, onQuota, quota }: Count): Votes {
  const votes = new Map(race.standing.map((candidate) => [candidate, 0n]));
  for (const { holder, papers, value } of held) if (holder !== null) votes.set(holder, votes.get(holder)! + papers * value);
  for (const candidate of onQuota) votes.set(candidate, quota);
  return votes;
}

function surplusOf({ votes, quota }: Count, candidate: Candidate): bigint {
  return of(votes, candidate) > quota ? of(votes, candidate) - quota : 0n;
}

/** 6.20: what continuing candidates have, and what awaits transfer. */
function totalActiveVote(count: Count): bigint {
  const { race, votes } = count;
  const waiting = race.excluded.map((candidate) => of(votes, candidate));
  return total([...continuing(race).map((candidate) => of(votes, candidate)), ...race.elected.map((one) => surplusOf(count, one)), ...waiting]);
}

/** 5.1.7, 5.3.13 and 5.4.9. */
function deemElected(count: Count): void {
  const { race, votes, quota, stage } = count;
  while (vacancies(race) > 0) {
    const active = totalActiveVote(count);
    const places = BigInt(vacancies(race) + 1);
    const { doomed } = outlook(race);
    const reached = continuing(race).filter((candidate) => {
      const vote = of(votes, candidate);
      return !doomed.has(candidate) && vote > 0n && (vote >= quota || vote * places >= active);
    });
    const alike = extreme(reached, votes, "most");
    if (alike.length === 0) return;
    if (alike.length > vacancies(race)) {
      const next = ofTooMany(race, stage, alike);
      if (next === null) return;
      elect(race, next);
    } else {
      elect(race, hasReserves(race) ? settle(race, { stage, kind: "elect", tied: alike }, race.history, "most") : alike[0]!);
    }
  }
}

/** 5.6.2: the one who goes before the others by an earlier point; null where those who go first are equal at all and not all of them have a place. */
function ofTooMany(race: Race, stage: number, alike: Candidate[]): Candidate | null {
  const first = race.history.reduce((among, votes) => extreme(among, votes, "most"), alike);
  if (first.length > vacancies(race)) return null;
  const byLot = first.length > 1 && hasReserves(race);
  const chosen = byLot ? race.terms.lots.find((candidate) => first.includes(candidate))! : first[0]!;
  race.ties.push({ stage, kind: "elect", tied: alike, chosen, by: byLot ? "lot" : "earlier stage" });
  return chosen;
}

/** Moves piles to their next available preference, at this value or at what they have, as one batch received by the entry that is written next. */
function handOn({ race }: Count, piles: readonly Held[], value: bigint | null): void {
  const open = new Set(continuing(race));
  for (const pile of piles) {
    pile.holder = pile.order.find((candidate) => open.has(candidate)) ?? null;
    if (value !== null) pile.value = value;
    pile.since = race.stages.length;
  }
}

/** 5.3: the last parcel received, or all first preferences. */
function transferSurplus(count: Count, from: Candidate): void {
  const { race, held } = count;
  const open = new Set(continuing(race));
  const surplus = surplusOf(count, from);
  const own = held.filter(({ holder }) => holder === from);
  const last = Math.max(...own.map(({ since }) => since));
  const transferable = own.filter(({ since, order }) => since === last && order.some((candidate) => open.has(candidate)));
  const papers = total(transferable.map((pile) => pile.papers));
  const worth = total(transferable.map((pile) => pile.papers * pile.value));
  // 5.3.7
  handOn(count, transferable, worth > surplus ? surplus / papers : null);
  count.onQuota.add(from);
  write(count, "surplus", [from]);
  deemElected(count);
}

/** 5.4: batches of one value each, the highest first, until the places are full or filled. */
function exclude(count: Count, out: Candidate[]): void {
  const { race, held } = count;
  race.excluded.push(...out);
  const values = () => [...new Set(held.filter(({ holder }) => holder !== null && out.includes(holder)).map(({ value }) => value))];
  let action: "exclude" | "batch" = "exclude";
  do {
    const value = values().reduce((most, one) => (one > most ? one : most), 0n);
    handOn(count, held.filter((pile) => pile.holder !== null && out.includes(pile.holder) && pile.value === value), null);
    write(count, action, out);
    deemElected(count);
    action = "batch";
  } while (vacancies(race) > 0 && certain(race) === null && values().length > 0);
}

/** Adds an entry. 5.4.8: until somebody is elected the quota follows what an exclusion made non-transferable. */
function write(count: Count, action: "first" | "surplus" | "exclude" | "batch", candidates: Candidate[]): void {
  const { race } = count;
  count.votes = addUp(count);
  if (race.elected.length === 0) count.quota = quotaOf(total(count.votes.values()), race.contest.seats);
  enter(race, { stage: count.stage, action, candidates }, count.votes, printed(count.quota, decimals));
}

/** 5.2.5: those who could go together, the largest such group; empty where not even one could, because others have the same vote. */
function goingTogether(count: Count, guarded: ReadonlySet<Candidate>): Candidate[] {
  const { race, votes } = count;
  const upwards = downwards(continuing(race).filter((candidate) => !guarded.has(candidate)), votes).reverse();
  const surpluses = total(race.elected.map((candidate) => surplusOf(count, candidate)));
  const sizes = upwards.map((_, at) => at + 1).reverse();
  const size = sizes.find((many) => {
    const [group, above] = [upwards.slice(0, many), upwards[many]];
    if (above === undefined || of(votes, above) === of(votes, group.at(-1)!)) return false;
    return total(group.map((one) => of(votes, one))) + surpluses <= of(votes, above) && leavesEnough(race, group);
  });
  return upwards.slice(0, size ?? 0);
}

function leavesEnough(race: Race, group: readonly Candidate[]): boolean {
  const left = continuing(race).filter((candidate) => !group.includes(candidate));
  if (!hasReserves(race)) return left.length >= vacancies(race);
  return prospects(left, race.elected, race.contest.seats, race.terms.reserved) !== null;
}

/** The last places, without a transfer. */
function fill(count: Count, rest: readonly Candidate[]): void {
  const { race, votes, quota, stage } = count;
  if (rest.length === 0) return;
  enter(race, { stage, action: "fill", candidates: [] }, votes, printed(quota, decimals));
  for (const candidate of downwards(rest, votes)) elect(race, candidate);
}

export const countErs97: Counter = (contest, terms) => {
  const papers = rankedPapers(contest);
  const race = begin("ers97", contest, terms, papers, decimals);
  outlook(race);
  const held = papers.piles.map((pile): Held => ({ ...pile, holder: pile.order[0]!, value: whole, since: 0 }));
  const count: Count = { race, held, onQuota: new Set(), votes: new Map(), quota: 0n, stage: 1 };
  write(count, "first", []);
  deemElected(count);

  while (vacancies(race) > 0) {
    const rest = certain(race);
    if (rest !== null) {
      fill(count, rest);
      break;
    }
    const { guarded, doomed } = outlook(race);
    if (doomed.size > 0) {
      count.stage += 1;
      const out = settle(race, { stage: count.stage, kind: "exclude", tied: extreme([...doomed], count.votes, "fewest") }, race.history, "fewest");
      noteBarred(race, count.stage, out, count.votes);
      exclude(count, [out]);
      continue;
    }
    const group = goingTogether(count, guarded);
    const surpluses = race.elected.filter((candidate) => surplusOf(count, candidate) > 0n);
    if (surpluses.length > 0 && group.length === 0) {
      count.stage += 1;
      transferSurplus(count, settle(race, { stage: count.stage, kind: "surplus", tied: extreme(surpluses, count.votes, "most") }, race.history, "most"));
      continue;
    }
    const lowest = extreme(continuing(race).filter((candidate) => !guarded.has(candidate)), count.votes, "fewest");
    const choice = pick(race, lowest, race.history, "fewest");
    const out = group.length > 0 ? group : [choice.chosen];
    // 5.5.1: an exclusion that would leave as many as there are places is not carried out
    const left = certain({ ...race, excluded: [...race.excluded, ...out] });
    if (left === null) count.stage += 1;
    if (group.length === 0) noteTie(race, { stage: count.stage, kind: "exclude", tied: lowest }, choice);
    if (left !== null) {
      fill(count, left);
      break;
    }
    noteSpared(race, count.stage, downwards(out, count.votes)[0]!, guarded, count.votes);
    exclude(count, out);
  }
  return endedSheet(race);
};
