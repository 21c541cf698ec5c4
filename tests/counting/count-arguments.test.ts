// What the count command can be asked, and what it says where it cannot.
import { expect, test } from "vitest";
import { readCountArguments } from "#app/counting/count-arguments.ts";

test("all that can be asked", () => {
  expect(readCountArguments(["--rules", "meek-nz", "a.blt", "--seats=3", "--constraints", "a.con", "--lots", "3,1", "--table", "--check", "b.blt"])).toEqual({
    ok: true,
    value: { rules: "meek-nz", files: ["a.blt", "b.blt"], seats: 3, reserves: "a.con", lots: "3,1", asTable: true, isChecked: true },
  });
  expect(readCountArguments(["--rules", "fptp", "--seed", "4 6 1", "a.blt"])).toEqual({
    ok: true,
    value: { rules: "fptp", files: ["a.blt"], seed: "4 6 1", asTable: false, isChecked: false },
  });
});

test.each([
  [[], "Say by which rules to count, with --rules."],
  [["--rules", "borda", "a.blt"], "There are no rules “borda”."],
  [["--rules", "block"], "Name the files to count."],
  [["--rules", "block", "--seats", "0", "a.blt"], "--seats is a whole number from 1 to 1000, and “0” is none."],
  [["--rules", "block", "--seats", "1e2", "a.blt"], "--seats is a whole number from 1 to 1000, and “1e2” is none."],
  [["--rules", "block", "--lots", "a,b", "a.blt"], "--lots is candidates' numbers with commas between them, and “a,b” is not."],
  [["--rules", "block", "--lots", "1", "--seed", "x", "a.blt"], "Lots come from --lots or from --seed, not from both."],
  [["--rules", "block", "--fast", "a.blt"], "There is no option --fast here."],
])("%j is refused", (words, problem) => expect(readCountArguments(words)).toEqual({ ok: false, problem }));
