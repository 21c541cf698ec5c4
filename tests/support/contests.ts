import fc from "fast-check";
import { guardsOf } from "#app/counting/constraints.ts";
import type { Ballot, Contest, Preference, ReservedCategory, Terms } from "#app/counting/contest.ts";

export type Count = { contest: Contest; terms: Terms };

/** Terms without reserves, the lots in the order of the ballot paper. */
export function termsOf(contest: Contest, terms: Partial<Terms> = {}): Terms {
  return { lots: contest.candidates.map((_, index) => index + 1), reserved: [], ...terms };
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

/** Papers as people fill them in: some blank, some with two alike or a rank left out. */
function anyBallot(candidates: number, papers: number): fc.Arbitrary<Ballot> {
  const all = Array.from({ length: candidates }, (_, index) => index + 1);
  const ranked = fc.shuffledSubarray(all);
  const odd = fc.tuple(ranked, fc.nat(candidates), fc.boolean()).map(([ranks, at, isLeftOut]): Preference[] => {
    if (isLeftOut) return [...ranks.slice(0, at), [], ...ranks.slice(at)];
    return ranks.length < at + 2 ? ranks : [...ranks.slice(0, at), ranks.slice(at, at + 2), ...ranks.slice(at + 2)];
  });
  return fc.record({ papers: fc.integer({ min: 1, max: papers }), preferences: fc.oneof({ weight: 9, arbitrary: ranked }, { weight: 1, arbitrary: odd }) });
}

function anyCategory(candidates: number, seats: number): fc.Arbitrary<ReservedCategory> {
  const group = fc.tuple(fc.nat(Math.min(2, seats)), fc.nat(seats));
  return fc.tuple(fc.array(fc.nat(3), { minLength: candidates, maxLength: candidates }), fc.array(group, { minLength: 3, maxLength: 3 })).map(([groupOf, bounds]) => ({
    name: "category",
    // whoever draws the fourth is in no group at all
    groups: bounds.map(([min, more], group) => ({
      name: `group ${group}`,
      min,
      max: min + more,
      members: groupOf.flatMap((one, index) => (one === group ? [index + 1] : [])),
    })),
  }));
}

/** Small contests, so that ties are common, in which the places can be filled; `reserves` is how many categories at most. `long` ones have more to move. */
export function anyCount({ reserves, long = false }: { reserves: number; long?: boolean }): fc.Arbitrary<Count> {
  return fc
    .tuple(fc.integer({ min: long ? 6 : 1, max: long ? 9 : 7 }), fc.integer({ min: long ? 3 : 1, max: 5 }))
    .chain(([candidates, seats]) =>
      fc.record({
        candidates: fc.constant(candidates),
        seats: fc.constant(seats),
        withdrawn: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: candidates }), { maxLength: 1 }) }),
        ballots: fc.array(anyBallot(candidates, long ? 60 : 12), { minLength: long ? 20 : 0, maxLength: long ? 40 : 14, size: "max" }),
        lots: fc.shuffledSubarray(
          Array.from({ length: candidates }, (_, index) => index + 1),
          { minLength: candidates },
        ),
        reserved: fc.array(anyCategory(candidates, seats), { maxLength: reserves }),
      }),
    )
    .map(({ candidates, lots, reserved, ...contest }) => ({
      contest: { title: "A contest", candidates: Array.from({ length: candidates }, (_, index) => `Candidate ${index + 1}`), ...contest },
      terms: { lots, reserved },
    }))
    .filter(({ contest, terms }) => terms.reserved.length === 0 || isFeasible(contest, terms.reserved));
}

/** Whether some way of filling the places keeps every reserve. */
export function isFeasible({ candidates, seats, withdrawn }: Contest, categories: readonly ReservedCategory[]): boolean {
  return guardsOf({ candidates: candidates.length, seats, categories, elected: [], excluded: withdrawn }).feasible;
}

/** Whether these and nobody else keep every reserve. */
export function keepReserves(elected: readonly number[], { reserved }: Terms): boolean {
  return reserved.every(({ groups }) =>
    groups.every(({ min, max, members }) => {
      const has = members.filter((candidate) => elected.includes(candidate)).length;
      return has >= min && has <= max;
    }),
  );
}
