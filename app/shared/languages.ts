// The languages Folkmoot ships, and texts that exist in several of them.
import { z } from "zod";

/** BCP 47 tags of the languages shipped complete; the first is the one an address without a language means. */
export const languages = ["en", "cy", "ur"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "en";

/** Each language in its own name, for the language switch. */
export const languageNames: Record<Language, string> = { en: "English", cy: "Cymraeg", ur: "اردو" };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export type Direction = "ltr" | "rtl";

/** Writing direction of a language we ship. */
export function directionOf(language: Language): Direction {
  return language === "ur" ? "rtl" : "ltr";
}

/** What is said in one language within a sentence of another: kept apart where the two run in different directions. */
export function apart(said: string, language: Language, within: Language): string {
  return directionOf(language) === directionOf(within) ? said : `\u2068${said}\u2069`;
}

/** The name of a language within a sentence of another. */
export function languageNamed(language: Language, within: Language): string {
  return apart(languageNames[language], language, within);
}

/** A text in one or more languages; a language that is missing or blank has not been translated. */
export type Text = { [language in Language]?: string };

export const textSchema: z.ZodType<Text> = z.partialRecord(z.enum(languages), z.string().max(20_000));

/**
 * The text in the language asked for, else in the first language that has it (English first), with the language it is
 * really in, so that the page can mark `lang` and `dir`. Blank when no language has it.
 */
export function textIn(text: Text | undefined, language: Language): { text: string; language: Language } {
  for (const candidate of [language, ...languages]) {
    const found = text?.[candidate];
    if (found !== undefined && found.trim() !== "") return { text: found, language: candidate };
  }
  return { text: "", language };
}

/** The text without the languages it is blank in; undefined where nothing is left. */
export function filled(text: Text): Text | undefined {
  const kept = Object.entries(text).filter(([, words]) => words.trim() !== "");
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A text within a sentence: kept apart from it where the two run in different directions. */
export function within(text: Text | undefined, { language }: { language: Language }): string {
  const found = textIn(text, language);
  return apart(found.text, found.language, language);
}
