import { expect, test } from "vitest";
import { formatList, formatMoney, formatSeveral, formatShare } from "#app/shared/formats.ts";

test("a percentage and an amount keep their sign on its side among words that run from the right", () => {
  expect([formatShare("en", 58, 60), formatShare("cy", 58, 60), formatShare("ur", 58, 60)]).toEqual(["97%", "97%", "\u206697%\u2069"]);
  expect([formatMoney("en", 1250), formatMoney("ur", 1200)]).toEqual(["£12.50", "\u2066£12\u2069"]);
});

test("somebody is not told as nobody, nor all but one as all", () => {
  expect([formatShare("en", 1, 444), formatShare("cy", 443, 444), formatShare("ur", 1, 444)]).toEqual(["<1%", ">99%", "\u2066<1%\u2069"]);
  expect([formatShare("en", 1, 200), formatShare("en", 199, 201), formatShare("en", 0, 444), formatShare("en", 444, 444)]).toEqual(["1%", "99%", "0%", "100%"]);
});

test("a share of nobody is nothing", () => {
  expect(formatShare("en", 0, 0)).toBe("0%");
});

test("all of several read as a sentence, in Welsh by the letter that follows", () => {
  expect([formatList("en", ["Ann", "Bob", "Cai"]), formatList("ur", ["ا", "ب"])]).toEqual(["Ann, Bob and Cai", "ا اور ب"]);
  expect([["Ann", "Bob"], ["Bob", "Ann"], ["Bob", "\u2068Élan\u2069"], ["Ann", "\u2068Cai\u2069"], ["Ann", "Yusuf"], ["Cai", "Ynyr"], ["Cai"]].map((names) => formatList("cy", names))).toEqual(["Ann a Bob", "Bob ac Ann", "Bob ac \u2068Élan\u2069", "Ann a \u2068Cai\u2069", "Ann a Yusuf", "Cai ac Ynyr", "Cai"]);
});

test("several beside each other are parted as their language parts them", () => {
  expect((["en", "cy", "ur"] as const).map((language) => formatSeveral(language, ["a", "b"]))).toEqual(["a; b", "a; b", "a؛ b"]);
});
