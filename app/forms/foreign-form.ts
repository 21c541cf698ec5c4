// A form made in another program, on its way to becoming one of ours: what is read from it, in what words, and what is not.
import { beginningOf } from "#app/shared/cut.ts";
import { isLanguage, type Language, type Text } from "#app/shared/languages.ts";
import type { Result } from "#app/shared/result.ts";
import type { FormDefinition } from "./definition.ts";
import type { LeftOut, Refused } from "./left-out.ts";

export type ForeignTexts = { title: Text; summary: Text; purpose: Text; opensOn?: string; closesOn?: string };

export type TakenOver = ForeignTexts & { definition: FormDefinition; leftOut: LeftOut[] };

/** What was made of the file, or why nothing could be made of it, with what stood in the way. */
export type ForeignForm = Result<TakenOver, { refused: Refused; leftOut: LeftOut[] }>;

/** The answers other programs offer without writing them in the file, in every language. */
export type FixedTexts = Record<
  "yes" | "no" | "uncertain" | "none" | "other" | "comment" | "agree" | "female" | "male" | "increase" | "same" | "decrease",
  Text
>;

export type Parts = Record<string, unknown>;

/** The parts of an object; none for anything else. */
export function partsOf(value: unknown): Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {};
}

/** The members of a list that are objects; none for anything else. */
export function listOf(value: unknown): Parts[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null && !Array.isArray(one)).map(partsOf) : [];
}

/** A text, number or truth as a text; blank for anything else. */
export function said(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** A number, also where it was written as a text. */
export function numberIn(value: unknown): number | undefined {
  const text = said(value);
  const number = Number(text);
  return text === "" || !Number.isFinite(number) ? undefined : number;
}

/** A whole number of at least this much. */
export function countIn(value: unknown, least = 1): number | undefined {
  const number = numberIn(value);
  return number !== undefined && Number.isInteger(number) && number >= least ? number : undefined;
}

/** Ours for a tag like "cy" or "en-GB"; undefined where we do not have it. */
export function languageFor(tag: unknown): Language | undefined {
  const [first = ""] = said(tag).toLowerCase().split(/[-_]/);
  return isLanguage(first) ? first : undefined;
}

/** The beginning of a text on one line, for a list. */
export function shortly(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${beginningOf(line, 59)}…`;
}

/** Words that a file has once, in each language in which it has this label. */
export function inLanguagesOf(label: Text, words: string): Text {
  return Object.fromEntries(Object.keys(label).map((language) => [language, words]));
}

/** The longest summary that a consultation may have. */
export const mostInSummary = 300;

/** What stands for a summary where the form has none of its own. */
export function summaryFrom(title: Text): Text {
  return Object.fromEntries(Object.entries(title).map(([language, words]) => [language, beginningOf(words, mostInSummary)]));
}
