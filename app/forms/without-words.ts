// What is left of answers when everything is taken out that somebody wrote, sent or pointed at in their own way.
import { answerFor, type Answers } from "./answer.ts";
import { questionsOf, type FormDefinition } from "./definition.ts";
import { isInOwnWords } from "./own-words.ts";

/** The answers without whatever stands in words of one's own; what was chosen stays. */
export function withoutWords(definition: FormDefinition, answers: Answers): Answers {
  const left: Answers = {};
  for (const question of questionsOf(definition)) {
    const { id } = question;
    const answer = answers[id];
    if (answer === undefined || isInOwnWords(question)) continue;
    switch (question.type) {
      case "one-choice": {
        const chosen = answerFor(question, answers);
        if (chosen) left[id] = { option: chosen.option };
        break;
      }
      case "several-choices": {
        const chosen = answerFor(question, answers);
        if (chosen) left[id] = { options: chosen.options };
        break;
      }
      case "agreement": {
        const level = answerFor(question, answers)?.level;
        if (level) left[id] = { level };
        break;
      }
      default:
        left[id] = answer;
    }
  }
  return left;
}
