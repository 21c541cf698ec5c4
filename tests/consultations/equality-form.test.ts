import { expect, test } from "vitest";
import { equalityForm } from "#app/consultations/equality-form.ts";
import { preferNotToSay } from "#app/disclosure/equality-options.ts";
import { checkForm, pagesOf } from "#app/forms/check.ts";
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import { optionsOf } from "#app/forms/question.ts";
import { textInAll } from "#app/shared/words.server.ts";

const form = equalityForm(textInAll);
const shown = (entries: Record<string, string[]>) => checkForm(form, entries).visible.map(({ id }) => id);

test("the equality questions may be asked, and are complete in every language", () => {
  const checked = checkDefinition(equalityForm(textInAll, { also: ["gender-identity"] }));
  expect(checked.ok).toBe(true);
  expect(checked.ok && missingTranslations(checked.value)).toEqual([]);
});

test("no equality question has to be answered, and each can be declined", () => {
  for (const question of questionsOf(form)) {
    expect(question.required, question.id).toBeUndefined();
    expect(optionsOf(question).at(-1)?.id, question.id).toBe(preferNotToSay);
  }
});

test("gender identity is asked only where it is switched on", () => {
  expect(shown({})).not.toContain("gender-identity");
  expect(questionsOf(equalityForm(textInAll, { also: ["gender-identity"] })).map(({ id }) => id)).toContain("gender-identity");
});

test("the ethnic group's detail is asked of that group alone", () => {
  expect(shown({}).filter((id) => id.startsWith("ethnic-"))).toEqual(["ethnic-group"]);
  expect(shown({ "ethnic-group": ["asian"] }).filter((id) => id.startsWith("ethnic-"))).toEqual(["ethnic-group", "ethnic-asian"]);
  expect(shown({ "ethnic-group": [preferNotToSay] }).filter((id) => id.startsWith("ethnic-"))).toEqual(["ethnic-group"]);
});

test("how far a condition reduces activities is asked of those who have one", () => {
  expect(shown({ condition: ["no"] })).not.toContain("condition-impact");
  expect(shown({ condition: ["yes"] })).toContain("condition-impact");
});

test("sexual orientation is not asked of children under 16", () => {
  expect(shown({ "age-band": ["u16"] })).not.toContain("sexual-orientation");
  expect(shown({})).toContain("sexual-orientation");
});

test("each question has a page to itself", () => {
  expect(pagesOf(form, {}).every(({ questions }) => questions.length === 1)).toBe(true);
});
