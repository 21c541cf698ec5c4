// Understands what was typed in answer to one question, or says what is wrong with it.
import { readPostcode } from "#app/areas/postcode.ts";
import type { Answer, AnswerError, AnswerErrorCode, Fault } from "./answer.ts";
import {
  checkAgreement,
  checkBudget,
  checkChoice,
  checkChoices,
  checkListed,
  checkMatrix,
  checkRanking,
  checkRating,
} from "./check-choice.ts";
import { checkAddress, checkFile, checkPlace } from "./check-place.ts";
import { checkDate, checkMoney, checkNumber } from "./check-quantity.ts";
import { checkText } from "./check-text.ts";
import { entryOf, fieldsOf, type Entries } from "./entries.ts";
import { yesNoUnsure, type Question, type QuestionType } from "./question.ts";
import { readTelephone } from "./typed.ts";
import { plain, readEmail } from "#app/shared/typed.ts";

const longestLine = 1_000;
const longestName = 200;
const longestText = 100_000;

/** A blank answer to an optional question is null without an error; an answer with an error is null too. Never throws. */
export function checkAnswer(question: Question, entries: Entries): { answer: Answer | null; errors: AnswerError[] } {
  const errors: AnswerError[] = [];
  const fault: Fault = (code, values = {}, part) => {
    const whole = { questionId: question.id, field: fieldsOf(question)[0] ?? question.id, code, values };
    errors.push(part === undefined ? whole : { ...whole, field: `${question.id}.${part}`, ofPart: true });
    return null;
  };
  const answer = answerTo(question, entries, fault);
  if (answer === null && errors.length === 0 && question.required && question.type !== "statement") {
    fault(missingCodes[question.type]);
  }
  return { answer: errors.length === 0 ? answer : null, errors };
}

const missingCodes: Record<Exclude<QuestionType, "statement">, AnswerErrorCode> = {
  "short-text": "answer-missing",
  "long-text": "answer-missing",
  "one-choice": "choice-missing",
  "several-choices": "choices-missing",
  "yes-no-unsure": "choice-missing",
  agreement: "agreement-missing",
  rating: "rating-missing",
  ranking: "ranking-missing",
  "point-budget": "budget-missing",
  number: "number-missing",
  money: "money-missing",
  date: "date-missing",
  name: "name-missing",
  email: "email-missing",
  telephone: "telephone-missing",
  address: "address-missing",
  postcode: "postcode-missing",
  file: "file-missing",
  "map-point": "place-missing",
  "map-line": "place-missing",
  "map-area": "place-missing",
  matrix: "matrix-missing",
};

function answerTo(question: Question, entries: Entries, fault: Fault): Answer | null {
  const typed = entryOf(entries, question.id);
  switch (question.type) {
    case "statement":
      return null;
    case "short-text":
      return checkText(typed.replace(/\s+/gu, " "), { maxLength: longestLine, ...question }, fault);
    case "long-text":
      return checkText(typed, { maxLength: longestText, ...question }, fault);
    case "one-choice":
      return checkChoice(question, entries, fault);
    case "several-choices":
      return checkChoices(question, entries, fault);
    case "yes-no-unsure":
      return checkListed(yesNoUnsure, typed, fault);
    case "agreement":
      return checkAgreement(question, entries, fault);
    case "rating":
      return checkRating(question, typed, fault);
    case "ranking":
      return checkRanking(question, entries, fault);
    case "point-budget":
      return checkBudget(question, entries, fault);
    case "matrix":
      return checkMatrix(question, entries, fault);
    case "number":
      return checkNumber(question, typed, fault);
    case "money":
      return checkMoney(question, typed, fault);
    case "date":
      return checkDate(question, entries, fault);
    case "name":
      return checkText(typed.replace(/\s+/gu, " "), { maxLength: longestName }, fault);
    case "email":
      return checkWith(readEmail, typed, "email-not-understood", fault);
    case "telephone":
      return checkWith(readTelephone, typed, "telephone-not-understood", fault);
    case "postcode":
      return checkWith(readPostcode, typed, "postcode-not-understood", fault);
    case "address":
      return checkAddress(question, entries, fault);
    case "file":
      return checkFile(question, entries, fault);
    case "map-point":
    case "map-line":
    case "map-area":
      return checkPlace(question, entries, fault);
  }
}

function checkWith(read: (typed: string) => string | undefined, typed: string, code: AnswerErrorCode, fault: Fault): string | null {
  if (plain(typed) === "") return null;
  return read(typed) ?? fault(code);
}
