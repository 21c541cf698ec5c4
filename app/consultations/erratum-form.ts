// A correction to a published form as an officer types it: to which question, and in which words.
import { questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
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

export type Correctable = { question: Question; versionId: string; isAsked: boolean };

/**
 * The questions that can be corrected, each as the newest version words it that asks it, those still asked first: whoever began
 * under an earlier version answers its questions to the end. The versions are given newest first.
 */
export function questionsToCorrect(versions: readonly { id: string; definition: FormDefinition }[]): Correctable[] {
  const found = new Map<string, Correctable>();
  for (const [index, { id: versionId, definition }] of versions.entries()) {
    for (const question of questionsOf(definition)) {
      if (question.type !== "statement" && !found.has(question.id)) found.set(question.id, { question, versionId, isAsked: index === 0 });
    }
  }
  return [...found.values()];
}

/** The correction, to a question of these ids; null for the form as a whole. */
export function readErratum(entries: ErratumEntries, questionIds: readonly string[]): Result<{ questionId: string | null; text: Text }, ErratumProblem[]> {
  const problems: ErratumProblem[] = [];
  const about = entries["about"] ?? "";
  const isKnown = about === wholeForm || questionIds.includes(about);
  if (!isKnown) problems.push({ input: "about", code: "about-missing" });
  const said = languages.map((language) => [language, passage(entries[`text-${language}`] ?? "")] as const).filter(([, words]) => words !== "");
  const tooLong = said.find(([, words]) => words.length > longestErratum);
  if (said.length === 0) problems.push({ input: "text-en", code: "text-missing" });
  if (tooLong) problems.push({ input: `text-${tooLong[0]}`, code: "text-too-long" });
  return problems.length > 0 ? fail(problems) : succeed({ questionId: about === wholeForm ? null : about, text: Object.fromEntries(said) });
}
