import { expect, test } from "vitest";
import type { PlacedCode } from "#app/analysis/code.ts";
import { countedAs, repliesTo, themesOf } from "#app/trail/became.ts";

const code = (id: string, parentId: string | null = null): PlacedCode => ({
  ...{ id, parentId, place: 1, kind: "usual", level: parentId === null ? "theme" : "code", retiredAt: null, mergedIntoId: null },
  ...{ name: { en: id }, definition: {}, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false },
});
const codes = [code("getting-about"), code("buses", "getting-about"), code("health"), code("surgery", "health")];
const pinned = { revision: 2, isIncluded: true };

test("a response is counted as it was when the set was frozen", () => {
  expect(countedAs(null, 1)).toBe("not-yet");
  expect(countedAs({ pinned: null }, 1)).toBe("later");
  expect(countedAs({ pinned: { ...pinned, isIncluded: false } }, 2)).toBe("left-out");
  expect(countedAs({ pinned }, 2)).toBe("counted");
  expect(countedAs({ pinned }, 3)).toBe("changed-since");
});

test("each theme is told once, in the order of the codeframe, with the parts that were put under it and what is above it", () => {
  const text = "No bus after seven. Run one at eleven. And I waited nine days.";
  const given = [
    { codeId: "surgery", span: null, stance: null },
    { codeId: "buses", span: { start: 0, end: 19 }, stance: null },
    { codeId: "buses", span: { start: 20, end: 38 }, stance: "suggestion" as const },
    { codeId: "gone", span: null, stance: "oppose" as const },
  ];
  expect(themesOf(text, given, codes).map(({ codeId, way, parts, stances }) => [codeId, way.map(({ en }) => en), parts, stances])).toEqual([
    ["buses", ["getting-about", "buses"], ["No bus after seven.", "Run one at eleven."], ["suggestion"]],
    ["surgery", ["health", "surgery"], [], []],
  ]);
});

test("a theme comes under the replies that name it or what stands above it, and under no other", () => {
  const replies = [{ id: "all", codeIds: ["getting-about"] }, { id: "one", codeIds: ["buses", "surgery"] }, { id: "none", codeIds: [] }];
  const of = (codeId: string) => repliesTo(codeId, codes, replies).map(({ id }) => id);
  expect([of("buses"), of("getting-about"), of("surgery"), of("health")]).toEqual([["all", "one"], ["all"], ["one"], []]);
});
