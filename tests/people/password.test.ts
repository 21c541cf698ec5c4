import fc from "fast-check";
import { expect, test } from "vitest";
import { isCommonPassword } from "#app/people/common-passwords.server.ts";
import { asTyped, knownWords, longestPassword, problemOfPassword } from "#app/people/password.ts";

const mair = { name: "Mair Rees", email: "mair.rees@marlshire.example" };
const known = knownWords(mair, ["Marlshire Partnership", "Partneriaeth Marlshire", "مارلشائر پارٹنرشپ"]);
const problem = (typed: string) => problemOfPassword(typed, known, isCommonPassword);

test.each(["bakery ladder seventeen", "correct horse!", "  leading and trailing  ", "پانچ الفاظ یہاں ہیں", "🐑🐄🐖🐓🦆🐎🐐🦃", "l1^Qz-80", "mair likes long walks home"])("%j will do", (typed) => {
  expect(problem(typed)).toBeNull();
});

test.each([
  ["", "missing"],
  ["l1^Qz-8", "short"],
  ["🐑🐄🐖🐓🦆🐎🐐", "short"],
  ["x7".repeat(longestPassword), "long"],
  ["password", "common"],
  ["PassWord1", "common"],
  ["1qaz2wsx", "common"],
  ["aaaaaaaaaaaaaaaa", "common"],
  ["abcabcabcabcabc", "common"],
])("%j will not: %s", (typed, code) => {
  expect(problem(typed)).toBe(code);
});

test.each(["MairRees", "mairrees2026", "Marlshire2026!", "partneriaeth-1", "مارلشائر2026", "Folkmoot2026", "mair.rees@marlshire"])(
  "%j is made of what everybody knows about her",
  (typed) => {
    expect(problem(typed)).toBe("known");
  },
);

test("a word of two letters is nobody's own", () => {
  expect(knownWords({ name: "Li Wu", email: "wu@a.example" }, [])).toEqual(["folkmoot", "example"]);
});

test("the longest password is taken whole, and one more character is too many", () => {
  const typed = Array.from({ length: longestPassword }, (_, index) => String.fromCodePoint(0x1f400 + (index % 60))).join("");
  expect([problem(typed), problem(`${typed}x`)]).toEqual([null, "long"]);
});

test("the same letters are the same password whichever keyboard wrote them, and nothing else is changed about them", () => {
  expect(asTyped("tw\u0302r hen")).toBe(asTyped("tŵr hen"));
  for (const typed of [" Ab ", "ﬁve", "A\tb", "Ⅳ"]) expect(asTyped(typed)).toBe(typed);
});

test("whatever is typed is judged", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void problem(typed)));
});

test("at least the three thousand passwords chosen most often are refused", () => {
  for (const typed of ["password", "12345678", "qwertyuiop", "liverpool1", "football", "sunshine"]) expect(isCommonPassword(typed)).toBe(true);
  expect(isCommonPassword("bakery ladder")).toBe(false);
});
