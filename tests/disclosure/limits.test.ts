import { expect, test } from "vitest";
import { problemOf } from "#app/disclosure/limits.ts";

const fixed = [["q1", "age", "sex"]];

test("a table of the fixed set is served whatever its variables, in whatever order they are named", () => {
  expect(problemOf({ variables: ["sex", "q1", "age"] }, fixed)).toBeNull();
});

test("beside it a table has two variables at most", () => {
  expect(problemOf({ variables: ["q1", "q2"] }, fixed)).toBeNull();
  expect(problemOf({ variables: ["q1", "q2", "sex"] }, fixed)).toBe("too-many-variables");
});

test("an area counts beside the two, and must have more than a thousand people", () => {
  expect(problemOf({ variables: ["q1", "q2"], area: { population: 1001 } }, fixed)).toBeNull();
  expect(problemOf({ variables: ["q1", "q2"], area: { population: 1000 } }, fixed)).toBe("area-too-small");
  expect(problemOf({ variables: ["q1"], area: { population: null } }, fixed)).toBe("area-too-small");
});
