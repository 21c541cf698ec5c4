import fc from "fast-check";
import { expect, test } from "vitest";
import { rangesFor } from "#app/consultations/spread.ts";

test("ranges are as wide as people count: ones, twos, fives and their noughts", () => {
  expect(rangesFor(0, 9)).toHaveLength(10);
  expect(rangesFor(3, 3)).toEqual([{ from: 3, to: 3 }]);
  expect(rangesFor(18, 94)[0]).toEqual({ from: 10, to: 19 });
  expect(rangesFor(-25, 25)[0]).toEqual({ from: -25, to: -21 });
});

test("every value from the least to the most is in one range, and there are eleven at most", () => {
  const value = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const [least, middle, most] = [a, b, c].sort((one, other) => one - other) as [number, number, number];
      const ranges = rangesFor(least, most);
      expect(ranges.length).toBeLessThanOrEqual(11);
      for (const inside of [least, middle, most]) {
        expect(ranges.filter(({ from, to }) => from <= inside && inside <= to)).toHaveLength(1);
      }
    }),
  );
});
