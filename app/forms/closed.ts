// What was answered to what can be counted, question by question: what one question's answers can be counted by another's with.
import { answerFor, type Answers } from "./answer.ts";
import { questionsOf, type FormDefinition } from "./definition.ts";
import { inSteps } from "./quantity.ts";
import type { Question } from "./question.ts";

/** Under a question's id, or "question.line" for a line of it, the one answer given or the several. */
export type ClosedAnswers = Record<string, string | string[]>;

/** The name a line of a matrix, a place or some points are kept under; no id has a dot. */
export function lineKey(question: Pick<Question, "id">, lineId: string): string {
  return `${question.id}.${lineId}`;
}

/**
 * Of an agreement, the level; of a ranking, what was put first, and on a line of its own the place of each; of points, how many
 * went to each; of a figure or a day, its steps.
 */
export function closedAnswers(definition: FormDefinition, answers: Answers): ClosedAnswers {
  const closed: ClosedAnswers = {};
  const keep = (key: string, chosen: string | string[] | undefined) => {
    if (chosen !== undefined) closed[key] = chosen;
  };
  for (const question of questionsOf(definition)) {
    switch (question.type) {
      case "one-choice":
        keep(question.id, answerFor(question, answers)?.option);
        break;
      case "several-choices":
        keep(question.id, answerFor(question, answers)?.options);
        break;
      case "yes-no-unsure":
        keep(question.id, answerFor(question, answers));
        break;
      case "agreement":
        keep(question.id, answerFor(question, answers)?.level);
        break;
      case "rating":
        keep(question.id, answerFor(question, answers)?.toString());
        break;
      case "ranking":
        keep(question.id, answerFor(question, answers)?.[0]);
        for (const [index, option] of (answerFor(question, answers) ?? []).entries()) keep(lineKey(question, option), String(index + 1));
        break;
      case "point-budget":
        for (const [option, points] of Object.entries(answerFor(question, answers) ?? {})) keep(lineKey(question, option), String(points));
        break;
      case "number":
      case "money":
      case "date":
        keep(question.id, inSteps(question, answers)?.toString());
        break;
      case "matrix":
        for (const [line, column] of Object.entries(answerFor(question, answers) ?? {})) keep(lineKey(question, line), column);
        break;
    }
  }
  return closed;
}
