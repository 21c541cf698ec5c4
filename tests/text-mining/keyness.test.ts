import { expect, test } from "vitest";
import { collocationsIn, frequenciesIn, keysOf } from "#app/text-mining/keyness.ts";
import { textsOfTopics } from "#tests/support/planted-topics.ts";

test("the words of a topic are what its texts speak of more than the rest, and common words are not", () => {
  const planted = textsOfTopics(400, 2);
  const of = (isHere: boolean) => frequenciesIn(planted.filter(({ topic }) => (topic === "buses") === isHere).map(({ text }) => text));
  const keys = keysOf(of(true), of(false));
  expect(keys.slice(0, 10).map(({ term }) => term)).not.toContain("people");
  expect("bus buses stop timetable evening service route driver fare shelter late frequent village connect".split(" ")).toEqual(expect.arrayContaining(keys.slice(0, 10).map(({ term }) => term)));
  expect(keys[0]!.likelihood).toBeGreaterThan(10.83);
  expect(keys[0]!.inPart / 100).toBeGreaterThan(keys[0]!.inRest / 300);
});

// Worked by hand: of 10 texts 8, of 90 texts 12; expected 2 and 18, and of those without it 8 and 72.
test("the likelihood ratio is that of the four counts", () => {
  const texts = (count: number, having: number) => frequenciesIn(Array.from({ length: count }, (_, at) => (at < having ? ["tree"] : ["road"])));
  const [key] = keysOf(texts(10, 8), texts(90, 12)).filter(({ term }) => term === "tree");
  const byHand = 2 * (8 * Math.log(8 / 2) + 12 * Math.log(12 / 18) + 2 * Math.log(2 / 8) + 78 * Math.log(78 / 72));
  expect(key).toMatchObject({ inPart: 8, inRest: 12 });
  expect(key!.likelihood).toBeCloseTo(byHand, 10);
});

test("what single people say is no key, and without a rest there is nothing to compare with", () => {
  expect(keysOf(frequenciesIn([["rare"], ["rare"]]), frequenciesIn([["other"]]))).toEqual([]);
  expect(keysOf(frequenciesIn([["tree"], ["tree"], ["tree"]]), frequenciesIn([]))).toEqual([]);
});

test("words that stand together are found, in their order, and not across a word that was left out", () => {
  const texts = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? ["speed", "limit", "road"] : at % 3 === 1 ? ["road", null, "limit"] : ["park", "road"]));
  const [first] = collocationsIn(texts);
  expect(first).toMatchObject({ terms: ["speed", "limit"], together: 10 });
  expect(collocationsIn(texts).map(({ terms }) => terms.join(" "))).not.toContain("road limit");
});
