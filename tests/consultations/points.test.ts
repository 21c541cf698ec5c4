import { expect, test } from "vitest";
import { changePoint, isAmong, keyOfPoint, movePoint, removePoint } from "#app/consultations/points.ts";

const [routes, fares, stops] = [{ en: "Routes", cy: "Llwybrau" }, { en: "Fares" }, { en: "Stops" }];
const points = [routes, fares, stops];

test("a point is moved past one other, and stays at the ends of the list", () => {
  expect(movePoint(points, keyOfPoint(fares), -1)).toEqual([fares, routes, stops]);
  expect(movePoint(points, keyOfPoint(fares), 1)).toEqual([routes, stops, fares]);
  expect(movePoint(points, keyOfPoint(routes), -1)).toEqual(points);
  expect(movePoint(points, keyOfPoint(stops), 1)).toEqual(points);
});

test("a point that somebody else moved meanwhile is still the one that is changed or removed", () => {
  const moved = [stops, routes, fares];
  expect(changePoint(moved, keyOfPoint(fares), { en: "Fares for children" })).toEqual([stops, routes, { en: "Fares for children" }]);
  expect(removePoint(moved, keyOfPoint(fares))).toEqual([stops, routes]);
});

test("a point that somebody else reworded meanwhile is left as they worded it", () => {
  const was = keyOfPoint({ en: "Routes" });
  expect(changePoint(points, was, { en: "Ways" })).toBeNull();
  expect(movePoint(points, was, 1)).toBeNull();
  expect(removePoint(points, was)).toBeNull();
});

test("a point is there already when it says the same in every language", () => {
  expect(isAmong(points, { cy: "Llwybrau", en: "Routes" })).toBe(true);
  expect(isAmong(points, { en: "Routes" })).toBe(false);
});
