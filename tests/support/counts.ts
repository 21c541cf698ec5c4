// What must be true of every count of a contest by papers that move from candidate to candidate.
import { expect } from "vitest";
import { Infeasible, type Ballot, type Contest } from "#app/counting/contest.ts";
import type { Counter, Sheet } from "#app/counting/sheet.ts";
import { canBeFilled, type Case } from "#tests/support/contests.ts";

/** Each entry as "3 exclude 4 > 1", the stage, who it is about and who was elected. */
export function course(sheet: Sheet): string[] {
  return sheet.stages.map(({ stage, action, candidates, elected }) =>
    [stage, action, ...candidates, ...(elected.length > 0 ? [">", ...elected] : [])].join(" "),
  );
}

/** In units of the last decimal. */
export function units(printed: string, decimals: number): bigint {
  const [whole = "", rest = ""] = printed.split(".");
  return BigInt(whole + rest.padEnd(decimals, "0"));
}

/** Null where the reserves cannot be kept, which must then be so. */
export function countOrRefusal(count: Counter, any: Case): Sheet | null {
  if (canBeFilled(any)) return count(any.contest, any.terms);
  expect(() => count(any.contest, any.terms)).toThrow(Infeasible);
  return null;
}

/** Every vote is somewhere at every entry, and nobody has less than none. */
export function expectConserved(sheet: Sheet, decimals: number): void {
  let before = 0n;
  for (const { votes, nonTransferable } of sheet.stages) {
    const lost = units(nonTransferable, decimals);
    const held = Object.values(votes).map((vote) => units(vote, decimals));
    expect(held.reduce((sum, vote) => sum + vote, lost)).toBe(BigInt(sheet.valid) * 10n ** BigInt(decimals));
    expect([...held, lost - before].every((amount) => amount >= 0n)).toBe(true);
    before = lost;
  }
}

/** The places are filled as far as there are candidates, nobody is elected twice, and every reserve is kept. */
export function expectElected(sheet: Sheet, { contest, terms }: Case): void {
  const standing = contest.candidates.length - new Set(contest.withdrawn).size;
  expect(sheet.elected).toHaveLength(Math.min(contest.seats, standing));
  expect(new Set(sheet.elected).size).toBe(sheet.elected.length);
  expect(sheet.elected.filter((one) => contest.withdrawn.includes(one))).toEqual([]);
  expect(sheet.stages.flatMap(({ elected }) => elected)).toEqual(sheet.elected);
  for (const { groups } of terms.reserved) {
    for (const { min, max, members } of groups) {
      const has = members.filter((one) => sheet.elected.includes(one)).length;
      expect(has >= min && has <= max).toBe(true);
    }
  }
}

/** Whoever a choice was made between had the same vote when it was made. */
export function expectTiesAmongEquals({ stages, ties }: Sheet): void {
  for (const { stage, kind, tied, chosen } of ties) {
    expect(tied.length).toBeGreaterThan(1);
    expect(tied).toContain(chosen);
    const first = stages.findIndex((entry) => entry.stage === stage && entry.action !== "fill");
    const looked = kind === "elect" ? stages.filter((entry) => entry.stage === stage) : stages.slice(Math.max(0, first - 1), first + 1);
    expect(looked.some(({ votes }) => tied.every((one) => votes[one] === votes[tied[0]!]))).toBe(true);
  }
}

/** The same papers, in another order, some in bundles and some one by one. */
export function rearranged({ ballots }: Contest, seed: number): Ballot[] {
  const split = ballots.flatMap(({ papers, preferences }, index) =>
    papers > 1 && (index + seed) % 2 === 0
      ? [
          { papers: 1, preferences },
          { papers: papers - 1, preferences },
        ]
      : [{ papers, preferences }],
  );
  return split
    .map((ballot, index) => ({ ballot, at: (index * 7 + seed) % 11 }))
    .sort((a, b) => a.at - b.at)
    .map(({ ballot }) => ballot);
}

/** The same contest with other numbers on the ballot paper. */
export function renumbered({ contest, terms }: Case): { renamed: Case; numberOf: (candidate: number) => number } {
  const count = contest.candidates.length;
  const numberOf = (candidate: number) => count + 1 - candidate;
  return {
    numberOf,
    renamed: {
      contest: {
        ...contest,
        candidates: contest.candidates.toReversed(),
        withdrawn: contest.withdrawn.map(numberOf),
        ballots: contest.ballots.map(({ papers, preferences }) => ({
          papers,
          preferences: preferences.map((rank) => (typeof rank === "number" ? numberOf(rank) : rank.map(numberOf))),
        })),
      },
      terms: {
        lots: terms.lots.map(numberOf),
        reserved: terms.reserved.map(({ name, groups }) => ({
          name,
          groups: groups.map((group) => ({ ...group, members: group.members.map(numberOf) })),
        })),
      },
    },
  };
}
