// The single transferable vote by Meek's method, by the New Zealand rules (Local Electoral Regulations 2001, Schedule 1A, clause numbers
// in brackets) as I D Hill's program 6.7.7 counts them. docs/counting.md has every step and every rounding.
import { guardsOf } from "./constraints.ts";
import { Infeasible, type Candidate, type Contest, type Terms } from "./contest.ts";
import { meekVotesIn, ONE, type MeekVotes } from "./meek-votes.ts";
import { standingOf } from "./papers.ts";
import type { Counter, ReserveNote, Stage, Tie } from "./sheet.ts";
import { decimal } from "./whole-numbers.ts";

type Unstaged<T> = T extends unknown ? Omit<T, "stage"> : never;
type Chosen = { ties: Unstaged<Tie>[]; reserves: Unstaged<ReserveNote>[] };

/** One iteration; figures in units of 0.000000001, votes and keep values at the candidate's number. */
export type Iteration = {
  iteration: number;
  quota: number;
  votes: readonly number[];
  /** What the votes were counted with. */
  keep: readonly number[];
  nonTransferable: number;
  elected: Candidate[];
  electing: Chosen;
  excluded: Candidate | null;
  excluding: Chosen;
  /** Who was elected after these because they just fill the places. */
  filled: Candidate[];
  /** At the end: who a reserve kept out though they have more votes than one who was elected last; fewest votes first. */
  passedOver: Candidate[];
};

/** [13] Below this total surplus the votes are as good as settled. */
const settled = 0.0001 * ONE;

/** Every iteration of the count, first to last. */
export function* iterationsOf(contest: Contest, terms: Terms, papers: MeekVotes = meekVotesIn(contest)): Generator<Iteration, void> {
  const field = fieldOf(contest, terms);
  const history: (readonly number[])[] = [];
  let keep = Array.from({ length: contest.candidates.length + 1 }, () => ONE);
  for (const candidate of contest.withdrawn) keep[candidate] = 0;

  for (let iteration = 1; ; iteration++) {
    const votes = papers.at(keep);
    const sum = votes.reduce((total, one) => total + one, 0);
    // [11] cut, and one unit more
    const quota = Math.floor(sum / (contest.seats + 1)) + 1;
    history.push(votes);
    const done: Iteration = {
      ...{ iteration, quota, votes, keep, nonTransferable: papers.valid * ONE - sum },
      ...{ elected: [], electing: { ties: [], reserves: [] }, excluded: null, excluding: { ties: [], reserves: [] }, filled: [], passedOver: [] },
    };
    electAtQuota(field, done, history, terms);
    done.filled = field.fill(votes);
    if (!field.isFull()) {
      const newKeep = keepAfter(field.elected, done);
      exclude(field, done, newKeep, history, terms);
      keep = newKeep;
      if (done.excluded !== null) {
        keep[done.excluded] = 0;
        done.filled = field.fill(votes);
      }
    }
    if (field.isFull() && field.isReserved) done.passedOver = passedOver(field, done);
    yield done;
    if (field.isFull()) return;
  }
}

