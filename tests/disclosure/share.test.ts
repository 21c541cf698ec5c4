import { expect, test } from "vitest";
import { nearestFive } from "#app/disclosure/figure.ts";
import { shownShare } from "#app/disclosure/share.ts";

test("below thirty there are counts alone, below a hundred whole numbers", () => {
  expect(shownShare(10, 29)).toBeNull();
  expect(shownShare(10, 30)).toEqual({ percent: 33, decimals: 0 });
  expect(shownShare(33, 99)).toEqual({ percent: 33, decimals: 0 });
  expect(shownShare(33, 100)).toEqual({ percent: 33, decimals: 1 });
  expect(shownShare(812, 2955)).toEqual({ percent: 27.5, decimals: 1 });
});

test("a hidden count or base has no share", () => {
  expect(shownShare(null, 100)).toBeNull();
  expect(shownShare(10, null)).toBeNull();
});

test("a share never passes the whole, however both were rounded", () => {
  expect(shownShare(nearestFive(33), nearestFive(32))).toEqual({ percent: 100, decimals: 0 });
});

test("counts are rounded to the nearest five", () => {
  expect([10, 11, 12, 13, 14, 15, 17, 18].map(nearestFive)).toEqual([10, 10, 10, 15, 15, 15, 15, 20]);
});
