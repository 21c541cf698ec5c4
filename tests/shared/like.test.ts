import { expect, it } from "vitest";
import { literalInLike, partPattern } from "#app/shared/like.ts";

it("what was typed stands for itself, with signs that LIKE would read as anything", () => {
  expect(partPattern("50%")).toBe("%50\\%%");
  expect(literalInLike("a_b\\c")).toBe("a\\_b\\\\c");
  expect(partPattern("")).toBe("%%");
});
