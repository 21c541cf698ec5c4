// Two entries of the same paper.
import { expect, test } from "vitest";
import { compareEntries } from "#app/intake/comparison.ts";
import { buildDefinition } from "#tests/support/factories.ts";

const definition = buildDefinition();

test("blanks, case and the shape of quotation marks are no difference", () => {
  const first = { first: ["Mend  “our” roads"], bus: ["often"] };
  const second = { first: ['mend "our" roads '], bus: ["often"] };
  expect(compareEntries(definition, first, second)).toEqual({ questions: 2, differing: [] });
});

test("another word, another tick and an answer that one of them left out are", () => {
  const first = { first: ["Mend our roads"], bus: ["often"], agree: ["agree"] };
  const second = { first: ["Mend our road"], bus: ["never"] };
  expect(compareEntries(definition, first, second)).toEqual({ questions: 3, differing: ["first", "bus", "agree"] });
});

test("a question that neither answered is not counted", () => {
  expect(compareEntries(definition, { bus: ["often"] }, { bus: ["often"], first: [" "] }).questions).toBe(1);
});
