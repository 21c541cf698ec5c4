import fc from "fast-check";
import { expect, test } from "vitest";
import { diversityQuestions, diversityTables, optionsOf, readDiversity, type Diversity } from "#app/bodies/diversity.ts";

const saying = (count: number, said: Diversity): Diversity[] => Array.from({ length: count }, () => said);
const tableOf = (answers: Diversity[], question: string) => diversityTables(answers).find(({ id }) => id === question);

test("what was not asked is not read, and what was left out is not there", () => {
  expect(readDiversity({ sex: "female", religion: "jedi", name: "Ann Pryce", condition: undefined })).toEqual({ sex: "female" });
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (typed) => Object.keys(readDiversity(typed)).every((key) => (diversityQuestions as string[]).includes(key))));
});

test("nothing is told of a board of nine", () => {
  const table = tableOf([...saying(5, { sex: "female" }), ...saying(4, { sex: "male" })], "sex");
  expect([table?.base, ...(table?.rows ?? []).map(({ all }) => all)].filter((count) => count)).toEqual([]);
});

test("of many every figure is rounded, and a few are hidden with whoever would give them away", () => {
  const table = tableOf([...saying(27, { sex: "female" }), ...saying(23, { sex: "male" }), ...saying(3, { sex: "prefer-not-to-say" })], "sex");
  const shown = Object.fromEntries(table!.rows.map(({ value, all }) => [value, all]));
  expect(shown["prefer-not-to-say"]).toBeNull();
  expect(Object.values(shown).filter((count) => count !== null && count % 5 !== 0)).toEqual([]);
});

test("whatever is said, no figure from one to nine is ever seen", () => {
  const anybody = fc.record(Object.fromEntries(diversityQuestions.map((question) => [question, fc.constantFrom(...optionsOf(question))])), { requiredKeys: [] }) as fc.Arbitrary<Diversity>;
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 60 }), (answers) => {
      const figures = diversityTables(answers).flatMap(({ base, rows }) => [base, ...rows.map(({ all }) => all)]);
      expect(figures.filter((count) => count !== null && count > 0 && count < 10)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
