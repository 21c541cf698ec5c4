// Why results were corrected or taken back, as the public reads it.
import { languages, textIn, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";

export const longestReason = 1000;

export type ReasonRefused = { typed: Record<string, string>; missing: boolean; long: string[] };

/** The reason in the languages it was given in, one of the consultation's at least; or what was typed, with what is wrong. */
export function readReason(form: URLSearchParams, of: readonly Language[]): Result<Text, ReasonRefused> {
  const typed = Object.fromEntries(languages.map((language) => [`reason-${language}`, form.get(`reason-${language}`) ?? ""]));
  const text = readText("reason", typed, passage);
  const long = tooLong("reason", text, longestReason);
  const missing = textIn(text, of[0] ?? "en").text === "";
  return missing || long.length > 0 ? fail({ typed, missing, long }) : succeed(text);
}
