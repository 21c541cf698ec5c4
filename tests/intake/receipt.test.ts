// The day a response came in by other means than online.
import { expect, test } from "vitest";
import { dateAsTyped } from "#app/shared/typed.ts";
import { instantOfDay, isLate, readDay } from "#app/intake/receipt.ts";

const consultation = { opensAt: new Date("2026-03-02T14:00:00Z"), closesAt: new Date("2026-05-01T09:00:00Z") };
const now = new Date("2026-05-04T08:00:00Z");
const read = (day: string, month: string, year: string) => readDay({ day, month, year }, consultation, now);

test("a response is received on a real day, not to come and not before the consultation opened", () => {
  expect(read("27", "3", "2026")).toEqual({ ok: true, value: "2026-03-27" });
  expect(read("27", "", "2026")).toEqual({ ok: false, problem: "day-missing" });
  expect(read("31", "4", "2026")).toEqual({ ok: false, problem: "day-not-real" });
  expect(read("5", "May", "2026")).toEqual({ ok: false, problem: "day-to-come" });
  expect(read("1", "3", "2026")).toEqual({ ok: false, problem: "day-before-opening" });
});

test("the day of opening, the day of closing and today are days a response can come on", () => {
  for (const [day, month] of [["2", "3"], ["1", "5"], ["4", "5"]] as const) expect(read(day, month, "2026").ok).toBe(true);
});

test("a day stands for its middle, within the opening and the closing and never to come", () => {
  expect(instantOfDay("2026-03-27", consultation, now)).toEqual(new Date("2026-03-27T12:00:00Z"));
  expect(instantOfDay("2026-03-02", consultation, now)).toEqual(consultation.opensAt);
  expect(instantOfDay("2026-05-04", consultation, now)).toEqual(now);
});

test("what came on the last day came in time, and what came on the day after is late", () => {
  expect(isLate(instantOfDay("2026-05-01", consultation, now), consultation)).toBe(false);
  expect(isLate(instantOfDay("2026-05-02", consultation, now), consultation)).toBe(true);
  expect(isLate(now, { closesAt: null })).toBe(false);
});

test("a day is typed as it is read", () => {
  expect(dateAsTyped("2026-03-02")).toEqual({ day: "2", month: "3", year: "2026" });
});
