import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contest } from "#app/counting/contest.ts";
import { countErs97 } from "#app/counting/ers97.ts";
import { countMeek } from "#app/counting/meek.ts";
import { pathBallotsOf, whatMayBePublished } from "#app/counting/path-ballots.ts";
import { countScottish } from "#app/counting/scottish.ts";
import type { Counter } from "#app/counting/sheet.ts";
import { fillableCases, buildContest, termsOf, type Case } from "#tests/support/contests.ts";
import { openContest, openCountsIn, openReserves } from "#tests/support/open-counts.ts";

const counters = { scottish: countScottish, ers97: countErs97 };

/** The sheets of the papers and of their paths, as bytes. */
function bothSheets(count: Counter, { contest, terms }: Case) {
  const sheet = count(contest, terms);
  const paths = pathBallotsOf(contest, sheet);
  return { sheet: JSON.stringify(sheet), again: JSON.stringify(count({ ...contest, ballots: paths.ballots }, terms)), paths };
}

describe.each(Object.entries(counters))("path ballots of a count by %s rules", (_rules, count) => {
  it.each([
    { reserves: 0, isLong: false },
    { reserves: 2, isLong: false },
    { reserves: 1, isLong: true },
  ])("give the identical sheet, whatever the papers (%o)", (size) => {
    fc.assert(
      fc.property(fillableCases(size), (counted) => {
        const { sheet, again } = bothSheets(count, counted);
        expect(again).toBe(sheet);
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(openCountsIn("scot").length === 0)("give the identical sheet for every open count, with its reserves (shared data; skipped where it is absent)", () => {
    const plain = [...openCountsIn("scot"), ...openCountsIn("ers97")].map((folder) => ({ contest: openContest(folder), reserved: [] }));
    const withReserves = openCountsIn("constraints").map((folder) => {
      const contest = openContest(folder);
      return { contest, reserved: openReserves(folder, contest.candidates.length) };
    });
    expect(plain.length + withReserves.length).toBeGreaterThanOrEqual(28);
    for (const { contest, reserved } of [...plain, ...withReserves]) {
      const { sheet, again, paths } = bothSheets(count, { contest, terms: termsOf(contest, reserved) });
      expect(again).toBe(sheet);
      expect(paths.ballots.length).toBeLessThanOrEqual(contest.ballots.length);
    }
  });
});

/** The paths of these papers, as people would write them. */
function pathsOf(contest: Contest, count = counters.scottish) {
  const { ballots } = pathBallotsOf(contest, count(contest, termsOf(contest)));
  return ballots.map(({ papers, preferences }) => [papers, ...preferences.flat().map((candidate) => contest.candidates[candidate - 1])].join(" "));
}

describe("a path ballot", () => {
  it("has the candidates in whose pile the paper lay, and not those it passed over or never came to", () => {
    // D is excluded first, then C; nobody looks further down the papers of A and B
    const contest = buildContest(1, ["10 A B C D", "9 B C", "3 C D B A", "1 D C A"]);
    expect(pathsOf(contest)).toEqual(["10 A", "9 B", "3 C B", "1 D C A"]);
  });

  it("ends with an elected candidate where the rules pass on only what they received last", () => {
    // C has the quota with the papers of D, of which 0.40 each goes on to E; those that were C's from the first stay
    const contest = buildContest(2, ["26 A", "24 C B", "16 B", "14 E", "10 D C E"]);
    expect(pathsOf(contest, counters.ers97)).toEqual(["26 A", "16 B", "24 C", "10 D C E", "14 E"]);
    expect(pathsOf(contest, counters.scottish)).toContain("24 C B");
  });

  it("leaves out who withdrew, ends at a rank given to two, and is blank where the paper is invalid", () => {
    const contest = buildContest(1, ["4 A", "3 B"], { ballots: [{ papers: 4, preferences: [2, 1] }, { papers: 2, preferences: [[1, 3], 2] }, { papers: 1, preferences: [3, [1, 2]] }], withdrawn: [2], candidates: ["A", "B", "C"] });
    expect(pathsOf(contest)).toEqual(["2", "4 A", "1 C"]);
  });

  it("is told with how many papers have it, in an order that says nothing of the order of the papers", () => {
    const contest = buildContest(1, ["2 B A", "7 A", "1 B", "5 A B"]);
    expect(pathsOf(contest)).toEqual(["12 A", "3 B"]);
    expect(pathsOf({ ...contest, ballots: contest.ballots.toReversed() })).toEqual(["12 A", "3 B"]);
  });

  it("counts as unique where no other valid paper has it", () => {
    const contest = buildContest(1, ["10 A", "9 B", "3 C B", "1 D C", "1"], { candidates: [..."ABCD"] });
    expect(pathBallotsOf(contest, counters.scottish(contest, termsOf(contest)))).toMatchObject({ papers: 23, unique: 1 });
  });

  it("has nothing that the paper does not say, and keeps every paper", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 1 }), ({ contest, terms }) => {
        const sheet = counters.ers97(contest, terms);
        const { ballots, papers } = pathBallotsOf(contest, sheet);
        expect(papers).toBe(sheet.valid);
        expect(ballots.reduce((sum, ballot) => sum + ballot.papers, 0)).toBe(sheet.valid + sheet.invalid);
        const isPartOf = (path: readonly unknown[], whole: readonly unknown[]) => path.every((one) => whole.includes(one));
        for (const path of ballots) expect(contest.ballots.some(({ preferences }) => isPartOf(path.preferences, preferences.flat()))).toBe(true);
      }),
    );
  });

  it("is not known of a count by Meek's method, which uses nearly the whole of every paper", () => {
    const contest = buildContest(1, ["2 A", "1 B"]);
    expect(() => pathBallotsOf(contest, countMeek(contest, termsOf(contest)))).toThrow(RangeError);
  });
});

describe("what may be published of the ballots", () => {
  const poll = { rules: "scottish", electorate: 60, announced: "usual", papers: 50, unique: 10 } as const;

  it("path ballots, where 50 or more might vote and at most a fifth of the paths are unique", () => {
    expect(whatMayBePublished(poll)).toBe("paths");
    expect(whatMayBePublished({ ...poll, rules: "ers97", electorate: 50 })).toBe("paths");
  });

  it("stages only, where fewer than 50 might vote or more than a fifth of the paths are unique", () => {
    expect(whatMayBePublished({ ...poll, electorate: 49 })).toBe("stages");
    expect(whatMayBePublished({ ...poll, unique: 11 })).toBe("stages");
  });

  it("stages only, by Meek's method, unless ballots in full were announced before the poll", () => {
    expect(whatMayBePublished({ ...poll, rules: "meek-nz", unique: 0 })).toBe("stages");
    expect(whatMayBePublished({ ...poll, rules: "meek-nz", announced: "full" })).toBe("full");
  });

  it("ballots in full only where that was announced before the poll, however few voted, and stages only where that was", () => {
    expect(whatMayBePublished({ ...poll, announced: "full", electorate: 5 })).toBe("full");
    expect(whatMayBePublished({ ...poll, announced: "stages", unique: 0 })).toBe("stages");
  });

  it.each(["fptp", "block", "approval"] as const)("totals by %s, whatever was announced, because they are all that is needed", (rules) => {
    for (const announced of ["usual", "full", "stages"] as const) expect(whatMayBePublished({ ...poll, rules, announced })).toBe("totals");
  });
});
