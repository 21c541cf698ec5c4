import { expect, test } from "vitest";
import { presets } from "#app/partnerships/colour.ts";
import { choiceOf, meantColour } from "#app/settings/accent.ts";

const before = "#1d5f5a";
const own = { choice: "own", colour: before, picker: before, before };

test("a colour to choose from is that colour, and none is none", () => {
  expect(meantColour({ ...own, choice: "plum", colour: "#123456" })).toBe(presets.plum);
  expect(meantColour({ ...own, choice: "none" })).toBeNull();
  for (const choice of ["", "pink", "constructor"]) expect(meantColour({ ...own, choice })).toBeUndefined();
});

test("of the two fields of one's own colour the one that was changed counts, and the written one if both were", () => {
  expect(meantColour(own)).toBe(before);
  expect(meantColour({ ...own, colour: "#7a2a63" })).toBe("#7a2a63");
  expect(meantColour({ ...own, picker: "#7a2a63" })).toBe("#7a2a63");
  expect(meantColour({ ...own, colour: "#123456", picker: "#7a2a63" })).toBe("#123456");
  expect(meantColour({ ...own, colour: "red", picker: before })).toBe("red");
  expect(meantColour({ ...own, colour: before.toUpperCase(), picker: "#7a2a63" })).toBe("#7a2a63");
});

test("a form without the picker, as an old browser may send it, means what was written", () => {
  expect(meantColour({ choice: "own", colour: "#7a2a63", picker: "", before: "" })).toBe("#7a2a63");
});

test("a colour is shown as the choice it is", () => {
  expect([choiceOf(null), choiceOf(presets.moss), choiceOf("#123456")]).toEqual(["none", "moss", "own"]);
});
