import { expect, test } from "vitest";
import { safeCell } from "#app/shared/csv.server.ts";

test.each(["=1+1", "+44", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-1+cmd|' /C calc'!A0"])(
  "a spreadsheet will not run %j",
  (cell) => {
    expect(safeCell(cell)).toBe(`'${cell}`);
  },
);

test.each(["", "12", "-12.5", "A = B", "words\n=1"])("%j is left as it is", (cell) => {
  expect(safeCell(cell)).toBe(cell);
});
