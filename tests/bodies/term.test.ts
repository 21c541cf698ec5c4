import fc from "fast-check";
import { expect, test } from "vitest";
import { endsSoon, isHeldOn, lastDay, mayServe, overlap, termEndsOn, termsInARow, type Held } from "#app/bodies/term.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";

const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const months = fc.integer({ min: 1, max: 72 });
const term = (startsOn: string, endsOn = termEndsOn(startsOn, 36), endedOn: string | null = null): Held => ({ startsOn, endsOn, endedOn });
const usual = { termInMonths: 36, mostTerms: 2 };

test("a term of three years ends on the day before the third anniversary", () => {
  expect(termEndsOn("2026-04-01", 36)).toBe("2029-03-31");
  expect(termEndsOn("2026-03-31", 36)).toBe("2029-03-30");
});

test("a term that began on a day its last month does not have ends on the last of that month", () => {
  expect(termEndsOn("2024-02-29", 36)).toBe("2027-02-28");
  expect(termEndsOn("2026-01-31", 1)).toBe("2026-02-28");
  expect(termEndsOn("2024-02-29", 48)).toBe("2028-02-28");
});

test("whenever a term begins and however long it is, it is never longer than its months and at most a day shorter, and the next follows on it", () => {
  fc.assert(
    fc.property(day, months, (startsOn, length) => {
      const endsOn = termEndsOn(startsOn, length);
      const next = term(addDays(endsOn, 1));
      expect(endsOn >= addDays(addMonths(startsOn, length), -1)).toBe(true);
      expect(endsOn <= addMonths(startsOn, length)).toBe(true);
      expect(overlap({ startsOn, endsOn, endedOn: null }, next)).toBe(false);
      expect(overlap({ startsOn, endsOn, endedOn: null }, term(endsOn))).toBe(true);
    }),
  );
});

test("a seat is held on the first and on the last day, and on none outside them", () => {
  fc.assert(
    fc.property(day, months, fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }), (startsOn, length, left) => {
      const held = term(startsOn, termEndsOn(startsOn, length), left === null ? null : addDays(startsOn, left));
      expect([startsOn, lastDay(held)].map((one) => isHeldOn(held, one))).toEqual([true, true]);
      expect([addDays(startsOn, -1), addDays(lastDay(held), 1)].map((one) => isHeldOn(held, one))).toEqual([false, false]);
    }),
  );
});

test("after two terms in a row nobody serves a third", () => {
  const held = [term("2020-04-01"), term("2023-04-01")];
  expect(mayServe(held, "2026-04-01", usual)).toEqual({ may: false, had: 2 });
  expect(mayServe(held.slice(1), "2026-04-01", usual)).toEqual({ may: true, had: 1 });
  expect(mayServe(held, "2026-04-01", { ...usual, mostTerms: 3 })).toEqual({ may: true, had: 2 });
});

test("after a break of more than a year terms are counted anew", () => {
  const held = [term("2019-04-01"), term("2022-04-01")];
  expect(termsInARow(held, "2026-03-31", 36)).toBe(2);
  expect(termsInARow(held, "2026-04-01", 36)).toBe(0);
});

test("what was left of another's term counts where it was more than half of one", () => {
  expect(termsInARow([term("2024-01-01", "2025-03-31")], "2025-04-01", 36)).toBe(0);
  expect(termsInARow([term("2023-06-01", "2025-03-31")], "2025-04-01", 36)).toBe(1);
});

test("whoever left their term early has had it all the same", () => {
  expect(termsInARow([term("2024-01-01", "2026-12-31", "2024-03-01")], "2024-06-01", 36)).toBe(1);
});

test("terms in a row never count more than were held, nor one that is still to come", () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 6 }), day, (starts, on) => {
      const held = starts.map((start) => term(start));
      expect(termsInARow(held, on, 36)).toBeLessThanOrEqual(held.filter((one) => lastDay(one) < on).length);
    }),
  );
});

test("an end is in sight for half a year and no longer", () => {
  const held = term("2023-10-01", "2026-09-30");
  expect(["2026-03-29", "2026-03-30", "2026-09-30", "2026-10-01"].map((today) => endsSoon(held, today))).toEqual([false, true, true, false]);
});
