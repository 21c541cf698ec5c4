// An .xlsx file as another program reads it, whatever people wrote.
import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { workbookBytes, type Sheet, type Workbook } from "#app/shared/workbook.server.ts";
import { columnName, fitText, numberIn, sheetLimits, sheetName, xmlText, type SheetColumn, type SheetLimits, type WrittenWorkbook } from "#app/shared/workbook.ts";
import { unzip } from "#tests/support/unzip.ts";

const text = (heading: string): SheetColumn => ({ heading, kind: "text", width: 20 });

async function bytesOf(sheets: Sheet[], of: Partial<Workbook> = {}, limits?: SheetLimits): Promise<Buffer> {
  const parts: Buffer[] = [];
  const workbook = { title: "Our strategy", creator: "Marlshire", language: "en" as const, madeAt: new Date("2026-03-03T10:00:00Z"), ...of, sheets };
  for await (const part of workbookBytes(workbook, limits)) parts.push(part);
  return Buffer.concat(parts);
}

const partsIn = (bytes: Buffer) => Object.fromEntries(Object.entries(unzip(bytes)).map(([name, part]) => [name, part.toString()]));

const one = (rows: string[][], columns = [text("first")]): Sheet => ({ name: "Responses", columns, rows: () => [rows] });

/** What the other program finds in the only column of a sheet of these. */
async function readBack(cells: string[]): Promise<unknown[]> {
  const [sheet] = await readWorkbook(await bytesOf([one(cells.map((cell) => [cell]))]), { trim: false });
  return sheet!.data.slice(1).map(([cell]) => cell);
}

test("texts, numbers, days and moments come out as what they are", async () => {
  const columns: SheetColumn[] = [text("words"), ...(["number", "day", "moment"] as const).map((kind) => ({ heading: kind, kind, width: 12 }))];
  const rows = [["Warm homes", "-12.5", "2026-03-03", "2026-07-03T10:00:00.000Z"], ["", "", "1066-10-14", "2026-01-03T10:00:00.000Z"], ["7", "[c]", "soon", ""]];
  const [sheet] = await readWorkbook(await bytesOf([one(rows, columns)]));
  // because a moment is a share of a day, which no computer has exactly
  const toTheSecond = (cell: unknown) => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell);
  expect(sheet!.data.map((row) => row.map(toTheSecond))).toEqual([
    ["words", "number", "day", "moment"],
    ["Warm homes", -12.5, new Date("2026-03-03T00:00:00Z"), new Date("2026-07-03T11:00:00Z")],
    [null, null, "1066-10-14", new Date("2026-01-03T10:00:00Z")],
    ["7", "[c]", "soon", null],
  ]);
});

test("nothing anybody wrote is a formula, and all of it is there as it was written", async () => {
  const hostile = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.example")', "+1", "-1+1", "@SUM(A1)", "<script>&amp;</script>", "]]>", "_x0041_", "line\none", " edges ", "ہوا 🌳 ŵ"];
  const bytes = await bytesOf([one(hostile.map((cell) => [cell]))]);
  const parts = partsIn(bytes);
  expect(parts["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >]/);
  // because this reader leaves out to read an escaped escape, as Excel does
  expect((await readBack(hostile)).map((cell) => String(cell).replaceAll("_x005F_", "_"))).toEqual(hostile);
});

test("what XML cannot say is a sign for it, and halves of letters too", () => {
  expect(xmlText("a\u0000b\u0008c\u001f\ud83cd\udf33\ufffe")).toBe("a\ufffdb\ufffdc\ufffd\ufffdd\ufffd\ufffd");
  expect(xmlText("one\r\ntwo\rthree\ttab")).toBe("one\ntwo\nthree\ttab");
});

test("whatever is written, the other program reads the file and finds each row", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 20 }), async (cells) => {
      const rows = cells.map((cell) => ["row", cell]);
      const [sheet] = await readWorkbook(await bytesOf([one(rows, [text("a"), text("b")])]), { trim: false });
      expect(sheet!.data.map(([cell]) => cell)).toEqual(["a", ...rows.map(() => "row")]);
    }),
    { numRuns: 40 },
  );
});

test("a text longer than a cell takes is cut with a mark, never within a letter, and told of", async () => {
  const long = "🌳".repeat(20_000);
  expect(fitText(long).length).toBeLessThanOrEqual(sheetLimits.characters);
  expect(fitText(long)).toMatch(/^(🌳)+ \[…\]$/u);
  let told: WrittenWorkbook | undefined;
  const about: Sheet = { name: "About", columns: [text("x")], rows: (written) => ((told = structuredClone(written)), []) };
  await bytesOf([one([["short"], [long], ["x".repeat(32_767)]]), about]);
  expect(told).toMatchObject({ cut: 1, cutAt: ["Responses!A3"], leftOut: [], sheets: [{ name: "Responses", rows: 4 }] });
});

