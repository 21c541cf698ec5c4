// How long what is kept of people is kept, and from when it counts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isRealDate } from "#app/shared/typed.ts";
import { answerRules, clockOf, isOver, keptUntil } from "#app/privacy/retention.ts";
import { addMonths } from "#app/shared/dates.ts";

const consultation = { publishedAt: new Date("2026-01-05T09:00:00Z"), closesAt: new Date("2026-03-03T23:59:00Z"), graceInMinutes: 1440, outcomePublishedAt: null };
const now = new Date("2026-06-01T03:17:00Z");

test("periods count from the outcome, and from the last response there could be while there is no outcome", () => {
  expect(clockOf(consultation, now)).toEqual({ from: "closing", on: "2026-03-04" });
  expect(clockOf({ ...consultation, outcomePublishedAt: new Date("2026-05-20T11:00:00Z") }, now)).toEqual({ from: "outcome", on: "2026-05-20" });
});

test("no clock runs while responses may come, nor before there was anything to answer", () => {
  expect(clockOf(consultation, new Date("2026-03-04T12:00:00Z"))).toBeNull();
  expect(clockOf({ ...consultation, closesAt: null }, now)).toBeNull();
  expect(clockOf({ ...consultation, publishedAt: null }, now)).toBeNull();
  expect(clockOf({ ...consultation, outcomePublishedAt: new Date("2026-07-01T00:00:00Z") }, now)).toMatchObject({ from: "closing" });
});

test("contacts are kept for 12 months, equality answers for 24 and answers for 6 years, to the end of that day", () => {
  const clock = { from: "outcome", on: "2026-05-20" } as const;
  expect(answerRules.map(({ name }) => keptUntil(clock, name))).toEqual(["2027-05-20", "2028-05-20", "2032-05-20"]);
  expect(isOver(clock, "contacts", "2027-05-20")).toBe(false);
  expect(isOver(clock, "contacts", "2027-05-21")).toBe(true);
  expect(isOver(null, "contacts", "2999-01-01")).toBe(false);
});

test("months later is the same day, or the last of a month that has no such day", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2026-12-02", 2)).toBe("2027-02-02");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -240, max: 240 }), (date, months) => {
      const moved = addMonths(date, months);
      expect(isRealDate(moved)).toBe(true);
      expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      const monthsOf = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
      expect(monthsOf(moved)).toBe(monthsOf(date) + months);
    }),
  );
});
