// Two people write the same question: nothing that either wrote is lost without being asked about.
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeFields } from "#app/design/merging.ts";
import { changeRows, readRowDeed, rowDeedValue } from "#app/design/rows.ts";

const base = { "label-en": "How do you travel?", options: "car bus", "options.car.label-en": "Car", "options.bus.label-en": "Bus" };

test("one writes Welsh while the other mends the English: both stand and nobody is asked", () => {
  const merged = mergeFields(base, { ...base, "label-cy": "Sut ydych chi’n teithio?" }, { ...base, "label-en": "How do you get about?" });
  expect(merged).toEqual({ fields: { ...base, "label-en": "How do you get about?", "label-cy": "Sut ydych chi’n teithio?" }, clashes: [] });
});

test("both changed the same words: mine are kept in the field, and both are shown", () => {
  const merged = mergeFields(base, { ...base, "label-en": "Mine" }, { ...base, "label-en": "Theirs" });
  expect(merged.fields["label-en"]).toBe("Mine");
  expect(merged.clashes).toEqual([{ field: "label-en", mine: "Mine", theirs: "Theirs" }]);
});

test("both typed the same: there is nothing to choose", () => {
  expect(mergeFields(base, { ...base, "label-en": "Same" }, { ...base, "label-en": "Same" }).clashes).toEqual([]);
});

test("both added an option: both are there, each with its own words", () => {
  const mine = { ...base, options: "car N1 bus", "options.N1.label-en": "Tram" };
  const theirs = { ...base, options: "car bus walk", "options.walk.label-en": "Walk" };
  const { fields, clashes } = mergeFields(base, mine, theirs);
  expect(fields.options).toBe("car N1 bus walk");
  expect([fields["options.N1.label-en"], fields["options.walk.label-en"], clashes]).toEqual(["Tram", "Walk", []]);
});

test("one removed an option while the other changed the order: it is gone, and the order is the changed one", () => {
  const { "options.bus.label-en": _, ...without } = { ...base, options: "car" };
  expect(mergeFields(base, without, { ...base, options: "bus car" }).fields).toEqual({ "label-en": base["label-en"], options: "car", "options.car.label-en": "Car" });
});

test("one removed an option that the other has reworded: it stays, as reworded", () => {
  const { "options.bus.label-en": _, ...without } = { ...base, options: "car" };
  const reworded = { ...base, "options.bus.label-en": "Coach" };
  for (const [mine, theirs] of [[without, reworded], [reworded, without]] as const) expect(mergeFields(base, mine, theirs)).toEqual({ fields: reworded, clashes: [] });
});

test("a date is one answer: its parts are never put together from two people's", () => {
  const day = (fields: object) => Object.fromEntries(Object.entries(fields).map(([part, value]) => [`latest.${part}`, value as string]));
  const merged = mergeFields(day({ day: "1", month: "2", year: "2026" }), day({ day: "9", month: "2", year: "2026" }), day({ day: "1", month: "7", year: "2026" }));
  expect(merged.clashes).toEqual([{ field: "latest.day", mine: "9 2 2026", theirs: "1 7 2026" }]);
  expect(merged.fields).toEqual(day({ day: "9", month: "2", year: "2026" }));
});

test("whatever two people do, a field that only one changed is as they left it, and every other difference is asked about", () => {
  const fields = fc.dictionary(fc.constantFrom("label-en", "label-cy", "hint-en", "maxWords"), fc.constantFrom("a", "b", "c"));
  fc.assert(
    fc.property(fields, fields, fields, (was, mine, theirs) => {
      const { fields: merged, clashes } = mergeFields(was, mine, theirs);
      for (const field of ["label-en", "label-cy", "hint-en", "maxWords"]) {
        const clash = clashes.some((one) => one.field === field);
        if (clash) expect([mine[field], theirs[field]]).not.toContain(was[field] ?? undefined);
        else expect([mine[field], theirs[field]]).toContain(merged[field]);
        if (mine[field] === was[field]) expect(merged[field]).toBe(theirs[field]);
        if (theirs[field] === was[field]) expect(merged[field]).toBe(mine[field]);
      }
    }),
  );
});

test("rows are added, moved and taken away with everything else as it was typed", () => {
  const added = changeRows(base, { list: "options", deed: "add" });
  expect(added).toEqual({ fields: { ...base, options: "car bus N1" }, row: "N1" });
  expect(changeRows(base, { list: "options", deed: "down", row: "car" })).toEqual({ fields: { ...base, options: "bus car" }, row: "car" });
  expect(changeRows(base, { list: "options", deed: "up", row: "car" }).fields).toEqual(base);
  const removed = changeRows(base, { list: "options", deed: "remove", row: "car" });
  expect(removed).toEqual({ fields: { "label-en": base["label-en"], options: "bus", "options.bus.label-en": "Bus" }, row: "bus" });
});

test("a button says which row it is about, and what is no button of ours is none", () => {
  for (const deed of [{ list: "rows", deed: "add" }, { list: "options", deed: "up", row: "car" }] as const) expect(readRowDeed(rowDeedValue(deed))).toEqual(deed);
  for (const value of [null, "", "save", "options", "options up", "options burn car", "other add"]) expect(readRowDeed(value)).toBeNull();
});
