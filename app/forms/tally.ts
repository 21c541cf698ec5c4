// Running counts of the answers to a form: added up as responses come, taken away again when one is withdrawn.
import { answerFor, type Answers } from "./answer.ts";
import { hasOwnWords } from "./closed.ts";
import type { FormDefinition, Question } from "./definition.ts";
import { inSteps, stepsIn } from "./quantity.ts";
import { visibleQuestions } from "./routing.ts";

export type QuestionTally = {
  /** Responses whose routing showed the question. */
  asked: number;
  /** Of those, the ones that answered it. */
  answered: number;
  /** By option, level or value: how many chose it. */
  counts?: Record<string, number>;
  /** Ranking: option to position to how many. Matrix: row to column to how many. */
  table?: Record<string, Record<string, number>>;
  /** Point budget: option to points given. Number and money: "all", in steps. */
  sums?: Record<string, number>;
  /** Number, money and date: how many gave each value, in steps. */
  values?: Record<string, number>;
  /** How many of those who answered a choice or an agreement added words of their own. */
  worded?: number;
};

/** Plain JSON without noughts, so that adding and taking away the same response leaves no trace. */
export type Tally = { responses: number; questions: Record<string, QuestionTally> };

export function emptyTally(): Tally {
  return { responses: 0, questions: {} };
}

/** A response to be counted (1) or taken away again (-1). Personal answers are not in `answers` and only count as asked. */
export type Counted = { answers: Answers; sign: 1 | -1 };

/** The tally with these responses more or fewer. */
export function countInto(tally: Tally, definition: FormDefinition, all: Iterable<Counted>): Tally {
  const counted: Tally = structuredClone(tally);
  for (const { answers, sign } of all) {
    counted.responses += sign;
    for (const question of visibleQuestions(definition, answers)) {
      if (question.type === "statement") continue;
      const own = (counted.questions[question.id] ??= { asked: 0, answered: 0 });
      own.asked += sign;
      if (answers[question.id] !== undefined) countAnswer(own, question, answers, sign);
    }
  }
  return withoutNoughts(counted);
}

/** The tally with one response more (1) or fewer (-1). */
export function addToTally(tally: Tally, definition: FormDefinition, answers: Answers, sign: 1 | -1): Tally {
  return countInto(tally, definition, [{ answers, sign }]);
}

/** Both tallies together. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const both: Tally = structuredClone(a);
  both.responses += b.responses;
  for (const [id, { asked, answered, worded, counts, table, sums, values }] of Object.entries(b.questions)) {
    const own = (both.questions[id] ??= { asked: 0, answered: 0 });
    own.asked += asked;
    own.answered += answered;
    if (worded !== undefined) own.worded = (own.worded ?? 0) + worded;
    if (counts) addAll((own.counts ??= {}), counts);
    if (sums) addAll((own.sums ??= {}), sums);
    if (values) addAll((own.values ??= {}), values);
    for (const [row, cells] of Object.entries(table ?? {})) addAll(((own.table ??= {})[row] ??= {}), cells);
  }
  return withoutNoughts(both);
}

/** The mean of a number (in its own units) or of money (in pence); undefined when nobody answered. */
export function meanOf(question: Question, tally: QuestionTally): number | undefined {
  if ((question.type !== "number" && question.type !== "money") || tally.answered === 0) return undefined;
  return (tally.sums?.all ?? 0) / tally.answered / stepsIn(question);
}

// In place, because a copy for every response would be most of the work of counting a hundred thousand.
function countAnswer(own: QuestionTally, question: Question, answers: Answers, sign: 1 | -1): void {
  own.answered += sign;
  switch (question.type) {
    case "one-choice":
      add((own.counts ??= {}), answerFor(question, answers)?.option ?? "", sign);
      countWords(own, question, answers, sign);
      break;
    case "several-choices":
      for (const option of answerFor(question, answers)?.options ?? []) add((own.counts ??= {}), option, sign);
      countWords(own, question, answers, sign);
      break;
    case "yes-no-unsure":
    case "rating":
      add((own.counts ??= {}), answerFor(question, answers) ?? "", sign);
      break;
    case "agreement": {
      const level = answerFor(question, answers)?.level;
      if (level) add((own.counts ??= {}), level, sign);
      countWords(own, question, answers, sign);
      break;
    }
    case "ranking":
      answerFor(question, answers)?.forEach((option, index) => add(((own.table ??= {})[option] ??= {}), index + 1, sign));
      break;
    case "matrix":
      for (const [row, column] of Object.entries(answerFor(question, answers) ?? {})) add(((own.table ??= {})[row] ??= {}), column, sign);
      break;
    case "point-budget":
      for (const [option, points] of Object.entries(answerFor(question, answers) ?? {})) add((own.sums ??= {}), option, sign * points);
      break;
    case "number":
    case "money":
    case "date": {
      const steps = inSteps(question, answers) ?? 0;
      if (question.type !== "date") add((own.sums ??= {}), "all", sign * steps);
      add((own.values ??= {}), steps, sign);
    }
  }
}

function countWords(own: QuestionTally, question: Question, answers: Answers, sign: 1 | -1): void {
  if (hasOwnWords(question, answers)) own.worded = (own.worded ?? 0) + sign;
}

function add(figures: Record<string, number>, name: string | number, value: number): void {
  figures[name] = (figures[name] ?? 0) + value;
}

function addAll(figures: Record<string, number>, added: Record<string, number>): void {
  for (const [name, value] of Object.entries(added)) add(figures, name, value);
}

function withoutNoughts(tally: Tally): Tally {
  for (const [id, own] of Object.entries(tally.questions)) {
    for (const [row, cells] of Object.entries(own.table ?? {})) if (isNothing(cells)) delete own.table?.[row];
    for (const part of ["counts", "sums", "values"] as const) if (own[part] && isNothing(own[part])) delete own[part];
    if (own.table && Object.keys(own.table).length === 0) delete own.table;
    if (own.worded === 0) delete own.worded;
    if (Object.values(own).every((part) => part === 0)) delete tally.questions[id];
  }
  return tally;
}

/** Lets go what is nought; whether nothing is left. */
function isNothing(figures: Record<string, number>): boolean {
  let left = 0;
  for (const name in figures) {
    if (figures[name] === 0) delete figures[name];
    else left += 1;
  }
  return left === 0;
}

/** A tally of many responses at once. */
export function tallyOfAll(definition: FormDefinition, all: Iterable<Answers>): Tally {
  return countInto(emptyTally(), definition, Array.from(all, (answers) => ({ answers, sign: 1 })));
}

/** The question's tally, all nought when nobody has been asked. */
export function tallyFor(tally: Tally, questionId: string): QuestionTally {
  return tally.questions[questionId] ?? { asked: 0, answered: 0 };
}

/** How many answered the question in words of their own. */
export function wordedIn(question: Question, { answered, worded }: QuestionTally): number {
  const isChosen = question.type === "one-choice" || question.type === "several-choices" || question.type === "agreement";
  return isChosen ? (worded ?? 0) : answered;
}
