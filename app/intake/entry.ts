// A response being entered by an officer, and the pages it is entered on: how it came and from whom, then section by section
// all questions of the form, then everything to be looked through before it is saved.
import { questionsOf, type FormDefinition, type Question, type Section } from "#app/forms/definition.ts";
import { entryOf, fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { DetailsEntries } from "./details.ts";

/** For the first time; again by a second person, to compare; or to correct what was saved. */
export const purposes = ["first", "again", "correction"] as const;
export type Purpose = (typeof purposes)[number];

export type EntryDraft = {
  id: string;
  consultationId: string;
  formVersionId: string;
  purpose: Purpose;
  /** The response that is entered again or corrected. */
  responseId: string | null;
  details: DetailsEntries;
  entries: Entries;
  /** Questions of which a part cannot be read. */
  illegible: string[];
  savedAt: Date;
};

/** The section of an address, with the ids of those before and after it; undefined for none such. */
export function placeOf(definition: FormDefinition, sectionId: string | undefined) {
  const { sections } = definition;
  const index = sections.findIndex(({ id }) => id === sectionId);
  const section = sections[index];
  return section && { section, before: sections[index - 1]?.id ?? null, after: sections[index + 1]?.id ?? null, number: index + 1, of: sections.length };
}

/** The questions of a section that may be answered on paper. */
export function askedOnPaper(section: Section): Question[] {
  return section.questions.filter(({ type }) => type !== "statement");
}

/** Whether a question is answered by one choice of several, which a browser cannot take back: then a box takes it back. */
export function isChosenForGood({ type }: Question): boolean {
  return ["one-choice", "yes-no-unsure", "agreement", "rating", "matrix"].includes(type);
}

/** The entries without what is typed under these questions. */
export function withoutAnswers(entries: Entries, questions: readonly Question[], taken: readonly string[]): Entries {
  const fields = new Set(questions.filter(({ id }) => taken.includes(id)).flatMap(fieldsOf));
  return Object.fromEntries(Object.entries(entries).filter(([field]) => !fields.has(field)));
}

/** Questions that only other versions ask, under which something is typed: it is kept while it is entered, and not saved. */
export function typedElsewhere(definition: FormDefinition, others: readonly FormDefinition[], entries: Entries): Question[] {
  const asked = new Set(questionsOf(definition).map(({ id }) => id));
  const found = new Map<string, Question>();
  for (const question of others.flatMap(questionsOf)) if (!asked.has(question.id) && !found.has(question.id)) found.set(question.id, question);
  return [...found.values()].filter((question) => isTyped(question, entries));
}

/** The ids posted that are questions of these. */
export function marked(questions: readonly Question[], posted: readonly string[]): string[] {
  return questions.map(({ id }) => id).filter((id) => posted.includes(id));
}

/** Whether anything was typed at all. */
export function isBlankPaper(definition: FormDefinition, entries: Entries): boolean {
  return !questionsOf(definition).some((question) => isTyped(question, entries));
}

function isTyped(question: Question, entries: Entries): boolean {
  return fieldsOf(question).some((field) => entryOf(entries, field).trim() !== "");
}
