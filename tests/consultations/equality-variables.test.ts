import { expect, test } from "vitest";
import type { Answers } from "#app/forms/answer.ts";
import { describeVariable, equalityVariables, variablesIn } from "#app/consultations/equality-variables.ts";
import { textInAll } from "#app/shared/words.server.ts";

const said = (answers: Answers) => variablesIn(answers, textInAll);
const option = (id: string) => ({ option: id });

test("each answer stands under a name that no question of a form can have", () => {
  expect(said({ sex: option("female"), religion: { option: "other", other: "Quaker" } })).toEqual({ "=sex": "female", "=religion": "other" });
});

test("disabled is a condition of a year or more that limits what one does, a lot or a little", () => {
  const disability = (answers: Answers) => said(answers)["=disability"];
  expect(disability({ condition: option("yes"), "condition-impact": option("little") })).toBe("yes");
  expect(disability({ condition: option("yes"), "condition-impact": option("no") })).toBe("no");
  expect(disability({ condition: option("no") })).toBe("no");
  expect(disability({ condition: option("prefer-not-to-say") })).toBe("prefer-not-to-say");
  expect(disability({ condition: option("yes") })).toBeUndefined();
  expect(disability({})).toBeUndefined();
});

test("every variable has a name and answers in every language, preferring not to say last", () => {
  for (const variable of equalityVariables) {
    const { label, values } = describeVariable(variable, textInAll);
    expect(Object.keys(label)).toEqual(["en", "cy", "ur"]);
    expect(values.at(-1)?.id).toBe("prefer-not-to-say");
  }
});