/** Who is in and who is out, and whom the reserves guard and doom. */
function fieldOf(contest: Contest, terms: Terms) {
  const isReserved = terms.reserved.length > 0;
  const elected: Candidate[] = [];
  const excluded: Candidate[] = [...contest.withdrawn];
  let hopeful = standingOf(contest);
  let guarded: readonly Candidate[] = [];
  let doomed: readonly Candidate[] = [];
  const guard = () => {
    if (!isReserved) return;
    const guards = guardsOf({ candidates: contest.candidates.length, seats: contest.seats, categories: terms.reserved, elected, excluded });
    if (!guards.feasible) throw new Infeasible("No way of filling the places keeps every reserve.");
    ({ guarded, doomed } = guards);
  };
  const take = (candidate: Candidate, into: Candidate[]) => {
    into.push(candidate);
    hopeful = hopeful.filter((one) => one !== candidate);
    guard();
  };
  guard();
  return {
    elected,
    isReserved,
    hopeful: () => hopeful,
    isGuarded: (candidate: Candidate) => guarded.includes(candidate),
    isDoomed: (candidate: Candidate) => doomed.includes(candidate),
    isFull: () => elected.length === contest.seats || hopeful.length === 0,
    elect: (candidate: Candidate) => take(candidate, elected),
    exclude: (candidate: Candidate) => take(candidate, excluded),
    /** [3] Elects, highest first, those who just fill the places. */
    fill(votes: readonly number[]): Candidate[] {
      const rest = isReserved ? guarded : hopeful;
      const places = contest.seats - elected.length;
      if (isReserved ? rest.length !== places : rest.length > places) return [];
      const filled = rest.toSorted((a, b) => votes[b]! - votes[a]! || a - b);
      for (const candidate of filled) take(candidate, elected);
      return filled;
    },
  };
}
type Field = ReturnType<typeof fieldOf>;

/** [12] Whoever has the quota, highest first; not whom a reserve has doomed by then. */
function electAtQuota(field: Field, done: Iteration, history: readonly (readonly number[])[], terms: Terms) {
  const { votes, quota, electing } = done;
  while (!field.isFull()) {
    const reached = field.hopeful().filter((candidate) => votes[candidate]! >= quota && !field.isDoomed(candidate));
    if (reached.length === 0) return;
    const most = Math.max(...reached.map((candidate) => votes[candidate]!));
    const alike = reached.filter((candidate) => votes[candidate] === most);
    const candidate = field.isReserved ? chosenFrom(alike, "elect", electing, history, terms) : alike[0]!;
    field.elect(candidate);
    done.elected.push(candidate);
  }
}

/** [17] What each elected candidate would keep next, both quotients rounded up; nobody else's changes. */
function keepAfter(elected: readonly Candidate[], { keep, votes, quota }: Iteration): number[] {
  const next = [...keep];
  for (const candidate of elected) {
    const wanted = dividedUp(BigInt(keep[candidate]!) * BigInt(quota), BigInt(ONE));
    next[candidate] = Math.min(ONE, Number(dividedUp(wanted * BigInt(ONE), BigInt(votes[candidate]!))));
  }
  return next;
}

const dividedUp = (amount: bigint, by: bigint) => (amount + by - 1n) / by;

/** [13 to 16] Excludes whom a reserve has doomed, or else the lowest who is not guarded if nothing that is still to come could lift them. */
function exclude(field: Field, done: Iteration, newKeep: readonly number[], history: readonly (readonly number[])[], terms: Terms) {
  const { votes, excluding } = done;
  const printed = (candidate: Candidate) => decimal(votes[candidate]!, 9);
  const doomed = field.hopeful().filter(field.isDoomed);
  if (doomed.length > 0) {
    const candidate = chosenFrom(lowest(doomed, votes), "exclude", excluding, history, terms);
    excluding.reserves.push({ kind: "barred", candidate, votes: printed(candidate) });
    done.excluded = candidate;
    field.exclude(candidate);
    return;
  }
  const open = field.hopeful().filter((candidate) => !field.isGuarded(candidate));
  const alike = lowest(open, votes);
  if (!isHopeless(field, done, newKeep, open)) return;
  const instead = chosenFrom(alike, "exclude", excluding, history, terms);
  for (const candidate of field.hopeful().filter((one) => votes[one]! < votes[instead]!)) {
    excluding.reserves.push({ kind: "spared", candidate, votes: printed(candidate), instead, insteadVotes: printed(instead) });
  }
  done.excluded = instead;
  field.exclude(instead);
}

