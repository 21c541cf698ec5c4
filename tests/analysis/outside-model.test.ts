// A model outside is measured like a coder, on the digits that can be counted by hand.
import { expect, test } from "vitest";
import type { PlacedCode } from "#app/analysis/code.ts";
import { measureModel } from "#app/analysis/outside-model.ts";
import { codeOf } from "#app/analysis/outside.store.server.ts";

const code = (id: string, parentId: string | null = null): PlacedCode => ({
  ...{ id, parentId, place: 1, kind: "usual", retiredAt: null, mergedIntoId: null, level: parentId === null ? "theme" : "code" },
  ...{ name: { en: `The ${id}`, cy: `Y ${id}` }, definition: { en: id }, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false },
});
const codes = [code("buses"), code("fares", "buses"), code("trees"), code("roads")];
const reading = (textId: number, byModel: string[], byPeople: string[]) => ({ textId: `${textId}`.padStart(3, "0"), byModel, byPeople });

// of twenty texts both say buses of six, the model alone of two, people alone of four, and neither of eight
const twenty = [
  ...[0, 1, 2, 3, 4, 5].map((at) => reading(at, ["buses"], ["fares"])),
  ...[6, 7].map((at) => reading(at, ["buses"], ["trees"])),
  ...[8, 9, 10, 11].map((at) => reading(at, [], ["buses"])),
  ...[12, 13, 14, 15, 16, 17, 18, 19].map((at) => reading(at, [], [])),
];

test("of each code what it gives is right as often as people gave it, and what people gave it finds as often as it gives it; a code counts with those under it", () => {
  const { codes: measured, comparison } = measureModel(twenty, codes, new Set(["buses"]));
  const of = (id: string) => measured.find(({ codeId }) => codeId === id)!;
  expect(of("buses")).toEqual({ codeId: "buses", isKnown: true, suggested: 8, carrying: 10, right: 6, precision: 6 / 8, recall: 6 / 10 });
  expect(of("trees")).toMatchObject({ isKnown: false, suggested: 0, carrying: 2, precision: null, recall: 0 });
  expect(of("roads")).toMatchObject({ carrying: 0, precision: null, recall: null });
  const buses = comparison.codes.find(({ codeId }) => codeId === "buses")!;
  // same decision in 14 of 20; by chance 0.4 × 0.5 + 0.6 × 0.5 = 0.5; kappa (0.7 - 0.5) / 0.5
  expect([buses.texts, buses.raw, buses.kappa]).toEqual([20, 0.7, expect.closeTo(0.4, 10)]);
  // 40 values, 18 given: expected 2 × 18 × 22, observed 2 × 6: alpha 1 - 39 × 12 / 792
  expect(buses.alpha).toBeCloseTo(1 - (39 * 12) / 792, 10);
  expect(buses.prevalence).toBeCloseTo(18 / 40, 10);
});

test("a code that the model has no theme for counts against it, and nobody's reading is no figure", () => {
  const narrow = measureModel([...Array.from({ length: 10 }, (_, at) => reading(at, ["buses"], ["buses", "trees"]))], codes, new Set(["buses"]));
  expect(narrow.comparison.all.raw).toBe(0.5);
  expect(measureModel([], codes, new Set()).comparison.all).toMatchObject({ texts: 0, alpha: null, isEnough: false });
});

test("a theme is the code of its id or of its name in any language, and none where two are called so or it is out of use", () => {
  const twins = [...codes, { ...code("other"), name: { en: "the TREES" } }, { ...code("gone"), name: { en: "Gone" }, retiredAt: new Date() }];
  const is = (topicId: string, label: string) => codeOf({ topicId, label }, twins);
  expect([is("roads", "Elsewhere"), is("A", " y  BUSES "), is("A", "the buses › The Fares"), is("A", "The trees"), is("gone", "Gone"), is("A", "Ponds")]).toEqual(["roads", "buses", "fares", null, null, null]);
});
