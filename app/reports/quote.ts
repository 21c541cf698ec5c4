// A part of somebody's answer that is quoted in a report: chosen by an officer, shown only as the answer may be published now.
import { liesIn } from "#app/analysis/coding.ts";
import type { RespondentType } from "#app/consultations/response.ts";
import { isAllRemoved, segmentsOf, type Removal, type Segment } from "#app/moderation/redaction.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";

/** Whether it speaks for what was asked about, against it, or neither; the words are `reports:side.<side>`. */
export const sides = ["support", "oppose", "neither"] as const;
export type Side = (typeof sides)[number];

/** A quote as everybody reads it. */
export type LiveQuote = {
  id: string;
  /** Null where the answer may not be quoted any more. */
  segments: Segment[] | null;
  language: string;
  /** Whoever let their name be published; null for everybody else. */
  name: string | null;
  /** Null where that would tell who it is. */
  respondentType: RespondentType | null;
};

/** Those who are not named are quoted only where so many answered in their own words that nobody can be recognised by having done so. */
export const leastAnswers = 5;

/** Of a text as it is published, the part that is quoted, with what was removed standing as its reason; null where nothing is left that says something. */
export function quotedPart(text: string, { start, end }: { start: number; end: number }, removals: readonly Removal[]): Segment[] | null {
  const inside = removals.map((removal) => ({ ...removal, start: removal.start - start, end: removal.end - start })).filter((removal) => removal.end > 0 && removal.start < end - start);
  const segments = segmentsOf(text.slice(start, end), inside.map((removal) => ({ ...removal, start: Math.max(0, removal.start) })));
  return isAllRemoved(segments) ? null : segments;
}

export const longestWhy = 500;
export const mostQuotes = 30;

/** The words are `reports:problem.<code>`. */
export type QuoteProblem = { field: "words" | "side" | "why"; code: "words-elsewhere" | "side-missing" | "why-missing" | "why-too-long" };

export type NewQuote = { start: number; end: number; side: Side; why: string };

/** What was filled in to quote a text: all of it where no words are named, else those words as they stand in it. */
export function readQuote(text: string, typed: { words: string; side: string; why: string }): Result<NewQuote, QuoteProblem[]> {
  const problems: QuoteProblem[] = [];
  const span = spanOf(text, typed.words);
  if (span === null) problems.push({ field: "words", code: "words-elsewhere" });
  const side = sides.find((one) => one === typed.side);
  if (side === undefined) problems.push({ field: "side", code: "side-missing" });
  const why = passage(typed.why);
  // [B7.8] why it was chosen is kept
  if (why === "") problems.push({ field: "why", code: "why-missing" });
  if (why.length > longestWhy) problems.push({ field: "why", code: "why-too-long" });
  return span === null || side === undefined || problems.length > 0 ? fail(problems) : succeed({ ...span, side, why });
}

function spanOf(text: string, typed: string): { start: number; end: number } | null {
  const words = typed.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return { start: 0, end: text.length };
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "u");
  const found = pattern.exec(text);
  const span = found && { start: found.index, end: found.index + found[0].length };
  return span && liesIn(span, text) ? span : null;
}

/** How many of those chosen speak for, against and neither: what a reader is told is balanced. */
export function balanceOf(quotes: readonly { side: Side }[]): Record<Side, number> {
  const balance: Record<Side, number> = { support: 0, oppose: 0, neither: 0 };
  for (const { side } of quotes) balance[side] += 1;
  return balance;
}
