import { expect, test } from "vitest";
import { basisParts, movedBetween, type Basis } from "#app/publication/basis.ts";

const basis = Object.fromEntries(basisParts.map((part) => [part, "as it was"])) as Basis;

test("what was worked out holds while nothing it was worked out from has changed", () => {
  expect(movedBetween(basis, { ...basis })).toEqual([]);
});

test("each thing that changed is named, in one order", () => {
  expect(movedBetween(basis, { ...basis, rules: "others", responses: "more" })).toEqual(["responses", "rules"]);
});
