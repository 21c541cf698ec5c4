import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSides, sidesOf, tabulate, type Group } from "#app/consultations/cross-tabulation.ts";
import { closedAnswers } from "#app/forms/closed.ts";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

const form = everyType();
const sides = sidesOf([{ number: 1, definition: form }]);
const sideOf = (key: string) => sides.find((side) => side.key === key)!;

test("a side is a question that offers answers, a line of a matrix, or what is held of a response; never words or figures", () => {
  expect(sides.map(({ key }) => key)).toEqual([
    ...["one-choice", "several-choices", "yes-no-unsure", "agreement", "rating", "ranking", "matrix.monday", "matrix.friday"],
    ...[".channel", ".language", ".respondent"],
  ]);
});

test("what is kept of a response for counting is under the sides' own names and values", () => {
  const { answers } = checkForm(form, everyEntry);
  const closed = closedAnswers(form, answers);
  for (const { key, values } of sides.filter((side) => !side.key.startsWith("."))) {
    for (const id of [closed[key]!].flat()) expect(values.map((value) => value.id), key).toContain(id);
  }
});

test("a question that only an earlier version asked can still be a side, with every version's answers", () => {
  const choice = (...ids: string[]) => buildQuestion("one-choice", { options: ids.map((id) => ({ id, label: { en: id } })) });
  const found = sidesOf([
    { number: 1, definition: buildForm([choice("a", "b"), buildQuestion("rating")]) },
    { number: 2, definition: buildForm([choice("b", "c")]) },
  ]);
  expect(found.map(({ key }) => key).slice(0, 2)).toEqual(["one-choice", "rating"]);
  expect(found[0]?.values.map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

test("who answered one of the two only is in no cell, and still among the responses", () => {
  const groups: Group[] = [
    { row: "yes", column: "4", count: 3 },
    { row: "yes", column: null, count: 5 },
    { row: null, column: "4", count: 7 },
    { row: null, column: null, count: 11 },
  ];
  const { responses, both, rows, columns } = tabulate(groups, sideOf("yes-no-unsure"), sideOf("rating"));
  expect([responses, both]).toEqual([26, 3]);
  expect(rows.map(({ id, both: base, counts }) => [id, base, counts[3]])).toEqual([["yes", 3, 3], ["no", 0, 0], ["unsure", 0, 0]]);
  expect(columns.map((column) => column.both)).toEqual([0, 0, 0, 3, 0]);
});

test("of channels, languages and respondents only those that occur are shown", () => {
  const { rows } = tabulate([{ row: "letter", column: "yes", count: 2 }], sideOf(".channel"), sideOf("yes-no-unsure"));
  expect(rows.map(({ id, counts }) => [id, counts])).toEqual([["letter", [2, 0, 0]]]);
});

const several = sideOf("several-choices");
const chosen = fc.option(fc.subarray(several.values.map(({ id }) => id), { minLength: 1 }));
const level = fc.option(fc.constantFrom(...sideOf("agreement").values.map(({ id }) => id)));

test("a person is once in each row and column they chose, and once in the base", () => {
  const groups = fc.array(fc.record({ row: chosen, column: level, count: fc.integer({ min: 1, max: 50 }) }), { maxLength: 30 });
  fc.assert(
    fc.property(groups, (all) => {
      const table = tabulate(all, several, sideOf("agreement"));
      const people = (among: (group: Group) => boolean) => all.filter(among).reduce((sum, { count }) => sum + count, 0);
      expect(table.responses).toBe(people(() => true));
      expect(table.both).toBe(people(({ row, column }) => row !== null && column !== null));
      for (const row of table.rows) {
        expect(row.both).toBe(people((group) => group.column !== null && [group.row].flat().includes(row.id)));
        expect(row.counts.reduce((a, b) => a + b, 0), "each is in one column").toBe(row.both);
        table.columns.forEach(({ id }, index) => {
          expect(row.counts[index]).toBe(people((group) => group.column === id && [group.row].flat().includes(row.id)));
        });
      }
    }),
  );
});

test("nothing is wrong before anything is chosen; then both sides are needed, and two different ones", () => {
  expect(chooseSides(sides, null, null).problems).toEqual([]);
  const codes = (rows: string | null, columns: string | null) => chooseSides(sides, rows, columns).problems.map(({ code }) => code);
  expect(codes("", "")).toEqual(["rows-missing", "columns-missing"]);
  expect(codes("rating", "no-such-question")).toEqual(["columns-missing"]);
  expect(codes(null, "rating")).toEqual(["rows-missing"]);
  expect(codes("rating", "rating")).toEqual(["same"]);
  expect(codes("rating", ".channel")).toEqual([]);
  expect(codes("short-text", "rating"), "words are not counted together").toEqual(["rows-missing"]);
  expect(questionsOf(form).some(({ id }) => id === "short-text")).toBe(true);
});
