// A count under way, for the second counter: who is in, who is out, and the sheet as far as it is written.
import { Infeasible, type Candidate, type Contest, type RuleSet, type Terms } from "../counting/contest.ts";
import type { ReserveNote, Sheet, Stage, Tie } from "../counting/sheet.ts";
import type { Papers } from "./papers.ts";
import { prospects, type Prospects } from "./reserved.ts";

export type Votes = ReadonlyMap<Candidate, bigint>;

/** Everything about a count but its papers. Votes are whole numbers of the smallest unit; `places` says how many decimals they have. */
export type Race = {
  readonly rules: RuleSet;
  readonly contest: Contest;
  readonly terms: Terms;
  readonly papers: Papers;
  readonly places: number;
  /** Who did not withdraw, in the order of the ballot paper. */
  readonly standing: readonly Candidate[];
  readonly elected: Candidate[];
  readonly excluded: Candidate[];
  readonly stages: Stage[];
  readonly ties: Tie[];
  readonly reserves: ReserveNote[];
  /** The votes of each entry of the sheet. */
  readonly history: Votes[];
};

/** A count before its first entry. */
export function begin(rules: RuleSet, contest: Contest, terms: Terms, papers: Papers, places: number): Race {
  const standing = contest.candidates.map((_, at) => at + 1).filter((candidate) => !contest.withdrawn.includes(candidate));
  return { rules, contest, terms, papers, places, standing, elected: [], excluded: [], stages: [], ties: [], reserves: [], history: [] };
}

/** Who is neither elected nor excluded. */
export function continuing(race: Race): Candidate[] {
  return race.standing.filter((candidate) => !race.elected.includes(candidate) && !race.excluded.includes(candidate));
}

export function vacancies(race: Race): number {
  return race.contest.seats - race.elected.length;
}

export function hasReserves(race: Race): boolean {
  return race.terms.reserved.length > 0;
}

/** Guarded and doomed as things stand; nobody is either without reserves. */
export function outlook(race: Race): Prospects {
  if (!hasReserves(race)) return { guarded: new Set(), doomed: new Set() };
  const found = prospects(continuing(race), race.elected, race.contest.seats, race.terms.reserved);
  if (found === null) throw new Infeasible("The places cannot be filled as the reserves ask.");
  return found;
}

/** Those who take the places that are left without any further transfer; null while that is open. */
export function certain(race: Race): Candidate[] | null {
  if (!hasReserves(race)) return continuing(race).length <= vacancies(race) ? continuing(race) : null;
  const { guarded } = outlook(race);
  return guarded.size === vacancies(race) ? [...guarded] : null;
}

/** The votes of one candidate. */
export function of(votes: Votes, candidate: Candidate): bigint {
  return votes.get(candidate)!;
}

/** Highest vote first, those with the same in the order of the ballot paper. */
export function downwards(candidates: readonly Candidate[], votes: Votes): Candidate[] {
  return [...candidates].sort((a, b) => (of(votes, a) === of(votes, b) ? a - b : of(votes, a) > of(votes, b) ? -1 : 1));
}

/** Those of them who have the most, or the fewest. */
export function extreme(candidates: readonly Candidate[], votes: Votes, want: "most" | "fewest"): Candidate[] {
  const order = downwards(candidates, votes);
  const mark = want === "most" ? order[0] : order.at(-1);
  return mark === undefined ? [] : candidates.filter((candidate) => of(votes, candidate) === of(votes, mark));
}

