// Counting a published file again, wherever that is done: from the texts of the files to the sheet on which both counters agree.
import type { RuleSet } from "#app/counting/contest.ts";
import { countFile, type CountProblem } from "#app/counting/count-file.ts";
import { sheetJson } from "#app/counting/sheet-json.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { secondCounter } from "./counted.ts";

/** `lots` is blank for the order of the ballot paper. */
type Files = { ballots: string; reserves: string | null; rules: RuleSet; lots: string };

/** Counts the files by both counters. The words of a problem are `results:recount.say.<code>`. */
export async function countAgain({ ballots, reserves, rules, lots }: Files): Promise<Result<Sheet, CountProblem>> {
  const asked = { file: "ballots.blt", text: ballots, rules, ...(reserves?.trim() && { reserves }), ...(lots.trim() !== "" && { lots }) };
  const counted = await countFile(asked, secondCounter(rules));
  if (!counted.ok) return counted;
  const { sheet, again } = counted.value;
  return again && sheetJson(again) === sheetJson(sheet) ? succeed(sheet) : fail({ code: "differ" });
}

/**
 * Whether a sheet that was published says the same as one counted here, to the last figure. How many papers did not count is left out, since
 * those are not in every file that is published.
 */
export function saysTheSame(published: Sheet, here: Sheet): boolean {
  const counted = ({ title: _, invalid: __, ...sheet }: Sheet) => sheetJson({ ...sheet, title: "", invalid: 0 });
  return counted(published) === counted(here);
}
