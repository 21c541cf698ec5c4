// What people answer in words of their own: the whole of an answer, or what stands beside something chosen.
import { answerFor, type Answers } from "./answer.ts";
import { questionsOf, type FormDefinition } from "./definition.ts";
import { optionsOf, type Question, type QuestionType } from "./question.ts";

const wordsAlone: readonly QuestionType[] = ["short-text", "long-text", "file", "map-point", "map-line", "map-area"];

/** Whether the whole of its answer is somebody's own, a file or a place in words among them; what is personal is not. */
export function isInOwnWords(question: Pick<Question, "type">): boolean {
  return wordsAlone.includes(question.type);
}

/** Whether somebody may answer it in words of their own: all of it, or reasons or something written in. */
export function takesOwnWords(question: Question): boolean {
  switch (question.type) {
    case "agreement":
      return question.reasons === true;
    case "one-choice":
    case "several-choices":
      return optionsOf(question).some((option) => option.writeIn);
    default:
      return isInOwnWords(question);
  }
}

/** Whether somebody did. */
export function hasOwnWords(question: Question, answers: Answers): boolean {
  switch (question.type) {
    case "agreement":
      return answerFor(question, answers)?.reasons !== undefined;
    case "one-choice":
    case "several-choices":
      return answerFor(question, answers)?.other !== undefined;
    default:
      return isInOwnWords(question) && answers[question.id] !== undefined;
  }
}

/** The questions answered in words of one's own. */
export function wordedQuestions(definition: FormDefinition, answers: Answers): string[] {
  return questionsOf(definition).filter((question) => hasOwnWords(question, answers)).map(({ id }) => id);
}
