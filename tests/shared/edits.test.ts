import fc from "fast-check";
import { expect, test } from "vitest";
import { beforeName, mergeEdits, takeEdits } from "#app/shared/edits.ts";

const units = [["title"], ["day", "month"]] as const;
const before = { title: "Buses", day: "3", month: "4" };

test("what only one of two people changed is kept, whoever saves last", () => {
  const { merged, clashes } = mergeEdits(units, { before, mine: { ...before, title: "Trains" }, theirs: { ...before, day: "5" } });
  expect(merged).toEqual({ title: "Trains", day: "5", month: "4" });
  expect(clashes).toEqual([]);
});

test("what both changed comes back as whoever saves last typed it, and is named", () => {
  const { merged, clashes } = mergeEdits(units, { before, mine: { ...before, title: "Trains" }, theirs: { ...before, title: "Trams" } });
  expect(merged.title).toBe("Trains");
  expect(clashes).toEqual([["title"]]);
});

test("a date is one answer: another's month is not put to one's own day", () => {
  const { clashes } = mergeEdits(units, { before, mine: { ...before, day: "9" }, theirs: { ...before, month: "10" } });
  expect(clashes).toEqual([["day", "month"]]);
});

test("the same change by both is no clash, nor are ends of lines that a browser wrote", () => {
  const mine = { ...before, title: "Buses\r\nand trains" };
  expect(mergeEdits(units, { before, mine, theirs: { ...before, title: "Buses\nand trains" } }).clashes).toEqual([]);
  expect(mergeEdits(units, { before: mine, mine: before, theirs: { ...before, title: "Buses\nand trains" } }).clashes).toEqual([]);
});

test("nothing anybody typed is ever lost: it is saved or it clashes", () => {
  const typed = fc.record({ title: fc.constantFrom("a", "b", "c"), day: fc.constantFrom("1", "2"), month: fc.constantFrom("1", "2") });
  fc.assert(
    fc.property(typed, typed, typed, (was, mine, theirs) => {
      const { merged, clashes } = mergeEdits(units, { before: was, mine, theirs });
      for (const unit of units) {
        if (clashes.includes(unit)) continue;
        for (const [whose, other] of [[mine, theirs], [theirs, mine]] as const) {
          const changed = unit.some((input) => whose[input] !== was[input]);
          const otherChanged = unit.some((input) => other[input] !== was[input]);
          if (changed && !otherChanged) for (const input of unit) expect(merged[input]).toBe(whose[input]);
        }
      }
    }),
  );
});

test("a form brings back what stood there when it was opened; one that does not changes what it says", () => {
  const form = new URLSearchParams([["title", "Trains"], [beforeName("title"), "Buses"], ["day", "3"]]);
  const theirs = { ...before, title: "Trams", day: "4" };
  expect(takeEdits(units, form, theirs)).toEqual({
    mine: { title: "Trains", day: "3", month: "" },
    merged: { title: "Trains", day: "3", month: "" },
    clashes: [["title"]],
  });
});
