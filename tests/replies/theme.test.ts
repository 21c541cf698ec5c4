import { expect, test } from "vitest";
import { standsFor, unanswered } from "#app/replies/theme.ts";
import type { PlacedCode } from "#app/analysis/code.ts";

const code = (id: string, more: Partial<PlacedCode> = {}): PlacedCode => ({
  ...{ id, parentId: null, place: 1, kind: "usual", level: "theme", retiredAt: null, mergedIntoId: null },
  ...{ name: { en: id }, definition: {}, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false },
  ...more,
});
const retiredAt = new Date("2026-11-01T10:00:00Z");

test("a theme that was put together with another is answered as that one, however often; one that was only retired, as none", () => {
  const codes = [
    code("buses", { retiredAt, mergedIntoId: "transport" }),
    code("transport", { retiredAt, mergedIntoId: "getting-about" }),
    code("getting-about"),
    code("noise", { retiredAt }),
    code("one", { retiredAt, mergedIntoId: "other" }),
    code("other", { retiredAt, mergedIntoId: "one" }),
    code("odd", { kind: "uncodable" }),
  ];
  expect(["buses", "transport", "getting-about", "noise", "one", "odd", "gone"].map((id) => standsFor(codes, id)?.id)).toEqual([
    ...["getting-about", "getting-about", "getting-about"],
    ...[undefined, undefined, undefined, undefined],
  ]);
});

test("a theme is answered by a reply to itself, to what stands under it or to what it stands under", () => {
  const themes = [code("health"), code("surgery", { parentId: "health", level: "code" }), code("water"), code("ditches", { parentId: "water", level: "code" })];
  const open = (...answered: string[]) => unanswered(themes, answered).map(({ id }) => id);
  expect(open()).toEqual(["health", "surgery", "water", "ditches"]);
  expect(open("health")).toEqual(["water", "ditches"]);
  expect(open("ditches")).toEqual(["health", "surgery"]);
});
