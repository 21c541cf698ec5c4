import { expect, test } from "vitest";
import { byLetter, mostWithoutLetters } from "#app/shared/by-letter.ts";

const named = (labels: readonly string[]) => labels.map((label, index) => ({ value: String(index), label }));
const many = ["Zebra Club", "Élan Arts", "Elm Street Residents", "3rd Scouts", "بزم ادب", "archive group", ...Array.from({ length: mostWithoutLetters }, (_, index) => `Group ${index + 1}`)];

test("few stand as they came; many stand under their first letters, each once and in order", () => {
  const few = named(many.slice(0, mostWithoutLetters));
  expect(byLetter(few, "en")).toEqual({ options: few, groups: [] });
  const { options, groups } = byLetter(named(many), "en");
  expect(options).toEqual([]);
  expect(groups.map(({ label, options: under }) => [label, under.length])).toEqual([["0–9", 1], ["A", 1], ["E", 2], ["G", mostWithoutLetters], ["Z", 1], ["ب", 1]]);
  expect(groups.find(({ label }) => label === "G")!.options.slice(8, 11).map(({ label }) => label)).toEqual(["Group 9", "Group 10", "Group 11"]);
  expect(groups.flatMap(({ options: under }) => under.map(({ value }) => value)).sort()).toEqual(named(many).map(({ value }) => value).sort());
});
