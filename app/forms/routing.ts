// Which questions a person is asked, given what they answered so far.
import type { Answer, Answers } from "./answer.ts";
import { questionsOf, type Condition, type FormDefinition, type Question, type Section } from "./definition.ts";

/** Whether a condition holds; nothing holds of a question without an answer, except `not`. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true;
  if ("all" in condition) return condition.all.every((inner) => holds(inner, answers));
  if ("any" in condition) return condition.any.some((inner) => holds(inner, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answers[condition.question];
  if (answer === undefined) return false;
  if ("isAnswered" in condition) return true;
  if ("atLeast" in condition) return typeof answer === "number" && answer >= condition.atLeast;
  if ("atMost" in condition) return typeof answer === "number" && answer <= condition.atMost;
  const values = valuesIn(answer);
  return "is" in condition ? values.includes(condition.is) : condition.isAnyOf.some((value) => values.includes(value));
}

// What a choice, several choices, yes or no, or an agreement said.
function valuesIn(answer: Answer): string[] {
  if (typeof answer === "string") return [answer];
  if (typeof answer !== "object" || Array.isArray(answer)) return [];
  if ("options" in answer && Array.isArray(answer.options)) return answer.options;
  if ("option" in answer && typeof answer.option === "string") return [answer.option];
  if ("level" in answer && typeof answer.level === "string") return [answer.level];
  return [];
}

export type VisibleSection = { section: Section; questions: Question[] };

/**
 * The sections and questions shown, in order. `answerTo` is asked for each question once it is known to be shown, so an
 * answer to a hidden question decides nothing.
 */
export function route(definition: FormDefinition, answerTo: (question: Question) => Answer | null | undefined): VisibleSection[] {
  const answers: Answers = {};
  return definition.sections.flatMap((section) => {
    if (!holds(section.showWhen, answers)) return [];
    const questions = section.questions.filter((question) => {
      if (!holds(question.showWhen, answers)) return false;
      const answer = answerTo(question);
      if (answer !== null && answer !== undefined) answers[question.id] = answer;
      return true;
    });
    return questions.length === 0 ? [] : [{ section, questions }];
  });
}

/** The questions shown to somebody with these answers, in order. */
export function visibleQuestions(definition: FormDefinition, answers: Answers): Question[] {
  return route(definition, (question) => answers[question.id]).flatMap(({ questions }) => questions);
}

/** The questions that somebody with these answers was not asked. */
export function notAsked(definition: FormDefinition, answers: Answers): string[] {
  const asked = new Set(visibleQuestions(definition, answers).map(({ id }) => id));
  return questionsOf(definition).map(({ id }) => id).filter((id) => !asked.has(id));
}
