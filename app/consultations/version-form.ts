// What an editor writes with a new version of the questions: why there is one, and what is done about languages it is not complete in.
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";
import { languageInput } from "./launch-form.ts";
import type { VersionDecisions } from "./new-version.ts";
import { reasonInput } from "./step-form.ts";

export type VersionEntries = Record<string, string>;

/** A problem with an input; the words are `versions:wrong.<code>`. */
export type VersionFormProblem = { input: string; code: "reason-missing" | "reason-too-long" };

const longestReason = 2000;

export const versionInputs = [...languages.map(reasonInput), ...languages.map(languageInput)];

export function versionAsTyped({ reason, partialLanguages, blockedLanguages }: VersionDecisions): VersionEntries {
  const decided = (language: Language) => (partialLanguages.includes(language) ? "english" : blockedLanguages.includes(language) ? "block" : "");
  return {
    ...Object.fromEntries(languages.map((language) => [reasonInput(language), reason?.[language] ?? ""])),
    ...Object.fromEntries(languages.map((language) => [languageInput(language), decided(language)])),
  };
}

export function readVersionForm(entries: VersionEntries): Result<VersionDecisions, VersionFormProblem[]> {
  const said = languages.map((language) => [language, passage(entries[reasonInput(language)] ?? "")] as const).filter(([, words]) => words !== "");
  const problems: VersionFormProblem[] = said.filter(([, words]) => words.length > longestReason).map(([language]) => ({ input: reasonInput(language), code: "reason-too-long" }));
  if (said.length === 0) problems.push({ input: reasonInput("en"), code: "reason-missing" });
  if (problems.length > 0) return fail(problems);
  const decided = (how: string) => languages.filter((language) => entries[languageInput(language)] === how);
  const reason: Text = Object.fromEntries(said);
  return succeed({ reason, partialLanguages: decided("english"), blockedLanguages: decided("block") });
}
