import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlt } from "#app/counting/blt.ts";
import { Infeasible, type Contest } from "#app/counting/contest.ts";
import { countMeek, iterationsOf } from "#app/counting/meek.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { buildContest, fillableCases, termsOf } from "#tests/support/contests.ts";
import { expectElected, units } from "#tests/support/counts.ts";
import { hasOpenCount, hasOpenCounts, openContest, openCountsIn, openCountText } from "#tests/support/open-counts.ts";

type Event = { name: string; done: string };
type HillIteration = { quota: string; nonTransferable: string; candidates: { name: string; keep: string; votes: string }[]; events: Event[] };

/** What Hill's program prints of every iteration (.oei); names are cut there. */
function hillIterations(path: string): HillIteration[] {
  const [, ...iterations] = openCountText(path).split("Iteration: ");
  return iterations.map((text) => ({
    quota: /Quota: +([\d.]+)/.exec(text)![1]!,
    nonTransferable: /Non-transferable +([\d.]+)/.exec(text)![1]!,
    candidates: [...text.matchAll(/^(.{20}) (\d\.\d{9}) +(\d+\.\d{9}) /gm)].map(([, name, keep, votes]) => ({ name: name!.trim(), keep: keep!, votes: votes! })),
    events: [...text.matchAll(/^>>>>> (.*) (elected|excluded) <<<<</gm)].map(([, name, done]) => ({ name: name!.trim(), done: done! })),
  }));
}

const decimal = (units: number) => `${Math.floor(units / 1e9)}.${String(units % 1e9).padStart(9, "0")}`;

/** Our iterations as Hill prints them. */
function asHillPrints(contest: Contest, terms = termsOf(contest)): HillIteration[] {
  const names = contest.candidates.map((name) => name.slice(0, 20).trim());
  return [...iterationsOf(contest, terms)].map(({ quota, nonTransferable, keep, votes, elected, excluded, filled }) => {
    const said = (done: string) => (candidate: number) => ({ name: names[candidate - 1]!, done });
    return {
      quota: decimal(quota),
      nonTransferable: decimal(nonTransferable),
      candidates: names.map((name, index) => ({ name, keep: decimal(keep[index + 1]!), votes: decimal(votes[index + 1]!) })),
      events: [...elected.map(said("elected")), ...(excluded === null ? [] : [excluded]).map(said("excluded")), ...filled.map(said("elected"))],
    };
  });
}

/** Without those whom Hill names as excluded because all the places are taken. */
function tillFull(iterations: HillIteration[], seats: number): HillIteration[] {
  let elected = 0;
  return iterations.map((iteration) => {
    const events: Event[] = [];
    const places = seats - elected - iteration.events.filter(({ done }) => done === "elected").length;
    for (const event of iteration.events) {
      if (places === 0 && event.done === "excluded") continue;
      if (event.done === "elected") elected++;
      events.push(event);
    }
    return { ...iteration, events };
  });
}

/** He cuts them at different lengths. */
function withShortNames({ candidates, events, ...rest }: HillIteration) {
  return { ...rest, candidates: candidates.map(({ keep, votes }) => ({ keep, votes })), events: events.map(({ name, done }) => ({ name: name.slice(0, 15), done })) };
}

