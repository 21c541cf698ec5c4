// Who of those accepted is appointed. Where more were accepted than there are places an officer says who, and why; nothing is counted. [A6.5]
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";

/** In characters. */
export const longestReason = 1000;

/** The field is an input's name; the words are `nominating:problem.<code>`. */
export type FillingProblem = { field: string; code: "choose-nobody" | "choose-too-many" | "reason-missing" | "too-long" | "unknown"; most?: number };

type Choice = { accepted: readonly string[]; /** Seats that are free. */ free: number };

/** Who was ticked: as many as there are seats at most, with a reason for all to read wherever somebody accepted is left out. */
export function readFilling(entries: Entries, chosen: readonly string[], { accepted, free }: Choice): Result<{ chosen: string[]; reason: Text }, FillingProblem[]> {
  const problems: FillingProblem[] = [];
  const ids = [...new Set(chosen)];
  const reason = readText("reason", entries, passage);
  if (ids.some((id) => !accepted.includes(id))) problems.push({ field: "chosen", code: "unknown" });
  else if (ids.length === 0) problems.push({ field: "chosen", code: "choose-nobody" });
  else if (ids.length > free) problems.push({ field: "chosen", code: "choose-too-many", most: free });
  if (ids.length < accepted.length && Object.keys(reason).length === 0) problems.push({ field: `reason-${defaultLanguage}`, code: "reason-missing" });
  for (const field of tooLong("reason", reason, longestReason)) problems.push({ field, code: "too-long", most: longestReason });
  return problems.length > 0 ? fail(problems) : succeed({ chosen: ids, reason });
}

/** Why a round ends without anybody: said for all to read. */
export function readEndingReason(entries: Entries): Result<Text, FillingProblem[]> {
  const reason = readText("reason", entries, passage);
  if (Object.keys(reason).length === 0) return fail([{ field: `reason-${defaultLanguage}`, code: "reason-missing" }]);
  const long = tooLong("reason", reason, longestReason);
  return long.length > 0 ? fail(long.map((field) => ({ field, code: "too-long" as const, most: longestReason }))) : succeed(reason);
}
