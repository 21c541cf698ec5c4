import fc from "fast-check";
import { expect, test } from "vitest";
import { readTelephone } from "#app/forms/typed.ts";
import { isRealDate, readDate, readEmail, readNumber, readPence } from "#app/shared/typed.ts";

test.each([
  ["12", 12],
  [" 1,200 ", 1200],
  ["1 200", 1200],
  ["1,20,000", 120_000],
  ["−3.50", -3.5],
  ["+7", 7],
  ["１２", 12],
  ["۱۲٫۵", 12.5],
  ["٣", 3],
  [".5", 0.5],
  ["5.", 5],
  ["-0", 0],
  ["\u200f12\u200e", 12],
])("a number typed as %j is %s", (typed, value) => {
  expect(readNumber(typed)?.value).toBe(value);
});

test.each(["", "-", ".", "1,2", "1.2.3", "1e5", "twelve", "0x10", "--1", "Infinity", "9".repeat(16)])("%j is no number", (typed) => {
  expect(readNumber(typed)).toBeUndefined();
});

test("noughts at the end are not decimal places", () => {
  expect(readNumber("12.500")?.decimals).toBe(1);
});

test.each([
  ["£1,200", 120_000],
  ["1200.50", 120_050],
  ["GBP 12", 1200],
  ["12.5 pounds", 1250],
  ["£0.29", 29],
  ["-£5", -500],
])("an amount typed as %j is %i pence", (typed, pence) => {
  expect(readPence(typed)).toBe(pence);
});

test.each(["12.345", "$12", "1.20.3", ""])("%j is no amount of pounds and pence", (typed) => {
  expect(readPence(typed)).toBeUndefined();
});

test.each([
  ["3", "3", "2006", "2006-03-03"],
  ["03", "March", "2006", "2006-03-03"],
  ["3", "Mawrth", "2006", "2006-03-03"],
  ["۳", "مارچ", "۲۰۰۶", "2006-03-03"],
  ["29", "2", "2024", "2024-02-29"],
])("the date typed as %s %s %s is %s", (day, month, year, date) => {
  expect(readDate(day, month, year)).toBe(date);
});

test.each([
  ["29", "2", "2023"],
  ["31", "4", "2024"],
  ["0", "1", "2024"],
  ["1", "13", "2024"],
  ["1", "1", "24"],
  ["1", "xyz", "2024"],
])("there is no day %s %s %s", (day, month, year) => {
  expect(readDate(day, month, year)).toBeUndefined();
});

test("a century is a leap year only when 400 divides it", () => {
  expect([isRealDate("2000-02-29"), isRealDate("1900-02-29")]).toEqual([true, false]);
});

test.each([
  [" sian@example.org ", "sian@example.org"],
  ["sian @example.org", "sian@example.org"],
  ["<sian@example.org>", "sian@example.org"],
  ["mailto:o'neill+lsp@mail.example.co.uk", "o'neill+lsp@mail.example.co.uk"],
])("an e-mail address typed as %j is %s", (typed, address) => {
  expect(readEmail(typed)).toBe(address);
});

test.each(["", "sian", "sian@", "@example.org", "sian@example", "a@b@c.org", "a..b@c.org", `${"a".repeat(260)}@b.org`])(
  "%j is no e-mail address",
  (typed) => {
    expect(readEmail(typed)).toBeUndefined();
  },
);

test.each(["01432 260000", "(01432) 260-000", "+44 7700 900982", "01432.260.000 ext 12"])("%s is a telephone number", (typed) => {
  expect(readTelephone(typed)).toBeDefined();
});

test.each(["", "12345", "call me", "1".repeat(16)])("%j is no telephone number", (typed) => {
  expect(readTelephone(typed)).toBeUndefined();
});

test("nothing that is typed makes a reader throw or take long", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ maxLength: 2000 })), (typed) => {
      for (const read of [readNumber, readPence, readEmail, readTelephone]) read(typed);
      readDate(typed, typed, typed);
    }),
  );
});

test("a very long line of the worst characters keeps no reader busy until the test's time is over", () => {
  for (const typed of ["1 ".repeat(50_000), "1,".repeat(50_000), "a@".repeat(50_000), "a.".repeat(50_000), " ".repeat(100_000)]) {
    for (const read of [readNumber, readPence, readEmail, readTelephone]) read(typed);
  }
});
