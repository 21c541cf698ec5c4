// Weights of a sample survey: the figures that were given, what is refused and why, and who has no weight.
import { expect, test } from "vitest";
import { weightedOf, weightsOf, type Weighed } from "#app/analysis/weighting.ts";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { hasTestVectors, readTestVectors } from "#tests/support/test-vectors.ts";

const side = (key: string, ids: string[]): Side => ({ key, isSeveral: false, of: { question: { id: key, type: "one-choice", label: { en: key }, options: [] } as never }, values: ids.map((id) => ({ id, name: { text: { en: id } } })) });
const by = (key: string, shares: Record<string, number>): Weighed => ({ side: side(key, [...Object.keys(shares), "unsaid"]), margin: { side: key, area: "Marlshire", source: "Census 2021", asOf: "2021-03-21", shares } });
const columnsOf = (groups: { closed: Record<string, string>; n: number }[]) => {
  const columns = new CountedColumns(groups.reduce((sum, { n }) => sum + n, 0));
  const at = new Date();
  for (const { closed, n } of groups) for (let one = 0; one < n; one += 1) columns.add({ channel: "online", language: "en", respondent: "individual", receivedAt: at, closed });
  return columns;
};

test.skipIf(!hasTestVectors)("the vector of raking is met, once its groups of few are put together or large enough", () => {
  const { cells, targets, kishEffectiveN } = readTestVectors().raking;
  const weighed = [by("age", targets.age), by("sex", targets.sex)];
  const given = columnsOf(cells.map(({ age, sex, n }) => ({ closed: { age, sex }, n })));
  // there are 18 people from 16 to 34
  const small = weightsOf(given, weighed, {});
  expect([small.refused, small.groups[0]!.groups.filter(({ isSmall }) => isSmall).map(({ id, count }) => [id, count])]).toEqual(["small", [["16-34", 18]]]);
  const tenfold = weightsOf(columnsOf(cells.map(({ age, sex, n }) => ({ closed: { age, sex }, n: n * 10 }))), weighed, {});
  expect(tenfold.refused).toBeNull();
  // one weight of the vector is above three times the mean, and is cut
  expect(tenfold.made!.cut).toBe(80);
  expect(tenfold.made!.highest).toBeCloseTo(3, 6);
  expect(tenfold.made!.effective).toBeGreaterThan(kishEffectiveN * 10);
  expect(tenfold.made!.designEffect).toBeCloseTo(2000 / tenfold.made!.effective, 9);
});

test("groups put together are weighted as one, and their shares of everybody are added up", () => {
  const weighed = [by("area", { town: 0.5, hill: 0.3, dale: 0.2 })];
  const columns = columnsOf([{ closed: { area: "town" }, n: 60 }, { closed: { area: "hill" }, n: 30 }, { closed: { area: "dale" }, n: 10 }]);
  expect(weightsOf(columns, weighed, {}).refused).toBe("small");
  const { groups, made } = weightsOf(columns, weighed, { area: { dale: "hill" } });
  expect(groups[0]!.groups.map(({ id, count, reference }) => [id, count, reference])).toEqual([["town", 60, 0.5], ["hill", 40, 0.5]]);
  expect(groups[0]!.groups.map(({ names }) => names.map((name) => "text" in name && name.text.en))).toEqual([["town"], ["hill", "dale"]]);
  expect([made!.lowest, made!.highest].map((weight) => weight.toFixed(4))).toEqual(["0.8333", "1.2500"]);
  // a ring of groups, each with the next, is still one
  expect(weightsOf(columns, weighed, { area: { dale: "hill", hill: "dale" } }).groups[0]!.groups.reduce((sum, { reference }) => sum + reference, 0)).toBeCloseTo(1, 9);
});

test("who said nothing, or something that is no group, has no weight and is in neither column", () => {
  const weighed = [by("area", { town: 0.5, hill: 0.5 })];
  const columns = columnsOf([
    { closed: { area: "town", bus: "often" }, n: 60 },
    { closed: { area: "hill", bus: "never" }, n: 20 },
    { closed: { area: "unsaid", bus: "often" }, n: 7 },
    { closed: { bus: "often" }, n: 5 },
  ]);
  const weights = weightsOf(columns, weighed, {});
  expect([weights.people, weights.without]).toEqual([80, 12]);
  const shown = weightedOf(columns, weights.made!, side("bus", ["often", "never"]), null)!;
  expect(shown.base).toBe(80);
  expect(shown.values.map(({ id, count, plain, weighted }) => [id, count, plain.share, Number(weighted.share.toFixed(9))])).toEqual([["often", 60, 0.75, 0.5], ["never", 20, 0.25, 0.5]]);
  // 80² / (60 × (2/3)² + 20 × 2²)
  expect(shown.effective).toBeCloseTo(60, 6);
  expect(weightedOf(columns, weights.made!, side("heat", ["warm"]), null)).toBeNull();
});
