// What a paper says under the questions of a form: read by the same rules as what is typed online, except that nothing is
// compulsory, and that what breaks a rule is kept as it stands instead of being refused. It is then shown, and not counted.
import type { AnswerError, Answers } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { isPersonal, questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";

/**
 * Why something is kept and not counted: it breaks a rule of the question, the form does not ask it of somebody with these
 * other answers, or it stands beside an answer that has no place for it.
 */
export type WhyNotCounted = "against-rules" | "not-asked" | "beside";

export type NotCounted = { question: Question; why: WhyNotCounted; typed: string[]; errors: AnswerError[] };

export type ReadPaper = {
  answers: Answers;
  /** Answers to personal questions, stored apart. */
  personal: Answers;
  /** As it was typed, what none of these answers tells; that of personal questions apart. */
  unread: Entries;
  unreadPersonal: Entries;
  notCounted: NotCounted[];
};

const eased = new WeakMap<FormDefinition, FormDefinition>();

/** The form without what is compulsory in it. */
export function withNothingCompulsory(definition: FormDefinition): FormDefinition {
  const known = eased.get(definition);
  if (known) return known;
  const sections = definition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, required: false })),
  }));
  const made = { ...definition, sections };
  eased.set(definition, made);
  return made;
}

/** Answers as far as the entries make any, and all the rest as it was typed: together they are the entries again. */
export function readPaper(definition: FormDefinition, entries: Entries): ReadPaper {
  const { answers, personal, errors, visible } = checkForm(withNothingCompulsory(definition), entries);
  const told = entriesOfAnswers(definition, { ...answers, ...personal });
  const shown = new Set(visible.map(({ id }) => id));
  const read: ReadPaper = { answers, personal, unread: {}, unreadPersonal: {}, notCounted: [] };
  for (const question of questionsOf(definition)) {
    const left = fieldsOf(question).filter((field) => !Object.hasOwn(told, field) && isWritten(entries, field));
    if (left.length === 0) continue;
    const into = isPersonal(question) ? read.unreadPersonal : read.unread;
    for (const field of left) into[field] = entries[field] ?? [];
    const own = errors.filter(({ questionId }) => questionId === question.id);
    const why = !shown.has(question.id) ? "not-asked" : own.length > 0 ? "against-rules" : "beside";
    read.notCounted.push({ question, why, typed: left.flatMap((field) => entries[field] ?? []), errors: own });
  }
  return read;
}

function isWritten(entries: Entries, field: string): boolean {
  return Object.hasOwn(entries, field) && (entries[field] ?? []).some((typed) => typed.trim() !== "");
}

/** What would be typed to say the same again. */
export function entriesOfPaper(definition: FormDefinition, { answers, personal, unread, unreadPersonal }: Omit<ReadPaper, "notCounted">): Entries {
  return { ...entriesOfAnswers(definition, { ...answers, ...personal }), ...unread, ...unreadPersonal };
}
