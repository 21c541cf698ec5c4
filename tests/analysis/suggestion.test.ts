// How texts are made into stems, and stems told in the words that people wrote; when a search is taken for broken off.
import { expect, test } from "vitest";
import { asWritten, isUnderWay, termsIn, toldBy } from "#app/analysis/suggestion.ts";

test("stems stand in the order of the words, with gaps for what tells nothing", () => {
  expect(termsIn([["bus", [4, 1]], ["13", [2]], ["stop", [5]], ["none", null]])).toEqual(["bus", null, null, "bus", "stop"]);
  expect(termsIn([])).toEqual([]);
});

test("a stem is told by the word that most texts write for it", () => {
  const texts = ["Crossings by the school", "A crossing, please", "a crossing at the shop", "Citywide"];
  expect([asWritten("cross", texts), asWritten("citi", texts), asWritten("xylophon", texts)]).toEqual(["crossing", "citywide", "xylophon"]);
  expect(toldBy({ keys: [{ term: "cross", inPart: 3, inRest: 0, likelihood: 9 }, { term: "crossing", inPart: 3, inRest: 0, likelihood: 8 }], collocations: [{ terms: ["cross", "school"], together: 3, likelihood: 4 }] }, texts)).toEqual({ terms: ["crossing"], pairs: ["crossing school"] });
});

test("a search that says nothing for long is taken for broken off", () => {
  const now = new Date("2026-01-01T12:00:00Z");
  const ago = (minutes: number, finishedAt: Date | null = null) => isUnderWay({ toldAt: new Date(now.getTime() - minutes * 60_000), finishedAt }, now);
  expect([ago(1), ago(9), ago(11), ago(1, now)]).toEqual([true, true, false, false]);
});
