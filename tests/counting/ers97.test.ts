import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Infeasible } from "#app/counting/contest.ts";
import { countErs97 } from "#app/counting/ers97.ts";
import { cases, contest, termsOf } from "#tests/support/contests.ts";
import { countOrRefusal, course, expectConserved, expectElected, expectTiesAmongEquals, rearranged, renumbered } from "#tests/support/counts.ts";
import { hasOpenCount, hasOpenCounts, openContest, openCountsIn, openCountText } from "#tests/support/open-counts.ts";

const decimals = 2;

type Points = {
  winners: string[];
  points: { stage: number; action: string; candidates: string[]; votes: Record<string, string>; non_transferable: string; quota: string }[];
};

const sheets = [...openCountsIn("scot"), ...openCountsIn("ers97")].filter((folder) => hasOpenCount(`${folder}/ers97_stages.json`));

describe.skipIf(!hasOpenCounts)("ERS97 on sheets of two other counters (shared data; skipped where it is absent)", () => {
  it.each(sheets)("gives every vote, quota and non-transferable total of %s", (folder) => {
    const { winners, points } = JSON.parse(openCountText(`${folder}/ers97_stages.json`)) as Points;
    const counted = openContest(folder);
    const named = (candidate: number) => counted.candidates[candidate - 1]!;
    const sheet = countErs97(counted, termsOf(counted));
    const entries = sheet.stages.filter(({ action }) => action !== "fill");
    expect(
      entries.map(({ stage, candidates, votes, nonTransferable, quota }) => ({
        stage,
        candidates: candidates.map(named),
        votes: Object.fromEntries(Object.entries(votes).map(([candidate, vote]) => [named(Number(candidate)), vote])),
        non_transferable: nonTransferable,
        quota,
      })),
    ).toEqual(
      points.map(({ stage, candidates, votes, non_transferable, quota }) => ({ stage, candidates, votes, non_transferable, quota })),
    );
    const actions = { first: "first", surplus: "surplus", exclude: "eliminate", batch: "eliminate", iterate: "", fill: "" };
    expect(entries.map(({ action }) => actions[action])).toEqual(points.map(({ action }) => action));
    expect(sheet.elected.map(named).sort()).toEqual(winners.toSorted());
  });

  it("gives the published sheet of a small election", () => {
    type Published = { rounds: { votes: (string | number)[]; exhausted: string; quota?: string }[]; winners: string[] };
    const { rounds, winners } = JSON.parse(openCountText("ers97/ucl-mini/published.json")) as Published;
    const counted = openContest("ers97/ucl-mini");
    const { stages, quota, elected } = countErs97(counted, termsOf(counted));
    expect(stages).toHaveLength(rounds.length);
    for (const [index, { votes, exhausted }] of rounds.entries()) {
      expect(stages[index]!.nonTransferable).toBe(exhausted);
      for (const [at, vote] of votes.entries()) {
        if (vote !== "(not shown)") expect(Number(stages[index]!.votes[at + 1])).toBe(Number(vote));
      }
    }
    expect(quota).toBe(rounds[0]!.quota);
    expect(elected.map((candidate) => counted.candidates[candidate - 1]).sort()).toEqual(winners.toSorted());
  });
});