/** A number of smallest units as it is printed. */
export function printed(units: bigint, places: number): string {
  if (places === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A choice between candidates who stand alike. */
export type Choice = Pick<Tie, "chosen" | "by">;

/**
 * One of those who stand alike. Earlier entries, in the order given, narrow them to whoever had the most or the fewest votes;
 * where several are left the lot decides.
 */
export function pick(race: Race, tied: readonly Candidate[], earlier: readonly Votes[], want: "most" | "fewest"): Choice {
  const left = earlier.reduce<readonly Candidate[]>((among, votes) => extreme(among, votes, want), tied);
  return { chosen: race.terms.lots.find((candidate) => left.includes(candidate))!, by: left.length === 1 ? "earlier stage" : "lot" };
}

/** Notes a choice where there was one. */
export function noteTie(race: Race, { stage, kind, tied }: { stage: number; kind: Tie["kind"]; tied: readonly Candidate[] }, { chosen, by }: Choice): void {
  if (tied.length > 1) race.ties.push({ stage, kind, tied: [...tied].sort((a, b) => a - b), chosen, by });
}

/** Chooses and notes it. */
export function settle(race: Race, tie: { stage: number; kind: Tie["kind"]; tied: readonly Candidate[] }, earlier: readonly Votes[], want: "most" | "fewest"): Candidate {
  const choice = pick(race, tie.tied, earlier, want);
  noteTie(race, tie, choice);
  return choice.chosen;
}

/** Guarded candidates who had fewer votes than the one excluded instead of them. */
export function noteSpared(race: Race, stage: number, instead: Candidate, guarded: ReadonlySet<Candidate>, votes: Votes): void {
  const below = [...guarded].filter((candidate) => of(votes, candidate) < of(votes, instead)).sort((a, b) => a - b);
  const print = (candidate: Candidate) => printed(of(votes, candidate), race.places);
  for (const candidate of below) {
    race.reserves.push({ stage, kind: "spared", candidate, votes: print(candidate), instead, insteadVotes: print(instead) });
  }
}

export function noteBarred(race: Race, stage: number, candidate: Candidate, votes: Votes): void {
  race.reserves.push({ stage, kind: "barred", candidate, votes: printed(of(votes, candidate), race.places) });
}

/** Writes an entry, with the quota as it is printed where there is one; who it elects is added to it afterwards. */
export function enter(race: Race, entry: Pick<Stage, "stage" | "action" | "candidates">, votes: Votes, quota: string | null): Stage {
  const sum = [...votes.values()].reduce((total, vote) => total + vote, 0n);
  const all = race.papers.valid * 10n ** BigInt(race.places);
  const stage: Stage = {
    stage: entry.stage,
    action: entry.action,
    candidates: [...entry.candidates].sort((a, b) => a - b),
    votes: Object.fromEntries(race.standing.map((candidate) => [String(candidate), printed(of(votes, candidate), race.places)])),
    nonTransferable: quota === null ? "0" : printed(all - sum, race.places),
    ...(quota === null ? {} : { quota }),
    elected: [],
  };
  race.stages.push(stage);
  race.history.push(votes);
  return stage;
}

/** Elects, and says so in the entry written last. */
export function elect(race: Race, candidate: Candidate): void {
  race.elected.push(candidate);
  race.stages.at(-1)!.elected.push(candidate);
}

/** Where a reserve is in force: those left at the end who had more votes than somebody whom the last entry elected. */
function noteLeftBehind(race: Race): void {
  const [last, votes] = [race.stages.at(-1)!, race.history.at(-1)!];
  const passedOver = (candidate: Candidate) => last.elected.some((elected) => of(votes, elected) < of(votes, candidate));
  const upwards = [...continuing(race)].sort((a, b) => (of(votes, a) === of(votes, b) ? a - b : of(votes, a) < of(votes, b) ? -1 : 1));
  for (const candidate of upwards.filter(passedOver)) noteBarred(race, last.stage, candidate, votes);
}

/** The sheet of a transferable vote that has ended. */
export function endedSheet(race: Race): Sheet {
  if (hasReserves(race)) noteLeftBehind(race);
  return sheetOf(race);
}

export function sheetOf(race: Race): Sheet {
  return {
    title: race.contest.title,
    rules: race.rules,
    seats: race.contest.seats,
    candidates: [...race.contest.candidates],
    valid: Number(race.papers.valid),
    invalid: Number(race.papers.invalid),
    quota: race.stages[0]?.quota ?? null,
    elected: [...race.elected],
    stages: race.stages,
    ties: race.ties,
    reserves: race.reserves,
  };
}