/** Whether the lowest of these can be excluded now. */
function isHopeless(field: Field, { votes, quota, keep }: Iteration, newKeep: readonly number[], open: readonly Candidate[]): boolean {
  const surplus = field.elected.reduce((sum, candidate) => sum + Math.max(0, votes[candidate]! - quota), 0);
  const [last, next] = open.map((candidate) => votes[candidate]!).sort((a, b) => a - b);
  if ((next ?? Infinity) - last! > surplus || surplus < settled) return true;
  // because rounding can go round in a circle, in which surplus would never settle [23]
  const all = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return all(newKeep) >= all(keep);
}

function passedOver(field: Field, { votes, elected, filled }: Iteration): Candidate[] {
  const fewest = Math.min(...(filled.length > 0 ? filled : elected).map((candidate) => votes[candidate]!));
  return field
    .hopeful()
    .filter((candidate) => votes[candidate]! > fewest)
    .sort((a, b) => votes[a]! - votes[b]! || a - b);
}

function lowest(candidates: readonly Candidate[], votes: readonly number[]): Candidate[] {
  const fewest = Math.min(...candidates.map((candidate) => votes[candidate]!));
  return candidates.filter((candidate) => votes[candidate] === fewest);
}

/** [19, 34] Ahead at the first difference, then by lot. */
function chosenFrom(tied: Candidate[], kind: "elect" | "exclude", into: Chosen, history: readonly (readonly number[])[], terms: Terms): Candidate {
  if (tied.length === 1) return tied[0]!;
  let left: Candidate[] = tied;
  for (const votes of history) {
    const extreme = Math[kind === "elect" ? "max" : "min"](...left.map((candidate) => votes[candidate]!));
    left = left.filter((candidate) => votes[candidate] === extreme);
  }
  const chosen = terms.lots.find((candidate) => left.includes(candidate))!;
  into.ties.push({ kind, tied, chosen, by: left.length === 1 ? "earlier stage" : "lot" });
  return chosen;
}

export const countMeek: Counter = (contest, terms) => {
  const papers = meekVotesIn(contest);
  const standing = standingOf(contest);
  const stages: Stage[] = [];
  const ties: Tie[] = [];
  const reserves: ReserveNote[] = [];
  const figures = (values: readonly number[]) => Object.fromEntries(standing.map((candidate) => [candidate, decimal(values[candidate]!, 9)]));
  for (const done of iterationsOf(contest, terms, papers)) {
    const enter = (action: Stage["action"], candidates: Candidate[], elected: Candidate[], chosen: readonly Chosen[]) => {
      const stage = (stages.at(-1)?.stage ?? 0) + (action === "fill" ? 0 : 1);
      const { votes, nonTransferable, quota, iteration, keep } = done;
      stages.push({
        ...{ stage, action, candidates, votes: figures(votes), nonTransferable: decimal(nonTransferable, 9) },
        ...{ quota: decimal(quota, 9), elected, iteration, keep: figures(keep) },
      });
      ties.push(...chosen.flatMap((each) => each.ties.map((tie) => ({ stage, ...tie }))));
      reserves.push(...chosen.flatMap((each) => each.reserves.map((note) => ({ stage, ...note }))));
    };
    const candidates = done.excluded === null ? [] : [done.excluded];
    if (done.iteration === 1) {
      enter("first", [], done.elected, [done.electing]);
      if (candidates.length > 0) enter("iterate", candidates, [], [done.excluding]);
    } else if (candidates.length > 0 || done.elected.length > 0) {
      enter("iterate", candidates, done.elected, [done.electing, done.excluding]);
    }
    if (done.filled.length > 0) enter("fill", [], done.filled, []);
    const { stage } = stages.at(-1)!;
    reserves.push(...done.passedOver.map((candidate): ReserveNote => ({ stage, kind: "barred", candidate, votes: decimal(done.votes[candidate]!, 9) })));
  }
  return {
    ...{ title: contest.title, rules: "meek-nz", seats: contest.seats, candidates: [...contest.candidates], valid: papers.valid, invalid: papers.invalid },
    ...{ quota: stages[0]!.quota!, elected: stages.flatMap((stage) => stage.elected), stages, ties, reserves },
  };
};