describe("what one sheet has no room for", () => {
  test("rows go on in another sheet, with the headings again", async () => {
    const rows = Array.from({ length: 5 }, (_, at) => [`row ${at}`]);
    const sheets = await readWorkbook(await bytesOf([one(rows), { ...one([["x"]]), name: "Columns" }], {}, { ...sheetLimits, rows: 3 }));
    expect(sheets.map(({ sheet, data }) => [sheet, ...data.flat()])).toEqual([
      ["Responses", "first", "row 0", "row 1"],
      ["Responses 2", "first", "row 2", "row 3"],
      ["Responses 3", "first", "row 4"],
      ["Columns", "first", "x"],
    ]);
  });

  test("columns are left out and named", async () => {
    let leftOut: string[] = [];
    const about: Sheet = { name: "About", columns: [text("x")], rows: (written) => ((leftOut = written.leftOut), []) };
    const [sheet] = await readWorkbook(await bytesOf([one([["a", "b", "c"]], [text("one"), text("two"), text("three")]), about], {}, { ...sheetLimits, columns: 2 }));
    expect(sheet!.data).toEqual([["one", "two"], ["a", "b"]]);
    expect(leftOut).toEqual(["three"]);
  });
});

test("an empty sheet has its headings", async () => {
  const sheets = await readWorkbook(await bytesOf([{ ...one([]), rows: () => [] }]));
  expect(sheets[0]!.data).toEqual([["first"]]);
});

test("headings stay in sight and can be filtered by, in Urdu from the right", async () => {
  const parts = partsIn(await bytesOf([one([["a"], ["b"]])], { language: "ur", title: "حکمت <عملی>" }));
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('rightToLeft="1"');
  expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/ySplit="1".*state="frozen".*<autoFilter ref="A1:A3"\/>/);
  expect(parts["xl/workbook.xml"]).toContain("'Responses'!$A$1:$A$3");
  expect(parts["docProps/core.xml"]).toContain("<dc:title>حکمت &lt;عملی&gt;</dc:title>");
  expect(parts["docProps/core.xml"]).toContain("<dc:language>ur</dc:language>");
  expect(partsIn(await bytesOf([one([])]))["xl/worksheets/sheet1.xml"]).not.toContain("rightToLeft");
});

test("no more rows are read than are taken, and whoever goes away stops them", async () => {
  let [made, stopped] = [0, false];
  async function* endless() {
    try {
      for (;;) {
        made += 1;
        yield [[`${made} ${Math.sin(made)} ${"x".repeat(made % 50)}`]];
      }
    } finally {
      stopped = true;
    }
  }
  const about = { title: "", creator: "", language: "en" as const, madeAt: new Date(0) };
  const parts = workbookBytes({ ...about, sheets: [{ ...one([]), rows: endless }] });
  for (let taken = 0; taken < 4; taken += 1) await parts.next();
  expect(made).toBeLessThan(20_000);
  await parts.return(undefined);
  expect(stopped).toBe(true);
});

test.each([
  ["Results: what/who?", [], "Results what who"],
  ["Responses", ["responses"], "Responses 2"],
  ["'quoted'", [], "quoted"],
  ["", [], "1"],
  ["History", [], "History 1"],
  ["A very long name of a sheet that goes on", [], "A very long name of a sheet tha"],
  ["A very long name of a sheet that goes on", ["A very long name of a sheet tha"], "A very long name of a sheet t 2"],
])("the sheet %j beside %j is called %j", (wanted, taken, name) => {
  expect(sheetName(wanted, taken)).toBe(name);
});

test.each([[0, "A"], [25, "Z"], [26, "AA"], [701, "ZZ"], [702, "AAA"], [16_383, "XFD"]])("column %i is %s", (place, name) => {
  expect(columnName(place)).toBe(name);
});

test.each([
  ["number", "12345678901234567", null],
  ["number", "1e5", null],
  ["number", "007", 7],
  ["day", "1900-02-28", null],
  ["day", "1900-03-01", 61],
  ["day", "2026-13-45", null],
  ["moment", "2026-02-31T99:99:99Z", null],
  ["text", "12", null],
] as const)("as %s %j is %j", (kind, written, value) => {
  expect(numberIn(kind, written)).toBe(value);
});
