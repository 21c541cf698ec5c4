// The forms of other programs that can be taken over, told apart by what they hold.
import { fail } from "#app/shared/result.ts";
import { isBounded } from "./definition.ts";
import { isDefraForm, readDefraForm } from "./defra-form.ts";
import type { FixedTexts, ForeignForm } from "./foreign-form.ts";
import { isGovukForm, readGovukForm } from "./govuk-form.ts";
import { isLimeSurvey, readLimeSurvey } from "./lime-survey.ts";
import { isXGovForm, readXGovForm } from "./x-gov-form.ts";

const kinds: { name: string; is: (input: unknown) => boolean; read: (input: unknown, fixed: FixedTexts) => ForeignForm }[] = [
  { name: "GOV.UK Forms", is: isGovukForm, read: readGovukForm },
  { name: "LimeSurvey", is: isLimeSurvey, read: readLimeSurvey },
  { name: "DEFRA’s forms engine", is: isDefraForm, read: readDefraForm },
  { name: "XGov’s form builder", is: isXGovForm, read: readXGovForm },
];

/** The program a form was made in; undefined where it is none that is known. */
export function foreignProgram(input: unknown): string | undefined {
  return kinds.find(({ is }) => is(input))?.name;
}

/** The form as one of ours, with everything that is not carried over. Never throws. */
export function readForeignForm(input: unknown, fixed: FixedTexts): ForeignForm {
  // XML has been measured while it was read.
  if (!isLimeSurvey(input) && !isBounded(input)) return fail({ refused: { code: "too-big" }, leftOut: [] });
  const kind = kinds.find(({ is }) => is(input));
  return kind ? kind.read(input, fixed) : fail({ refused: { code: "program-unknown" }, leftOut: [] });
}
