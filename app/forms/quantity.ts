// Answers that are figures, counted in whole steps: a number's last decimal place, a penny, a day.
import { answerFor, type Answers } from "./answer.ts";
import type { Question, QuestionOf } from "./question.ts";

export type Quantity = QuestionOf<"number"> | QuestionOf<"money"> | QuestionOf<"date">;

export function isQuantity(question: Question): question is Quantity {
  return question.type === "number" || question.type === "money" || question.type === "date";
}

/** Steps in one of the question's units. */
export function stepsIn(question: Quantity): number {
  return question.type === "number" ? 10 ** (question.decimals ?? 0) : 1;
}

const dayInMilliseconds = 86_400_000;

/** What was answered, in steps; a date as days from the first of January 1970. */
export function inSteps(question: Quantity, answers: Answers): number | undefined {
  if (question.type === "date") {
    const date = answerFor(question, answers);
    return date === undefined ? undefined : Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds;
  }
  const answer = answerFor(question, answers);
  return answer === undefined ? undefined : Math.round(answer * stepsIn(question));
}
