// The sheet that is read in a terminal.
import { expect, test } from "vitest";
import type { Sheet } from "#app/counting/sheet.ts";
import { sheetTable } from "#app/counting/sheet-table.ts";

const sheet: Sheet = {
  ...{ title: "Chair", rules: "scottish", seats: 2, candidates: ["Ann", "Bob Ode, whose name is far too long for a column", "Cai", "Dee"] },
  ...{ valid: 19, invalid: 1, quota: "7", elected: [1, 2] },
  stages: [
    { stage: 1, action: "first", candidates: [], votes: { 1: "9.00000", 2: "4.00000", 3: "3.00000", 4: "3.00000" }, nonTransferable: "0.00000", quota: "7", elected: [1] },
    { stage: 2, action: "surplus", candidates: [1], votes: { 1: "7.00000", 2: "4.00000", 3: "5.00000", 4: "3.00000" }, nonTransferable: "0.00000", quota: "7", elected: [] },
    { stage: 3, action: "exclude", candidates: [4], votes: { 1: "7.00000", 2: "7.00000", 3: "5.00000", 4: "0.00000" }, nonTransferable: "0.00000", quota: "7", elected: [2] },
  ],
  ties: [{ stage: 3, kind: "exclude", tied: [3, 4], chosen: 4, by: "lot" }],
  reserves: [
    { stage: 3, kind: "spared", candidate: 2, votes: "2.00000", instead: 4, insteadVotes: "3.00000" },
    { stage: 3, kind: "barred", candidate: 3, votes: "5.00000" },
  ],
};

test("the votes as a table, and what happened in words", () => {
  expect(sheetTable(sheet)).toBe(`Chair
Scottish rules: SSI 2007/42, rules 45 to 52 (version 1)
2 places, 4 candidates, 19 valid papers, 1 invalid, quota 7

                                          1         2         3
                                      first   surplus   exclude
1 Ann                               9.00000*  7.00000*  7.00000*
2 Bob Ode, whose name is far too …  4.00000   4.00000   7.00000*
3 Cai                               3.00000   5.00000   5.00000
4 Dee                               3.00000   3.00000         -
Non-transferable                    0.00000   0.00000   0.00000
Quota                                     7         7         7

Stage 1: the papers are sorted by whom they name first.
  Elected: Ann (1) with 9.00000.
Stage 2: what Ann (1) has above the quota is transferred.
Stage 3: Dee (4) is excluded.
  Elected: Bob Ode, whose name is far too long for a column (2) with 7.00000.
  Tie: Cai (3) and Dee (4) stood alike; Dee (4) was excluded, by lot.
  Reserve: Bob Ode, whose name is far too long for a column (2), with 2.00000, must be elected and stayed; Dee (4), with 3.00000, was excluded.
  Reserve: Cai (3), with 5.00000, could no longer be elected.

Elected, in this order:
  1. Ann (1)
  2. Bob Ode, whose name is far too long for a column (2)
`);
});

test("stages that do not fit beside each other stand below, and no line is longer than a terminal", () => {
  const [first, , last] = sheet.stages;
  const long = { ...sheet, stages: [first!, ...Array.from({ length: 14 }, (_, index) => ({ ...last!, stage: index + 2, elected: [] }))], ties: [], reserves: [] };
  const lines = sheetTable(long).split("\n");
  expect(lines.filter((line) => line.startsWith("3 Cai"))).toHaveLength(3);
  expect(lines.slice(3).every((line) => line.length <= 100)).toBe(true);
});
