// What officers fill in for a section of a report: their own words, and whether and why it is left out.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";
import type { Written } from "./report-blocks.ts";

/** Characters in one language. */
export const longest = { words: 15_000, reason: 1000 } as const;

export const sectionUnits: readonly Unit[] = [...(["words", "reason"] as const).flatMap((field) => languages.map((language) => [`${field}-${language}`])), ["hidden"]];

/** The field is an input's name; the text is `reports:problem.<code>`. */
export type SectionProblem = { field: string; code: "too-long" | "reason-missing"; most?: number };

/** What was typed, tidied; or what is wrong with it. A section that is left out says why in the main language at least. */
export function readSection(entries: Entries): Result<Written, SectionProblem[]> {
  const read = (field: "words" | "reason"): Text => readText(field, entries, passage);
  const [words, reason] = [read("words"), read("reason")];
  const isHidden = entries.hidden === "yes";
  const problems: SectionProblem[] = [
    ...tooLong("words", words, longest.words).map((field): SectionProblem => ({ field, code: "too-long", most: longest.words })),
    ...tooLong("reason", reason, longest.reason).map((field): SectionProblem => ({ field, code: "too-long", most: longest.reason })),
  ];
  if (isHidden && reason[defaultLanguage] === undefined) problems.push({ field: `reason-${defaultLanguage}`, code: "reason-missing" });
  return problems.length > 0 ? fail(problems) : succeed({ words, hiddenBecause: isHidden ? reason : null });
}

/** A section as it would be typed, to be changed. */
export function sectionAsTyped({ words, hiddenBecause }: Written): Entries {
  return { ...textAsTyped("words", words), ...textAsTyped("reason", hiddenBecause ?? {}), hidden: hiddenBecause ? "yes" : "" };
}
