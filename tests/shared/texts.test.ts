import { expect, test } from "vitest";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";

const tidy = (typed: string) => typed.trim();

test("a text is read from one field a language, blank ones left out", () => {
  const typed = { "name-en": " Hedges ", "name-cy": "  ", "name-ur": "باڑیں", "other-en": "no" };
  expect(readText("name", typed, tidy)).toEqual({ en: "Hedges", ur: "باڑیں" });
  expect(readText("nothing", typed, tidy)).toEqual({});
});

test("a text is typed as it would be read", () => {
  const text = { en: "Hedges", cy: "Gwrychoedd" };
  const typed = textAsTyped("name", text);
  expect(typed).toEqual({ "name-en": "Hedges", "name-cy": "Gwrychoedd", "name-ur": "" });
  expect(readText("name", typed, tidy)).toEqual(text);
});

test("what is too long is told by its field, and a sign outside the basic plane is one character", () => {
  expect(tooLong("name", { en: "🌳🌳🌳", cy: "coed", ur: "" }, 3)).toEqual(["name-cy"]);
});