describe("Meek's method as Hill's program counts it", () => {
  const cases = [...openCountsIn("scot"), ...openCountsIn("ers97")].filter((folder) => hasOpenCount(`${folder}/meek_hill/votes.oei`));

  it.skipIf(!hasOpenCounts)("there are open cases (shared data; skipped where it is absent)", () => expect(cases.length).toBeGreaterThanOrEqual(7));

  it.each(cases)("every iteration, keep value, vote and quota of %s, and who is elected and excluded in it", (folder) => {
    const contest = openContest(folder);
    const hill = hillIterations(`${folder}/meek_hill/votes.oei`);
    expect(hill.length).toBeGreaterThan(5);
    expect(asHillPrints(contest).map(withShortNames)).toEqual(tillFull(hill, contest.seats).map(withShortNames));
  });

  it.each(cases)("the tables of %s, which are the entries of our sheet", (folder) => {
    const contest = openContest(folder);
    const tables = [...openCountText(`${folder}/meek_hill/votes.res`).matchAll(/Table: (\d+) Count: (\d+) /g)].map(([, , iteration]) => Number(iteration));
    const sheet = countMeek(contest, termsOf(contest));
    expect([...new Set(sheet.stages.map(({ iteration }) => iteration))]).toEqual(tables);
    expect(sheet.elected).toHaveLength(contest.seats);
  });

  it.skipIf(!hasOpenCounts)("a guarded candidate who would be the first to go is spared, and elected with the last (shared data; skipped where it is absent)", () => {
    const contest = openContest("meek-guarded/monk");
    const [, guarded] = openCountText("meek-guarded/monk/votes.con").trim().split(/\s*\n/);
    const reserved = [{ name: "guarded", groups: [{ name: "by Hill", min: 1, max: 1, members: [Number(guarded)] }] }];
    const hill = hillIterations("meek-guarded/monk/votes.oei");
    hill.at(-1)!.events = hill.at(-1)!.events.filter(({ done }) => done === "elected");
    expect(asHillPrints(contest, termsOf(contest, reserved))).toEqual(hill);

    const sheet = countMeek(contest, termsOf(contest, reserved));
    expect(sheet.elected).toEqual([1, 5, 2, 11, 6, 10]);
    expect(sheet.stages.at(-1)).toMatchObject({ stage: 6, action: "fill", elected: [10], iteration: 7 });
    expect(sheet.reserves).toEqual([
      { stage: 2, kind: "spared", candidate: 10, votes: "23.394456288", instead: 4, insteadVotes: "30.114072464" },
      { stage: 3, kind: "spared", candidate: 10, votes: "23.399082108", instead: 3, insteadVotes: "33.587149512" },
      { stage: 5, kind: "spared", candidate: 10, votes: "23.730326090", instead: 9, insteadVotes: "58.651630450" },
      { stage: 6, kind: "barred", candidate: 8, votes: "63.752402206" },
      { stage: 6, kind: "barred", candidate: 7, votes: "67.035482100" },
    ]);
  });

  it.skipIf(!hasOpenCounts)("a hundred thousand papers elect 07 last (shared data; skipped where it is absent)", () => {
    const read = readBlt(openCountText("speed/synth100k.blt"));
    const sheet = read.ok && countMeek(read.value, termsOf(read.value));
    if (!sheet) throw new Error("The ballots could not be read.");
    expect(sheet.valid).toBe(100_000);
    expect(sheet.elected).toEqual([1, 2, 3, 5, 10, 4, 9, 7]);
  });
});

const what = ({ stages }: Sheet) => stages.map(({ stage, action, candidates, elected, iteration }) => ({ stage, action, candidates, elected, iteration }));

