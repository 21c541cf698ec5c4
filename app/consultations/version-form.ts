// What an editor writes with a new version of the questions: why there is one, and what is done about languages it is not complete in.
import type { Entries } from "#app/shared/edits.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";
import { decidedAsTyped, languageInput, readDecided } from "./launch-form.ts";
import type { VersionDecisions } from "./new-version.ts";
import { reasonInput } from "./step-form.ts";

/** A problem with an input; the words are `versions:wrong.<code>`. */
export type VersionFormProblem = { input: string; code: "reason-missing" | "reason-too-long" };

const longestReason = 2000;

export const versionInputs = [...languages.map(reasonInput), ...languages.map(languageInput)];

export function versionAsTyped({ reason, ...decided }: VersionDecisions): Entries {
  return {
    ...Object.fromEntries(languages.map((language) => [reasonInput(language), reason?.[language] ?? ""])),
    ...decidedAsTyped(decided),
  };
}

export function readVersionForm(entries: Entries): Result<VersionDecisions, VersionFormProblem[]> {
  const said = languages.map((language) => [language, passage(entries[reasonInput(language)] ?? "")] as const).filter(([, words]) => words !== "");
  const problems: VersionFormProblem[] = said.filter(([, words]) => words.length > longestReason).map(([language]) => ({ input: reasonInput(language), code: "reason-too-long" }));
  if (said.length === 0) problems.push({ input: reasonInput("en"), code: "reason-missing" });
  if (problems.length > 0) return fail(problems);
  const reason: Text = Object.fromEntries(said);
  return succeed({ reason, ...readDecided(entries, languages) });
}
