// Forms for tests: one with a question of every type, and good answers to it.
import type { FormDefinition, Section } from "#app/forms/definition.ts";
import type { Entries } from "#app/forms/entries.ts";
import { questionTypes, type Option, type Question } from "#app/forms/question.ts";

const text = (en: string) => ({ en });
const options = (...ids: string[]): Option[] => ids.map((id) => ({ id, label: text(`Option ${id}`) }));

/** What a question of each type has besides its id and its label. */
export type QuestionDraft = { [Type in Question["type"]]: Omit<Extract<Question, { type: Type }>, "id" | "label" | "type"> };

const drafts: QuestionDraft = {
  "short-text": {},
  "long-text": { maxWords: 200 },
  "one-choice": { options: [...options("car", "bus"), { id: "else", label: text("Something else"), writeIn: true }] },
  "several-choices": { options: options("park", "shop", "school"), noneOption: { id: "none", label: text("None of these") } },
  "yes-no-unsure": {},
  agreement: { reasons: true },
  rating: { highest: 5, lowLabel: text("Bad"), highLabel: text("Good") },
  ranking: { options: options("parks", "roads", "schools") },
  "point-budget": { options: options("parks", "roads", "schools"), points: 100 },
  number: { decimals: 2, min: 0, max: 1000, unit: text("metres") },
  money: { min: 0, max: 1_000_000 },
  date: { earliest: "1900-01-01", latest: "2030-12-31" },
  name: {},
  email: {},
  telephone: {},
  address: {},
  postcode: {},
  file: { kinds: ["image", "pdf"], maxBytes: 5_000_000 },
  "map-point": {},
  "map-line": {},
  "map-area": {},
  statement: {},
  matrix: { rows: options("monday", "friday"), columns: options("morning", "evening") },
};

/** A question of this type that is right as it stands; its id is the type's own name unless told. */
export function buildQuestion<Type extends Question["type"]>(
  type: Type,
  change: Partial<Extract<Question, { type: Type }>> = {},
): Extract<Question, { type: Type }> {
  const question = { id: type, type, label: text(`Question about ${type}`), ...drafts[type], ...change };
  return question as unknown as Extract<Question, { type: Type }>;
}

/** A form of one section. */
export function buildForm(questions: Question[], change: Partial<Section> = {}): FormDefinition {
  const section: Section = { id: "all", heading: text("All questions"), layout: "one-page", questions, ...change };
  return { languages: ["en"], sections: [section] };
}

/** A form with one question of every type. */
export function everyType(): FormDefinition {
  return buildForm(questionTypes.map((type) => buildQuestion(type)));
}

/** A good answer to every question of `everyType`, as typed. */
export const everyEntry: Entries = {
  "short-text": ["A bench"],
  "long-text": ["I like it here.\nMy children do too."],
  "one-choice": ["else"],
  "one-choice.other": ["By boat"],
  "several-choices": ["park", "shop"],
  "yes-no-unsure": ["unsure"],
  agreement: ["agree"],
  "agreement.reasons": ["It will be safer"],
  rating: ["4"],
  "ranking.roads": ["1"],
  "ranking.parks": ["2"],
  "point-budget.parks": ["60"],
  "point-budget.roads": ["40"],
  number: ["12.5"],
  money: ["£1,200.50"],
  "date.day": ["3"],
  "date.month": ["3"],
  "date.year": ["2006"],
  name: ["Siân Davies"],
  email: ["sian@example.org"],
  telephone: ["01432 260000"],
  "address.line-1": ["1 High Town"],
  "address.town": ["Hereford"],
  "address.postcode": ["hr1 2aa"],
  postcode: ["hr12aa"],
  "file.file-id": ["f1"],
  "file.name": ["bench.jpg"],
  "file.mime-type": ["image/jpeg"],
  "file.size": ["120000"],
  "map-point": ["By the bridge"],
  "map-point.postcode": ["HR4 9AR"],
  "map-point.point": ["SO 510 399"],
  "map-line": ["From the bridge to the weir"],
  "map-area": ["The meadow"],
  "matrix.monday": ["morning"],
  "matrix.friday": ["evening"],
};