describe("odd Meek counts", () => {
  it("whoever is elected in the first iteration stands in its entry, and whoever is excluded in it in one of their own", () => {
    const contest = buildContest(2, ["10 A", "6 B", "5 C", "1 D C"]);
    const entries = what(countMeek(contest, termsOf(contest)));
    expect(entries.slice(0, 2)).toEqual([
      { stage: 1, action: "first", candidates: [], elected: [1], iteration: 1 },
      { stage: 2, action: "iterate", candidates: [4], elected: [], iteration: 1 },
    ]);
    expect(entries[2]!.iteration).toBeGreaterThan(1);
  });

  it("fewer candidates than places are all elected", () => {
    const contest = buildContest(4, ["3 A B", "1 B", "1 C"]);
    const sheet = countMeek(contest, termsOf(contest));
    expect(sheet.elected).toEqual([1, 2, 3]);
    expect(what(sheet)).toEqual([
      { stage: 1, action: "first", candidates: [], elected: [1], iteration: 1 },
      { stage: 1, action: "fill", candidates: [], elected: [2, 3], iteration: 1 },
    ]);
  });

  it("nobody may stand at all, or everybody have withdrawn", () => {
    const contest = buildContest(1, ["3 A"], { withdrawn: [1] });
    expect(countMeek(contest, termsOf(contest))).toMatchObject({ valid: 0, invalid: 3, elected: [], quota: "0.000000001", stages: [{ votes: {}, elected: [] }] });
  });

  it("without valid papers lots decide, one exclusion after the other", () => {
    const contest = buildContest(1, [], { candidates: ["A", "B", "C"], ballots: [{ papers: 4, preferences: [] }] });
    const sheet = countMeek(contest, termsOf(contest, [], [3, 1, 2]));
    expect(sheet).toMatchObject({ valid: 0, invalid: 4, elected: [2] });
    expect(sheet.ties).toEqual([
      { stage: 2, kind: "exclude", tied: [1, 2, 3], chosen: 3, by: "lot" },
      { stage: 3, kind: "exclude", tied: [1, 2], chosen: 1, by: "lot" },
    ]);
  });

  it("those who are all alike are excluded as the lots fall, first in the order first", () => {
    const contest = buildContest(1, ["2 A", "2 B", "2 C"]);
    const sheet = countMeek(contest, termsOf(contest, [], [2, 3, 1]));
    expect(sheet.elected).toEqual([1]);
    expect(sheet.ties.map(({ chosen, by }) => [chosen, by])).toEqual([[2, "lot"], [3, "lot"]]);
  });

  it("of those who are alike now, whoever was behind at the first difference is excluded", () => {
    const contest = buildContest(1, ["5 A", "4 B", "3 C", "1 D C"]);
    const sheet = countMeek(contest, termsOf(contest, [], [2, 1, 3, 4]));
    expect(sheet.ties).toEqual([{ stage: 3, kind: "exclude", tied: [2, 3], chosen: 3, by: "earlier stage" }]);
  });

  it("ends also where rounding never lets the surplus settle, by excluding the lowest once another iteration would bring nothing", () => {
    const preferences = [[3, 2], [1, 2, 3, 4], [4, 3, 2, 1, 5, 6], [4, 5, 6, 3, 2, 1], [1, 2, 3, 4, 5, 6], [1, 4, 6, 3]];
    const papers = [784374, 260785, 488248, 82404, 843096, 769541];
    const contest = buildContest(2, [], { candidates: [..."ABCDEF"], ballots: preferences.map((ranks, index) => ({ papers: papers[index]!, preferences: ranks })) });
    const [, second] = iterationsOf(contest, termsOf(contest));
    expect(second!.votes[1]! - second!.quota).toBeGreaterThan(0.0001 * 1e9);
    expect(second!.excluded).toBe(5);
    expect(countMeek(contest, termsOf(contest)).elected).toHaveLength(2);
  });

  it("more papers than safe integers can hold are refused, not miscounted", () => {
    const contest = buildContest(1, ["9007200 A"]);
    expect(() => countMeek(contest, termsOf(contest))).toThrow(RangeError);
  });
});

