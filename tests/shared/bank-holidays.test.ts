// The bank holidays of England and Wales.
import { expect, test } from "vitest";
import { bankHolidaysOf, easterOf } from "#app/shared/bank-holidays.ts";

test("Easter is where the calendar has it", () => {
  expect([2006, 2024, 2025, 2026, 2038].map(easterOf)).toEqual(["2006-04-16", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]);
});

test("the bank holidays of a year are those that the government tells of", () => {
  expect(bankHolidaysOf(2026)).toEqual(["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"]);
  // Christmas Day on a Saturday, and on a Sunday: the days kept in its stead.
  expect(bankHolidaysOf(2027).slice(-2)).toEqual(["2027-12-27", "2027-12-28"]);
  expect(bankHolidaysOf(2028)[0]).toBe("2028-01-03");
});
