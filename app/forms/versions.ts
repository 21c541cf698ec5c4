// What a new version of a published form may not do: give an old id another meaning.
import { questionsOf, type DefinitionProblem, type FormDefinition } from "./definition.ts";
import { optionsOf, type Question } from "./question.ts";

/**
 * The problems of a new version against every version before it, oldest first: an id keeps its type and its scale for good, and
 * a question, option, row or column that was once taken out does not come back.
 */
export function checkNewVersion(earlier: readonly FormDefinition[], next: FormDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const last = new Map(questionsOf(earlier.at(-1) ?? next).map((question) => [question.id, question]));
  const everAsked = new Map(earlier.flatMap(questionsOf).map((question) => [question.id, question]));
  const everOffered = new Map<string, Set<string>>();
  for (const question of earlier.flatMap(questionsOf)) {
    everOffered.set(question.id, new Set([...(everOffered.get(question.id) ?? []), ...partsOf(question)]));
  }
  next.sections.forEach((section, s) =>
    section.questions.forEach((question, q) => {
      const path = ["sections", s, "questions", q];
      const { id } = question;
      const before = everAsked.get(id);
      if (!before) return;
      const lastTime = last.get(id);
      if (before.type !== question.type) problems.push({ path: [...path, "type"], code: "type-changed", values: { id } });
      else if (!lastTime) problems.push({ path: [...path, "id"], code: "id-used-before", values: { id } });
      else {
        if (scaleOf(lastTime) !== scaleOf(question)) problems.push({ path, code: "scale-changed", values: { id } });
        const offeredLast = partsOf(lastTime);
        for (const part of partsOf(question)) {
          const [, option = part] = part.split(" ");
          if (everOffered.get(id)?.has(part) && !offeredLast.includes(part)) {
            problems.push({ path, code: "option-used-before", values: { id, option } });
          }
        }
      }
    }),
  );
  return problems;
}

/** How far a rating goes, how many points there are to give: one answer in two scales is two answers. */
function scaleOf(question: Question): number | null {
  if (question.type === "rating") return question.highest;
  return question.type === "point-budget" ? question.points : null;
}

function partsOf(question: Question): string[] {
  const columns = question.type === "matrix" ? question.columns.map(({ id }) => `column ${id}`) : [];
  return [...optionsOf(question).map(({ id }) => `option ${id}`), ...columns];
}
