import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countApproval } from "#app/counting/approval.ts";
import { Infeasible, type Contest } from "#app/counting/contest.ts";
import { countBlock, countFptp } from "#app/counting/plurality.ts";
import { buildContest, fillableCases, termsOf } from "#tests/support/contests.ts";
import { expectElected } from "#tests/support/counts.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const logged = sharedFile("elections/plurality/vegetables/block_vote.log");

const vegetables: Contest = buildContest(
  4,
  ["1 Apple Banana", "2 Banana Cherry", "3 Cherry Date", "4 Date Eggplant", "5 Eggplant Fig", "6 Fig Grape", "7 Grape Hazelnut", "8 Hazelnut Jalapeno", "9 Jalapeno Apple"],
  { withdrawn: [2, 6] },
);

const counters = { fptp: countFptp, block: countBlock, approval: countApproval };

/** A reserve of one group: at least so many of these, and at most. */
const reserve = (members: number[], min: number, max: number) => [{ name: "sex", groups: [{ name: "women", min, max, members }] }];

describe("votes without ranks", () => {
  it.skipIf(!logged)("come to the totals of the published block vote (shared data; skipped where it is absent)", () => {
    const totals = [...readFileSync(logged!, "utf8").matchAll(/^\t(?:Elected|Defeated):\s+(\w+) \((\d+)\.0+\)$/gm)].map(([, name, votes]) => [name, votes]);
    const sheet = countBlock(vegetables, termsOf(vegetables));
    const named = Object.entries(sheet.stages[0]!.votes).map(([candidate, votes]) => [vegetables.candidates[Number(candidate) - 1], votes]);
    expect(named.toSorted()).toEqual(totals.toSorted());
    expect(named).toHaveLength(7);
    expect(sheet.elected.map((candidate) => vegetables.candidates[candidate - 1])).toEqual(["Jalapeno", "Hazelnut", "Grape", "Apple"]);
    expect(sheet.ties).toEqual([]);
  });

  it("one vote for each place is allowed, one in first past the post, and as many as one likes in approval; a paper with more is invalid, and so is one with none", () => {
    const contest = buildContest(2, ["1 A", "2 A B", "4 A B C", "8"]);
    const totals = (count: keyof typeof counters) => {
      const { stages, valid, invalid } = counters[count](contest, termsOf(contest));
      return { votes: stages[0]!.votes, valid, invalid };
    };
    expect(totals("fptp")).toEqual({ votes: { 1: "1", 2: "0", 3: "0" }, valid: 1, invalid: 14 });
    expect(totals("block")).toEqual({ votes: { 1: "3", 2: "2", 3: "0" }, valid: 3, invalid: 12 });
    expect(totals("approval")).toEqual({ votes: { 1: "7", 2: "6", 3: "4" }, valid: 7, invalid: 8 });
  });

  it("ranks given alike or left out are votes like any other, and a candidate who withdrew has none", () => {
    const contest = buildContest(2, [], { candidates: ["A", "B", "C"], withdrawn: [3], ballots: [{ papers: 5, preferences: [[], [2, 1], 3] }] });
    expect(countBlock(contest, termsOf(contest)).stages).toEqual([{ stage: 1, action: "first", candidates: [], votes: { 1: "5", 2: "5" }, nonTransferable: "0", elected: [1, 2] }]);
  });

  it("those with the same vote who are all elected, or none of them, need no lot", () => {
    const contest = buildContest(3, ["5 A B", "3 C", "1 D E"]);
    expect(countBlock(contest, termsOf(contest))).toMatchObject({ elected: [1, 2, 3], ties: [] });
  });

  it("where those with the same vote stand across the last place, each of them who is elected is taken by lot", () => {
    const contest = buildContest(3, ["5 A", "2 B C", "2 D"]);
    const sheet = countBlock(contest, termsOf(contest, [], [1, 4, 3, 2]));
    expect(sheet.elected).toEqual([1, 4, 3]);
    expect(sheet.ties).toEqual([
      { stage: 1, kind: "elect", tied: [2, 3, 4], chosen: 4, by: "lot" },
      { stage: 1, kind: "elect", tied: [2, 3], chosen: 3, by: "lot" },
    ]);
  });

  it("whoever a full group would take over its maximum is passed over, and the sheet says so where somebody with fewer votes is elected", () => {
    const contest = buildContest(2, ["9 A", "7 B", "5 C", "3 D"]);
    const sheet = countBlock(contest, termsOf(contest, reserve([1, 2], 0, 1)));
    expect(sheet.elected).toEqual([1, 3]);
    expect(sheet.reserves).toEqual([{ stage: 1, kind: "barred", candidate: 2, votes: "7" }]);
  });

  it("a minimum keeps its places, so that those with more votes are passed over for them", () => {
    const contest = buildContest(2, ["9 A", "7 B", "5 C", "3 D"]);
    const sheet = countBlock(contest, termsOf(contest, reserve([3, 4], 1, 2)));
    expect(sheet.elected).toEqual([1, 3]);
    expect(sheet.reserves).toEqual([{ stage: 1, kind: "barred", candidate: 2, votes: "7" }]);
  });

  it("a lot also falls where which of the equal ones is taken decides whether the others still can be", () => {
    const contest = buildContest(3, ["5 A", "5 B", "5 C", "1 D"]);
    const sheet = countApproval(contest, termsOf(contest, reserve([1, 2], 0, 1), [2, 1, 3, 4]));
    expect(sheet.elected).toEqual([2, 3, 4]);
    expect(sheet.ties).toEqual([{ stage: 1, kind: "elect", tied: [1, 2, 3], chosen: 2, by: "lot" }]);
    expect(sheet.reserves).toEqual([{ stage: 1, kind: "barred", candidate: 1, votes: "5" }]);
  });

  it("fewer candidates than places are all elected, and nobody at all where nobody stands", () => {
    const contest = buildContest(4, ["1 A", "2 B"]);
    expect(countBlock(contest, termsOf(contest)).elected).toEqual([2, 1]);
    const none = buildContest(1, [], { withdrawn: [1], candidates: ["A"] });
    expect(countFptp(none, termsOf(none))).toMatchObject({ elected: [], valid: 0, stages: [{ votes: {} }] });
  });

  it("reserves that nobody can keep are refused", () => {
    const contest = buildContest(1, ["1 A", "2 B"]);
    expect(() => countFptp(contest, termsOf(contest, reserve([1, 2], 2, 2)))).toThrow(Infeasible);
  });
});

describe.each(Object.entries(counters))("any %s count", (_rules, count) => {
  it("fills the places as far as there are candidates, keeps every reserve, and elects nobody over somebody with more votes except for a reserve", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 2 }), ({ contest, terms }) => {
        const sheet = count(contest, terms);
        expectElected(sheet, { contest, terms });
        expect(sheet.valid + sheet.invalid).toBe(contest.ballots.reduce((sum, { papers }) => sum + papers, 0));
        const votes = sheet.elected.map((candidate) => Number(sheet.stages[0]!.votes[candidate]));
        expect(votes).toEqual(votes.toSorted((a, b) => b - a));
        if (terms.reserved.length === 0) expect(sheet.reserves).toEqual([]);
      }),
    );
  });

  it("is the same whatever the order of the papers and however alike papers are bundled", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 2 }), ({ contest, terms }) => {
        const singly = contest.ballots.flatMap(({ papers, preferences }) => Array.from({ length: papers }, () => ({ papers: 1, preferences }))).toReversed();
        expect(JSON.stringify(count({ ...contest, ballots: singly }, terms))).toBe(JSON.stringify(count(contest, terms)));
      }),
    );
  });
});
