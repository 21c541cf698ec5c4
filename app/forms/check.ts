// A whole form checked: its answers, the personal ones apart, its errors and its pages.
import type { Answer, AnswerError, Answers } from "./answer.ts";
import { checkAnswer } from "./check-answer.ts";
import { questionsDeciding } from "./condition.ts";
import { isPersonal, questionsOf, type FormDefinition, type Question, type Section } from "./definition.ts";
import type { Entries } from "./entries.ts";
import { route, type VisibleSection } from "./routing.ts";

export type CheckedForm = {
  /** Answers to the visible questions that are not personal. */
  answers: Answers;
  /** Answers to the visible personal questions, to be stored apart. */
  personal: Answers;
  errors: AnswerError[];
  visible: Question[];
  sections: VisibleSection[];
};

/** Everything understood from the entries. An answer that routing hides is in neither record and raises no error. */
export function checkForm(definition: FormDefinition, entries: Entries): CheckedForm {
  return check(definition, entries, () => true);
}

/** The same of the questions asked for and of those that decide which others are shown; the rest is not read. */
function check(definition: FormDefinition, entries: Entries, isAskedFor: (question: Question) => boolean): CheckedForm {
  const decides = decidingIn(definition);
  const answers: Answers = {};
  const personal: Answers = {};
  const errors: AnswerError[] = [];
  const sections = route(definition, (question) => {
    if (!isAskedFor(question) && !decides.has(question.id)) return null;
    const checked = checkAnswer(question, entries);
    errors.push(...checked.errors);
    if (checked.answer !== null) (isPersonal(question) ? personal : answers)[question.id] = checked.answer;
    return checked.answer;
  });
  return { answers, personal, errors, visible: sections.flatMap(({ questions }) => questions), sections };
}

const deciding = new WeakMap<FormDefinition, ReadonlySet<string>>();

/** The questions whose answers decide whether another is shown. */
function decidingIn(definition: FormDefinition): ReadonlySet<string> {
  const known = deciding.get(definition);
  if (known) return known;
  const conditions = definition.sections.flatMap(({ showWhen, questions }) => [showWhen, ...questions.map((one) => one.showWhen)]);
  const found = new Set(conditions.flatMap(questionsDeciding));
  deciding.set(definition, found);
  return found;
}

export type FormPage = {
  /** The section's id on its first page, else the id of the question that the page starts with. */
  id: string;
  section: Section;
  questions: Question[];
  /** Whether the section's heading and introduction are due here. */
  startsSection: boolean;
  /** From 1, among the pages that these entries show. */
  number: number;
  of: number;
};

/**
 * The pages that these entries show. A section on one page is parted before a question that depends on an answer of the
 * same page, because without JavaScript it can only appear on the next.
 */
export function pagesOf(definition: FormDefinition, entries: Entries): FormPage[] {
  return pagesWith(definition, new Set(check(definition, entries, () => false).visible));
}

/** Every page that somebody may be shown, as if all conditions held. */
export function everyPage(definition: FormDefinition): FormPage[] {
  return pagesWith(definition, new Set(questionsOf(definition)));
}

function pagesWith(definition: FormDefinition, visible: ReadonlySet<Question>): FormPage[] {
  const pages: Omit<FormPage, "number" | "of">[] = [];
  for (const section of definition.sections) {
    let startsSection = true;
    partsOf(section).forEach((part, index) => {
      const questions = part.filter((question) => visible.has(question));
      const [first] = part;
      if (questions.length === 0 || !first) return;
      pages.push({ id: index === 0 ? section.id : first.id, section, questions, startsSection });
      startsSection = false;
    });
  }
  return pages.map((page, index) => ({ ...page, number: index + 1, of: pages.length }));
}

function partsOf(section: Section): Question[][] {
  if (section.layout === "one-question-a-page") return section.questions.map((question) => [question]);
  const parts: Question[][] = [];
  for (const question of section.questions) {
    const last = parts.at(-1);
    const deciding = questionsDeciding(question.showWhen);
    if (!last || last.some(({ id }) => deciding.includes(id))) parts.push([question]);
    else last.push(question);
  }
  return parts;
}

/** One page's answers and errors. */
export function checkPage(
  definition: FormDefinition,
  page: Pick<FormPage, "questions">,
  entries: Entries,
): { answers: Record<string, Answer>; errors: AnswerError[] } {
  const asked = new Set(page.questions.map(({ id }) => id));
  const { answers, personal, errors } = check(definition, entries, ({ id }) => asked.has(id));
  const own = Object.entries({ ...answers, ...personal }).filter(([id]) => asked.has(id));
  return { answers: Object.fromEntries(own), errors: errors.filter(({ questionId }) => asked.has(questionId)) };
}
