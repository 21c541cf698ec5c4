// A table of a set: who is in it, what may be said of it and of whom.
import fc from "fast-check";
import { expect, test } from "vitest";
import { caveatsOf, intervalOf, leadersIn, oneWayOf, setTableOf } from "#app/analysis/set-table.ts";
import { openConsultation, readDesign } from "#app/analysis/survey-design.ts";
import type { Group, Side } from "#app/consultations/cross-tabulation.ts";

const side = (key: string, ids: string[], isSeveral = false): Side => ({
  ...{ key, isSeveral, of: { question: { id: key, type: isSeveral ? "several-choices" : "one-choice", label: { en: key }, options: [] } as never } },
  values: ids.map((id) => ({ id, name: { text: { en: id } } })),
});
const [bus, heat] = [side("bus", ["often", "never"]), side("heat", ["warm", "cold"])];
const sample = { isSample: true, drawn: "By lot", population: null };
const cross = (often: [number, number], never: [number, number]): Group[] => [
  { row: "often", column: "warm", count: often[0] },
  { row: "often", column: "cold", count: often[1] },
  { row: "never", column: "warm", count: never[0] },
  { row: "never", column: "cold", count: never[1] },
];

test("whoever left one or both blank is in no figure, and is told beside them", () => {
  const { table, blanks } = setTableOf([...cross([30, 10], [5, 35]), { row: "often", column: null, count: 3 }, { row: null, column: "cold", count: 4 }, { row: null, column: null, count: 5 }], bus, heat);
  expect([table.responses, table.both]).toEqual([92, 80]);
  expect(blanks).toEqual({ rowsAlone: 3, columnsAlone: 4, neither: 5 });
});

test("the answer in which the rows differ most is found among rows of thirty and more", () => {
  expect(setTableOf(cross([30, 10], [10, 30]), bus, heat).widest).toMatchObject({ answer: { text: { en: "warm" } }, most: { count: 30, base: 40 }, least: { count: 10, base: 40 } });
  expect(setTableOf(cross([20, 9], [10, 30]), bus, heat).widest).toBeNull();
  expect(setTableOf(cross([20, 20], [20, 20]), bus, heat).widest).toBeNull();
});

test("where people may be in several rows or columns nothing is tested", () => {
  expect(setTableOf(cross([30, 10], [10, 30]), bus, heat).association).toMatchObject({ statistic: 20, degreesOfFreedom: 1, cramersV: 0.5 });
  expect(setTableOf(cross([30, 10], [10, 30]), side("bus", ["often", "never"], true), heat)).toMatchObject({ association: null, isSeveral: true });
  expect(setTableOf(cross([30, 10], [0, 0]), bus, heat)).toMatchObject({ association: null, isSeveral: false });
});

test("a test says that people chose themselves, that counts are small, and that many tables were tested", () => {
  const large = setTableOf(cross([30, 10], [10, 30]), bus, heat).association!;
  const small = setTableOf(cross([3, 1], [1, 3]), bus, heat).association!;
  expect(caveatsOf(large, openConsultation, 10)).toEqual(["chose-themselves"]);
  expect(caveatsOf(large, sample, 11)).toEqual(["drawn", "many"]);
  expect(caveatsOf(small, openConsultation, 1)).toEqual(["chose-themselves", "small"]);
});

test("there is a range of a sample survey alone, and of thirty people or more", () => {
  expect(intervalOf(42, 120, openConsultation)).toBeNull();
  expect(intervalOf(10, 29, sample)).toBeNull();
  const { low, high } = intervalOf(42, 120, sample)!;
  // DOMAIN F6: 0.350 (0.271 to 0.439)
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(["0.271", "0.439"]);
  const narrower = intervalOf(42, 120, { ...sample, population: 200 })!;
  expect(narrower.high - narrower.low).toBeLessThan(high - low);
});

test("everybody in a set is in the table or among the blanks, once", () => {
  const said = fc.constantFrom("often", "never", null);
  const other = fc.constantFrom("warm", "cold", null);
  fc.assert(
    fc.property(fc.array(fc.record({ row: said, column: other, count: fc.nat(500) })), (groups) => {
      const { table, blanks } = setTableOf(groups, bus, heat);
      expect(table.both + blanks.rowsAlone + blanks.columnsAlone + blanks.neither).toBe(table.responses);
      expect(table.rows.reduce((sum, row) => sum + row.both, 0)).toBe(table.both);
    }),
  );
});

test("of one question every answer is told, of what is held what occurs; several may lead", () => {
  expect(oneWayOf({ answered: 4, counts: { often: 4 } }, 9, bus)).toEqual({ responses: 9, answered: 4, values: [expect.objectContaining({ id: "often", count: 4 }), expect.objectContaining({ id: "never", count: 0 })] });
  expect(leadersIn([{ count: 2 }, { count: 3 }, { count: 3 }])).toHaveLength(2);
  expect(leadersIn([{ count: 0 }])).toEqual([]);
});

test("a sample survey says how it was drawn, and of how many only where that is known", () => {
  expect(readDesign({ kind: "open", drawn: "left over", population: "x" })).toEqual({ design: openConsultation, problems: [] });
  expect(readDesign({ kind: "sample", drawn: " By lot ", population: "48,000" }).design).toEqual({ isSample: true, drawn: "By lot", population: 48_000 });
  expect(readDesign({ kind: "sample", drawn: "By lot", population: "" }).design).toMatchObject({ population: null });
  expect(readDesign({ kind: "sample", drawn: "", population: "many" }).problems.map(({ code }) => code)).toEqual(["drawn-missing", "population-not-a-number"]);
  expect(readDesign({ kind: "", drawn: "", population: "" }).problems.map(({ code }) => code)).toEqual(["kind-missing"]);
});
