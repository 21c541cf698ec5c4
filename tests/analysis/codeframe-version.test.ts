// New codes as they are typed, which codes a change touched, and what is different from one version to another.
import { expect, test } from "vitest";
import type { Code } from "#app/analysis/code.ts";
import { readParts, touchedBy } from "#app/analysis/codeframe-change.ts";
import { differencesBetween, isSameState } from "#app/analysis/codeframe-version.ts";

const code = (id: string, wanted: Partial<Code> = {}): Code => ({
  ...{ id, parentId: null, place: 1, kind: "usual", name: { en: id }, definition: { en: `About ${id}` }, include: {}, exclude: {}, example: {} },
  ...{ isCrossCutting: false, isEquality: false, retiredAt: null, mergedIntoId: null },
  ...wanted,
});
const gone = new Date("2026-01-01T00:00:00Z");
const told = (before: Code[], after: Code[], splits: { codeId: string; made: string[] }[] = []) =>
  differencesBetween(before, after, splits).map(({ kind, codeId, others }) => [kind, codeId, ...others.map(({ en }) => en)].join(" "));

test("each thing that became of a code between two versions is told", () => {
  const before = [code("roads"), code("buses"), code("fares"), code("trains"), code("boats", { retiredAt: gone }), code("planes"), code("trams")];
  const after = [
    ...[code("roads", { name: { en: "streets" } }), code("buses", { retiredAt: gone, mergedIntoId: "trains" }), code("fares", { parentId: "trains" })],
    ...[code("trains", { isEquality: true }), code("boats"), code("planes", { retiredAt: gone }), code("bikes", { parentId: "roads" })],
  ];
  expect(told(before, after)).toEqual(["renamed roads roads", "merged buses trains", "moved fares trains", "redefined trains", "restored boats", "retired planes", "added bikes streets", "removed trams"]);
});

test("codes that one was split into are told with it and not as added", () => {
  expect(told([code("roads")], [code("roads"), code("paths"), code("lanes")], [{ codeId: "roads", made: ["paths", "lanes"] }])).toEqual(["split roads paths lanes"]);
});

test("states that differ in their order alone are not the same, and those that differ in nothing are", () => {
  const [one, other] = [code("one", { name: { en: "One", cy: "Un" } }), code("other", { place: 2 })];
  expect(isSameState([one, other], [other, { ...one, name: { cy: "Un", en: "One" } }])).toBe(true);
  expect(isSameState([one, other], [{ ...one, place: 2 }, { ...other, place: 1 }])).toBe(false);
  expect(isSameState([one], [one, other])).toBe(false);
});

const longest = { name: 10, definition: 20 };

test("new codes are read a line each, with what is wrong at its line", () => {
  expect(readParts("Day: by day\n\n Night : by night: late ", longest)).toEqual({ parts: [{ name: "Day", definition: "by day" }, { name: "Night", definition: "by night: late" }], problems: [] });
  expect(readParts("Day\n: by day\nA very long name: x\nNight: y\nnight: z", longest).problems).toEqual([
    { line: 1, code: "no-meaning" },
    { line: 2, code: "no-meaning" },
    { line: 3, code: "too-long" },
    { line: 5, code: "repeated" },
  ]);
  expect(readParts(" \n", longest).problems).toEqual([{ line: 0, code: "missing" }]);
  expect(readParts(Array.from({ length: 9 }, (_, at) => `${at}: x`).join("\n"), longest).problems).toEqual([{ line: 0, code: "too-many" }]);
});

test("a change touches the codes whose meaning it made or changed", () => {
  const codes = [code("roads", { mergedIntoId: "lanes" }), code("lanes")];
  const touched = (kind: Parameters<typeof touchedBy>[0]["kind"]) => touchedBy({ kind, codeId: "roads", made: ["paths"] }, codes);
  expect([touched("merge"), touched("split"), touched("import"), touched("change"), touched("move"), touched("order")]).toEqual([["lanes"], ["paths"], ["paths"], ["roads"], [], []]);
});
