import { expect, it } from "vitest";
import { literalInLike, partPattern } from "#app/shared/like.ts";

it("a percent sign, an underscore or a backslash that was typed is found as itself", () => {
  expect(partPattern("50%")).toBe("%50\\%%");
  expect(literalInLike("a_b\\c")).toBe("a\\_b\\\\c");
  expect(partPattern("")).toBe("%%");
});
