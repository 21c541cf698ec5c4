// What the returning officer rules on a nomination, as it was typed.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";
import { rulingReasons, rulings, whyNotValid, type Course, type Ruling, type RulingReason } from "./nomination.ts";

export type RulingHead = { ruling: Ruling; reason: { code: RulingReason; words: string } | null };

/** In characters. */
export const longestWords = 2000;

/** The words are `candidates:problem.<code>`. */
export type RulingProblem = { field: "ruling" | "reason" | "words"; code: "ruling-missing" | "reason-missing-code" | "words-missing" | "too-long" | "withdrawn" | "no-consent" | "not-supported" | "served-early" | "served"; most?: number };

/** An invalid nomination is told why: by a reason, and in words, because they may be argued with. */
export function readRuling(entries: { ruling: string; reason: string; words: string }, course: Course, supporters: number): Result<RulingHead, RulingProblem[]> {
  const ruling = rulings.find((one) => one === entries.ruling);
  if (!ruling) return fail([{ field: "ruling", code: "ruling-missing" }]);
  if (ruling === "valid") {
    const why = whyNotValid(course, supporters);
    return why === null ? succeed({ ruling, reason: null }) : fail([{ field: "ruling", code: why }]);
  }
  const problems: RulingProblem[] = [];
  const code = rulingReasons.find((one) => one === entries.reason);
  const words = passage(entries.words);
  if (!code) problems.push({ field: "reason", code: "reason-missing-code" });
  if (words === "") problems.push({ field: "words", code: "words-missing" });
  if ([...words].length > longestWords) problems.push({ field: "words", code: "too-long", most: longestWords });
  return problems.length > 0 || !code ? fail(problems) : succeed({ ruling, reason: { code, words } });
}
