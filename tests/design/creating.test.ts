import { expect, test } from "vitest";
import { creatingEntries, readCreating } from "#app/design/creating.ts";

const typed = (fields: Record<string, string | string[]>) =>
  creatingEntries(new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))));
const whole = { "title-en": " Buses ", "title-cy": "Bysiau", languages: ["en", "cy"], from: "budget" };

test("the language it is written in is that of whoever writes it, where it is asked in it", () => {
  expect(readCreating(typed(whole), "en", null)).toEqual({ ok: true, value: { title: { en: "Buses", cy: "Bysiau" }, languages: ["en", "cy"], from: "budget" } });
  expect(readCreating(typed(whole), "cy", null)).toMatchObject({ value: { languages: ["cy", "en"] } });
  expect(readCreating(typed(whole), "ur", null)).toMatchObject({ value: { languages: ["en", "cy"] } });
});

test("a title is needed in the language it is written in alone", () => {
  expect(readCreating(typed({ ...whole, "title-cy": "" }), "en", null).ok).toBe(true);
  expect(readCreating(typed({ ...whole, "title-en": " " }), "en", null)).toEqual({
    ok: false,
    problem: [{ field: "title-en", code: "title-missing", language: "en" }],
  });
});

test("everything that is missing is told at once", () => {
  const told = readCreating(typed({ languages: "tlh", "title-en": "x".repeat(201) }), "en", null);
  expect(told).toMatchObject({ problem: [{ code: "title-long", field: "title-en" }, { code: "languages-missing" }, { code: "from-missing" }] });
});

test("a copy is asked in the languages of what it is copied from", () => {
  const copy = typed({ ...whole, from: "copy", languages: ["ur"] });
  expect(readCreating(copy, "ur", ["cy", "en"])).toMatchObject({ value: { languages: ["cy", "en"], from: "copy" } });
  expect(readCreating(copy, "en", null)).toMatchObject({ problem: [{ field: "copied", code: "copied-missing" }] });
});
