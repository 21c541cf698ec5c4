// What of the ballots may be published for anyone to count again. A ballot with many ranks can be a signature that was agreed beforehand,
// so that publishing it would show how somebody voted. A path ballot has only the candidates in whose pile the paper lay: counting the
// paths gives the same sheet, because whenever a pile is moved the next candidate on the path is the first of the paper's who continues.
import type { Ballot, Candidate, Contest, RuleSet } from "./contest.ts";
import { preferencesOf, standingOf, withdrawnOf } from "./papers.ts";
import type { Sheet, Stage } from "./sheet.ts";

/** Not by Meek's method: there a part of a vote goes on past every elected candidate, so that nearly the whole paper is used. */
export const rulesWithPaths: readonly RuleSet[] = ["scottish", "ers97"];

export type PathBallots = {
  /** Alike paths together, in an order that tells nothing of the papers; invalid papers blank. */
  ballots: Ballot[];
  /** Papers that counted. */
  papers: number;
  /** Those whose path no other paper has. */
  unique: number;
};

/** A paper, or some alike, on its way through the piles. */
type Traveller = { papers: number; preferences: readonly Candidate[]; at: number; path: Candidate[] };

/** What somebody received at once; `value` in hundredths of a vote. */
type Parcel = { value: number; travellers: readonly Traveller[] };

/** The paths of a contest's papers in the count that this sheet is of. Throws where its rules have none. */
export function pathBallotsOf(contest: Contest, sheet: Sheet): PathBallots {
  if (!rulesWithPaths.includes(sheet.rules)) throw new RangeError(`${sheet.rules} has no path ballots`);
  const isWithdrawn = withdrawnOf(contest);
  const travellers = contest.ballots.map(({ papers, preferences }): Traveller => ({ papers, preferences: preferencesOf(preferences, isWithdrawn), at: -1, path: [] }));
  replay(contest, sheet, travellers);

  const byPath = new Map<string, Ballot>();
  for (const { papers, path } of travellers) {
    const known = byPath.get(path.join());
    byPath.set(path.join(), { papers: papers + (known?.papers ?? 0), preferences: path });
  }
  const ballots = [...byPath.values()].sort((a, b) => inOrder(a.preferences as Candidate[], b.preferences as Candidate[]));
  const valid = ballots.filter(({ preferences }) => preferences.length > 0);
  return { ballots, papers: valid.reduce((sum, { papers }) => sum + papers, 0), unique: valid.filter(({ papers }) => papers === 1).length };
}

/** Moves the papers as the entries of the sheet say they were moved. */
function replay(contest: Contest, { rules, stages }: Sheet, travellers: readonly Traveller[]) {
  const continuing = new Set(standingOf(contest));
  const held = new Map<Candidate, Parcel[]>([...continuing].map((candidate) => [candidate, []]));
  let excluded: readonly Candidate[] = [];
  for (const [index, entry] of stages.entries()) {
    if (entry.action === "exclude") excluded = entry.candidates;
    for (const candidate of excluded) continuing.delete(candidate);

    const from = entry.action === "surplus" ? entry.candidates : excluded;
    const moved = movedBy(entry, rules, from.flatMap((candidate) => held.get(candidate)!), travellers);
    for (const candidate of from) held.set(candidate, held.get(candidate)!.filter((parcel) => !moved.includes(parcel)));
    const goingOn = moved.flatMap((parcel) => parcel.travellers).filter((traveller) => goOn(traveller, continuing));
    const value = entry.action === "surplus" ? valueAfter(stages[index - 1]!, entry, moved, goingOn) : (moved[0]?.value ?? 0);
    const received = new Map<Candidate, Traveller[]>();
    for (const traveller of goingOn) {
      const candidate = traveller.path.at(-1)!;
      const those = received.get(candidate) ?? [];
      those.push(traveller);
      received.set(candidate, those);
    }
    for (const [candidate, those] of received) held.get(candidate)!.push({ value, travellers: those });
    for (const candidate of entry.elected) continuing.delete(candidate);
  }
}

/** Which parcels an entry takes up, of those that the candidates whose votes it moves hold. */
function movedBy({ action }: Stage, rules: RuleSet, parcels: readonly Parcel[], travellers: readonly Traveller[]): Parcel[] {
  if (action === "fill") return [];
  if (action === "first") return [{ value: 100, travellers }];
  // SSI 2007/42 [48(2), 50(3)] all papers
  if (rules === "scottish") return [...parcels];
  // ERS97 [5.3] the last parcel; [5.4] all papers of the highest value
  if (action === "surplus") return parcels.slice(-1);
  const highest = Math.max(...parcels.map(({ value }) => value));
  return parcels.filter(({ value }) => value === highest);
}

/** To the next on the paper who continues; false where there is none. */
function goOn(traveller: Traveller, continuing: ReadonlySet<Candidate>): boolean {
  const { preferences } = traveller;
  do traveller.at++;
  while (traveller.at < preferences.length && !continuing.has(preferences[traveller.at]!));
  if (traveller.at >= preferences.length) return false;
  traveller.path.push(preferences[traveller.at]!);
  return true;
}

/** What the papers of a surplus are worth from now on, by ERS97 [5.3]; the Scottish rules move all papers whatever their value. */
function valueAfter(before: Stage, { candidates, votes }: Stage, moved: readonly Parcel[], goingOn: readonly Traveller[]): number {
  const [candidate] = candidates;
  const surplus = hundredths(before.votes[candidate!]!) - hundredths(votes[candidate!]!);
  const value = moved[0]?.value ?? 0;
  const papers = goingOn.reduce((sum, traveller) => sum + traveller.papers, 0);
  return papers * value > surplus ? Math.floor(surplus / papers) : value;
}

const hundredths = (printed: string) => Number(printed.replace(".", ""));

function inOrder(a: readonly Candidate[], b: readonly Candidate[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const by = (a[index] ?? 0) - (b[index] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}

/** What an election says beforehand of what it will publish: what the rule below gives, every ballot in full, or stages only. */
export type Announced = "usual" | "full" | "stages";

/**
 * What is published for a recount: totals, path ballots, ballots in full, stages only, with a recount in the scrutineer's presence, or no more than
 * the order of those who stood.
 */
export const publishedKinds = ["totals", "paths", "full", "stages", "order"] as const;
export type Published = (typeof publishedKinds)[number];

/** `electorate` is how many might vote; the rest is of the paths. In full only where that was announced before the poll. [COUNTING 4.7] */
export function whatMayBePublished(poll: { rules: RuleSet; electorate: number; announced: Announced; papers: number; unique: number }): Published {
  const { rules, electorate, announced, papers, unique } = poll;
  if (!stvRules.includes(rules)) return "totals";
  if (announced !== "usual") return announced;
  return rulesWithPaths.includes(rules) && electorate >= leastElectorate && unique * 5 <= papers ? "paths" : "stages";
}

const stvRules: readonly RuleSet[] = ["scottish", "ers97", "meek-nz"];

/** With fewer voters even short paths could be told apart. */
const leastElectorate = 50;
