import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate, ReservedCategory } from "#app/counting/contest.ts";
import { prospects } from "#app/recounting/reserved.ts";
import { cases } from "./contests.ts";

/** Every way of filling the places, by trying each. */
function waysOf(open: readonly Candidate[], elected: readonly Candidate[], seats: number, reserved: readonly ReservedCategory[]): Candidate[][] {
  const groups = reserved.flatMap((category) => category.groups);
  const every = open.reduce<Candidate[][]>((ways, candidate) => ways.flatMap((way) => [way, [...way, candidate]]), [[]]);
  return every.filter((way) => {
    const all = [...elected, ...way];
    const kept = groups.every(({ min, max, members }) => {
      const among = all.filter((candidate) => members.includes(candidate)).length;
      return among >= min && among <= max;
    });
    return kept && all.length === seats;
  });
}

describe("Guarded and doomed candidates", () => {
  it("are in every way of filling the places, and in none", () => {
    const standing = fc.tuple(cases({ reserves: true }), fc.nat(3), fc.nat(3));
    fc.assert(
      fc.property(standing, ([{ contest, terms }, many, gone]) => {
        const elected = terms.lots.slice(0, Math.min(many, contest.seats));
        const open = terms.lots.slice(elected.length + gone);
        const ways = waysOf(open, elected, contest.seats, terms.reserved);
        const found = prospects(open, elected, contest.seats, terms.reserved);
        const stated = found && { guarded: [...found.guarded].sort(), doomed: [...found.doomed].sort() };
        expect(stated).toEqual(
          ways.length === 0
            ? null
            : {
                guarded: open.filter((candidate) => ways.every((way) => way.includes(candidate))).sort(),
                doomed: open.filter((candidate) => !ways.some((way) => way.includes(candidate))).sort(),
              },
        );
      }),
      { numRuns: Number(process.env.AGREE_RUNS ?? 200) },
    );
  });

  it("are found at once among sixty candidates in five categories", () => {
    const open = Array.from({ length: 60 }, (_, at) => at + 1);
    const categories = [2, 3, 4, 5, 7].map((by) => ({
      name: `${by}`,
      groups: Array.from({ length: by }, (_, rest) => {
        const members = open.filter((candidate) => candidate % by === rest);
        const first = members.filter((candidate) => candidate <= 20).length;
        return { name: `${rest}`, min: first, max: first, members };
      }),
    }));
    const found = prospects(open, [], 20, categories);
    expect(found).not.toBeNull();
    expect(found!.guarded.size + found!.doomed.size).toBeLessThan(60);
  });
});
