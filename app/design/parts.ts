// A form as parts that are changed one by one: what an edit changed is kept as each part before and after, so that it can be
// undone exactly and so that two people who change different parts do not meet.
import type { FormDefinition, Question, Section } from "#app/forms/definition.ts";
import type { Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { isSame } from "#app/shared/same.ts";

/** "languages", "outline", "section ID" without its questions, "question ID". */
export type Parts = Record<string, unknown>;
export type Change = { before: unknown; after: unknown };
/** What changed, by part; null stands for a part that was or is not there. */
export type Changes = Record<string, Change>;

type Outline = { section: string; questions: string[] }[];

const outlinePart = "outline";
const languagesPart = "languages";

export function sectionPart(id: string): string {
  return `section ${id}`;
}

export function questionPart(id: string): string {
  return `question ${id}`;
}

export function partsOf(definition: FormDefinition): Parts {
  const parts: Parts = {
    [languagesPart]: definition.languages,
    [outlinePart]: definition.sections.map(({ id, questions }) => ({ section: id, questions: questions.map((question) => question.id) })),
  };
  for (const { questions, ...head } of definition.sections) {
    parts[sectionPart(head.id)] = head;
    for (const question of questions) parts[questionPart(question.id)] = question;
  }
  return parts;
}

function definitionOf(parts: Parts): FormDefinition {
  const outline = parts[outlinePart] as Outline;
  return {
    languages: parts[languagesPart] as Language[],
    sections: outline.map(({ section, questions }) => ({
      ...(parts[sectionPart(section)] as Omit<Section, "questions">),
      questions: questions.map((id) => parts[questionPart(id)] as Question),
    })),
  };
}

/** What must be done to the first to become the second. */
export function changesBetween(before: FormDefinition, after: FormDefinition): Changes {
  const [old, next] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const changed = names.filter((name) => !isSame(old[name], next[name]));
  return Object.fromEntries(changed.map((name) => [name, { before: old[name] ?? null, after: next[name] ?? null }]));
}

/** The same the other way round. */
export function reversed(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([name, { before, after }]) => [name, { before: after, after: before }]));
}

/** Does it to a form whose parts are as they were before; else the names of those that are not. */
export function applyChanges(definition: FormDefinition, changes: Changes): Result<FormDefinition, string[]> {
  const parts = partsOf(definition);
  const others = Object.keys(changes).filter((name) => !isSame(parts[name] ?? null, changes[name]?.before));
  if (others.length > 0) return fail(others);
  for (const [name, { after }] of Object.entries(changes)) {
    if (after === null) delete parts[name];
    else parts[name] = after;
  }
  return succeed(definitionOf(parts));
}
