// The questions whose answers can be coded: those that people answer in their own words, files apart.
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import { isPersonal, type Question } from "#app/forms/question.ts";

/** How a question is named where it is one of several. */
export type Asked = Pick<Question, "id" | "label" | "number">;

/** From every version of a form, the newest first, each question once, as it is asked in the newest that has it. */
export function codedQuestions(versions: readonly { definition: FormDefinition }[]): Question[] {
  const asked = [...versions].reverse().flatMap(({ definition }) => questionsOf(definition)).filter((question) => takesOwnWords(question) && !isPersonal(question) && question.type !== "file");
  return [...new Map(asked.map((question) => [question.id, question])).values()];
}
