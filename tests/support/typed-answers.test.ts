// What the respondents of tests and measurements type must be understood, or what they measure is the drawing of errors.
import { expect, test } from "vitest";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { everyType } from "./forms.ts";
import { strategyForm } from "./strategy-form.ts";
import { typedAnswers } from "./typed-answers.ts";

test.each([4, 1] as const)("everybody answers all 35 questions on %i pages without an error", (pages) => {
  const form = strategyForm(pages);
  for (let person = 0; person < 200; person++) {
    const { answers, errors } = checkForm(form, typedAnswers(form, person));
    expect(errors).toEqual([]);
    expect(Object.keys(answers)).toHaveLength(35);
  }
});

test("what is typed in a question of any type is understood, and the same the next time", () => {
  const form = everyType();
  const unanswered = questionsOf(form).filter(({ type }) => type === "statement" || type === "file").length;
  for (let person = 0; person < 100; person++) {
    const typed = typedAnswers(form, person);
    const { answers, personal, errors } = checkForm(form, typed);
    expect(errors).toEqual([]);
    expect(Object.keys({ ...answers, ...personal })).toHaveLength(questionsOf(form).length - unanswered);
    expect(typedAnswers(form, person)).toEqual(typed);
  }
});
