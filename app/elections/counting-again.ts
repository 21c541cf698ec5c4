// Counting a published file again, wherever that is done: from the texts of the files to both sheets.
import { readBlt } from "#app/counting/blt.ts";
import { readCon } from "#app/counting/con.ts";
import type { Contest, RuleSet } from "#app/counting/contest.ts";
import { ballotPaperOrder, readLots } from "#app/counting/lots.ts";
import type { FileProblem } from "#app/counting/file-problem.ts";
import { sheetJson } from "#app/counting/sheet-json.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { countTwice } from "./counted.ts";

export type Files = { ballots: string; reserves: string | null; rules: RuleSet; lots: string };

/** The words are `results:recount.problem.<code>`; `file` comes with the line and what is wrong there. */
export type AgainProblem = { code: "file"; file: FileProblem } | { code: "lots" | "infeasible" | "differ" };

/** Counts the files by both counters. */
export function countFiles({ ballots, reserves, rules, lots }: Files): Result<{ contest: Contest; sheet: Sheet; json: string }, AgainProblem> {
  const contest = readBlt(ballots);
  if (!contest.ok) return fail({ code: "file", file: contest.problem });
  const { candidates } = contest.value;
  const reserved = reserves === null || reserves.trim() === "" ? null : readCon(reserves, candidates.length);
  if (reserved && !reserved.ok) return fail({ code: "file", file: reserved.problem });
  const order = lots.trim() === "" ? succeed(ballotPaperOrder(candidates.length)) : readLots(lots, candidates.length);
  if (!order.ok) return fail({ code: "lots" });
  const counted = countTwice(rules, contest.value, { lots: order.value, reserved: reserved?.ok ? reserved.value : [] });
  if (counted.kind !== "counted") return fail({ code: counted.kind });
  return succeed({ contest: contest.value, sheet: counted.sheet, json: counted.first });
}

/**
 * Whether a sheet that was published says the same as one counted here, to the last figure. How many papers did not count is left out, since
 * those are not in every file that is published.
 */
export function saysTheSame(published: Sheet, here: Sheet): boolean {
  const counted = ({ title: _, invalid: __, ...sheet }: Sheet) => sheetJson({ ...sheet, title: "", invalid: 0 });
  return counted(published) === counted(here);
}
