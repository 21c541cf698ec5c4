// Days on which people are at work, and clear days before a meeting.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#app/shared/dates.ts";
import { clearWorkingDays, isWorkingDay, lastDayBefore, workingDayFrom, workingDaysAfter, workingDayUntil } from "#app/shared/working-days.ts";

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

test("over Christmas the next working day is after its last holiday", () => {
  expect(isWorkingDay("2026-12-24")).toBe(true);
  expect(workingDayFrom("2026-12-25")).toBe("2026-12-29");
  expect(workingDayFrom("2026-12-30")).toBe("2026-12-30");
  expect(workingDayUntil("2026-12-28")).toBe("2026-12-24");
});

test("five clear working days before a Thursday begin after the Wednesday of the week before", () => {
  expect(lastDayBefore("2026-11-26", 5)).toBe("2026-11-18");
  expect(clearWorkingDays("2026-11-18", "2026-11-26")).toBe(5);
  expect(clearWorkingDays("2026-11-19", "2026-11-26")).toBe(4);
});

test("bank holidays and weekends are not clear days", () => {
  expect(lastDayBefore("2026-04-09", 5)).toBe("2026-03-30");
  expect(lastDayBefore("2026-12-31", 2)).toBe("2026-12-24");
  expect(clearWorkingDays("2026-12-24", "2026-12-29")).toBe(0);
});

test("two working days after a Friday are the Tuesday, and none after a Saturday the Monday", () => {
  expect(workingDaysAfter("2026-11-20", 2)).toBe("2026-11-24");
  expect(workingDaysAfter("2026-11-21", 2)).toBe("2026-11-24");
  expect(workingDaysAfter("2026-11-21", 0)).toBe("2026-11-23");
  expect(workingDaysAfter("2026-11-20", 0)).toBe("2026-11-20");
});

test("the last day before a meeting leaves the days it must, and the next working day does not, in any year", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 20 }), (date, clear) => {
      const last = lastDayBefore(date, clear);
      expect(isWorkingDay(last)).toBe(true);
      expect(clearWorkingDays(last, date)).toBe(clear);
      if (clear > 0) expect(clearWorkingDays(workingDayFrom(addDays(last, 1)), date)).toBe(clear - 1);
    }),
  );
});

test("so many working days after a date are one more than lie between, and always a working day", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 20 }), (date, days) => {
      const after = workingDaysAfter(date, days);
      expect(isWorkingDay(after)).toBe(true);
      expect(clearWorkingDays(date, after)).toBe(days - 1);
    }),
  );
});
