import { expect, test } from "vitest";
import { plainWord, wordsOf } from "#app/text-mining/words.ts";

test("words stand where they are found, whatever is between them", () => {
  const text = "  It's the bus—again…";
  const words = wordsOf(text);
  expect(words.map(({ word }) => word)).toEqual(["it's", "the", "bus", "again"]);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["It's", "the", "bus", "again"]);
});

test("accents, capitals and kinds of apostrophe make no other word", () => {
  expect(plainWord("Tŷ")).toBe("ty");
  expect(wordsOf("mae’r MAE'R").map(({ word }) => word)).toEqual(["mae'r", "mae'r"]);
  expect(wordsOf("e\u0301te\u0301 été").map(({ word }) => word)).toEqual(["ete", "ete"]);
});

test("Urdu words are words, with and without their marks", () => {
  expect(wordsOf("بَس نہیں آتی، اور ہم می\u200Cروند").map(({ word }) => word)).toEqual(["بس", "نہیں", "آتی", "اور", "ہم", "میروند"].map(plainWord));
});

test("figures are words, signs are none", () => {
  expect(wordsOf("20 mph & £3.50 (A470)").map(({ word }) => word)).toEqual(["20", "mph", "3", "50", "a470"]);
});
