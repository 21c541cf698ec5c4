// A part of a form, section or question, by its id: what may be said of either.
import type { Condition } from "#app/forms/condition.ts";
import { questionsOf, type FormDefinition, type Question, type Section } from "#app/forms/definition.ts";
import type { Picture } from "#app/forms/picture.ts";
import type { Text } from "#app/shared/languages.ts";

export type Part = { id: string; name: Text; isSection: boolean; showWhen?: Condition | undefined; picture: Picture | null };

/** Null where the form has no such part, or none any more. */
export function partOf(definition: FormDefinition, id: string | undefined): Part | null {
  const section = definition.sections.find((one) => one.id === id);
  if (section) return { ...common(section), name: section.heading, isSection: true };
  const question = questionsOf(definition).find((one) => one.id === id);
  return question ? { ...common(question), name: question.label, isSection: false } : null;
}

function common({ id, showWhen, picture }: Section | Question): Pick<Part, "id" | "showWhen" | "picture"> {
  return { id, showWhen, picture: picture ?? null };
}
