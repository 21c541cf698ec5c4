import fc from "fast-check";
import { expect, test } from "vitest";
import { effectiveSize, rake, trimmed, type Cell } from "#app/statistics/raking.ts";
import { hasTestVectors, readTestVectors } from "#tests/support/test-vectors.ts";

test.runIf(hasTestVectors)("weights, iterations and the effective size are those of the reference, to its digits", () => {
  const { cells: given, targets, iterations, kishEffectiveN } = readTestVectors().raking;
  const cells = given.map(({ age, sex, n }): Cell => ({ groups: { age, sex }, people: n }));
  const raked = rake(cells, targets);
  expect(raked.weights.map((weight) => Number(weight.toFixed(5)))).toEqual(given.map(({ weight }) => weight));
  expect(raked).toMatchObject({ iterations, hasConverged: true });
  expect(Number(effectiveSize(cells, raked.weights).size.toFixed(2))).toBe(kishEffectiveN);
});

const sample = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 6, maxLength: 6 });
const margin = (groups: string[]) =>
  fc.array(fc.integer({ min: 5, max: 100 }), { minLength: groups.length, maxLength: groups.length }).map((parts) => {
    const all = parts.reduce((sum, part) => sum + part, 0);
    return Object.fromEntries(groups.map((group, index) => [group, parts[index]! / all]));
  });

test("whatever the sample, every margin is met, the mean weight is one, and weights never make a sample worth more", () => {
  fc.assert(
    fc.property(sample, margin(["young", "old", "older"]), margin(["f", "m"]), (people, age, sex) => {
      const cells = people.map((count, index): Cell => ({ groups: { age: ["young", "old", "older"][index % 3]!, sex: index < 3 ? "f" : "m" }, people: count }));
      const { weights, hasConverged } = rake(cells, { age, sex });
      expect(hasConverged).toBe(true);
      const all = people.reduce((sum, count) => sum + count, 0);
      const of = (name: string, group: string) => cells.reduce((sum, cell, index) => sum + (cell.groups[name] === group ? cell.people * weights[index]! : 0), 0) / all;
      for (const [group, share] of Object.entries(age)) expect(Math.abs(of("age", group) - share)).toBeLessThan(0.001);
      for (const [group, share] of Object.entries(sex)) expect(Math.abs(of("sex", group) - share)).toBeLessThan(0.001);
      const { size, designEffect } = effectiveSize(cells, weights);
      expect(size).toBeLessThanOrEqual(all + 1e-6);
      expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-9);
    }),
  );
});

test("nobody counts for more than three or less than three tenths, and who was cut is told", () => {
  const cells: Cell[] = [{ groups: { age: "young" }, people: 2 }, { groups: { age: "old" }, people: 98 }];
  const { weights } = rake(cells, { age: { young: 0.5, old: 0.5 } });
  expect(weights[0]).toBe(25);
  const cut = trimmed(cells, weights);
  expect(cut.cut).toBe(2);
  expect(Math.max(...cut.weights)).toBeLessThanOrEqual(3 + 1e-9);
  expect(cut.weights[0]! * 2 + cut.weights[1]! * 98).toBeCloseTo(100, 6);
});
