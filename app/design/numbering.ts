// The numbers that questions are printed with: 1, 2, 3 … over all sections, where the form has them so.
import type { FormDefinition, Question } from "#app/forms/definition.ts";

/** What is only read, and who somebody is, carries no number. */
function isCounted({ type }: Question): boolean {
  return type !== "statement";
}

/** Whether every question stands under its own place in the form, so that an edit may keep it so. */
export function isInOrder(definition: FormDefinition): boolean {
  const questions = definition.sections.flatMap((section) => section.questions);
  const counted = questions.filter(isCounted);
  return counted.length > 0 && counted.every(({ number }, index) => number === String(index + 1)) && questions.every((question) => isCounted(question) || question.number === undefined);
}

/** Numbers every question anew, or takes every number away. */
export function numbered(definition: FormDefinition, how: "in-order" | "not"): FormDefinition {
  let count = 0;
  const withNumber = ({ number: _, ...question }: Question) =>
    (how === "in-order" && isCounted(question as Question) ? { ...question, number: String(++count) } : question) as Question;
  return { ...definition, sections: definition.sections.map((section) => ({ ...section, questions: section.questions.map(withNumber) })) };
}
