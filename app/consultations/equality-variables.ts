// The equality questions as people are counted by them: each a variable of its own, and disability as the statistical standard has it.
import { equalityForm } from "./equality-form.ts";
import { preferNotToSay } from "#app/disclosure/equality-options.ts";
import type { Answers } from "#app/forms/answer.ts";
import { answerFor } from "#app/forms/answer.ts";
import { questionsOf } from "#app/forms/definition.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import { optionsOf } from "#app/forms/question.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Side } from "./cross-tabulation.ts";

export const equalityVariables = ["age-band", "sex", "ethnic-group", "religion", "disability", "sexual-orientation"] as const;
export type EqualityVariable = (typeof equalityVariables)[number];

const disabled = ["yes", "no", preferNotToSay] as const;

/** What the variable's figures stand under in the columns; no question of a form has a sign in its id. */
export function equalityKey(variable: EqualityVariable): string {
  return `=${variable}`;
}

type Say = Parameters<typeof equalityForm>[0];

/** A variable's name and its answers, in every language. */
export function describeVariable(variable: EqualityVariable, say: Say): { label: Text; values: { id: string; name: Text }[] } {
  if (variable === "disability") {
    return {
      label: say("publication:equality.disability.label"),
      values: disabled.map((id) => ({ id, name: say(id === preferNotToSay ? "consultations:equality.prefer-not-to-say" : `publication:equality.disability.${id}`) })),
    };
  }
  const question = questionsOf(equalityForm(say)).find(({ id }) => id === variable);
  return { label: question?.label ?? {}, values: question ? optionsOf(question).map(({ id, label }) => ({ id, name: label })) : [] };
}

/** What somebody's equality answers say of each variable. */
export function variablesIn(answers: Answers, say: Say): ClosedAnswers {
  const said: ClosedAnswers = {};
  for (const question of questionsOf(equalityForm(say))) {
    if (question.type !== "one-choice" || !equalityVariables.some((one) => one === question.id)) continue;
    const chosen = answerFor(question, answers)?.option;
    if (chosen !== undefined) said[equalityKey(question.id as EqualityVariable)] = chosen;
  }
  const disability = disabilityOf(answers);
  return disability === undefined ? said : { ...said, [equalityKey("disability")]: disability };
}

// Disabled: a condition that lasts a year or more and limits what one does, a lot or a little.
function disabilityOf(answers: Answers): (typeof disabled)[number] | undefined {
  const optionOf = (id: string) => (answers[id] as { option?: string } | undefined)?.option;
  const [condition, impact] = [optionOf("condition"), optionOf("condition-impact")];
  if (condition === "no") return "no";
  if (condition === preferNotToSay || impact === preferNotToSay) return preferNotToSay;
  if (condition !== "yes" || impact === undefined) return undefined;
  return impact === "no" ? "no" : "yes";
}

/** Each variable as something that people can be compared by; who would rather not say is in no group. */
export function equalitySides(say: Say): Side[] {
  return equalityVariables.map((variable) => {
    const { label, values } = describeVariable(variable, say);
    const groups = values.filter(({ id }) => id !== preferNotToSay);
    return {
      ...{ key: equalityKey(variable), isSeveral: false },
      of: { question: { id: variable, type: "one-choice", label, options: groups.map(({ id, name }) => ({ id, label: name })) } },
      values: groups.map(({ id, name }) => ({ id, name: { text: name } })),
    };
  });
}
