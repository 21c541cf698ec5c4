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

/** Everything that can be wrong with an answer; the text of each is `forms:error.<code>`. */
export const answerErrorCodes = [
  "answer-missing",
  "choice-missing",
  "choices-missing",
  "agreement-missing",
  "rating-missing",
  "ranking-missing",
  "budget-missing",
  "number-missing",
  "money-missing",
  "date-missing",
  "name-missing",
  "email-missing",
  "telephone-missing",
  "address-missing",
  "postcode-missing",
  "file-missing",
  "place-missing",
  "matrix-missing",
  "row-missing",
  "row-unknown",
  "choice-unknown",
  "too-many-words",
  "too-many-characters",
  "none-with-others",
  "too-few-choices",
  "too-many-choices",
  "position-unknown",
  "position-twice",
  "points-not-understood",
  "points-over",
  "points-under",
  "number-not-understood",
  "number-not-whole",
  "number-too-fine",
  "number-too-small",
  "number-too-big",
  "money-not-understood",
  "money-too-little",
  "money-too-much",
  "date-not-real",
  "date-without-day",
  "date-without-month",
  "date-without-year",
  "date-without-day-and-month",
  "date-without-day-and-year",
  "date-without-month-and-year",
  "date-too-early",
  "date-too-late",
  "email-not-understood",
  "telephone-not-understood",
  "postcode-not-understood",
  "address-without-line",
  "address-without-town",
  "address-without-postcode",
  "point-not-understood",
  "point-outside",
  "file-of-other-kind",
  "file-empty",
  "file-damaged",
  "file-too-big",
  "file-picture-too-large",
  "file-mixed",
  "file-holds-program",
  "file-unpacks-too-large",
  "file-no-room",
  "file-too-many",
] as const;
export type AnswerErrorCode = (typeof answerErrorCodes)[number];

/** What is wrong with an answer; `errorText` says it, in the question's own words. */
export type AnswerError = {
  questionId: string;
  /** The name of the field to go to. */
  field: string;
  code: AnswerErrorCode;
  values: Record<string, string | number>;
  /** About that one field of several, rather than the question as a whole. */
  ofPart?: true;
};

/** Records an error of the question being checked, at its first field unless a part is named. */
export type Fault = (code: AnswerErrorCode, values?: AnswerError["values"], part?: string) => null;

/** The answer to this question, of the type that the question takes: answers are checked before they are kept. */
export function answerFor<Asked extends Question>(question: Asked, answers: Answers): AnswerByType[Asked["type"]] | undefined {
  return answers[question.id] as AnswerByType[Asked["type"]] | undefined;
}
