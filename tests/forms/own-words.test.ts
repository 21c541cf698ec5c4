import fc from "fast-check";
import { expect, test } from "vitest";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { hasOwnWords, takesOwnWords, wordedQuestions } from "#app/forms/own-words.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

test("own words are texts, files and places, reasons and what is written in", () => {
  const form = everyType();
  const asked = questionsOf(form).filter(takesOwnWords).map(({ id }) => id);
  expect(asked).toEqual(["short-text", "long-text", "one-choice", "agreement", "file", "map-point", "map-line", "map-area"]);
  expect(wordedQuestions(form, checkForm(form, everyEntry).answers)).toEqual(asked);
});

test("a choice without a field to write in, or an agreement without reasons, takes none", () => {
  expect(takesOwnWords(buildQuestion("agreement", { reasons: false }))).toBe(false);
  expect(takesOwnWords(buildQuestion("several-choices"))).toBe(false);
});

test("whoever answered in words of their own was asked for them", () => {
  fc.assert(
    fc.property(anyDefinitionAndEntries, ({ definition, entries }) => {
      const { answers } = checkForm(definition, entries);
      for (const question of questionsOf(definition)) if (hasOwnWords(question, answers)) expect(takesOwnWords(question)).toBe(true);
    }),
  );
});
