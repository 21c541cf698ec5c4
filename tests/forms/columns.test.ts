import fc from "fast-check";
import { expect, test } from "vitest";
import { checkForm } from "#app/forms/check.ts";
import { columnGuide, columnsOf, rowMaker } from "#app/forms/columns.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

function rowOf(apart: "answers" | "personal"): Record<string, string> {
  const form = everyType();
  const checked = checkForm(form, everyEntry);
  const columns = columnsOf(form, apart).map(({ id }) => id);
  const row = rowMaker(form, columns, apart)(checked[apart]);
  return Object.fromEntries(columns.map((id, place) => [id, row[place] ?? "?"]));
}

test("every type has its columns", () => {
  expect(rowOf("answers")).toMatchObject({
    "short-text": "A bench",
    "one-choice": "else",
    "one-choice_other": "By boat",
    "several-choices_park": "1",
    "several-choices_school": "0",
    "several-choices_none": "0",
    "yes-no-unsure": "unsure",
    agreement: "agree",
    agreement_reasons: "It will be safer",
    rating: "4",
    ranking_roads: "1",
    ranking_parks: "2",
    ranking_schools: "",
    "point-budget_parks": "60",
    "point-budget_schools": "",
    number: "12.5",
    money: "1200.50",
    date: "2006-03-03",
    file: "bench.jpg",
    "map-point": "By the bridge",
    "map-point_postcode": "HR4 9AR",
    matrix_monday: "morning",
  });
});

test("personal answers are in an export of their own", () => {
  expect(Object.keys(rowOf("personal"))).toEqual([
    "name",
    "email",
    "telephone",
    "address_lines",
    "address_town",
    "address_county",
    "address_postcode",
    "postcode",
  ]);
  expect(Object.keys(rowOf("answers"))).not.toContain("email");
});

test("a question that was not answered has blank cells, ticks included", () => {
  const form = buildForm([buildQuestion("several-choices")]);
  const columns = columnsOf(form).map(({ id }) => id);
  expect(rowMaker(form, columns)({})).toEqual(columns.map(() => ""));
});

test("a column has one name, and every response a cell in it", () => {
  fc.assert(
    fc.property(anyDefinitionAndEntries, ({ definition, entries }) => {
      const checked = checkForm(definition, entries);
      for (const apart of ["answers", "personal"] as const) {
        const columns = columnsOf(definition, apart).map(({ id }) => id);
        expect(new Set(columns).size).toBe(columns.length);
        const row = rowMaker(definition, columns, apart)(checked[apart]);
        expect(row).toHaveLength(columns.length);
        for (const cell of row) expect(cell).toBeTypeOf("string");
      }
    }),
  );
});

test.each(languages)("the guide explains every column and every code in %s", (language) => {
  for (const apart of ["answers", "personal"] as const) {
    const guide = columnGuide(everyType(), wordsFor(language), apart);
    expect(new Set(guide.map(({ column }) => column))).toEqual(new Set(columnsOf(everyType(), apart).map(({ id }) => id)));
    for (const row of guide) expect(row.meaning).not.toBe("");
  }
  const codes = columnGuide(everyType(), wordsFor(language)).filter(({ column }) => column === "agreement");
  expect(codes).toHaveLength(6);
});
