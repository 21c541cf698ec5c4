import { expect, test } from "vitest";
import type { Contest } from "#app/counting/contest.ts";
import { rulesOf } from "#app/counting/rule-sets.ts";
import { flowOf } from "#app/elections/flow.ts";
import { difference, inOrderOfResult, isAtLeast, unelectedOf, winnersOf } from "#app/elections/result.ts";
import { sayAction, sayVotes } from "#app/elections/said.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const contest: Contest = {
  ...{ title: "Forum", candidates: ["Ann", "Bob", "Cai", "Dee"], seats: 2, withdrawn: [] },
  ballots: [
    { papers: 9, preferences: [1, 2] },
    { papers: 4, preferences: [2] },
    { papers: 3, preferences: [3, 2] },
    { papers: 2, preferences: [4, 3] },
  ],
};
const terms = { lots: [1, 2, 3, 4], reserved: [] };
const sheet = rulesOf.scottish.count(contest, terms);

test("the difference of two printed decimals is exact, with a sign where it is not zero", () => {
  expect(difference("523.78130", "463.10846")).toBe("+60.67284");
  expect(difference("0.00000", "0.10000")).toBe("−0.10000");
  expect(difference("12", "12")).toBe("0");
  expect(difference("9007199254740993.00001", "9007199254740992.00000")).toBe("+1.00001");
  expect(isAtLeast("6.00", "6.00")).toBe(true);
});

test("votes are said as people read them, without zeros that say nothing", () => {
  expect(sayVotes("2048.00000", wordsFor("en"))).toBe("2,048");
  expect(sayVotes("+60.67280", wordsFor("en"))).toBe("+60.6728");
});

test("whoever was elected is told with the stage, the votes and why", () => {
  expect(winnersOf(sheet)).toEqual([
    { candidate: 1, stage: 1, how: "quota", votes: "9.00000", quota: "7" },
    { candidate: 2, stage: 4, how: expect.stringMatching(/quota|last-places/) as string, votes: expect.any(String) as string, quota: "7" },
  ]);
  const block = rulesOf.fptp.count({ ...contest, seats: 1, ballots: contest.ballots.map(({ papers, preferences }) => ({ papers, preferences: preferences.slice(0, 1) })) }, terms);
  expect(winnersOf(block)).toEqual([{ candidate: 1, stage: 1, how: "most-votes", votes: "9", quota: null }]);
});

test("whoever was not elected is told by how near they came, with the votes before they went", () => {
  expect(unelectedOf(sheet).map(({ candidate, fate, votes }) => [candidate, fate, votes])).toEqual([
    [3, "excluded", expect.any(String)],
    [4, "excluded", "2.00000"],
  ]);
  expect(inOrderOfResult(sheet)).toEqual([1, 2, 3, 4]);
});

test("an entry of the sheet is told in a sentence that names who it is about", () => {
  expect(sheet.stages.map((stage) => sayAction(sheet, stage, wordsFor("en")))[1]).toBe("Votes that Ann did not need went to the next choices.");
});

test("in the picture every bar stands in its lane, and what leaves one lane arrives in others", () => {
  const { bars, ribbons, lanes, columns } = flowOf(sheet);
  expect(lanes.map(({ candidate }) => candidate)).toEqual([1, 2, 3, 4]);
  expect(columns.map(({ stage }) => stage)).toEqual(sheet.stages.filter(({ action }) => action !== "fill").map(({ stage }) => stage));
  expect(bars.filter(({ column }) => column === 0)).toHaveLength(4);
  expect(ribbons.filter(({ from, to, column }) => column === 0 && from === 1 && to === 2)).toHaveLength(1);
  expect(ribbons.every(({ path }) => /^M[\d.-]+ [\d.-]+C/.test(path) && !path.includes("NaN"))).toBe(true);
});
