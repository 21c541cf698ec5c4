// The texts nearest to one are those that share most of its rarer words.
import { expect, test } from "vitest";
import { nearestTo, searchTerms, weigh, nearness } from "#app/analysis/alike.ts";
import { frequenciesIn } from "#app/text-mining/keyness.ts";
import { textsOfTopics } from "#tests/support/planted-topics.ts";

test("what says the same stands first, what shares the rarer word before what shares the commoner, and what shares nothing is not there", () => {
  const texts = [["tree", "pond"], ["bus", "late", "town"], ["town", null, "hall", "pond"], ["late", "hall", "pond"]].map((terms) => ({ terms }));
  const rarity = { texts: 100, of: new Map([["tree", 9], ["pond", 9], ["bus", 20], ["late", 2], ["town", 60], ["hall", 9]]) };
  const near = nearestTo(["bus", "late", "town"], texts, rarity, 10);
  expect(near.map(({ other }) => texts.indexOf(other))).toEqual([1, 3, 2]);
  expect(near[0]!.nearness).toBeCloseTo(1, 10);
  expect(nearestTo([], texts, rarity, 10)).toEqual([]);
});

test("nearness is that of the angle: the same either way round, never above one", () => {
  const rarity = { texts: 10, of: new Map([["a", 1], ["b", 5], ["c", 9]]) };
  const [one, other] = [weigh(["a", "b", "b"], rarity), weigh(["b", "c"], rarity)];
  // by hand: ln(11/2)+1 = 2.7047; ln(11/6)+1 = 1.6061; ln(11/10)+1 = 1.0953; b twice weighs 1+ln 2 = 1.6931 times as much
  const [a, b, c] = [2.704748, 1.606136, 1.09531];
  expect(nearness(one, other)).toBeCloseTo((1.693147 * b * b) / (Math.hypot(a, 1.693147 * b) * Math.hypot(b, c)), 5);
  expect(nearness(other, one)).toBeCloseTo(nearness(one, other), 12);
  expect(nearness(one, one)).toBeCloseTo(1, 12);
});

test("among planted texts nine of the ten nearest speak of the same topic", () => {
  const planted = textsOfTopics(300, 5).map(({ text, topic }) => ({ terms: text, topic }));
  const rarity = frequenciesIn(planted.map(({ terms }) => terms));
  const shares = planted.slice(0, 40).map((one) => {
    const near = nearestTo(one.terms, planted.filter((other) => other !== one), rarity, 10);
    return near.filter(({ other }) => other.topic === one.topic).length / near.length;
  });
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.9);
});

test("texts are looked for by the rarest terms, each once, while few enough are expected to hold them", () => {
  const rarity = { texts: 100, of: new Map([["bus", 40], ["timetable", 2], ["crossing", 1], ["town", 60], ["late", 10]]) };
  const looked = (mostFound: number) => searchTerms(["bus", null, "timetable", "bus", "crossing", "town", "late", "never-seen"], rarity, { all: 1000, mostFound }).map(({ term }) => term);
  expect(looked(1)).toEqual(["never-seen", "crossing", "timetable"]);
  expect(looked(150)).toEqual(["never-seen", "crossing", "timetable", "late"]);
  expect(looked(100_000)).toEqual(["never-seen", "crossing", "timetable", "late", "bus", "town"]);
});
