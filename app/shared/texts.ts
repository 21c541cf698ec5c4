// A text in several languages as a form types it: one field a language, "name-en", "name-cy" and so on.
import { languages, type Language, type Text } from "./languages.ts";

/** What was typed, tidied, without the languages that were left blank. */
export function readText(name: string, typed: Readonly<Record<string, string | undefined>>, tidy: (typed: string) => string): Text {
  const text: Text = {};
  for (const language of languages) {
    const said = tidy(typed[`${name}-${language}`] ?? "");
    if (said !== "") text[language] = said;
  }
  return text;
}

/** The text as it would be typed, to be changed. */
export function textAsTyped(name: string, text: Text): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`${name}-${language}`, text[language] ?? ""]));
}

/** The fields in which more was typed than may be, in characters. */
export function tooLong(name: string, text: Text, most: number): string[] {
  const tooMuch = (language: Language) => [...(text[language] ?? "")].length > most;
  return languages.filter(tooMuch).map((language) => `${name}-${language}`);
}