describe("Meek's method with reserved places", () => {
  const reserved = [
    { name: "sex", groups: [{ name: "women", min: 2, max: 3, members: [3, 4, 5] }, { name: "men", min: 0, max: 3, members: [1, 2] }] },
    { name: "origin", groups: [{ name: "black", min: 2, max: 3, members: [1, 2, 5] }, { name: "white", min: 0, max: 3, members: [3, 4] }] },
  ];

  it("whoever every category needs is guarded from the start, though they have the fewest votes, and the doomed go as soon as they are", () => {
    const contest = buildContest(3, ["10 A B", "9 B A", "8 C D", "7 D C", "1 E"]);
    const sheet = countMeek(contest, termsOf(contest, reserved));
    expect(sheet.elected.toSorted()).toEqual([1, 3, 5]);
    expect(sheet.reserves).toContainEqual(expect.objectContaining({ kind: "barred", candidate: 2 }));
  });

  it("of two with the quota of whom only one may be elected the one with more votes is, and the other is excluded whatever their vote", () => {
    const contest = buildContest(2, ["12 A", "11 B", "3 C", "2 D"]);
    const sheet = countMeek(contest, termsOf(contest, [{ name: "ward", groups: [{ name: "north", min: 0, max: 1, members: [1, 2] }] }]));
    expect(sheet.elected).toEqual([1, 3]);
    expect(sheet.stages.slice(0, 2)).toMatchObject([{ action: "first", elected: [1] }, { action: "iterate", candidates: [2], iteration: 1 }]);
    expect(sheet.reserves[0]).toEqual({ stage: 2, kind: "barred", candidate: 2, votes: "11.000000000" });
  });

  it("two with the same vote and the quota, of whom only one may be elected, are settled by lot", () => {
    const contest = buildContest(2, ["11 A", "11 B", "3 C", "2 D"]);
    const sheet = countMeek(contest, termsOf(contest, [{ name: "ward", groups: [{ name: "north", min: 0, max: 1, members: [1, 2] }] }], [2, 1, 3, 4]));
    expect(sheet.elected).toEqual([2, 3]);
    expect(sheet.ties[0]).toEqual({ stage: 1, kind: "elect", tied: [1, 2], chosen: 2, by: "lot" });
  });

  it("reserves that nobody can keep are refused", () => {
    const contest = buildContest(3, ["10 A", "1 B"]);
    expect(() => countMeek(contest, termsOf(contest, [{ name: "ward", groups: [{ name: "north", min: 1, max: 3, members: [1, 2] }] }]))).toThrow(Infeasible);
  });
});

/** The votes of one iteration by following every paper by itself, in numbers of any size. */
function byEachPaper(contest: Contest, keep: readonly number[]): number[] {
  const votes = keep.map(() => 0n);
  for (const { papers, preferences } of contest.ballots) {
    let left = 10n ** 9n;
    for (const preference of preferences) {
      const standing = [preference].flat().filter((candidate) => !contest.withdrawn.includes(candidate));
      if ([preference].flat().length === 0 || standing.length > 1) break;
      for (const candidate of standing) {
        const kept = (left * BigInt(keep[candidate]!) + 10n ** 9n - 1n) / 10n ** 9n;
        votes[candidate]! += kept * BigInt(papers);
        left -= kept;
      }
    }
  }
  return votes.map(Number);
}

describe("any Meek count", () => {
  it("gives every iteration the votes that following each paper by itself gives", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 1 }), ({ contest, terms }) => {
        for (const { votes, keep } of iterationsOf(contest, terms)) expect(votes).toEqual(byEachPaper(contest, keep));
      }),
    );
  });

  it("loses no vote: at every entry votes and non-transferable are together the valid papers", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 2 }), ({ contest, terms }) => {
        const { stages, valid } = countMeek(contest, terms);
        for (const { votes, nonTransferable } of stages) {
          expect(Object.values(votes).reduce((sum, one) => sum + units(one, 9), units(nonTransferable, 9))).toBe(BigInt(valid) * 10n ** 9n);
        }
      }),
    );
  });

  it("elects as many as there are places, or all there are, keeps every reserve, names everybody once and ends", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 2 }), ({ contest, terms }) => {
        const sheet = countMeek(contest, terms);
        expectElected(sheet, { contest, terms });
        const { stages } = sheet;
        const named = stages.flatMap(({ candidates, elected }) => [...candidates, ...elected]);
        expect(new Set(named).size).toBe(named.length);
        expect(stages.at(-1)!.iteration).toBeLessThan(500);
      }),
    );
  });

  it("is the same whatever the order of the papers and however alike papers are bundled", () => {
    fc.assert(
      fc.property(fillableCases({ reserves: 2 }), ({ contest, terms }) => {
        const singly = contest.ballots.flatMap(({ papers, preferences }) => Array.from({ length: papers }, () => ({ papers: 1, preferences }))).toReversed();
        expect(JSON.stringify(countMeek({ ...contest, ballots: singly }, terms))).toBe(JSON.stringify(countMeek(contest, terms)));
      }),
    );
  });
});
