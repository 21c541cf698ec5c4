// When minutes are public and reports back are due.
import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesOutAt, minutesOutOn, minutesStateOf, reportBackDueOn } from "#app/meetings/minutes.ts";
import { addDays, dayOf, instantAt, startOfDay, weekdayOf } from "#app/shared/dates.ts";
import { clearWorkingDays, isWorkingDay } from "#app/shared/working-days.ts";

const meetingOn = (date: string, minutesRule: "days" | "weekday" | "approved", minutesInDays: number) => ({
  ...{ startsAt: instantAt(date, "18:00"), minutesReadyAt: null as Date | null, minutesApprovedOn: null as string | null },
  body: { minutesRule, minutesInDays, reportBackInDays: 10 },
});
const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

test("minutes are out so many working days after the meeting, on the next such weekday, or when they were agreed", () => {
  expect(minutesOutOn(meetingOn("2026-12-17", "days", 10))).toBe("2027-01-05");
  expect(minutesOutOn(meetingOn("2026-11-26", "weekday", 5))).toBe("2026-11-27");
  expect(minutesOutOn(meetingOn("2026-11-27", "weekday", 5))).toBe("2026-12-04");
  // the Friday is Christmas Day, and the Monday after it is kept in place of Boxing Day
  expect(minutesOutOn(meetingOn("2026-12-22", "weekday", 5))).toBe("2026-12-29");
  expect(minutesOutOn(meetingOn("2026-11-26", "approved", 0))).toBeNull();
  expect(minutesOutOn({ ...meetingOn("2026-11-26", "approved", 0), minutesApprovedOn: "2027-01-14" })).toBe("2027-01-14");
});

test("the day of the minutes is a working day after the meeting within a fortnight, in any year", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 7 }), (date, weekday) => {
      const on = minutesOutOn(meetingOn(date, "weekday", weekday))!;
      expect(isWorkingDay(on) && on > date && on <= addDays(date, 14)).toBe(true);
      const isMoved = weekdayOf(on) !== weekday % 7;
      if (isMoved) expect(clearWorkingDays(addDays(on, -1), on)).toBe(0);
    }),
  );
});

test("minutes that are written early wait for their day, and ones written late are out at once", () => {
  const meeting = meetingOn("2026-11-26", "days", 5);
  const early = { ...meeting, minutesReadyAt: instantAt("2026-11-30", "09:00") };
  const late = { ...meeting, minutesReadyAt: instantAt("2026-12-09", "15:00") };
  expect(minutesOutAt(early)).toEqual(startOfDay("2026-12-03"));
  expect(minutesOutAt(late)).toEqual(late.minutesReadyAt);
  expect(minutesOutAt(meeting)).toBeNull();
  const stateOn = (of: typeof early | typeof meeting, date: string) => minutesStateOf(of, instantAt(date, "12:00"));
  expect([stateOn(meeting, "2026-12-03"), stateOn(meeting, "2026-12-04"), stateOn(early, "2026-12-02"), stateOn(early, "2026-12-03")]).toEqual(["to-write", "overdue", "waiting", "out"]);
});

test("minutes come out at a midnight of Europe/London, summer time or not", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 20 }), (date, days) => {
      const meeting = meetingOn(date, "days", days);
      const at = minutesOutAt({ ...meeting, minutesReadyAt: meeting.startsAt })!;
      expect(at).toEqual(startOfDay(minutesOutOn(meeting)!));
      expect(dayOf(new Date(at.getTime() - 1))).toBe(addDays(minutesOutOn(meeting)!, -1));
    }),
  );
});

test("those who sit for others have as many working days to tell them as the body gives", () => {
  expect(reportBackDueOn(meetingOn("2026-11-26", "days", 5))).toBe("2026-12-10");
  fc.assert(fc.property(dates, (date) => clearWorkingDays(date, reportBackDueOn(meetingOn(date, "days", 1))) === 9));
});
