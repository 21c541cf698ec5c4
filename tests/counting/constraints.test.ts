import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardsOf, type Standing } from "#app/counting/constraints.ts";
import { obstaclesTo } from "#app/counting/obstacles.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const oracle = sharedFile("elections/constraints/oracle_open.json");

type Stated = Omit<Standing, "categories"> & {
  name: string;
  categories: Record<string, Record<string, { min: number; max: number; members: number[] }>>;
  feasible: boolean;
  guarded: number[] | null;
  doomed: number[] | null;
};

function standingOf({ categories, ...stated }: Stated): Standing {
  return {
    ...stated,
    categories: Object.entries(categories).map(([name, groups]) => ({
      name,
      groups: Object.entries(groups).map(([group, reserve]) => ({ name: group, ...reserve })),
    })),
  };
}

/** Every state in which a count with a few candidates can stand, possible or not. */
const standings: fc.Arbitrary<Standing> = fc
  .integer({ min: 0, max: 9 })
  .chain((candidates) => {
    const all = Array.from({ length: candidates }, (_, index) => index + 1);
    const category = fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: candidates, maxLength: candidates }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 3, maxLength: 3 }),
      )
      .map(([groupOf, bounds]) => ({
        name: "category",
        // the fourth is no group at all
        groups: bounds.map(([min, more], group) => ({
          name: `${group}`,
          min,
          max: min + more,
          members: all.filter((_, index) => groupOf[index] === group),
        })),
      }));
    return fc.record({
      candidates: fc.constant(candidates),
      seats: fc.integer({ min: 0, max: 6 }),
      categories: fc.array(category, { maxLength: 3 }),
      states: fc.array(fc.constantFrom("open", "open", "open", "elected", "excluded"), { minLength: candidates, maxLength: candidates }),
    });
  })
  .map(({ states, ...rest }) => {
    const those = (state: string) => states.flatMap((one, index) => (one === state ? [index + 1] : []));
    return { ...rest, elected: those("elected").slice(0, rest.seats), excluded: those("excluded") };
  });

/** By trying every set of candidates. */
function everySet({ candidates, seats, categories, elected, excluded }: Standing) {
  const ways: number[][] = [];
  for (let bits = 0; bits < 2 ** candidates; bits++) {
    const way = Array.from({ length: candidates }, (_, index) => index + 1).filter((candidate) => bits & (1 << (candidate - 1)));
    if (way.length !== seats || elected.some((one) => !way.includes(one)) || excluded.some((one) => way.includes(one))) continue;
    const isKept = categories.every(({ groups }) =>
      groups.every(({ min, max, members }) => {
        const has = members.filter((one) => way.includes(one)).length;
        return has >= min && has <= max;
      }),
    );
    if (isKept) ways.push(way);
  }
  if (ways.length === 0) return { feasible: false, guarded: [], doomed: [] };
  const open = Array.from({ length: candidates }, (_, index) => index + 1).filter(
    (one) => !elected.includes(one) && !excluded.includes(one),
  );
  return {
    feasible: true,
    guarded: open.filter((one) => ways.every((way) => way.includes(one))),
    doomed: open.filter((one) => ways.every((way) => !way.includes(one))),
  };
}

