import fc from "fast-check";
import { expect, test } from "vitest";
import { agree, crossField, mostOn, rankField, ranksOf, readBallot, readPaper, typedOn, withoutGaps, type Paper } from "#app/elections/ballot.ts";
import { mergedBallots, rulesText } from "#app/elections/ballot-file.ts";
import { usualHead } from "#app/elections/election.ts";

const paper: Paper = { rules: "scottish", seats: 2, mostRanks: null, candidates: [1, 2, 3, 4] };
const typed = (ranks: Record<number, string>, on = paper) => typedOn(new URLSearchParams(Object.entries(ranks).map(([candidate, rank]) => [rankField(Number(candidate)), rank])), on);
const crossed = (marks: number[], on: Paper) => typedOn(new URLSearchParams(marks.map((mark) => [crossField, String(mark)])), on);
const codes = (read: ReturnType<typeof readBallot>) => (read.ok ? [] : read.problem.map(({ code }) => code));

test("ranks are preferences, first to last, in whatever digits and with whatever spaces they were typed", () => {
  expect(readBallot(typed({ 1: " 2 ", 3: "۱", 4: "03" }), paper)).toEqual({ ok: true, value: [3, 1, 4] });
});

test("nothing at all is a blank ballot, and a candidate who is not on the paper is nobody", () => {
  expect(readBallot(typed({}), paper)).toEqual({ ok: true, value: [] });
  expect(readBallot(typed({ 9: "1" }), paper)).toEqual({ ok: true, value: [] });
});

test("every order of any number of candidates reads as itself", () => {
  const order = fc.shuffledSubarray([...paper.candidates]);
  fc.assert(
    fc.property(order, (preferences) => {
      const read = readBallot(typed(Object.fromEntries([...ranksOf(preferences)].map(([candidate, rank]) => [candidate, String(rank)]))), paper);
      return read.ok && JSON.stringify(read.value) === JSON.stringify(preferences);
    }),
  );
});

test("the same rank twice, a rank left out and what is no rank are told, each where it stands", () => {
  expect(readBallot(typed({ 1: "1", 2: "1" }), paper)).toEqual({ ok: false, problem: [{ code: "same-rank", field: "rank-2", rank: 1, candidates: [1, 2] }] });
  expect(readBallot(typed({ 1: "1", 2: "3" }), paper)).toEqual({ ok: false, problem: [{ code: "gap", field: "rank-2", rank: 2, next: 3 }] });
  for (const wrong of ["0", "-1", "1.5", "first", "12345", "1 2"]) expect(codes(readBallot(typed({ 1: wrong }), paper))).toEqual(["not-a-rank"]);
  expect(codes(readBallot(typed({ 1: "2", 2: "2", 3: "x" }), paper))).toEqual(["not-a-rank", "same-rank", "gap"]);
});

test("no more may be ranked than the notice says", () => {
  const capped = { ...paper, mostRanks: 2 };
  expect(readBallot(typed({ 1: "1", 2: "2", 3: "3" }), capped)).toEqual({ ok: false, problem: [{ code: "too-many-ranks", field: "rank-3", most: 2, given: 3 }] });
  expect(readBallot(typed({ 1: "1", 2: "2" }), capped).ok).toBe(true);
});

test("gaps close up where they are all that is wrong, because then the order is plain", () => {
  expect(withoutGaps(typed({ 1: "5", 2: "2" }), paper)).toEqual([2, 1]);
  expect(withoutGaps(typed({ 1: "5", 2: "5" }), paper)).toBeNull();
  expect(withoutGaps(typed({ 1: "1" }), paper)).toBeNull();
});

test.each([
  ["fptp", 1],
  ["block", 2],
  ["approval", 4],
] as const)("of crosses, %s takes at most %i", (rules, most) => {
  const on = { ...paper, rules };
  expect(mostOn(on)).toBe(most);
  expect(readBallot(crossed([...paper.candidates].slice(0, most), on), on).ok).toBe(true);
  const more = readBallot(crossed([4, 3, 2, 1], on), on);
  expect(more).toEqual(most === 4 ? { ok: true, value: [1, 2, 3, 4] } : { ok: false, problem: [{ code: "too-many-crosses", field: crossField, most, given: 4 }] });
});

test("from paper, everything is read as it was written: two alike stand together, a rank left out is empty", () => {
  expect(readPaper(typed({ 1: "1", 2: "3", 3: "3" }), paper)).toEqual([1, [], [2, 3]]);
  expect(readPaper(typed({ 1: "2000" }), paper)).toBeNull();
  expect(readPaper(typed({ 1: "x" }), paper)).toBeNull();
  expect(readPaper(typed({}), paper)).toEqual([]);
});

test("two who keyed a paper agree when they read the same, or spoilt it for the same reason", () => {
  const read = (preferences: (number | number[])[], spoilt: "unclear" | "identifies" | null = null) => ({ preferences, spoilt });
  expect(agree(read([1, [2, 3]]), read([1, [2, 3]]))).toBe(true);
  expect(agree(read([1]), read([2]))).toBe(false);
  expect(agree(read([1], "unclear"), read([], "unclear"))).toBe(true);
  expect(agree(read([], "unclear"), read([], "identifies"))).toBe(false);
  expect(agree(read([]), read([], "unclear"))).toBe(false);
});

test("the sealed file is the same in whatever order ballots come, and a spoilt paper says nothing in it", () => {
  const ballots = [[1, 2], [], [2], [1, 2], [3, 1], [2]].map((preferences, index) => ({ papers: 1, preferences, spoilt: index === 4 ? "unclear" : null }));
  const merged = mergedBallots(ballots);
  expect(merged).toEqual([{ papers: 2, preferences: [1, 2] }, { papers: 2, preferences: [2] }, { papers: 2, preferences: [] }]);
  fc.assert(fc.property(fc.shuffledSubarray(ballots, { minLength: ballots.length }), (shuffled) => JSON.stringify(mergedBallots(shuffled)) === JSON.stringify(merged)));
});

test("the rules' text names whatever decides a count, and nobody who stands", () => {
  const reserves = [{ id: "ward", name: { en: "Wards" }, justification: { en: "So that each is heard" }, groups: [{ id: "north", name: { en: "North" }, least: 1, most: null }] }];
  expect(rulesText({ ...usualHead, seats: 3, reserves })).toBe(
    '{"rules":"scottish","version":1,"seats":3,"mostRanks":null,"paperRule":"paper-counts","publication":"usual","turnoutLeast":null,"shortfall":"co-option","reserves":[{"id":"ward","groups":[{"id":"north","least":1,"most":null}]}]}\n',
  );
});
