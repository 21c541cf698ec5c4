// A ballot paper as it is filled in: ranks beside candidates' names, or crosses, by the rule set. What a voter sends from the page must be
// whole; what two people key from a paper is taken as it was written, and the rules of the count judge it.
import type { Candidate, Preference, RuleSet } from "#app/counting/contest.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { plain } from "#app/shared/typed.ts";

/** What a paper asks for. */
export type Paper = {
  rules: RuleSet;
  seats: number;
  mostRanks: number | null;
  /** Numbers on the ballot paper, in its order. */
  candidates: readonly Candidate[];
};

/** Whether voters put candidates in an order, or mark them; the words are `poll:ballot.<kind>`. */
export function kindOfBallot(rules: RuleSet): "ranks" | "crosses" {
  return rules === "fptp" || rules === "block" || rules === "approval" ? "crosses" : "ranks";
}

/** The most candidates one voter may rank or mark. */
export function mostOn({ rules, seats, mostRanks, candidates }: Paper): number {
  if (rules === "fptp") return 1;
  if (rules === "block") return Math.min(seats, candidates.length);
  if (rules === "approval") return candidates.length;
  return Math.min(mostRanks ?? candidates.length, candidates.length);
}

/** The name of the field in which a candidate is ranked, and of the one that holds all crosses. */
export const rankField = (candidate: Candidate) => `rank-${candidate}`;
export const crossField = "cross";

/** What is wrong with a ballot; the words are `poll:problem.<code>`. `field` is where to look. */
export type BallotProblem =
  | { code: "not-a-rank"; field: string; candidate: Candidate }
  | { code: "same-rank"; field: string; rank: number; candidates: Candidate[] }
  | { code: "gap"; field: string; rank: number; next: number }
  | { code: "too-many-ranks" | "too-many-crosses"; field: string; most: number; given: number };

type Typed = { ranks: ReadonlyMap<Candidate, string>; crosses: readonly Candidate[] };

/** What was typed and marked, in fields of ours; what names no candidate of the paper is nothing. */
export function typedOn(form: { get(name: string): string | null; getAll(name: string): string[] }, { candidates }: Paper): Typed {
  const ranks = new Map(candidates.map((candidate) => [candidate, plain(form.get(rankField(candidate)) ?? "")] as const));
  const marked = form.getAll(crossField).map(Number);
  return { ranks, crosses: candidates.filter((candidate) => marked.includes(candidate)) };
}

/** The preferences of a voter, first to last, or all that is wrong. Nothing at all is a blank ballot, and no problem. */
export function readBallot(typed: Typed, paper: Paper): Result<Candidate[], BallotProblem[]> {
  const most = mostOn(paper);
  if (kindOfBallot(paper.rules) === "crosses") {
    const given = typed.crosses.length;
    return given > most ? fail([{ code: "too-many-crosses", field: crossField, most, given }]) : succeed([...typed.crosses].sort((a, b) => a - b));
  }
  const problems: BallotProblem[] = [];
  const ranked = readRanks(typed, (candidate) => problems.push({ code: "not-a-rank", field: rankField(candidate), candidate }));
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b);
  for (const rank of ranks) {
    const candidates = ranked.filter((one) => one.rank === rank).map(({ candidate }) => candidate);
    if (candidates.length > 1) problems.push({ code: "same-rank", field: rankField(candidates[1]!), rank, candidates });
  }
  ranks.forEach((rank, index) => {
    const before = ranks[index - 1] ?? 0;
    if (rank === before + 1) return;
    problems.push({ code: "gap", field: rankField(ranked.find((one) => one.rank === rank)!.candidate), rank: before + 1, next: rank });
  });
  if (ranked.length > most) problems.push({ code: "too-many-ranks", field: rankField(ranked.find(({ rank }) => rank > most)?.candidate ?? ranked.at(-1)!.candidate), most, given: ranked.length });
  return problems.length > 0 ? fail(problems) : succeed(inOrder(ranked));
}

type Ranked = { candidate: Candidate; rank: number };

function readRanks({ ranks }: Typed, refuse: (candidate: Candidate) => void): Ranked[] {
  return [...ranks].flatMap(([candidate, typed]) => {
    if (typed === "") return [];
    if (/^0{0,3}[1-9]\d{0,3}$/.test(typed)) return [{ candidate, rank: Number(typed) }];
    refuse(candidate);
    return [];
  });
}

const inOrder = (ranked: readonly Ranked[]) => [...ranked].sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);

/** The same ranks without gaps, where gaps are all that is wrong and the order is plain; null otherwise. */
export function withoutGaps(typed: Typed, paper: Paper): Candidate[] | null {
  const read = readBallot(typed, paper);
  if (read.ok || read.problem.some(({ code }) => code !== "gap")) return null;
  return inOrder(readRanks(typed, () => undefined));
}

/** What stands on a paper, rank by rank: two given alike stand together, a rank left out is an empty one. Null where a field holds no number. */
export function readPaper(typed: Typed, paper: Paper): Preference[] | null {
  if (kindOfBallot(paper.rules) === "crosses") return [...typed.crosses].sort((a, b) => a - b);
  let isUnread = false;
  const ranked = readRanks(typed, () => (isUnread = true));
  const highest = Math.max(0, ...ranked.map(({ rank }) => rank));
  if (isUnread || highest > mostRankOnPaper) return null;
  return Array.from({ length: highest }, (_, index) => {
    const here = ranked.filter(({ rank }) => rank === index + 1).map(({ candidate }) => candidate);
    return here.length === 1 ? here[0]! : here;
  });
}

/** Somebody may write any number on a paper; beyond this it is a slip of the keys. */
const mostRankOnPaper = 999;

/** The ranks that preferences give, to fill in the fields again. */
export function ranksOf(preferences: readonly Preference[]): Map<Candidate, number> {
  return new Map(preferences.flatMap((preference, index) => [preference].flat().map((candidate) => [candidate, index + 1] as const)));
}

/** Why a paper counts for nobody, besides being blank; the words are `poll:spoilt.<reason>`. */
export const spoiltReasons = ["identifies", "unclear", "not-ours"] as const;
export type SpoiltReason = (typeof spoiltReasons)[number];

/** A paper as one of two people keyed it. */
export type Keyed = { preferences: Preference[]; spoilt: SpoiltReason | null };

/** Whether two keyed the same; of a spoilt paper the reason must be the same too. */
export function agree(first: Keyed, second: Keyed): boolean {
  return first.spoilt === second.spoilt && (first.spoilt !== null || JSON.stringify(first.preferences) === JSON.stringify(second.preferences));
}