describe("guarded and doomed", () => {
  it.skipIf(!oracle)(
    "are those that two independent enumerations found, in every open case (shared data; skipped where it is absent)",
    () => {
      const stated = JSON.parse(readFileSync(oracle!, "utf8")) as Stated[];
      expect(stated.length).toBeGreaterThan(0);
      for (const one of stated) {
        expect({ name: one.name, ...guardsOf(standingOf(one)) }).toEqual({
          name: one.name,
          feasible: one.feasible,
          guarded: one.guarded ?? [],
          doomed: one.doomed ?? [],
        });
      }
    },
  );

  it("are those that trying every set of candidates gives", () => {
    fc.assert(
      fc.property(standings, (standing) => void expect(guardsOf(standing)).toEqual(everySet(standing))),
      { numRuns: 1000 },
    );
  });

  it("need no more than a moment for thirty candidates in three categories", () => {
    const every = (step: number, from: number) => Array.from({ length: 30 }, (_, index) => index + 1).filter((one) => one % step === from);
    const standing: Standing = {
      candidates: 30,
      seats: 12,
      categories: [5, 3, 2].map((step) => ({
        name: `${step}`,
        groups: Array.from({ length: step }, (_, from) => ({
          name: `${from}`,
          min: Math.floor(12 / step),
          max: Math.ceil(12 / step),
          members: every(step, from),
        })),
      })),
      elected: [1, 2, 3],
      excluded: [30],
    };
    const began = performance.now();
    for (let time = 0; time < 20; time++) expect(guardsOf(standing).feasible).toBe(true);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("guarded and doomed of a large contest", () => {
  /** Whoever is elected in `way` shows that each group can have exactly as many; everybody's groups are drawn as by dice. */
  const exactly = (candidates: number, seats: number, categories: number, groups: number): Standing => {
    const all = Array.from({ length: candidates }, (_, index) => index + 1);
    const dice = (one: number, category: number) => Math.floor(((Math.sin(one * 12.9898 + category * 78.233) * 43758.5453) % 1 + 1) * groups) % groups;
    const categoryOf = (_: unknown, category: number) => ({
      name: `${category}`,
      groups: Array.from({ length: groups }, (__, group) => {
        const members = all.filter((one) => dice(one, category) === group);
        const has = members.filter((one) => one <= seats).length;
        return { name: `${group}`, min: has, max: has, members };
      }),
    });
    return { candidates, seats, categories: Array.from({ length: categories }, categoryOf), elected: [], excluded: [] };
  };

  it.each([
    [60, 22, 5, 4],
    [100, 30, 4, 6],
  ])("need no more than seconds for %i candidates, %i places and %i categories of %i exact groups", (...sizes) => {
    const began = performance.now();
    const { feasible, guarded, doomed } = guardsOf(exactly(...sizes));
    expect([feasible, guarded.every((one) => one <= sizes[1]), doomed.every((one) => one > sizes[1])]).toEqual([true, true, true]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("what stands in the way of filling the places", () => {
  const plain: Standing = { candidates: 5, seats: 3, categories: [], elected: [], excluded: [] };
  const women = { name: "women", min: 2, max: 3, members: [3, 4, 5] };
  const black = { name: "black", min: 2, max: 3, members: [1, 2, 5] };
  const both = [
    { name: "sex", groups: [women] },
    { name: "ethnicity", groups: [black] },
  ];

  it("is told of the group, of the category or of all of it", () => {
    expect(obstaclesTo({ ...plain, categories: both })).toEqual([]);
    expect(obstaclesTo({ ...plain, excluded: [1, 2, 3] })).toEqual([{ kind: "candidates", candidates: 2, seats: 3 }]);
    expect(obstaclesTo({ ...plain, categories: both, excluded: [3, 4] })).toEqual([
      { kind: "group-too-small", category: "sex", group: "women", min: 2, candidates: 1 },
    ]);
    expect(obstaclesTo({ ...plain, categories: [{ name: "sex", groups: [{ ...women, max: 1 }] }] })).toEqual([
      { kind: "minimum-above-maximum", category: "sex", group: "women", min: 2, max: 1 },
    ]);
    expect(obstaclesTo({ ...plain, categories: [{ name: "sex", groups: [{ ...women, min: 0, max: 1 }] }], elected: [3, 4] })).toEqual([
      { kind: "group-too-large", category: "sex", group: "women", max: 1, elected: 2 },
    ]);
    const men = { name: "men", min: 2, max: 3, members: [1, 2] };
    expect(obstaclesTo({ ...plain, categories: [{ name: "sex", groups: [women, men] }] })).toEqual([
      { kind: "minimums-above-places", category: "sex", least: 4, seats: 3 },
    ]);
    expect(
      obstaclesTo({
        ...plain,
        categories: [
          {
            name: "sex",
            groups: [
              { ...women, min: 0, max: 1 },
              { ...men, min: 0, max: 1 },
            ],
          },
        ],
      }),
    ).toEqual([{ kind: "maximums-below-places", category: "sex", most: 2, seats: 3 }]);
  });

  it("names the categories that only clash with each other, and no others", () => {
    const apart = { name: "district", groups: [{ name: "north", min: 0, max: 3, members: [1, 2, 3, 4, 5] }] };
    expect(obstaclesTo({ ...plain, categories: [apart, ...both], excluded: [5] })).toEqual([
      { kind: "together", categories: ["sex", "ethnicity"] },
    ]);
  });

  it("is told exactly where the places cannot be filled", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const obstacles = obstaclesTo(standing);
        expect(obstacles.length === 0).toBe(guardsOf(standing).feasible);
        for (const one of obstacles) if (one.kind === "together") expect(one.categories.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
