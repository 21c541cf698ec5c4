// What the gate does with tables worked through by hand.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "#app/disclosure/cube.ts";
import type { Care } from "#app/disclosure/figure.ts";
import { confidential, publishing, publishTables, type Published } from "#app/disclosure/published-table.ts";
import type { Hiding } from "#app/disclosure/suppression.ts";

function oneWay(counts: Record<string, number>, { id = "q", care = "ordinary", base }: { id?: string; care?: Care; base?: number } = {}): Table {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rows = { values: Object.keys(counts), isSeveral: base !== undefined };
  return { id, care, rows, base: base ?? all, countOf: (row) => (row === null ? (base ?? all) : (counts[row] ?? 0)) };
}

function twoWay(cells: Record<string, Record<string, number>>, { id = "q by type", care = "ordinary" }: { id?: string; care?: Care } = {}): Table {
  const columns = [...new Set(Object.values(cells).flatMap((line) => Object.keys(line)))];
  const countOf = (row: string | null, column: string | null) =>
    Object.entries(cells).flatMap(([name, line]) => (row === null || name === row ? Object.entries(line) : [])).reduce((sum, [name, count]) => (column === null || name === column ? sum + count : sum), 0);
  return { id, care, rows: { values: Object.keys(cells) }, columns: { values: columns }, base: countOf(null, null), countOf };
}

const marked = (count: number | null) => count ?? confidential;
/** A table as it is read: its lines, then its totals. */
const seen = ({ tables: [table] }: Published) => [...table!.rows.map(({ all, counts }) => [...counts, all].map(marked)), [...table!.columns.map(({ all }) => all), table!.base].map(marked)];
const shown = (counts: Record<string, number>, options = {}) => seen(publishTables([oneWay(counts, options)])).flat();

describe("of an ordinary question", () => {
  test("one to four are hidden and, where that would leave one alone, the smallest other that is not nought", () => {
    expect(shown({ agree: 50, neither: 12, disagree: 3, unsure: 20, other: 0 })).toEqual([50, "[c]", "[c]", 20, 0, 85]);
  });

  test("five is not so few", () => {
    expect(shown({ agree: 50, disagree: 5 })).toEqual([50, 5, 55]);
  });

  test("two that are hidden protect each other, unless their sum tells what each is", () => {
    expect(shown({ agree: 50, neither: 3, disagree: 1 })).toEqual([50, "[c]", "[c]", 54]);
    expect(shown({ agree: 50, neither: 1, disagree: 1 })).toEqual(["[c]", "[c]", "[c]", 52]);
  });

  test("where there is nothing else to hide the total is hidden", () => {
    expect(shown({ agree: 3, disagree: 4 })).toEqual(["[c]", "[c]", 7]);
    expect(shown({ agree: 1, disagree: 1 })).toEqual(["[c]", "[c]", "[c]"]);
    expect(shown({ agree: 0, disagree: 0 })).toEqual([0, 0, 0]);
  });

  test("a nought is shown unless it tells what everybody said", () => {
    expect(shown({ agree: 0, neither: 30, disagree: 40 })).toEqual([0, 30, 40, 70]);
    expect(shown({ agree: 0, neither: 0, disagree: 40 })).toEqual([0, "[c]", "[c]", 40]);
  });

  test("of two that are alike the first is hidden", () => {
    expect(shown({ agree: 9, neither: 9, disagree: 2, unsure: 9 })).toEqual(["[c]", 9, "[c]", 9, 29]);
  });

  test("where several answers may be given each is hidden for itself, and so is one that all but a few gave", () => {
    expect(shown({ bus: 60, train: 3, bicycle: 98, foot: 20 }, { base: 100 })).toEqual([60, "[c]", "[c]", 20, 100]);
  });
});

describe("of a table of two", () => {
  const table = twoWay({
    agree: { resident: 60, business: 20, council: 9 },
    neither: { resident: 25, business: 2, council: 7 },
    disagree: { resident: 40, business: 11, council: 6 },
  });

  test("a hidden figure takes one more in its row and in its column, and what closes the ring", () => {
    expect(seen(publishTables([table]))).toEqual([
      [60, 20, 9, 89],
      [25, "[c]", "[c]", 34],
      [40, "[c]", "[c]", 57],
      [125, 33, 22, 180],
    ]);
  });

  test("the log says which was so few, and what the others protect", () => {
    const { log } = publishTables([table]);
    expect(log.map(({ row, column, because, protects }) => [row, column, because, protects.map((one) => `${one.row} ${one.column}`)])).toEqual([
      ["neither", "business", "small", []],
      ["neither", "council", "protects", ["neither business"]],
      ["disagree", "business", "protects", ["neither business"]],
      ["disagree", "council", "protects", ["disagree business"]],
    ]);
  });

  test("a group that all said the same is hidden as long as it could be told; a row of one group alone is not", () => {
    const all = twoWay({ agree: { resident: 30, business: 12 }, disagree: { resident: 30, business: 0 }, neither: { resident: 8, business: 0 } });
    expect(seen(publishTables([all]))).toEqual([
      ["[c]", "[c]", 42],
      [30, 0, 30],
      ["[c]", "[c]", 8],
      [68, 12, 80],
    ]);
  });
});

