// Codes as a file: what is written is read again, and every mistake is told where it stands. Themes across questions are gathered by name.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Code } from "#app/analysis/code.ts";
import { codeDocument, codesForFile, fileColumns, fileRow, readCodeDocument, readCodeTable } from "#app/analysis/codeframe-file.ts";
import { crossCuttingOf } from "#app/analysis/cross-cutting.ts";
import { csvLine } from "#app/shared/csv.server.ts";
import { readTable } from "#app/shared/table.server.ts";

const code = (id: string, wanted: Partial<Code> = {}): Code => ({
  ...{ id, parentId: null, place: 1, kind: "usual", name: { en: id }, definition: { en: `About ${id}` }, include: {}, exclude: {}, example: {} },
  ...{ isCrossCutting: false, isEquality: false, retiredAt: null, mergedIntoId: null },
  ...wanted,
});
const table = (text: string) => {
  const rows = readTable(text);
  return rows.ok ? readCodeTable(rows.value) : null;
};
const problemsIn = (text: string) => table(text)?.problems.map(({ at, code, says }) => `${at} ${code} ${says}`);

// Nobody writes an apostrophe before a sign of arithmetic but to keep a spreadsheet from reckoning: it is taken for one.
const words = fc.stringMatching(/^[a-zŵ=+",;' -]{0,12}[a-z]$/).map((text) => text.replaceAll(/\s+/g, " ").trim()).filter((text) => !/^'[=+-]/.test(text));
const frames = fc.array(fc.record({ under: fc.nat(5), en: words, cy: fc.option(words), definition: words, isEquality: fc.boolean(), isCrossCutting: fc.boolean() }), { maxLength: 6 }).map((rows) =>
  rows.map(({ under, en, cy, definition, ...marks }, at) =>
    code(`id${at}`, { parentId: under < at && under === 0 ? "id0" : null, place: at, name: { en: `${en}${at}`, ...(cy !== null && { cy: `${cy}${at}` }) }, definition: { en: `${definition}\nand more` }, ...marks }),
  ),
);

test("what is written as a table or as JSON is read again as it was", () => {
  fc.assert(
    fc.property(frames, (codes) => {
      const file = codesForFile(codes);
      const text = `\uFEFF${csvLine(fileColumns)}${file.map((one) => csvLine(fileRow(one))).join("")}`;
      expect(table(text)).toEqual({ codes: file, problems: [] });
      expect(readCodeDocument(codeDocument({ en: "Frame" }, file))).toEqual({ codes: file, problems: [] });
    }),
  );
});

test("what went out of use is not written, and a code comes before those under it", () => {
  expect(codesForFile([code("sub", { parentId: "top" }), code("gone", { retiredAt: new Date() }), code("top")]).map(({ key }) => key)).toEqual(["top", "sub"]);
});

test("each mistake of a table is told at its line", () => {
  const lines = ["id,under,kind,name-en,definition-en,equality", "a,,,Roads,About roads,maybe", "a,b,,Lanes,", "b,,other,Rest,Other things,yes", "c,b,,Below,Under the rest", ",zzz,odd,roads,Again", "d,c,,Deeper,x", "e,d,,Deepest,x"];
  expect(problemsIn(lines.join("\n"))).toEqual([
    ...["2 mark maybe", "3 definition-missing definition-en", "3 id-repeated a", "3 under-later b", "5 kind-under other", "6 kind odd", "6 under-unknown zzz"],
    "8 too-deep d",
  ]);
  expect(problemsIn("name-en;definition-en\nRoads;x\nroads;y\n;")).toEqual(["3 name-taken roads"]);
  expect(table("Roads,About roads\nLanes,About lanes")).toBeNull();
});

test("JSON of another shape says where it differs, and mistakes say of which code they are", () => {
  expect(readCodeDocument("{")).toEqual({ shape: "" });
  expect(readCodeDocument('{"codes":[{"id":"a","name":"Roads"}]}')).toEqual({ shape: "codes.0.name" });
  expect(readCodeDocument('{"codes":[{"name":{"en":"A"},"definition":{"en":"x"}},{"name":{},"definition":{"en":"x"}}]}')).toMatchObject({ problems: [{ at: 2, code: "name-missing" }] });
});

test("themes of one name in several codeframes are one, with everything under them", () => {
  const frame = (id: string, ...questionIds: string[]) => ({ id, name: { en: id }, questionIds });
  const themes = crossCuttingOf([
    { frame: frame("one", "q1", "q2"), codes: [code("a", { name: { en: "Cost" }, isCrossCutting: true }), code("b", { parentId: "a" }), code("c")] },
    { frame: frame("two", "q2", "q3"), codes: [code("d", { name: { en: "cost" }, isCrossCutting: true }), code("e", { isCrossCutting: true, retiredAt: new Date() })] },
  ]);
  expect(themes).toMatchObject([{ name: { en: "Cost" }, codeIds: ["a", "b", "d"], questionIds: ["q1", "q2", "q3"], codes: [{ id: "a", frameId: "one" }, { id: "d", frameId: "two" }] }]);
});
