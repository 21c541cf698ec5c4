// Running counts of the answers to a form: added up as responses come, taken away again when one is withdrawn.
import { answerFor, type Answers } from "./answer.ts";
import type { FormDefinition, Question } from "./definition.ts";
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
  /** Point budget: option to points given. Number: "all", in units of its last decimal place. Money: "all", in pence. */
  sums?: Record<string, number>;
};

/** Plain JSON without noughts, so that adding and taking away the same response leaves no trace. */
export type Tally = { responses: number; questions: Record<string, QuestionTally> };

export function emptyTally(): Tally {
  return { responses: 0, questions: {} };
}

/** The tally with one response more (1) or fewer (-1). Personal answers are not in `answers` and only count as asked. */
export function addToTally(tally: Tally, definition: FormDefinition, answers: Answers, sign: 1 | -1): Tally {
  const questions: Tally["questions"] = {};
  for (const question of visibleQuestions(definition, answers)) {
    if (question.type !== "statement") questions[question.id] = tallyOf(question, answers);
  }
  return combine(tally, { responses: 1, questions }, sign);
}

/** Both tallies together. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return combine(a, b, 1);
}

/** The mean of a number (in its own units) or of money (in pence); undefined when nobody answered. */
export function meanOf(question: Question, tally: QuestionTally): number | undefined {
  if ((question.type !== "number" && question.type !== "money") || tally.answered === 0) return undefined;
  return (tally.sums?.all ?? 0) / tally.answered / stepsOf(question);
}

function stepsOf(question: Question): number {
  return question.type === "number" ? 10 ** (question.decimals ?? 0) : 1;
}

function tallyOf(question: Question, answers: Answers): QuestionTally {
  if (answers[question.id] === undefined) return { asked: 1, answered: 0 };
  return { asked: 1, answered: 1, ...detailsOf(question, answers) };
}

const oneEach = (values: readonly (string | number)[]) => Object.fromEntries(values.map((value) => [String(value), 1]));

function detailsOf(question: Question, answers: Answers): Omit<QuestionTally, "asked" | "answered"> {
  switch (question.type) {
    case "one-choice":
      return { counts: oneEach([answerFor(question, answers)?.option ?? ""]) };
    case "several-choices":
      return { counts: oneEach(answerFor(question, answers)?.options ?? []) };
    case "yes-no-unsure":
    case "rating":
      return { counts: oneEach([answerFor(question, answers) ?? ""]) };
    case "agreement": {
      const level = answerFor(question, answers)?.level;
      return level ? { counts: oneEach([level]) } : {};
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
      return { sums: { all: Math.round((answerFor(question, answers) ?? 0) * stepsOf(question)) } };
    default:
      return {};
  }
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const questions = { ...a.questions };
  for (const [id, added] of Object.entries(b.questions)) {
    const found = questions[id];
    const counts = sumOf(found?.counts, added.counts, sign);
    const sums = sumOf(found?.sums, added.sums, sign);
    const table: Record<string, Record<string, number>> = { ...found?.table };
    for (const [row, cells] of Object.entries(added.table ?? {})) {
      const summed = sumOf(table[row], cells, sign);
      if (summed) table[row] = summed;
      else delete table[row];
    }
    const combined: QuestionTally = {
      asked: (found?.asked ?? 0) + sign * added.asked,
      answered: (found?.answered ?? 0) + sign * added.answered,
      ...(counts && { counts }),
      ...(Object.keys(table).length > 0 && { table }),
      ...(sums && { sums }),
    };
    if (combined.asked === 0 && combined.answered === 0 && !counts && !sums && !combined.table) delete questions[id];
    else questions[id] = combined;
  }
  return { responses: a.responses + sign * b.responses, questions };
}

function sumOf(
  a: Record<string, number> | undefined,
  b: Record<string, number> | undefined,
  sign: 1 | -1,
): Record<string, number> | undefined {
  const sums = { ...a };
  for (const [name, value] of Object.entries(b ?? {})) {
    const sum = (sums[name] ?? 0) + sign * value;
    if (sum === 0) delete sums[name];
    else sums[name] = sum;
  }
  return Object.keys(sums).length > 0 ? sums : undefined;
}

/** A tally of many responses at once. */
export function tallyOfAll(definition: FormDefinition, all: Iterable<Answers>): Tally {
  let tally = emptyTally();
  for (const answers of all) tally = addToTally(tally, definition, answers, 1);
  return tally;
}

/** The question's tally, all nought when nobody has been asked. */
export function tallyFor(tally: Tally, questionId: string): QuestionTally {
  return tally.questions[questionId] ?? { asked: 0, answered: 0 };
}
