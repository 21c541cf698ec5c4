// A consultation out of another program's form: what cannot be carried over is told before anything is saved.
import { foreignProgram, readForeignForm } from "#app/forms/foreign-forms.ts";
import type { FixedTexts } from "#app/forms/foreign-form.ts";
import { leftOutInWords, refusedInWords } from "#app/forms/left-out.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { readConsultationFile, type ReadConsultation } from "./consultation-file.ts";
import { problemInWords } from "./file-problem.ts";

const fixed: FixedTexts = {
  yes: textInAll("forms:yes-no.yes"),
  no: textInAll("forms:yes-no.no"),
  uncertain: textInAll("forms:foreign.uncertain"),
  none: textInAll("forms:foreign.none"),
  other: textInAll("forms:foreign.other"),
  comment: textInAll("forms:foreign.comment"),
  agree: textInAll("forms:foreign.agree"),
  female: textInAll("forms:foreign.female"),
  male: textInAll("forms:foreign.male"),
  increase: textInAll("forms:foreign.increase"),
  same: textInAll("forms:foreign.same"),
  decrease: textInAll("forms:foreign.decrease"),
};

/** What was made of another program's form: a consultation and what of the form is not in it, a line each. */
export type TakenOverForm = { program: string; read: ReadConsultation; leftOut: string[] };

/** Why nothing could be made of it, a line each, and what stood in the way. */
export type NotTaken = { program: string; says: string[]; leftOut: string[] };

/** The consultation that becomes of another program's form. Saves nothing. */
export function takeOver(input: unknown, words: Pick<Words, "t">): Result<TakenOverForm, NotTaken> {
  const program = foreignProgram(input) ?? "";
  const form = readForeignForm(input, fixed);
  const leftOut = (form.ok ? form.value.leftOut : form.problem.leftOut).map((one) => leftOutInWords(one, words));
  if (!form.ok) return fail({ program, says: [refusedInWords(form.problem.refused, words)], leftOut });
  const { title, summary, purpose, opensOn, closesOn, definition } = form.value;
  const dates = { ...(opensOn !== undefined && { opensOn }), ...(closesOn !== undefined && { closesOn }) };
  const file = readConsultationFile({ consultation: { title, summary, purpose, ...dates }, form: definition });
  if (file.ok) return succeed({ program, read: file.value, leftOut });
  return fail({ program, says: file.problem.map((problem) => problemInWords(problem, words)), leftOut });
}

/**
 * The same for the command. Tells what is not carried over, and refuses where there is such and it was not asked for the rest
 * alone.
 */
export function readForeignConsultation(input: unknown, asked: { leaveOut?: boolean }, say: (line: string) => void): ReadConsultation {
  const taken = takeOver(input, wordsFor("en"));
  const { program, leftOut } = taken.ok ? taken.value : taken.problem;
  const lines = leftOut.map((line) => `  ${line}`);
  if (!taken.ok) throw new PlainError([`The form of ${program} cannot be taken. ${taken.problem.says.join("\n  ")}`, ...lines].join("\n"));
  say(`A form of ${program}.`);
  if (leftOut.length === 0) say("Everything in it is carried over.");
  else if (!asked.leaveOut) {
    const ask = "Nothing is saved. With --leave-out the rest is taken in without it.";
    throw new PlainError(["Not carried over, or not whole:", ...lines, ask].join("\n"));
  } else for (const line of ["Not carried over, or not whole:", ...lines]) say(line);
  return taken.value.read;
}
