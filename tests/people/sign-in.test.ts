import fc from "fast-check";
import { expect, test } from "vitest";
import { passExpiresAt, readCode, spacedCode } from "#app/people/sign-in.ts";

test.each([
  ...["482913", " 482913 ", "482 913", "482-913", "48 29 13", "482\u2011913", "482\u2013913", "482\u00a0913", "482.913", "482\t913\n"],
  ...["４８２９１３", "٤٨٢٩١٣", "۴۸۲۹۱۳", "\u2066482 913\u2069", "\u200f482913"],
])("%j is the code 482913", (typed) => {
  expect(readCode(typed)).toBe("482913");
});

test.each(["", "48291", "4829130", "48291a", "-", "4e2913", "+482913", "482,9１3 7"])("%j cannot be a code", (typed) => {
  expect(readCode(typed)).toBeUndefined();
});

test("a code is read whatever is typed, and as it is shown", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void readCode(typed)));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
      const code = String(number).padStart(6, "0");
      expect(readCode(spacedCode(code))).toBe(code);
    }),
  );
});

test("a pass lasts ten minutes", () => {
  expect(passExpiresAt(new Date("2026-05-04T23:50:00Z"))).toEqual(new Date("2026-05-05T00:00:00Z"));
});
