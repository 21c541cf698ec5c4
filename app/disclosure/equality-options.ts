// What is asked about equality, wherever it is asked: the options of each question, whose figures are all special.
// Source: the equality information pattern of the GOV.UK Design System (alphagov/govuk-design-system at efb0d77d, 6 August
// 2026), after the Government Statistical Service's harmonised standards. The age bands are ours.

/** The words are `consultations:equality.question.<question>.label` and `.<option>`. */
export const equalityOptions = {
  "age-band": ["u16", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85p"],
  sex: ["female", "male"],
  "ethnic-group": ["white", "mixed", "asian", "black", "other"],
  religion: ["none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other"],
  condition: ["yes", "no"],
  "sexual-orientation": ["heterosexual", "gay-lesbian", "bisexual", "other"],
} as const satisfies Record<string, readonly string[]>;
export type EqualityQuestion = keyof typeof equalityOptions;

/** Every question's last option: on all of them or on none, because it raises refusal where it stands alone. */
export const preferNotToSay = "prefer-not-to-say";
