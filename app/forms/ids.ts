// What a question, a section or an option is called for good, made from the words it was given when it was new.
import type { FormDefinition } from "./definition.ts";
import { optionsOf, type Option, type Question } from "./question.ts";

/** A name as an id: "ukPassport" becomes "uk-passport"; "part" where no Latin letter is in it. */
export function idFrom(name: string): string {
  const id = name
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return id === "" || id === "constructor" ? "part" : id;
}

/** The first of "name", "2-name", "3-name" … that is free. */
function firstFree(name: string, isFree: (id: string) => boolean): string {
  const base = idFrom(name);
  for (let next = 1; ; next += 1) {
    const id = next === 1 ? base : `${next}-${base}`;
    if (isFree(id)) return id;
  }
}

/** Every id that questions and sections of these forms have. */
function idsIn(definitions: readonly FormDefinition[]): Set<string> {
  return new Set(definitions.flatMap(({ sections }) => sections.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)])));
}

/**
 * An id for a new question or section: none that any of these forms has, and none that begins or continues another's, because
 * the fields of "bus" are drawn with ids such as "bus-2" and "bus-hint".
 */
export function newId(name: string, definitions: readonly FormDefinition[]): string {
  const taken = [...idsIn(definitions)];
  return firstFree(name, (id) => !taken.some((one) => one === id || one.startsWith(`${id}-`) || id.startsWith(`${one}-`)));
}

/** The ids of options, rows or columns that a question ever had in these forms. */
export function optionIdsOf(questionId: string, definitions: readonly FormDefinition[]): Set<string> {
  const asked = definitions.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions)).filter(({ id }) => id === questionId);
  return new Set(asked.flatMap((question) => [...optionsOf(question), ...columnsOf(question)]).map(({ id }) => id));
}

function columnsOf(question: Question): Option[] {
  return question.type === "matrix" ? question.columns : [];
}

/** An id for a new option, row or column: none of those taken. */
export function newOptionId(name: string, taken: ReadonlySet<string>): string {
  return firstFree(name, (id) => !taken.has(id));
}
