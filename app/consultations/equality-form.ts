// The equality questions: asked after sending, each to be skipped, kept apart from the response.
// The harmonised options come from disclosure/; labels are those for England.
import { equalityOptions, preferNotToSay } from "#app/disclosure/equality-options.ts";
import type { Condition, FormDefinition, QuestionOf } from "#app/forms/definition.ts";
import { languages } from "#app/shared/languages.ts";
import type { Say } from "./sending-form.ts";

type Asked = {
  id: string;
  options: readonly string[];
  /** The option that may be said in one's own words. */
  writeIn?: string;
  hint?: true;
  hintsOf?: readonly string[];
  showWhen?: Condition;
};

const ethnicGroups = {
  white: ["british", "irish", "gypsy-traveller", "other"],
  mixed: ["white-black-caribbean", "white-black-african", "white-asian", "other"],
  asian: ["indian", "pakistani", "bangladeshi", "chinese", "other"],
  black: ["african", "caribbean", "other"],
  other: ["arab", "other"],
} as const satisfies Record<(typeof equalityOptions)["ethnic-group"][number], readonly string[]>;

const asked: readonly Asked[] = [
  { id: "age-band", options: equalityOptions["age-band"] },
  { id: "sex", options: equalityOptions.sex },
  { id: "gender-identity", options: ["yes", "no"], writeIn: "no" },
  { id: "ethnic-group", options: equalityOptions["ethnic-group"] },
  ...Object.entries(ethnicGroups).map(([group, options]) => ({
    id: `ethnic-${group}`,
    options,
    writeIn: "other",
    showWhen: { question: "ethnic-group", is: group },
  })),
  {
    id: "religion",
    options: equalityOptions.religion,
    writeIn: "other",
    hintsOf: ["christian"],
  },
  { id: "condition", options: equalityOptions.condition },
  {
    id: "condition-impact",
    options: ["lot", "little", "no"],
    hint: true,
    showWhen: { question: "condition", is: "yes" },
  },
  {
    id: "sexual-orientation",
    options: equalityOptions["sexual-orientation"],
    writeIn: "other",
    // Not asked of children under 16.
    showWhen: { not: { question: "age-band", is: "u16" } },
  },
];

// Local policy: the statistical standard for gender identity was withdrawn to interim guidance on 11 December 2024.
const switchedOff: readonly string[] = ["gender-identity"];

/** The form, one question a page; what is switched off is asked only when named in `also`. */
export function equalityForm(say: Say, { also = [] }: { also?: readonly string[] } = {}): FormDefinition {
  return {
    languages: [...languages],
    sections: [
      {
        id: "equality",
        heading: say("consultations:equality.heading"),
        layout: "one-question-a-page",
        questions: asked.filter(({ id }) => !switchedOff.includes(id) || also.includes(id)).map((one) => questionOf(one, say)),
      },
    ],
  };
}

function questionOf({ id, options, writeIn, hint, hintsOf = [], showWhen }: Asked, say: Say): QuestionOf<"one-choice"> {
  return {
    id,
    type: "one-choice",
    label: say(`consultations:equality.question.${id}.label`),
    ...(hint && { hint: say(`consultations:equality.question.${id}.hint`) }),
    ...(showWhen && { showWhen }),
    options: [
      ...options.map((option) => ({
        id: option,
        label: say(`consultations:equality.question.${id}.${option}`),
        ...(hintsOf.includes(option) && { hint: say(`consultations:equality.question.${id}.${option}-hint`) }),
        ...(option === writeIn && { writeIn: true }),
      })),
      { id: preferNotToSay, label: say("consultations:equality.prefer-not-to-say"), divider: true },
    ],
  };
}
