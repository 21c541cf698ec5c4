// From the text of a ballot file to its sheet, or to the sentence of what is wrong: the same for the command and for whoever counts again.
import { readBlt } from "./blt.ts";
import { readCon } from "./con.ts";
import { Infeasible, type Contest, type ReservedCategory, type RuleSet } from "./contest.ts";
import { readCsvMatrix } from "./csv-matrix.ts";
import { fileProblemInWords } from "./file-problem.ts";
import { ballotPaperOrder, lotsFromSeed, lotsProblemInWords, readLots, type Sha256 } from "./lots.ts";
import { obstaclesTo } from "./obstacles.ts";
import { obstacleInWords } from "./refusal.ts";
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
  lots?: string;
  seed?: string;
};

/** The sheet by `rules`; where `again` is given, that counter's too. */
export async function countFile(asked: FileAsked, sha256: Sha256, again?: Counter): Promise<Result<{ sheet: Sheet; again?: Sheet }, string>> {
  const contest = contestOf(asked);
  if (!contest.ok) return contest;
  const { name, mostPapers = Infinity, count } = rulesOf[asked.rules];
  const papers = contest.value.ballots.reduce((sum, ballot) => sum + ballot.papers, 0);
  if (papers > mostPapers) return fail(`${name}: at most ${mostPapers} papers can be counted exactly, and there are ${papers}`);
  const reserved = reservesOf(asked, contest.value);
  if (!reserved.ok) return reserved;
  const lots = await lotsOf(asked, contest.value.candidates.length, sha256);
  if (!lots.ok) return lots;
  const terms = { lots: lots.value, reserved: reserved.value };
  try {
    return succeed({ sheet: count(contest.value, terms), ...(again && { again: again(contest.value, terms) }) });
  } catch (problem) {
    if (problem instanceof Infeasible) return fail(refusal(contest.value, reserved.value));
    throw problem;
  }
}

function contestOf({ file, text, seats }: FileAsked): Result<Contest, string> {
  const isTable = /\.csv$/i.test(file);
  if (isTable && seats === undefined) return fail("a table of ranks does not say how many places there are: say so with --seats");
  const title = file.replace(/^.*[/\\]/, "").replace(/\.csv$/i, "");
  const read = isTable ? readCsvMatrix(text, { title, seats: seats! }) : readBlt(text);
  if (!read.ok) return fail(fileProblemInWords(read.problem));
  return succeed(seats === undefined ? read.value : { ...read.value, seats });
}

function reservesOf({ reserves }: FileAsked, { candidates }: Contest): Result<ReservedCategory[], string> {
  if (reserves === undefined) return succeed([]);
  const read = readCon(reserves, candidates.length);
  return read.ok ? read : fail(`constraints, ${fileProblemInWords(read.problem)}`);
}

async function lotsOf({ lots, seed }: FileAsked, candidates: number, sha256: Sha256): Promise<Result<number[], string>> {
  if (seed !== undefined) return succeed(await lotsFromSeed(seed, candidates, sha256));
  if (lots === undefined) return succeed(ballotPaperOrder(candidates));
  const read = readLots(lots, candidates);
  return read.ok ? read : fail(lotsProblemInWords(read.problem));
}

function refusal({ candidates, seats, withdrawn }: Contest, categories: readonly ReservedCategory[]): string {
  const obstacles = obstaclesTo({ candidates: candidates.length, seats, categories, elected: [], excluded: withdrawn });
  return `the places cannot be filled as the constraints ask: ${obstacles.map(obstacleInWords).join("; ")}`;
}