describe("ERS97", () => {
  it("lowers the quota while nobody is elected, and settles who is too many by the earliest point at which they differed", () => {
    const counted = contest(1, 3, ["5: 1", "4: 2", "1: 3 2", "1: 3"]);
    const sheet = countErs97(counted, { lots: [2, 1, 3], reserved: [] });
    expect(course(sheet)).toEqual(["1 first", "2 exclude 3 > 1"]);
    expect(sheet.stages.map(({ quota }) => quota)).toEqual(["5.50", "5.00"]);
    expect(sheet.ties).toEqual([{ stage: 2, kind: "elect", tied: [1, 2], chosen: 1, by: "earlier stage" }]);
  });

  it("deems none elected of too many who were always equal, and then leaves it to a lot who is not excluded", () => {
    const counted = contest(1, 2, ["3: 1", "3: 2"]);
    const sheet = countErs97(counted, { lots: [2, 1], reserved: [] });
    expect(course(sheet)).toEqual(["1 first", "1 fill > 1"]);
    expect(sheet.ties).toEqual([{ stage: 1, kind: "exclude", tied: [1, 2], chosen: 2, by: "lot" }]);
  });

  it("moves papers worth no more than the surplus at their value, and the rest of it is non-transferable", () => {
    const counted = contest(2, 4, ["9: 1", "9: 2", "8: 3", "1: 4 1 2", "2: 4 1", "1: 4"]);
    const sheet = countErs97(counted, termsOf(counted));
    expect(course(sheet)).toEqual(["1 first", "2 exclude 4 > 1", "3 surplus 1 > 2"]);
    expect(sheet.stages[2]).toMatchObject({ votes: { 1: "9.67", 2: "10.00", 3: "8.00", 4: "0.00" }, nonTransferable: "2.33" });
  });

  it("takes the earliest point at which those with the fewest votes differed, not the most recent", () => {
    // 3 had 8 and 4 had 9 at first; then 11 and 9; then both 12.
    const counted = contest(1, 6, ["30: 1", "20: 2", "8: 3", "9: 4", "3: 5 4", "1: 5 3", "1: 5", "3: 6 3", "1: 6"]);
    const sheet = countErs97(counted, { lots: [4, 3, 1, 2, 5, 6], reserved: [] });
    expect(course(sheet)).toEqual(["1 first", "2 exclude 6", "3 exclude 5", "4 exclude 3", "5 exclude 4 > 1"]);
    expect(sheet.ties).toEqual([{ stage: 4, kind: "exclude", tied: [3, 4], chosen: 3, by: "earlier stage" }]);
  });

  it.each([
    {
      name: "fewer candidates than places",
      counted: contest(3, 2, ["4: 1 2", "1: 2"]),
      elected: [1, 2],
      says: ["1 first > 1", "1 fill > 2"],
    },
    { name: "one candidate without a vote", counted: contest(1, 1, []), elected: [1], says: ["1 first", "1 fill > 1"] },
    { name: "nobody with any vote", counted: contest(1, 3, ["4:"]), elected: [3], says: ["1 first", "2 exclude 1", "2 fill > 3"] },
    { name: "everybody withdrawn", counted: contest(1, 1, ["2: 1"], [1]), elected: [], says: ["1 first"] },
    { name: "one place, by half of the votes", counted: contest(1, 3, ["3: 1", "2: 2 3", "1: 3"]), elected: [1], says: ["1 first > 1"] },
  ])("counts $name", ({ counted, elected, says }) => {
    const sheet = countErs97(counted, termsOf(counted));
    expect(sheet.elected).toEqual(elected);
    expect(course(sheet)).toEqual(says);
  });

  it("excludes together who cannot catch up, passing over the guarded", () => {
    const women = { name: "women", min: 1, max: 2, members: [3] };
    const counted = contest(2, 7, ["7: 1", "1: 2", "2: 3", "3: 4", "6: 5", "6: 6", "6: 7"]);
    const sheet = countErs97(counted, termsOf(counted, [{ name: "sex", groups: [women] }]));
    expect(course(sheet)[1]).toBe("2 exclude 2 4");
    expect(sheet.reserves[0]).toEqual({ stage: 2, kind: "spared", candidate: 3, votes: "2.00", instead: 4, insteadVotes: "3.00" });
  });

  it("excludes no more together than leave the reserves within reach", () => {
    const women = { name: "women", min: 1, max: 2, members: [2, 4] };
    const papers = ["7: 1", "1: 2", "6: 3", "3: 4", "6: 5", "6: 6"];
    const free = contest(2, 6, papers);
    expect(course(countErs97(free, termsOf(free)))[1]).toBe("2 exclude 2 4");
    expect(course(countErs97(free, termsOf(free, [{ name: "sex", groups: [women] }])))[1]).toBe("2 exclude 2");
  });

  it("excludes the doomed before any surplus, and refuses reserves that nobody could keep", () => {
    const women = { name: "women", min: 1, max: 1, members: [2, 3] };
    const counted = contest(2, 4, ["10: 1", "2: 2", "3: 3", "9: 4"]);
    const sheet = countErs97(counted, termsOf(counted, [{ name: "sex", groups: [women] }]));
    expect(course(sheet)).toEqual(["1 first > 1", "2 exclude 4", "3 surplus 1 > 3"]);
    expect(sheet.reserves).toEqual([{ stage: 2, kind: "barred", candidate: 4, votes: "9.00" }]);
    expect(() => countErs97(counted, termsOf(counted, [{ name: "sex", groups: [{ ...women, min: 3, max: 3 }] }]))).toThrow(Infeasible);
  });

  it("keeps every vote, fills the places within the reserves, and draws lots only among equals", () => {
    fc.assert(
      fc.property(cases, (any) => {
        const sheet = countOrRefusal(countErs97, any);
        if (!sheet) return;
        expectConserved(sheet, decimals);
        expectElected(sheet, any);
        expectTiesAmongEquals(sheet);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same sheet whatever order and bundles the papers are in, and the same winners whatever their numbers", () => {
    fc.assert(
      fc.property(cases, fc.nat(10), (any, seed) => {
        const sheet = countOrRefusal(countErs97, any);
        if (!sheet) return;
        expect(countErs97({ ...any.contest, ballots: rearranged(any.contest, seed) }, any.terms)).toEqual(sheet);
        const { renamed, numberOf } = renumbered(any);
        expect(countErs97(renamed.contest, renamed.terms).elected.map(numberOf).sort()).toEqual(sheet.elected.toSorted());
      }),
      { numRuns: 300 },
    );
  });
});
