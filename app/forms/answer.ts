// What a person answered, once what was typed has been understood.
import type { AgreementLevel, Question, YesNoUnsure } from "./question.ts";

export type ChoiceAnswer = { option: string; other?: string };
export type ChoicesAnswer = { options: string[]; other?: string };
export type AgreementAnswer = { level?: AgreementLevel; reasons?: string };
export type AddressAnswer = { lines: string[]; town: string; county?: string; postcode: string };
export type FileAnswer = { fileId: string; name: string; mimeType: string; sizeInBytes: number };
/** A place in words, or by postcode, or by a point (from a grid reference or a latitude and longitude), or several of these. */
export type PlaceAnswer = {
  place: string;
  postcode?: string;
  gridReference?: string;
  latitude?: number;
  longitude?: number;
};

/** The answer a question of each type takes. */
export type AnswerByType = {
  "short-text": string;
  "long-text": string;
  "one-choice": ChoiceAnswer;
  "several-choices": ChoicesAnswer;
  "yes-no-unsure": YesNoUnsure;
  agreement: AgreementAnswer;
  rating: number;
  /** Option ids, the best first; options left out were not ranked. */
  ranking: string[];
  "point-budget": Record<string, number>;
  number: number;
  /** Integer pence. */
  money: number;
  /** YYYY-MM-DD. */
  date: string;
  name: string;
  email: string;
  telephone: string;
  address: AddressAnswer;
  postcode: string;
  file: FileAnswer;
  "map-point": PlaceAnswer;
  "map-line": PlaceAnswer;
  "map-area": PlaceAnswer;
  statement: never;
  /** Row id to column id; rows left out were not answered. */
  matrix: Record<string, string>;
};

export type Answer = AnswerByType[keyof AnswerByType];

/** Answers by question id, as JSON. */
export type Answers = Record<string, Answer>;

/** The text is `forms:error.<code>`; `errorText` fills it with the question's own words. */
export type AnswerError = {
  questionId: string;
  /** The name of the field to go to. */
  field: string;
  code: string;
  values: Record<string, string | number>;
  /** About that one field of several, rather than the question as a whole. */
  ofPart?: true;
};

/** Records an error of the question being checked, at its first field unless a part is named. */
export type Fault = (code: string, values?: AnswerError["values"], part?: string) => null;

/** The answer to this question, of the type that the question takes: answers are checked before they are kept. */
export function answerFor<Asked extends Question>(question: Asked, answers: Answers): AnswerByType[Asked["type"]] | undefined {
  return answers[question.id] as AnswerByType[Asked["type"]] | undefined;
}
