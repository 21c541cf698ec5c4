// The equality questions: asked after sending, each to be skipped, kept apart from the response.
// Source: the equality information pattern of the GOV.UK Design System (alphagov/govuk-design-system at efb0d77d, 6 August
// 2026), after the Government Statistical Service's harmonised standards; labels are those for England. The age bands are ours.
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
} as const;

const asked: readonly Asked[] = [
  { id: "age-band", options: ["u16", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85p"] },
  { id: "sex", options: ["female", "male"] },
  { id: "gender-identity", options: ["yes", "no"], writeIn: "no" },
  { id: "ethnic-group", options: Object.keys(ethnicGroups) },
  ...Object.entries(ethnicGroups).map(([group, options]) => ({
    id: `ethnic-${group}`,
    options,
    writeIn: "other",
    showWhen: { question: "ethnic-group", is: group },
  })),
  {
    id: "religion",
    options: ["none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other"],
    writeIn: "other",
    hintsOf: ["christian"],
  },
  { id: "condition", options: ["yes", "no"] },
  {
    id: "condition-impact",
    options: ["lot", "little", "no"],
    hint: true,
    showWhen: { question: "condition", is: "yes" },
  },
  {
    id: "sexual-orientation",
    options: ["heterosexual", "gay-lesbian", "bisexual", "other"],
    writeIn: "other",
    // Not asked of children under 16.
    showWhen: { not: { question: "age-band", is: "u16" } },
  },
];

/** Every question's last option: on all of them or on none, because it raises refusal where it stands alone. */
export const preferNotToSay = "prefer-not-to-say";

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
