import { describe, expect, it } from "vitest";
import { marksOf, preferencesOf, standingOf, withdrawnOf } from "#app/counting/papers.ts";
import { buildContest } from "#tests/support/contests.ts";

const contest = buildContest(1, ["1 A B C D E"], { withdrawn: [2, 5] });
const isWithdrawn = withdrawnOf(contest);

describe("what a paper says", () => {
  it("leaves out whoever withdrew, and the ranks after them close up", () => {
    expect(standingOf(contest)).toEqual([1, 3, 4]);
    expect(preferencesOf([2, 4, 5, 1], isWithdrawn)).toEqual([4, 1]);
    expect(preferencesOf([[2, 5], 3], isWithdrawn)).toEqual([3]);
    expect(preferencesOf([2], isWithdrawn)).toEqual([]);
  });

  it("ends before the first rank given to two candidates who stand, and before one that was left out", () => {
    expect(preferencesOf([3, [1, 4], 2], isWithdrawn)).toEqual([3]);
    expect(preferencesOf([3, [1, 2], 4], isWithdrawn)).toEqual([3, 1, 4]);
    expect(preferencesOf([[], 3], isWithdrawn)).toEqual([]);
    expect(preferencesOf([3, [], 1], isWithdrawn)).toEqual([3]);
  });

  it("is a mark for everybody named, where ranks do not matter", () => {
    expect(marksOf([[], [4, 1], 2, 3, 1], isWithdrawn)).toEqual([4, 1, 3]);
  });
});
