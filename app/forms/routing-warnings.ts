// What is amiss with the conditions of a form that may well be asked: parts that nobody sees, conditions that decide nothing.
// Each is found out exactly, over everything that may be answered, or said not to have been.
import { questionsDeciding, simpleConditionsIn, type Condition, type SimpleCondition } from "./condition.ts";
import { always, never } from "./decision-diagram.ts";
import type { FormDefinition } from "./definition.ts";
import { FormTruths, type Conditional } from "./form-truths.ts";

/** The text of each is `conditions:warning.<code>`. */
export const routingWarningCodes = [
  /** No answers at all meet the condition. */
  "contradictory",
  /** Answers could meet it, but whoever could give them is never asked. */
  "never-shown",
  /** The same, and the cause is a question that is itself never shown. */
  "never-asked",
  /** Everybody who comes so far is shown it. */
  "always-shown",
  "part-never-holds",
  "part-always-holds",
  /** A "not" shows it to people too who were never asked. */
  "shown-unasked",
  "not-checked",
] as const;
export type RoutingWarningCode = (typeof routingWarningCodes)[number];

export type RoutingWarning = {
  /** The id of the question or the section. */
  about: string;
  code: RoutingWarningCode;
  /** What in the condition it is about, where that is not the whole. */
  part?: SimpleCondition;
  /** The deciding question it is about. */
  question?: string;
};

const mostFresh = 6;

/** In the order of the form, a section before its questions. Of answers that may be sent: a required question is answered. */
export function routingWarnings(definition: FormDefinition): RoutingWarning[] {
  const warnings: RoutingWarning[] = [];
  let truths = new FormTruths(definition);
  let fresh = 0;
  for (const part of conditionalParts(definition)) {
    const notChecked: RoutingWarning[] = [{ about: part.id, code: "not-checked" }];
    let found = fresh < mostFresh ? warningsAbout(part, truths) : notChecked;
    // because what filled up may have been the parts before
    for (let again = 0; truths.isFull && again < 2; again += 1, fresh += 1) {
      truths = new FormTruths(definition);
      found = again === 0 ? warningsAbout(part, truths) : notChecked;
    }
    warnings.push(...found);
  }
  return warnings;
}

/** Those of a form that the form before did not have. */
export function addedWarnings(before: readonly RoutingWarning[], after: readonly RoutingWarning[]): RoutingWarning[] {
  const known = new Set(before.map((warning) => JSON.stringify(warning)));
  return after.filter((warning) => !known.has(JSON.stringify(warning)));
}

function conditionalParts(definition: FormDefinition): Conditional[] {
  return definition.sections.flatMap((section) =>
    [section, ...section.questions].flatMap((part) =>
      part.showWhen ? [{ id: part.id, showWhen: part.showWhen, section, isSection: part === section }] : [],
    ),
  );
}

function warningsAbout(part: Conditional, truths: FormTruths): RoutingWarning[] {
  const { id: about, showWhen, section, isSection } = part;
  const possible = truths.possible([part, section]);
  if (truths.isFull) return [];
  const canBe = (statement: number) => truths.and(statement, possible) !== never;
  const here = isSection ? always : truths.shown(section);
  const own = truths.holds(part);
  const shown = truths.and(here, own);
  const deciding = questionsDeciding(showWhen).flatMap((id) => truths.question(id) ?? []);
  const isEverAsked = (id: string) => deciding.some((question) => question.id === id && canBe(truths.shown(question)));

  if (!canBe(truths.holds(part, showWhen, true))) return [{ about, code: "contradictory" }];
  // The section's own warning has said it.
  if (!canBe(here)) return [];
  if (!canBe(shown)) {
    const unasked = deciding.map(({ id }) => id).filter((id) => !isEverAsked(id));
    return unasked.length === 0 ? [{ about, code: "never-shown" }] : unasked.map((question) => ({ about, code: "never-asked", question }));
  }
  if (!canBe(truths.and(here, truths.not(own)))) return [{ about, code: "always-shown" }];

  const warnings: RoutingWarning[] = [];
  for (const simple of distinct(simpleConditionsIn(showWhen))) {
    const holds = truths.holds(part, simple);
    if (!canBe(truths.and(here, holds))) warnings.push({ about, code: "part-never-holds", part: simple });
    else if (!canBe(truths.and(here, truths.not(holds)))) warnings.push({ about, code: "part-always-holds", part: simple });
  }
  const turned = new Set(turnedQuestions(showWhen));
  for (const question of deciding) {
    const isUnasked = truths.not(truths.shown(question));
    if (!turned.has(question.id) || !isEverAsked(question.id) || !canBe(truths.and(shown, isUnasked))) continue;
    warnings.push({ about, code: "shown-unasked", question: question.id });
  }
  return warnings;
}

/** The questions asked about under a "not" that is not undone by another. */
function turnedQuestions(condition: Condition, isTurned = false): string[] {
  if ("all" in condition) return condition.all.flatMap((one) => turnedQuestions(one, isTurned));
  if ("any" in condition) return condition.any.flatMap((one) => turnedQuestions(one, isTurned));
  if ("not" in condition) return turnedQuestions(condition.not, !isTurned);
  return isTurned ? [condition.question] : [];
}

function distinct(conditions: readonly SimpleCondition[]): SimpleCondition[] {
  return [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()];
}