describe("of a question beside the special categories", () => {
  const special = { care: "special" as const };

  test("one to nine are hidden and all else is rounded to the nearest five, totals by themselves", () => {
    expect(shown({ white: 102, asian: 48, black: 33, mixed: 9 }, special)).toEqual([100, 50, 35, "[c]", 190]);
  });

  test("a single hidden figure may stay where the rounding of the others leaves enough that it may be", () => {
    expect(shown({ white: 100, asian: 47, mixed: 4 }, special)).toEqual([100, 45, "[c]", 150]);
  });

  test("and may not where it leaves too little", () => {
    expect(shown({ white: 10, asian: 10, black: 10, mixed: 1 }, special)).toEqual(["[c]", 10, 10, "[c]", 30]);
  });

  test("of everybody who answered it is shown what nearly all said, because that is nobody's group", () => {
    expect(shown({ straight: 940, gay: 31, bisexual: 19, other: 10 }, special)).toEqual([940, 30, 20, 10, 1000]);
    expect(shown({ no: 93, little: 4, lot: 3 }, special)).toEqual([95, "[c]", "[c]", 100]);
    expect(shown({ no: 100, little: 0, lot: 0 }, special)).toEqual(["[c]", 0, "[c]", 100]);
  });

  test("nothing is shown of what a group is of whom more than nine in ten are one thing, or gave one answer", () => {
    const byAnswer = twoWay({ often: { straight: 184, gay: 12 }, seldom: { straight: 150, gay: 40 }, never: { straight: 90, gay: 30 } }, special);
    expect(seen(publishTables([byAnswer]))).toEqual([
      ["[c]", "[c]", 195],
      [150, 40, 190],
      ["[c]", "[c]", 120],
      [425, 80, 505],
    ]);
    const byReligion = twoWay({ agree: { muslim: 96, christian: 60 }, disagree: { muslim: 0, christian: 40 }, neither: { muslim: 10, christian: 50 } }, special);
    const lines = seen(publishTables([byReligion]));
    expect(lines.slice(0, 3).map(([muslim]) => muslim)).toEqual(["[c]", "[c]", "[c]"]);
    expect(lines.at(-1)).toEqual([105, 150, 255]);
  });

  test("nine in ten are not nearly all", () => {
    const table = twoWay({ often: { straight: 90, gay: 10 }, never: { straight: 60, gay: 40 } }, special);
    expect(seen(publishTables([table]))).toEqual([[90, 10, 100], [60, 40, 100], [150, 50, 200]]);
  });

  test("below ward one to nine are hidden, and what is shown is exact", () => {
    expect(shown({ agree: 61, disagree: 33, unsure: 9 }, { care: "small-area" })).toEqual([61, "[c]", "[c]", 103]);
  });
});

describe("of tables that hang together", () => {
  test("what two areas make up together does not tell what is hidden in one of them", () => {
    const [north, south] = [{ agree: 20, neither: 3, disagree: 9 }, { agree: 30, neither: 12, disagree: 14 }];
    const county = { agree: 50, neither: 15, disagree: 23 };
    const tables = [oneWay(county, { id: "county" }), oneWay(north, { id: "north" }), oneWay(south, { id: "south" })];
    const { tables: published } = publishTables(tables, { areas: [{ whole: "county", parts: ["north", "south"] }] });
    const counts = published.map(({ rows }) => rows.map(({ all }) => marked(all)));
    expect(counts).toEqual([[50, 15, 23], [20, "[c]", "[c]"], [30, "[c]", "[c]"]]);
  });

  test("what was published before does not tell how the few answered who came since", () => {
    const before = oneWay({ agree: 50, neither: 20, disagree: 30 });
    const now = oneWay({ agree: 50, neither: 22, disagree: 40 });
    const { tables: [table], log } = publishTables([now], { earlier: [{ tables: [before], hidden: new Set() }] });
    expect(table?.rows.map(({ all }) => marked(all))).toEqual([50, "[c]", "[c]"]);
    expect(log.map(({ row }) => row)).toEqual(["neither", "disagree"]);
  });

  test("the same people published again are shown as before", () => {
    const table = oneWay({ agree: 50, neither: 3, disagree: 12, unsure: 13 });
    const first = publishTables([table]);
    expect(publishTables([table], { earlier: [{ tables: [table], hidden: new Set(first.hidden) }] }).tables).toEqual(first.tables);
  });
});

test("the same figures give the same answer, and whatever is hidden is needed", () => {
  const line = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 0, max: 30 }), { minKeys: 2 });
  fc.assert(fc.property(line, (counts) => void expect(publishTables([oneWay(counts)])).toEqual(publishTables([oneWay({ ...counts })]))));
});

test("hiding a little at a time hides the same, and tells how far it is", () => {
  const tables = [twoWay({ agree: { resident: 60, business: 20, council: 9 }, neither: { resident: 25, business: 2, council: 7 }, disagree: { resident: 40, business: 11, council: 6 } })];
  const gate = publishing(tables);
  const told: Hiding[] = [];
  for (let step = gate.next(); ; step = gate.next()) {
    if (step.done) {
      expect(step.value).toEqual(publishTables(tables));
      break;
    }
    told.push(step.value);
  }
  expect([...new Set(told.map(({ step }) => step))]).toEqual(["protect", "show-again"]);
  expect(told.every(({ done, of }) => done <= of)).toBe(true);
});

test("a table of which most would be hidden in any case is left out, and what it was of is still shown", () => {
  const q = oneWay({ agree: 60, disagree: 40 });
  const few = twoWay({ agree: { white: 55, asian: 3, black: 2 }, disagree: { white: 33, asian: 4, black: 3 } }, { id: "q by ethnic group", care: "special" });
  const published = publishTables([q, few]);
  expect(published.leftOut).toEqual(["q by ethnic group"]);
  expect(published.tables.map(({ id, base }) => [id, base])).toEqual([["q", 100]]);
});

test("figures that do not add up are refused", () => {
  expect(() => publishTables([{ ...oneWay({ a: 10, b: 20 }), base: 31 }])).toThrow(RangeError);
});
