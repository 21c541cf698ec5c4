// From the text of a file to a sheet, and what stands in the way of it.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countFile, type FileAsked } from "#app/counting/count-file.ts";
import { ruleSets, Infeasible } from "#app/counting/contest.ts";
import { countProblemInWords } from "#app/counting/in-english.ts";
import { rulesOf } from "#app/counting/rule-sets.ts";
import { errorLine, publishedSheet, sheetJson, sheetLine } from "#app/counting/sheet-json.ts";
import type { Counter, Sheet } from "#app/counting/sheet.ts";
import { recount, sameSheet } from "#app/recounting/recount.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const blt = '3 2\n5 1 2 0\n4 2 3 0\n3 3 0\n0\n"Ann"\n"Bob"\n"Cai"\n"seats"\n';
const csv = "Ann,Bob,Cai,papers\n1,2,,5\n,1,2,4\n,,1,3\n";

async function counted(asked: Partial<FileAsked>): Promise<Sheet> {
  const result = await countFile({ file: "seats.blt", text: blt, rules: "scottish", ...asked });
  if (!result.ok) throw new Error(countProblemInWords(result.problem));
  return result.value.sheet;
}

async function refusalOf(asked: Partial<FileAsked>, again?: Counter): Promise<string> {
  const result = await countFile({ file: "seats.blt", text: blt, rules: "scottish", ...asked }, again);
  return result.ok ? "nothing" : countProblemInWords(result.problem);
}

test.each(ruleSets)("a table and a BLT file of the same ballots have the same sheet: %s", async (rules) => {
  expect(await counted({ rules, file: "folder/seats.csv", text: csv, seats: 2 })).toEqual(await counted({ rules }));
});

test.each(ruleSets)("asked for, a second counter counts on the same terms: %s", async (rules) => {
  const asked = { file: "seats.blt", text: blt, rules, seats: 1, lots: "3", reserves: '"a" "b" 1 99 3\n' };
  const result = await countFile(asked, (contest, terms) => recount(rules, contest, terms));
  if (!result.ok || !result.value.again) throw new Error("there are no two sheets");
  expect(result.value.sheet.elected).toEqual([3]);
  expect(sameSheet(result.value.sheet, result.value.again)).toBeNull();
});

test.skipIf(!sharedFile("elections"))("whom Hill's program guards is elected, from its own files", async () => {
  const folder = sharedFile("elections/meek-guarded/monk")!;
  const [text, reserves] = ["ballots.blt", "votes.con"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const sheet = await counted({ rules: "meek-nz", text: text!, reserves: reserves! });
  expect(sheet.elected.map((candidate) => sheet.candidates[candidate - 1])).toEqual(["Smith", "Duke", "Carpenter", "Freeman", "Prince", "Monk"]);
});

test.each(ruleSets)("both counters are exact with as many papers as are counted: %s", async (rules) => {
  const most = Math.min(rulesOf[rules].mostPapers ?? 1e15, 1e15);
  const text = blt.replace("5 1 2 0", `${most - 7} 1 2 0`).replace("4 2 3 0", "3 1 3 0\n1 2 3 0");
  const result = await countFile({ file: "seats.blt", text, rules }, (contest, terms) => recount(rules, contest, terms));
  if (!result.ok || !result.value.again) throw new Error("there are no two sheets");
  expect(sameSheet(result.value.sheet, result.value.again)).toBeNull();
});

describe("what stands in the way is told", () => {
  test("more papers than a rule set counts exactly", async () => {
    const text = blt.replace("5 1 2 0", "9007199254000000 1 2 0");
    expect(await refusalOf({ text, rules: "meek-nz" })).toBe("Meek's rules (New Zealand): at most 9007199 papers can be counted exactly, and there are 9007199254000007");
    expect((await counted({ rules: "block", text })).valid).toBe(9007199254000007);
  });

  const two = (women: string, men: string) => `"sex" "women" ${women} 1\n"sex" "men" ${men} 2 3\n`;
  test.each([
    [two("0 0", "0 1"), "the groups of “sex” let 1 be elected, and there are 2 places"],
    [two("1 1", "2 2"), "the groups of “sex” ask for 3 places, and there are 2"],
    [two("2 2", "0 2"), "“women” of “sex” must have at least 2, and 1 of its candidates stand"],
    [`${two("1 1", "1 1")}"age" "young" 2 2 2 3\n`, "each of “sex”, “age” could be kept, but not all of them at once"],
  ])("%j", async (reserves, expected) => {
    expect(await refusalOf({ reserves })).toBe(`the places cannot be filled as the constraints ask: ${expected}`);
  });

  test.each<[string, Partial<FileAsked>]>([
    ["line 2: a candidate's number or 0 was expected, and “x” stands there", { text: "3 2\n1 x 0\n" }],
    ["constraints, line 1: the fewest, 2, are more than the most, 1", { reserves: '"a" "b" 2 1 3\n' }],
    ["a table of ranks does not say how many places there are: say so with --seats", { file: "seats.csv", text: csv }],
    ["the order of lots names candidate 4, and they are numbered 1 to 3", { lots: "4" }],
  ])("%s", async (expected, asked) => {
    expect(await refusalOf(asked)).toBe(expected);
  });

  test("a second counter that cannot fill the places where the first does", async () => {
    const cannot = () => {
      throw new Infeasible();
    };
    expect(await refusalOf({}, cannot)).toBe("the second counter does not agree: one of the two finds that the places cannot be filled as the constraints ask");
  });
});

describe("a sheet as JSON", () => {
  test("has its keys in one order, whoever made it", async () => {
    const sheet = await counted({ rules: "meek-nz" });
    const reversed = JSON.parse(JSON.stringify(sheet), (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    ) as Sheet;
    expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(sheet));
    expect(sheetJson(reversed)).toBe(sheetJson(sheet));
    expect(sheetLine("a.blt", sheet)).toBe(`{"file":"a.blt",${sheetJson(sheet).slice(1, -1)},"version":"meek-nz/1"}`);
  });

  test("beside an error, and an error alone", async () => {
    expect(sheetLine("a.blt", await counted({}), "they differ")).toMatch(/,"version":"scottish\/1","error":"they differ"\}$/);
    expect(errorLine("a\nb.blt", "there is no such file")).toBe('{"file":"a\\nb.blt","error":"there is no such file"}');
  });

  test("as published, it names the version of the rules and the ballots", async () => {
    const sheet = await counted({});
    expect(JSON.parse(publishedSheet(sheet, "ab12"))).toEqual({ ...sheet, version: "scottish/1", ballotsSha256: "ab12" });
  });
});
