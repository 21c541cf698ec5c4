import fc from "fast-check";
import { expect, test } from "vitest";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { describeAnswer } from "#app/forms/describe.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

const english = wordsFor("en");

function described(language: (typeof languages)[number]): Record<string, string[]> {
  const form = everyType();
  const { answers, personal } = checkForm(form, everyEntry);
  return Object.fromEntries(
    questionsOf(form).map((question) => [
      question.id,
      describeAnswer(question, { ...answers, ...personal }[question.id], wordsFor(language)).map(({ label, text }) =>
        label ? `${label.text} | ${text.text}` : text.text,
      ),
    ]),
  );
}

test("every type is described in words", () => {
  expect(described("en")).toMatchObject({
    "long-text": ["I like it here.\nMy children do too."],
    "one-choice": ["Something else", "In your own words | By boat"],
    "several-choices": ["Option park", "Option shop"],
    "yes-no-unsure": ["I do not know"],
    agreement: ["Agree", "Your reasons | It will be safer"],
    rating: ["4 out of 5"],
    ranking: ["Number 1 | Option roads", "Number 2 | Option parks"],
    "point-budget": ["Option parks | 60", "Option roads | 40"],
    number: ["12.5 metres"],
    money: ["£1,200.50"],
    date: ["3 March 2006"],
    address: ["1 High Town", "Hereford", "HR1 2AA"],
    file: ["bench.jpg"],
    "map-point": ["By the bridge", "Postcode | HR4 9AR", "Grid reference | SO 510 399"],
    statement: [],
    matrix: ["Option monday | Option morning", "Option friday | Option evening"],
  });
});

test.each(languages)("every type is described in %s", (language) => {
  expect(Object.keys(described(language))).toHaveLength(23);
});

test("no answer is no lines", () => {
  expect(describeAnswer(buildQuestion("rating"), null, english)).toEqual([]);
});

test("a person's own words are marked as such, and a label that has to fall back says its language", () => {
  const question = buildQuestion("one-choice");
  expect(describeAnswer(question, { option: "else", other: "باغ" }, wordsFor("cy"))).toEqual([
    { text: { text: "Something else", language: "en" } },
    { label: { text: "Yn eich geiriau eich hun", language: "cy" }, text: { text: "باغ", language: "own" } },
  ]);
});

test("every answer that is understood is described", () => {
  fc.assert(
    fc.property(anyDefinitionAndEntries, ({ definition, entries }) => {
      const { answers, personal, visible } = checkForm(definition, entries);
      const all = { ...answers, ...personal };
      for (const question of visible) {
        const lines = describeAnswer(question, all[question.id], english);
        expect(lines.length > 0).toBe(all[question.id] !== undefined);
      }
    }),
  );
});
