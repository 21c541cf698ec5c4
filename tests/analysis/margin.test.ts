// Reference figures as they are brought, each mistake with its line; and those who answered beside them.
import { expect, test } from "vitest";
import { namedSides, readMargins } from "#app/analysis/margin.ts";
import { representationOf } from "#app/analysis/representation.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { languages } from "#app/shared/languages.ts";
import { readTable } from "#app/shared/table.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const side = (key: string, label: string, number: string, answers: Record<string, string>, isSeveral = false): Side => ({
  ...{ key, isSeveral, of: { question: { id: key, number, type: "one-choice", label: { en: label, cy: `${label} (cy)` }, options: [] } as never } },
  values: Object.entries(answers).map(([id, text]) => ({ id, name: { text: { en: text } } })),
});
const area = side("area", "Where do you live?", "1", { town: "Tolbridge town", hill: "Castle Hill", away: "Elsewhere" });
const several = side("best", "What is best?", "2", { bus: "The bus", park: "The park" }, true);
const inEach = languages.map((language) => wordsFor(language));
const read = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error("not a table");
  return readMargins(table.value, namedSides([area, several], inEach), (column) => inEach.map(({ t }) => t(`tables:margins.column.${column}`)));
};
const rest = "Marlshire,Census 2021,2021-03-21";

test("counts and shares are read, of a question by its number, its words or its key, in any language", () => {
  const margin = { side: "area", area: "Marlshire", source: "Census 2021", asOf: "2021-03-21", shares: { town: 0.75, hill: 0.25 } };
  expect(read(`variable,group,count,area,source,date\n1,Tolbridge town,"3,000",${rest}\n1,castle hill,1000,${rest}`)).toEqual({ margins: [margin], problems: [] });
  expect(read(`Newidyn;Grŵp;Cyfran;Ardal;Ffynhonnell;Dyddiad\nWhere do you live? (cy);Tolbridge town;75%;Marlshire;Census 2021;21/3/2021\nWhere do you live? (cy);Castle Hill;25%;Marlshire;Census 2021;21/3/2021`)).toEqual({ margins: [margin], problems: [] });
  expect(read(`variable,group,share,area,source,date\narea,Tolbridge town,0.75,${rest}\narea,Castle Hill,0.25,${rest}`)?.margins).toEqual([margin]);
});

test("each mistake is told with its line and what stands there, and nothing of that question is taken", () => {
  const found = read(
    `variable,group,count,area,source,date\n1,Tolbridge town,many,${rest}\n1,Nowhere,4,${rest}\n1,Castle Hill,5,Elsewhere,Census 2021,2021-03-21\n1,Castle Hill,6,${rest}\n9,Old,7,${rest}\n2,The bus,8,${rest}`,
  );
  expect(found?.margins).toEqual([]);
  expect(found?.problems.map(({ line, code, says }) => [line, code, says])).toEqual([
    [2, "count", "many"],
    [3, "no-answer", "Nowhere"],
    [4, "differs", "Elsewhere"],
    [5, "repeated", "Castle Hill"],
    [6, "no-question", "9"],
    [7, "several", "2"],
  ]);
});

test("a margin needs a day that exists, its area and source, shares that add up, somebody, and two groups", () => {
  const codes = (lines: string, kind = "count") => read(`variable,group,${kind},area,source,date\n${lines}`)?.problems.map(({ code }) => code);
  expect(codes("1,Castle Hill,5,,,2021-02-30")).toEqual(["date", "area-missing", "source-missing"]);
  expect(codes(`1,Castle Hill,5,${rest}`)).toEqual(["one-group"]);
  expect(codes(`1,Castle Hill,0,${rest}\n1,Tolbridge town,0,${rest}`)).toEqual(["nobody"]);
  expect(codes(`1,Castle Hill,40,${rest}\n1,Tolbridge town,50,${rest}`, "share")).toEqual(["sum"]);
  expect(codes(`1,Castle Hill,49.6,${rest}\n1,Tolbridge town,50,${rest}`, "share")).toEqual([]);
});

test("without its headings a table is not read, and not where it has both a count and a share", () => {
  expect(read(`1,Castle Hill,5,${rest}`)).toBeNull();
  expect(read("variable,group,count,share\n1,Castle Hill,5,6")).toBeNull();
});

test("a group is under-represented where even the upper limit is below its share; who is in no group is apart", () => {
  const of = representationOf({ answered: 130, counts: { town: 42, hill: 78, away: 10 } }, 150, area, { shares: { town: 0.5, hill: 0.5 } });
  expect([of.base, of.blank, of.elsewhere.map(({ id, count }) => [id, count])]).toEqual([120, 20, [["away", 10]]]);
  const [town, hill] = of.groups;
  // DOMAIN F6: 42 of 120 is 0.350 (0.271 to 0.439)
  expect([town!.share!.interval.low.toFixed(3), town!.share!.interval.high.toFixed(3), town!.share!.index, town!.share!.isUnder]).toEqual(["0.271", "0.439", 70, true]);
  expect([hill!.share!.index, hill!.share!.isUnder]).toEqual([130, false]);
  expect(representationOf({ answered: 120, counts: { town: 42, hill: 78 } }, 120, area, { shares: { town: 0.43, hill: 0.57 } }).groups[0]!.share!.isUnder).toBe(false);
});

test("of fewer than thirty only how many is told", () => {
  expect(representationOf({ answered: 29, counts: { town: 9, hill: 20 } }, 29, area, { shares: { town: 0.5, hill: 0.5 } }).groups.map(({ count, share }) => [count, share])).toEqual([[9, null], [20, null]]);
});
