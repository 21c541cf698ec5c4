// The answers to a question, sorted into the few kinds that its form's conditions can tell apart.
import type { Answer } from "./answer.ts";
import type { SimpleCondition } from "./condition.ts";
import { always, never, type Diagrams } from "./decision-diagram.ts";
import { agreementLevels, optionsOf, yesNoUnsure, type Question, type QuestionOf } from "./question.ts";
import { holds } from "./routing.ts";

/** The kinds as variables of a diagram: how many there are, and given the first, what is true of an answer. */
export type Kinds = {
  variables: number;
  /** Where each condition holds, in the order they were given. */
  met: (diagrams: Diagrams, first: number) => number[];
  /** Where the variables say something that can be answered at all; left out where they always do. */
  possible?: (diagrams: Diagrams, first: number) => number;
};

/** What these conditions about the question can tell apart. A question that must be answered is taken to be. */
export function kindsOfAnswer(question: Question, conditions: readonly SimpleCondition[]): Kinds {
  return question.type === "several-choices" ? kindsOfChoices(question, conditions) : kindsOfOne(question, conditions);
}

function kindsOfOne(question: Question, conditions: readonly SimpleCondition[]): Kinds {
  const answers = answersTo(question, conditions);
  const told = answers.map((answer) => conditions.map((one) => holds(one, answer === undefined ? {} : { [question.id]: answer })));
  const kinds = [...new Map(told.map((kind) => [kind.join(), kind])).values()];
  return {
    variables: kinds.length - 1,
    // "It is of the first kind; else of the second; … else of the last": so whatever the variables say, it is of one kind.
    met: (diagrams, first) =>
      conditions.map((_, which) =>
        kinds.reduceRight((rest, kind, index) => {
          const here = kind[which] ? always : never;
          return index === kinds.length - 1 ? here : diagrams.branch(first + index, rest, here);
        }, never),
      ),
  };
}

/** At least one answer of each kind; undefined for none. */
function answersTo(question: Question, conditions: readonly SimpleCondition[]): (Answer | undefined)[] {
  const given = givenTo(question, conditions);
  return question.required && given.length > 0 ? given : [...given, undefined];
}

function givenTo(question: Question, conditions: readonly SimpleCondition[]): Answer[] {
  switch (question.type) {
    case "statement":
      return [];
    case "one-choice":
      return question.options.map(({ id }) => ({ option: id }));
    case "yes-no-unsure":
      return [...yesNoUnsure];
    case "agreement":
      return [...agreementLevels.map((level) => ({ level })), ...(question.reasons && !question.required ? [{ reasons: "" }] : [])];
    case "rating":
      return stepsAround({ lowest: 1, highest: question.highest, inOne: 1 }, conditions);
    case "number": {
      const all = { lowest: -mostSteps, highest: mostSteps, inOne: 10 ** (question.decimals ?? 0) };
      const lowest = firstStep(question.min ?? -Infinity, all);
      const highest = lastStep(question.max ?? Infinity, all);
      return stepsAround({ ...all, lowest, highest }, conditions).map((step) => step / all.inOne);
    }
    case "money":
      return stepsAround({ lowest: question.min ?? 0, highest: question.max ?? mostSteps, inOne: 1 }, conditions);
    default:
      return [""];
  }
}

// As far as a number may go (check-quantity.ts), in its last decimal place.
const mostSteps = 10_000_000_000;

/** Whole steps from the lowest to the highest; each stands for itself divided by how many are in one. */
type Steps = { lowest: number; highest: number; inOne: number };

const nearest = (value: number, { lowest, highest, inOne }: Steps) =>
  Math.min(Math.max(Math.round(value * inOne), lowest - 1), highest + 1);

// Both go on from the nearest because a decimal fraction times ten is not quite whole.

/** The first that is not below the value, or one beyond the highest. */
function firstStep(value: number, steps: Steps): number {
  let step = Math.max(nearest(value, steps), steps.lowest);
  while (step <= steps.highest && step / steps.inOne < value) step += 1;
  while (step > steps.lowest && (step - 1) / steps.inOne >= value) step -= 1;
  return step;
}

/** The last that is not above the value, or one before the lowest. */
function lastStep(value: number, steps: Steps): number {
  let step = Math.min(nearest(value, steps), steps.highest);
  while (step >= steps.lowest && step / steps.inOne > value) step -= 1;
  while (step < steps.highest && (step + 1) / steps.inOne <= value) step += 1;
  return step;
}

/** The lowest step and each from which on a condition holds or no longer holds. */
function stepsAround(steps: Steps, conditions: readonly SimpleCondition[]): number[] {
  const turns = conditions.flatMap((one) =>
    "atLeast" in one ? [firstStep(one.atLeast, steps)] : "atMost" in one ? [lastStep(one.atMost, steps) + 1] : [],
  );
  return [...new Set([steps.lowest, ...turns])].filter((step) => step >= steps.lowest && step <= steps.highest);
}

/** Options that stand in exactly the same conditions. */
type Group = { size: number; isNone: boolean; met: boolean[] };

function kindsOfChoices(question: QuestionOf<"several-choices">, conditions: readonly SimpleCondition[]): Kinds {
  const none = question.noneOption?.id;
  const groups = new Map<string, Group>();
  let unmentioned = 0;
  let isNoneMentioned = false;
  for (const { id } of optionsOf(question)) {
    const isNone = id === none;
    const met = conditions.map((one) => !("isAnswered" in one) && holds(one, { [question.id]: { options: [id] } }));
    const isMentioned = met.includes(true);
    if (isNone) isNoneMentioned = isMentioned;
    else if (!isMentioned) unmentioned += 1;
    if (!isMentioned) continue;
    const key = `${isNone} ${met.join()}`;
    groups.set(key, { isNone, met, size: (groups.get(key)?.size ?? 0) + 1 });
  }
  const all = [...groups.values()];
  const { atLeast = 1, atMost = Infinity } = question;
  const mayBeNoneAlone = none !== undefined && !isNoneMentioned;

  /** From this group on, where so many are chosen at the least and at the most. */
  const walk = (diagrams: Diagrams, first: number) => {
    const known = new Map<string, number>();
    const from = (index: number, isNone: boolean, fewest: number, mostChosen: number): number => {
      if (fewest > atMost || (isNone && fewest > 0)) return never;
      const group = all[index];
      if (!group) {
        const isEnough = Math.max(fewest, atLeast) <= Math.min(mostChosen + unmentioned, atMost);
        return isNone || isEnough || (mayBeNoneAlone && fewest === 0) ? always : never;
      }
      const key = `${index} ${isNone} ${fewest} ${mostChosen}`;
      const made = known.get(key) ?? diagrams.branch(
        first + index,
        from(index + 1, isNone, fewest, mostChosen),
        group.isNone ? from(index + 1, true, fewest, mostChosen) : from(index + 1, isNone, fewest + 1, mostChosen + group.size),
      );
      known.set(key, made);
      return made;
    };
    return from(0, false, 0, 0);
  };

  return {
    variables: all.length + 1,
    met: (diagrams, first) =>
      conditions.map((one, which) =>
        "isAnswered" in one
          ? diagrams.variable(first)
          : all.reduce((some, group, index) => (group.met[which] ? diagrams.or(some, diagrams.variable(first + 1 + index)) : some), never),
      ),
    possible: (diagrams, first) => {
      const unanswered = all.reduceRight((rest, _, index) => diagrams.branch(first + 1 + index, rest, never), always);
      const answered = walk(diagrams, first + 1);
      return diagrams.branch(first, question.required && answered !== never ? never : unanswered, answered);
    },
  };
}
