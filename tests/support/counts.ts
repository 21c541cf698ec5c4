// Any contest at all, and what must be true of every count of one by papers that move from candidate to candidate.
import fc from "fast-check";
import { expect } from "vitest";
import { guardsOf } from "#app/counting/constraints.ts";
import { Infeasible, type Ballot, type Contest, type Preference, type ReservedCategory, type Terms } from "#app/counting/contest.ts";
import { ballotPaperOrder } from "#app/counting/lots.ts";
import type { Counter, Sheet } from "#app/counting/sheet.ts";

export type Case = { contest: Contest; terms: Terms };

/** Papers as "3: 1 2", so many with these preferences. */
export function contest(seats: number, candidates: number, papers: string[], withdrawn: number[] = []): Contest {
  return {
    title: "A ward",
    candidates: Array.from({ length: candidates }, (_, index) => `Candidate ${index + 1}`),
    seats,
    withdrawn,
    ballots: papers.map((line) => {
      const [count, ranks] = line.split(":");
      return { papers: Number(count), preferences: ranks!.trim().split(" ").filter(Boolean).map(Number) };
    }),
  };
}

export function termsOf(counted: Contest, reserved: readonly ReservedCategory[] = []): Terms {
  return { lots: ballotPaperOrder(counted.candidates.length), reserved };
}

/** Each entry as "3 exclude 4 > 1", the stage, who it is about and who was elected. */
export function course(sheet: Sheet): string[] {
  return sheet.stages.map(({ stage, action, candidates, elected }) =>
    [stage, action, ...candidates, ...(elected.length > 0 ? [">", ...elected] : [])].join(" "),
  );
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Few votes, so that they are often alike; ranks that are equal or left out; candidates who withdrew; sometimes reserves. */
export const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 7 }).chain((candidates) => {
  const order = fc.shuffledSubarray(upTo(candidates), { minLength: candidates });
  const preferences = fc.tuple(order, fc.nat(candidates), fc.nat(20), fc.nat(candidates)).map(([all, length, oddity, at]): Preference[] => {
    const ranks: Preference[] = all.slice(0, length);
    if (oddity === 0) ranks.splice(at, 0, []);
    if (oddity === 1) ranks.splice(at, 2, ranks.slice(at, at + 2).flat());
    return ranks;
  });
  const ballots = fc.array(fc.record({ papers: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })), preferences }), {
    maxLength: 14,
  });
  const reserve = fc.record({
    groupOf: fc.array(fc.nat(2), { minLength: candidates, maxLength: candidates }),
    bounds: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 2, maxLength: 2 }),
  });
  return fc
    .record({
      seats: fc.integer({ min: 1, max: 4 }),
      withdrawn: fc.oneof(
        { weight: 3, arbitrary: fc.constant<number[]>([]) },
        fc.subarray(upTo(candidates), { maxLength: Math.min(2, candidates) }),
      ),
      ballots,
      lots: order,
      reserves: fc.array(reserve, { maxLength: 2 }),
    })
    .map(({ seats, withdrawn, ballots, lots, reserves }) => ({
      contest: { title: "Any", candidates: upTo(candidates).map(String), seats, withdrawn, ballots },
      terms: {
        lots,
        reserved: reserves.map(({ groupOf, bounds }, index) => ({
          name: `${index}`,
          // the third is no group at all
          groups: bounds.map(([min, more], group) => ({
            name: `${group}`,
            min,
            max: min + more,
            members: upTo(candidates).filter((one) => groupOf[one - 1] === group),
          })),
        })),
      },
    }));
});

/** In units of the last decimal. */
export function units(printed: string, decimals: number): bigint {
  const [whole = "", rest = ""] = printed.split(".");
  return BigInt(whole + rest.padEnd(decimals, "0"));
}

/** Null where the reserves cannot be kept, which must then be so. */
export function countOrRefusal(count: Counter, { contest, terms }: Case): Sheet | null {
  const { feasible } = guardsOf({
    candidates: contest.candidates.length,
    seats: contest.seats,
    categories: terms.reserved,
    elected: [],
    excluded: contest.withdrawn,
  });
  if (terms.reserved.length > 0 && !feasible) {
    expect(() => count(contest, terms)).toThrow(Infeasible);
    return null;
  }
  return count(contest, terms);
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
