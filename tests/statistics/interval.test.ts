import { expect, test } from "vitest";
import { wilson95 } from "#app/statistics/interval.ts";
import { hasTestVectors, readTestVectors } from "#tests/support/test-vectors.ts";

test.runIf(hasTestVectors)("intervals are those of the reference, to its four digits", () => {
  for (const { x, n, p_lo_hi: expected } of readTestVectors().wilson95) {
    const { share, low, high } = wilson95(x, n)!;
    expect([share, low, high].map((value) => Number(value.toFixed(4)))).toEqual(expected);
  }
});

test("of nobody there is no share", () => {
  expect(wilson95(0, 0)).toBeNull();
});

test("the nearer those who answered come to everybody, the less is left open; of everybody nothing is", () => {
  const [few, half, all] = [wilson95(50, 100, 10_000)!, wilson95(50, 100, 200)!, wilson95(50, 100, 100)!];
  expect(few).toEqual(wilson95(50, 100));
  expect(half.high - half.low).toBeLessThan(few.high - few.low);
  expect([all.low, all.high]).toEqual([0.5, 0.5]);
});
