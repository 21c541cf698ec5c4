// A correction to a published form as an officer types it: to which question, and in which words.
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";

export type ErratumEntries = Record<string, string>;

/** A problem with an input; the words are `correcting:problem.<code>`. */
export type ErratumProblem = { input: string; code: "text-missing" | "text-too-long" | "about-missing" };

/** What is chosen for the form as a whole. */
export const wholeForm = "_form";

export const erratumInputs = ["about", ...languages.map((language) => `text-${language}`)];

const longestErratum = 2000;

/** The correction; null for the form as a whole. */
export function readErratum(entries: ErratumEntries, definition: FormDefinition): Result<{ questionId: string | null; text: Text }, ErratumProblem[]> {
  const problems: ErratumProblem[] = [];
  const about = entries["about"] ?? "";
  const isKnown = about === wholeForm || questionsOf(definition).some(({ id }) => id === about);
  if (!isKnown) problems.push({ input: "about", code: "about-missing" });
  const said = languages.map((language) => [language, passage(entries[`text-${language}`] ?? "")] as const).filter(([, words]) => words !== "");
  const tooLong = said.find(([, words]) => words.length > longestErratum);
  if (said.length === 0) problems.push({ input: "text-en", code: "text-missing" });
  if (tooLong) problems.push({ input: `text-${tooLong[0]}`, code: "text-too-long" });
  return problems.length > 0 ? fail(problems) : succeed({ questionId: about === wholeForm ? null : about, text: Object.fromEntries(said) });
}
