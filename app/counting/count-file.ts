// From the text of a ballot file to its sheet, or to what stands in the way of it: the same for the command and for whoever counts again.
import { readBlt } from "./blt.ts";
import { readCon } from "./con.ts";
import type { Contest, ReservedCategory, RuleSet } from "./contest.ts";
import { countWith } from "./counted.ts";
import { readCsvMatrix } from "./csv-matrix.ts";
import type { FileProblem } from "./file-problem.ts";
import { ballotPaperOrder, lotsFromSeed, readLots, type LotsProblem, type Sha256 } from "./lots.ts";
import { obstaclesTo, type Obstacle } from "./obstacles.ts";
import { rulesOf } from "./rule-sets.ts";
import type { Counter, Sheet } from "./sheet.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type FileAsked = {
  /** The name, which says whether it is a table. */
  file: string;
  text: string;
  rules: RuleSet;
  /** Instead of what the file says. */
  seats?: number;
  /** The text of a CON file. */
  reserves?: string;
  /** By hand, or from a seed; in the order of the ballot paper where neither is given. */
  lots?: string;
  seed?: { text: string; sha256: Sha256 };
};

export type CountProblem =
  | { code: "file" | "reserves"; file: FileProblem }
  /** A table of ranks does not say how many places there are. */
  | { code: "seats" }
  | { code: "papers"; rules: RuleSet; most: number; papers: number }
  | { code: "lots"; lots: LotsProblem }
  | { code: "infeasible"; obstacles: Obstacle[] }
  /** One counter finds that the places cannot be filled, and the other fills them. */
  | { code: "differ" };

/** The sheet; where `again` is given, that counter's too. */
export async function countFile(asked: FileAsked, again?: Counter): Promise<Result<{ sheet: Sheet; again?: Sheet }, CountProblem>> {
  const { rules } = asked;
  const contest = readContest(asked);
  if (!contest.ok) return contest;
  const reserved = readReserved(asked, contest.value);
  if (!reserved.ok) return reserved;
  const lots = await lotsOf(asked, contest.value.candidates.length);
  if (!lots.ok) return lots;
  const counted = countWith(rules, contest.value, { lots: lots.value, reserved: reserved.value }, again);
  if (counted.kind === "counted") return succeed(counted);
  return fail(counted.kind === "differ" ? { code: "differ" } : { code: "infeasible", obstacles: obstaclesIn(contest.value, reserved.value) });
}

/** What a ballot file says, where those rules can count it. */
export function readContest(asked: Pick<FileAsked, "file" | "text" | "rules" | "seats">): Result<Contest, CountProblem> {
  const { rules } = asked;
  const contest = contestOf(asked);
  if (!contest.ok) return contest;
  const { mostPapers: most = Infinity } = rulesOf[rules];
  const papers = contest.value.ballots.reduce((sum, ballot) => sum + ballot.papers, 0);
  return papers > most ? fail({ code: "papers", rules, most, papers }) : contest;
}

function contestOf({ file, text, seats }: Pick<FileAsked, "file" | "text" | "seats">): Result<Contest, CountProblem> {
  const isTable = /\.csv$/i.test(file);
  if (isTable && seats === undefined) return fail({ code: "seats" });
  const title = file.replace(/^.*[/\\]/, "").replace(/\.csv$/i, "");
  const read = isTable ? readCsvMatrix(text, { title, seats: seats! }) : readBlt(text);
  if (!read.ok) return fail({ code: "file", file: read.problem });
  return succeed(seats === undefined ? read.value : { ...read.value, seats });
}

/** The groups of a CON file for which places are kept; none without one. */
export function readReserved({ reserves }: Pick<FileAsked, "reserves">, { candidates }: Contest): Result<ReservedCategory[], CountProblem> {
  if (reserves === undefined) return succeed([]);
  const read = readCon(reserves, candidates.length);
  return read.ok ? read : fail({ code: "reserves", file: read.problem });
}

async function lotsOf({ lots, seed }: FileAsked, candidates: number): Promise<Result<number[], CountProblem>> {
  if (seed !== undefined) return succeed(await lotsFromSeed(seed.text, candidates, seed.sha256));
  if (lots === undefined) return succeed(ballotPaperOrder(candidates));
  const read = readLots(lots, candidates);
  return read.ok ? read : fail({ code: "lots", lots: read.problem });
}

function obstaclesIn({ candidates, seats, withdrawn }: Contest, categories: readonly ReservedCategory[]): Obstacle[] {
  return obstaclesTo({ candidates: candidates.length, seats, categories, elected: [], excluded: withdrawn });
}
