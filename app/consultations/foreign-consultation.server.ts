// A consultation out of another program's form: what cannot be carried over is told before anything is saved.
import { foreignProgram, readForeignForm } from "#app/forms/foreign-forms.ts";
import type { FixedTexts, LeftOut } from "#app/forms/foreign-form.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { readConsultationFile, type ReadConsultation } from "./consultation-file.ts";
import { wayTo } from "./file-problem.ts";

const words = wordsFor("en");
const each = languages.map(wordsFor);
const inEach = (key: string): Text => Object.fromEntries(each.map(({ language, t }) => [language, t(key)]));

const fixed: FixedTexts = {
  yes: inEach("forms:yes-no.yes"),
  no: inEach("forms:yes-no.no"),
  uncertain: inEach("forms:foreign.uncertain"),
  none: inEach("forms:foreign.none"),
  other: inEach("forms:foreign.other"),
  comment: inEach("forms:foreign.comment"),
  agree: inEach("forms:foreign.agree"),
  female: inEach("forms:foreign.female"),
  male: inEach("forms:foreign.male"),
  increase: inEach("forms:foreign.increase"),
  same: inEach("forms:foreign.same"),
  decrease: inEach("forms:foreign.decrease"),
};

/**
 * The consultation that becomes of it. Tells what is not carried over, and refuses where there is such and it was not asked
 * for the rest alone.
 */
export function readForeignConsultation(input: unknown, asked: { leaveOut?: boolean }, say: (line: string) => void): ReadConsultation {
  const program = foreignProgram(input) ?? "";
  const read = readForeignForm(input, fixed);
  const leftOut = read.ok ? read.value.leftOut : read.problem.leftOut;
  const lines = leftOut.map(inWords);
  if (!read.ok) throw new PlainError([`The form of ${program} cannot be taken. ${read.problem.says}`, ...lines].join("\n"));
  say(`A form of ${program}.`);
  if (leftOut.length === 0) say("Everything in it is carried over.");
  else if (!asked.leaveOut) {
    const ask = "Nothing is saved. With --leave-out the rest is taken in without it.";
    throw new PlainError(["Not carried over, or not whole:", ...lines, ask].join("\n"));
  } else for (const line of ["Not carried over, or not whole:", ...lines]) say(line);
  return consultationOf(read.value);
}

function inWords({ what, why }: LeftOut): string {
  return `  ${what}: ${typeof why === "string" ? why : `is left out: ${words.t(`forms:problem.${why.code}`, why.values)}`}`;
}

type TakenOver = Extract<ReturnType<typeof readForeignForm>, { ok: true }>["value"];

function consultationOf({ title, summary, purpose, opensOn, closesOn, definition }: TakenOver): ReadConsultation {
  const dates = { ...(opensOn !== undefined && { opensOn }), ...(closesOn !== undefined && { closesOn }) };
  const file = readConsultationFile({ consultation: { title, summary, purpose, ...dates }, form: definition });
  if (file.ok) return file.value;
  const problems = file.problem.map((problem) => `  ${wayTo(problem.path)}: ${"says" in problem ? problem.says : problem.code}`);
  throw new PlainError(["The form cannot be taken:", ...problems].join("\n"));
}
