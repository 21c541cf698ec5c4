// Running counts of the answers to a form: added up as responses come, taken away again when one is withdrawn.
import { answerFor, type Answers } from "./answer.ts";
import type { FormDefinition, Question } from "./definition.ts";
import { hasOwnWords, isInOwnWords } from "./own-words.ts";
import { inSteps, type Quantity } from "./quantity.ts";
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
  for (const { answers, sign } of all) addUp(counted, tallyOf(definition, answers), sign);
  return counted;
}

/** Both tallies together. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const both = structuredClone(a);
  addUp(both, b, 1);
  return both;
}

function tallyOf(definition: FormDefinition, answers: Answers): Tally {
  const questions: Tally["questions"] = {};
  for (const question of visibleQuestions(definition, answers)) {
    if (question.type !== "statement") questions[question.id] = tallyOfQuestion(question, answers);
  }
  return { responses: 1, questions };
}

function tallyOfQuestion(question: Question, answers: Answers): QuestionTally {
  if (answers[question.id] === undefined) return { asked: 1, answered: 0 };
  return { asked: 1, answered: 1, ...detailsOf(question, answers) };
}

const oneEach = (values: readonly (string | number)[]) => Object.fromEntries(values.map((value) => [String(value), 1]));

function detailsOf(question: Question, answers: Answers): Omit<QuestionTally, "asked" | "answered"> {
  switch (question.type) {
    case "one-choice":
      return { counts: oneEach([answerFor(question, answers)?.option ?? ""]), ...wordedOf(question, answers) };
    case "several-choices":
      return { counts: oneEach(answerFor(question, answers)?.options ?? []), ...wordedOf(question, answers) };
    case "yes-no-unsure":
    case "rating":
      return { counts: oneEach([answerFor(question, answers) ?? ""]) };
    case "agreement": {
      const level = answerFor(question, answers)?.level;
      return { ...(level && { counts: oneEach([level]) }), ...wordedOf(question, answers) };
    }
    case "ranking":
      return {
        table: Object.fromEntries((answerFor(question, answers) ?? []).map((id, index) => [id, oneEach([index + 1])])),
      };
    case "matrix":
      return {
        table: Object.fromEntries(
          Object.entries(answerFor(question, answers) ?? {}).map(([row, column]) => [row, oneEach([column])]),
        ),
      };
    case "point-budget":
      return { sums: { ...answerFor(question, answers) } };
    case "number":
    case "money":
      return { sums: { all: inSteps(question, answers) ?? 0 }, values: valuesOf(question, answers) };
    case "date":
      return { values: valuesOf(question, answers) };
    default:
      return {};
  }
}

const wordedOf = (question: Question, answers: Answers) => (hasOwnWords(question, answers) ? { worded: 1 } : {});
const valuesOf = (question: Quantity, answers: Answers) => oneEach([inSteps(question, answers) ?? 0]);

// In place, because a copy of the whole for every response would be most of the work of counting a hundred thousand.
function addUp(tally: Tally, added: Tally, sign: 1 | -1): void {
  tally.responses += sign * added.responses;
  for (const [id, { asked, answered, worded, counts, table, sums, values }] of Object.entries(added.questions)) {
    const found = (tally.questions[id] ??= { asked: 0, answered: 0 });
    found.asked += sign * asked;
    found.answered += sign * answered;
    if (worded !== undefined) found.worded = (found.worded ?? 0) + sign * worded;
    if (found.worded === 0) delete found.worded;
    if (counts) addFigures((found.counts ??= {}), counts, sign);
    if (sums) addFigures((found.sums ??= {}), sums, sign);
    if (values) addFigures((found.values ??= {}), values, sign);
    for (const [row, cells] of Object.entries(table ?? {})) addFigures(((found.table ??= {})[row] ??= {}), cells, sign);
    for (const row of Object.keys(table ?? {})) if (isEmpty(found.table?.[row])) delete found.table?.[row];
    for (const part of ["counts", "sums", "values", "table"] as const) if (isEmpty(found[part])) delete found[part];
    if (Object.values(found).every((part) => part === 0)) delete tally.questions[id];
  }
}

function isEmpty(figures: object | undefined): boolean {
  for (const _ in figures) return false;
  return true;
}

function addFigures(figures: Record<string, number>, added: Record<string, number>, sign: 1 | -1): void {
  for (const [name, value] of Object.entries(added)) {
    const sum = (figures[name] ?? 0) + sign * value;
    if (sum === 0) delete figures[name];
    else figures[name] = sum;
  }
}

/** The question's tally, all nought when nobody has been asked. */
export function tallyFor(tally: Tally, questionId: string): QuestionTally {
  return tally.questions[questionId] ?? { asked: 0, answered: 0 };
}

/** How many answered the question in words of their own. */
export function wordedIn(question: Question, { answered, worded }: QuestionTally): number {
  return isInOwnWords(question) ? answered : (worded ?? 0);
}
