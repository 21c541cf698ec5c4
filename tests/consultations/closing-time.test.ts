import fc from "fast-check";
import { expect, test } from "vitest";
import { closingAsTyped, readClosing } from "#app/consultations/closing-time.ts";
import { readTime } from "#app/shared/typed.ts";

const now = new Date("2026-02-01T12:00:00Z");
const opened = { opensAt: new Date("2026-01-01T00:00:00Z") };
const typed = (day: string, month: string, year: string, time = "23:59") => ({ day, month, year, time });

test("a closing is understood as the clocks of Europe/London show it", () => {
  expect(readClosing(typed("3", "3", "2026"), opened, now)).toEqual({ ok: true, value: new Date("2026-03-03T23:59:00Z") });
  expect(readClosing(typed("3", "7", "2026", "5pm"), opened, now)).toEqual({ ok: true, value: new Date("2026-07-03T16:00:00Z") });
  expect(readClosing(typed("۳", "۳", "۲۰۲۶"), opened, now)).toEqual({ ok: true, value: new Date("2026-03-03T23:59:00Z") });
});

test("without a time it closes when the day is over, and is drawn so again", () => {
  const closing = { ok: true, value: new Date("2026-07-03T23:00:00Z") };
  expect(readClosing(typed("3", "7", "2026", " "), opened, now)).toEqual(closing);
  expect(closingAsTyped({ closesAt: closing.value })).toEqual(typed("3", "7", "2026", ""));
});

test.each([
  ["23:59", "23:59"],
  ["9:05", "09:05"],
  ["17.30", "17:30"],
  ["5pm", "17:00"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
  ["5:30 PM", "17:30"],
])("the time %s is %s", (given, understood) => expect(readTime(given)).toBe(understood));

test.each(["24:00", "noon", "13pm", "0am", "12:60", "5:3", "-1", ""])("%s is no time of day", (given) => {
  expect(readTime(given)).toBeUndefined();
});

test.each([
  [typed("", "3", "2026"), { field: "day", code: "date-missing" }],
  [typed("3", "3", ""), { field: "year", code: "date-missing" }],
  [typed("30", "2", "2026"), { field: "day", code: "date-not-real" }],
  [typed("3", "3", "2026", "later"), { field: "time", code: "time-not-understood" }],
  [typed("31", "1", "2026"), { field: "day", code: "passed" }],
  [typed("3", "3", "2036"), { field: "year", code: "too-far" }],
])("what is wrong with a closing is said of its field: %o", (entries, problem) => {
  expect(readClosing(entries, opened, now)).toEqual({ ok: false, problem: [problem] });
});

test("everything wrong is said at once", () => {
  expect(readClosing(typed("31", "2", "2026", "teatime"), opened, now)).toMatchObject({
    problem: [{ code: "date-not-real" }, { code: "time-not-understood" }],
  });
});

test("a consultation cannot close before it opens", () => {
  const later = { opensAt: new Date("2026-06-01T00:00:00Z") };
  expect(readClosing(typed("31", "5", "2026"), later, now)).toEqual({ ok: false, problem: [{ field: "day", code: "before-opening" }] });
});

test("a closing that is drawn to be changed is understood as the same closing", () => {
  const instants = fc.date({ min: new Date("2026-02-02"), max: new Date("2030-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const closesAt = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
      const read = readClosing(closingAsTyped({ closesAt }), opened, now);
      // The hour that clocks repeat in autumn is meant the first time.
      if (read.ok) expect([0, 3_600_000]).toContain(closesAt.getTime() - read.value.getTime());
      else expect(read.ok).toBe(true);
    }),
  );
});

test("nothing that is typed makes it throw", () => {
  const any = fc.string({ unit: "binary", maxLength: 12 });
  fc.assert(
    fc.property(any, any, any, any, (day, month, year, time) => {
      readClosing({ day, month, year, time }, opened, now);
    }),
  );
});
