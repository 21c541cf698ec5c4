// Contests to count: a given one, and any at all.
import fc from "fast-check";
import { guardsOf } from "#app/counting/constraints.ts";
import type { Ballot, Candidate, Contest, Preference, ReservedCategory, Terms } from "#app/counting/contest.ts";
import { ballotPaperOrder } from "#app/counting/lots.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

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

/** Lots in the order of the ballot paper, unless others are given. */
export function termsOf(counted: Contest, reserved: readonly ReservedCategory[] = [], lots: readonly Candidate[] = ballotPaperOrder(counted.candidates.length)): Terms {
  return { lots, reserved };
}

/** A contest among A, B, C ..., whose papers are written as "3 B A": three papers, B before A. */
export function buildContest(seats: number, papers: readonly string[], contest: Partial<Contest> = {}): Contest {
  const names = [...new Set(papers.flatMap((paper) => paper.split(" ").slice(1)))].sort();
  const candidates = contest.candidates ?? names;
  const ballots = papers.map((paper): Ballot => {
    const [count, ...preferences] = paper.split(" ");
    return { papers: Number(count), preferences: preferences.map((name) => candidates.indexOf(name) + 1) };
  });
  return { title: "A contest", candidates, seats, withdrawn: [], ballots, ...contest };
}

/** Few votes, so that they are often alike; ranks that are equal or left out; candidates who withdrew; sometimes reserves. */
export const cases: fc.Arbitrary<Case> = casesOf({ reserves: 2, isLong: false });

/** Such as can be counted: with so many categories at most, of which some way of filling the places keeps every reserve. Long ones have more to move. */
export function fillableCases(size: { reserves: number; isLong?: boolean }): fc.Arbitrary<Case> {
  return casesOf({ isLong: false, ...size }).filter(canBeFilled);
}

/** Whether there is nothing to refuse. */
export function canBeFilled({ contest: { candidates, seats, withdrawn }, terms }: Case): boolean {
  if (terms.reserved.length === 0) return true;
  return guardsOf({ candidates: candidates.length, seats, categories: terms.reserved, elected: [], excluded: withdrawn }).feasible;
}

function casesOf({ reserves: mostReserves, isLong }: { reserves: number; isLong: boolean }): fc.Arbitrary<Case> {
  return fc.integer(isLong ? { min: 6, max: 9 } : { min: 1, max: 7 }).chain((candidates) => casesAmong(candidates, mostReserves, isLong));
}

function casesAmong(candidates: number, mostReserves: number, isLong: boolean): fc.Arbitrary<Case> {
  const order = fc.shuffledSubarray(upTo(candidates), { minLength: candidates });
  const preferences = fc.tuple(order, fc.nat(candidates), fc.nat(20), fc.nat(candidates)).map(([all, length, oddity, at]): Preference[] => {
    const ranks: Preference[] = all.slice(0, length);
    if (oddity === 0) ranks.splice(at, 0, []);
    if (oddity === 1) ranks.splice(at, 2, ranks.slice(at, at + 2).flat());
    return ranks;
  });
  const ballots = fc.array(fc.record({ papers: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })), preferences }), {
    ...(isLong ? { minLength: 20, maxLength: 40 } : { maxLength: 14 }),
  });
  const reserve = fc.record({
    groupOf: fc.array(fc.nat(2), { minLength: candidates, maxLength: candidates }),
    bounds: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 2, maxLength: 2 }),
  });
  return fc
    .record({
      seats: fc.integer(isLong ? { min: 3, max: 5 } : { min: 1, max: 4 }),
      withdrawn: fc.oneof(
        { weight: 3, arbitrary: fc.constant<number[]>([]) },
        fc.subarray(upTo(candidates), { maxLength: Math.min(2, candidates) }),
      ),
      ballots,
      lots: order,
      reserves: fc.array(reserve, { maxLength: mostReserves }),
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
}
