// Ballots from a table of ranks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsvMatrix } from "#app/counting/csv-matrix.ts";
import { fileProblemInWords } from "#app/counting/in-english.ts";
import { anyFiledContest } from "#tests/support/filed-contests.ts";

const asked = { title: "Chair", seats: 2 };

test("ranks are read, with those given alike and those left out", () => {
  expect(readCsvMatrix('Ann,"Ode, ""Bob""",Cai\n1,2,3\n,1,\n1,1,2\n3,,1\n,,\n50,2,2\n', asked)).toEqual({
    ok: true,
    value: {
      ...{ ...asked, withdrawn: [], candidates: ["Ann", 'Ode, "Bob"', "Cai"] },
      ballots: [[1, 2, 3], [2], [[1, 2], 3], [3, [], 1], [], [[], [2, 3], [], 1]].map((preferences) => ({ papers: 1, preferences })),
    },
  });
});

test.each([
  ["commas", "papers,Ann,Bob\n3,1,2\n\n4,,1\n"],
  ["semicolons, as spreadsheets write where the comma stands in numbers", "\uFEFFAnn;Papers; Bob \r\n1; 3 ;2\r\n;4;1\r\n"],
])("papers that are alike share a row: %s", (_, text) => {
  const read = readCsvMatrix(text, asked);
  expect(read.ok && [read.value.candidates, read.value.ballots]).toEqual([
    ["Ann", "Bob"],
    [
      { papers: 3, preferences: [1, 2] },
      { papers: 4, preferences: [2] },
    ],
  ]);
});

test("a table of any ballots gives the same ballots", () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(anyFiledContest(), ({ seats, title, ballots, ...contest }) => {
      const candidates = contest.candidates.map((name, index) => `${index + 1} ${name.trim()}`.trim());
      const rows = ballots.map(({ papers, preferences }) => [
        papers,
        ...candidates.map((_, index) => {
          const rank = preferences.findIndex((preference) => [preference].flat().includes(index + 1));
          return rank < 0 ? "" : rank + 1;
        }),
      ]);
      const text = [["papers", ...candidates.map(cell)], ...rows].map((row) => row.join(",")).join("\n");
      // ranks left out at the end, or one after the other, leave no trace in a table
      const traced = ballots.map(({ papers, preferences }) => ({
        papers,
        preferences: preferences
          .map((one) => (typeof one === "number" ? one : one.toSorted((a, b) => a - b)))
          .filter((one, at) => [one].flat().length > 0 || (preferences.slice(at).flat().length > 0 && [preferences[at - 1] ?? 0].flat().length > 0)),
      }));
      expect(readCsvMatrix(text, { title, seats })).toEqual({ ok: true, value: { title, seats, withdrawn: [], candidates, ballots: traced } });
    }),
  );
});

describe("what is wrong is told with its line", () => {
  test.each([
    ["nothing", "\n\n", "line 1: there is nothing in the file"],
    ["bytes", "a\0", "line 1: this is not a text file"],
    ["no names", "1,2,3\n", "line 1: the first line must name the candidates, one in a column"],
    ["a column without a name", "Ann,,Bob\n", "line 1: the first line must name the candidates, one in a column"],
    ["a name twice", "Ann,Bob,Ann\n", "line 1: two columns are called “Ann”"],
    ["too few cells", 'Ann,"B\nob"\n1,2\n1\n', "line 4: there are 1 cells where the first line has 2"],
    ["half a rank", "Ann,Bob\n1,1.5\n", "line 2: the rank of “Bob” must be a whole number from 1 to 9999, or blank, and is “1.5”"],
    ["a rank of none", "Ann,Bob\n1,2\n0,1\n", "line 3: the rank of “Ann” must be a whole number from 1 to 9999, or blank, and is “0”"],
    ["a mark", "Ann,Bob\nx,\n", "line 2: the rank of “Ann” must be a whole number from 1 to 9999, or blank, and is “x”"],
    ["no papers", "Ann,Bob,papers\n1,2,0\n", "line 2: a number of papers was expected, and “0” stands there"],
    ["more papers than can be counted", "Ann,papers\n1,9007199254740991\n1,1\n", "line 3: the papers up to here are more than can be counted"],
    ["a cell without its end", 'Ann,Bob\n1,"2\n', 'line 2: what begins with " here is nowhere ended'],
  ])("%s", (_, text, expected) => {
    const read = readCsvMatrix(text, asked);
    expect(read.ok ? read.value : fileProblemInWords(read.problem)).toBe(expected);
  });
});
