// What is counted once candidates are known: places that nobody qualifies for stay empty.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guardsOf } from "#app/counting/constraints.ts";
import type { ObstacleKind } from "#app/counting/obstacles.ts";
import { contestOf, type Contender } from "#app/elections/contest.ts";
import type { Reserve } from "#app/elections/election.ts";
import { languages } from "#app/shared/languages.ts";

const reserve = (id: string, groups: Record<string, [least: number, most?: number]>): Reserve => ({
  ...{ id, name: { en: id }, justification: { en: "Few of them sit." } },
  groups: Object.entries(groups).map(([group, [least, most = null]]) => ({ id: group, name: { en: group }, least, most })),
});
const standing = (...groups: Record<string, string>[]): Contender[] => groups.map((own, index) => ({ number: index + 1, groups: own }));
const women = reserve("gender", { women: [2] });

test("where enough of every group stand, nothing is lowered and no place stays empty", () => {
  const terms = contestOf({ seats: 3, reserves: [women] }, standing({ gender: "women" }, {}, { gender: "women" }, {}));
  expect(terms).toMatchObject({ places: 3, empty: 0, vacant: [], obstacles: [] });
  expect(terms.reserved).toEqual([{ name: "gender", groups: [{ name: "women", min: 2, max: 3, members: [1, 3] }] }]);
});

test("a place kept for a group of which too few stand stays empty, and the others are contested for one place fewer", () => {
  const terms = contestOf({ seats: 3, reserves: [women] }, standing({ gender: "women" }, {}, {}, {}));
  expect(terms).toMatchObject({ places: 2, empty: 1, vacant: [{ category: "gender", group: "women", places: 1 }] });
  expect(terms.reserved[0]!.groups[0]).toMatchObject({ min: 1, members: [1] });
  expect(terms.obstacles).toEqual([{ kind: "group-too-small", category: "gender", group: "women", min: 2, candidates: 1 }]);
});

test("as many as there are places are still too many where a place is kept and nobody qualifies: three contest two", () => {
  expect(contestOf({ seats: 3, reserves: [reserve("gender", { women: [1] })] }, standing({}, {}, {}))).toMatchObject({ places: 2, empty: 1 });
});

test("places for which nobody stands at all can be those that were kept", () => {
  const terms = contestOf({ seats: 3, reserves: [women] }, standing({ gender: "women" }, {}));
  expect(terms).toMatchObject({ places: 2, empty: 1, vacant: [{ group: "women", places: 1 }] });
});

test("one empty place may stand for one of each category, but not for two of one", () => {
  const reserves = [reserve("gender", { women: [1] }), reserve("age", { young: [1] })];
  expect(contestOf({ seats: 3, reserves }, standing({}, {}, {}, {}))).toMatchObject({ places: 2, empty: 1, vacant: [{ group: "women" }, { group: "young" }] });
  expect(contestOf({ seats: 3, reserves: [reserve("gender", { women: [1], men: [1] })] }, standing({}, {}, {}))).toMatchObject({ places: 1, empty: 2 });
});

test("where the most of a group may not fill all places, one stays empty", () => {
  expect(contestOf({ seats: 3, reserves: [reserve("sector", { councils: [0, 2] })] }, standing({ sector: "councils" }, { sector: "councils" }, { sector: "councils" }))).toMatchObject({ places: 2, empty: 1, vacant: [] });
});

test("where nobody stands no place is filled", () => {
  expect(contestOf({ seats: 2, reserves: [women] }, [])).toMatchObject({ places: 0, empty: 2 });
});

const group = fc.constantFrom("a", "b", "none");
const anyContest = fc.record({
  seats: fc.integer({ min: 1, max: 5 }),
  candidates: fc.array(fc.tuple(group, group), { maxLength: 8 }),
  least: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)),
});

test("whoever stands: the places can be filled as the terms say, with no minimum raised; and no fewer places could stay empty", () => {
  fc.assert(
    fc.property(anyContest, ({ seats, candidates, least: [a, b, c, d] }) => {
      const reserves = [reserve("one", { a: [a], b: [b] }), reserve("two", { a: [c], b: [d] })];
      const terms = contestOf({ seats, reserves }, standing(...candidates.map(([one, two]) => ({ one, two }))));
      expect(terms.places + terms.empty).toBe(seats);
      const at = (places: number, reserved: typeof terms.reserved) => guardsOf({ candidates: candidates.length, seats: places, categories: reserved, elected: [], excluded: [] }).feasible;
      expect(at(terms.places, terms.reserved)).toBe(true);
      expect(terms.empty === Math.max(0, seats - candidates.length) || terms.obstacles.length > 0).toBe(true);
      const lowered = terms.vacant.reduce((sum, { places }) => sum + places, 0);
      const mins = terms.reserved.flatMap(({ groups }) => groups.map(({ min }) => min));
      expect(mins.reduce((sum, min) => sum + min, 0) + lowered).toBe(a + b + c + d);
      expect(mins.every((min) => min >= 0)).toBe(true);
    }),
  );
});

test("each obstacle has its words in every language, and there are words for no other", () => {
  const kinds: Record<ObstacleKind, true> = {
    ...{ candidates: true, "minimum-above-maximum": true, "group-too-small": true, "group-too-large": true },
    ...{ "minimums-above-places": true, "maximums-below-places": true, together: true },
  };
  for (const language of languages) {
    const { obstacle } = JSON.parse(readFileSync(`locales/${language}/candidates.json`, "utf8")) as { obstacle: Record<string, string> };
    expect(Object.keys(obstacle).sort()).toEqual(Object.keys(kinds).sort());
  }
});
