import { expect, test } from "vitest";
import { associationIn, chiSquaredAbove } from "#app/statistics/association.ts";

// Source: the table of percentage points of the chi-squared distribution, Abramowitz & Stegun, table 26.8.
test.each([
  [0.05, 1, 3.84146],
  [0.01, 2, 9.21034],
  [0.05, 10, 18.307],
  [0.95, 10, 3.9403],
  [0.001, 30, 59.7031],
  [0.05, 100, 124.342],
])("a chi-squared variable is above its point of %s with %s degrees of freedom", (probability, degrees, value) => {
  expect(chiSquaredAbove(value, degrees)).toBeCloseTo(probability, 4);
});

test("what answers a question wholly has a V of one, what has nothing to do with it nought", () => {
  expect(associationIn([[10, 0, 0], [0, 20, 0], [0, 0, 30]])).toMatchObject({ cramersV: 1, degreesOfFreedom: 4 });
  expect(associationIn([[10, 20], [20, 40]])).toMatchObject({ statistic: 0, cramersV: 0, probability: 1 });
});

test("the statistic is Pearson's, without a correction", () => {
  const { statistic, probability } = associationIn([[10, 20], [30, 40]])!;
  expect(statistic).toBeCloseTo(0.79365, 5);
  expect(probability).toBeCloseTo(0.373, 3);
});

test("rows and columns of nobody do not count, and one row alone has nothing to be compared with", () => {
  expect(associationIn([[10, 0, 20], [0, 0, 0], [30, 0, 40]])).toEqual(associationIn([[10, 20], [30, 40]]));
  expect(associationIn([[10, 20]])).toBeNull();
  expect(associationIn([])).toBeNull();
});

test("it is told how few there are where few would be expected", () => {
  expect(associationIn([[1, 2], [3, 40]])).toMatchObject({ leastExpected: (3 * 4) / 46, shareUnderFive: 0.75 });
});
