// When a report back is late, how long it is asked for, and when somebody is reminded of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { reportBackDueOn } from "#app/meetings/minutes.ts";
import { reminderDue, reportStateOf } from "#app/meetings/report-back.ts";
import { addDays, instantAt } from "#app/shared/dates.ts";
import { clearWorkingDays, isWorkingDay } from "#app/shared/working-days.ts";

const meetingOn = (date: string, reportBackInDays: number) => ({ startsAt: instantAt(date, "18:00"), body: { reportBackInDays } });
const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

test("a report is late from the day after its day, and is asked for no more after twelve weeks", () => {
  const meeting = meetingOn("2026-11-26", 10);
  const on = (today: string) => reportStateOf(meeting, { givenAt: null, today });
  expect(["2026-12-10", "2026-12-11", "2027-02-18", "2027-02-19"].map(on)).toEqual(["due", "late", "late", "never"]);
  expect(reportStateOf(meeting, { givenAt: instantAt("2027-05-01", "09:00"), today: "2027-05-02" })).toBe("sent");
});

test("somebody is reminded three working days before the day, and again from the working day after it", () => {
  const meeting = meetingOn("2026-12-10", 10);
  // the day is Thursday 24 December; Christmas Day and the Monday for Boxing Day are nobody's working days
  expect(reportBackDueOn(meeting)).toBe("2026-12-24");
  const days = ["2026-12-20", "2026-12-21", "2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2027-01-07", "2027-01-08"];
  expect(days.map((day) => reminderDue(meeting, day))).toEqual([null, "before", "before", null, null, "after", "after", null]);
});

test("nobody is reminded on the day of the meeting, however short the time, and each reminder has its own working days, in any year", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 20 }), (date, days) => {
      const meeting = meetingOn(date, days);
      const dueOn = reportBackDueOn(meeting);
      const on = Array.from({ length: 60 }, (_, later) => addDays(date, later)).map((day) => ({ day, which: reminderDue(meeting, day) }));
      const [before, after] = (["before", "after"] as const).map((kind) => on.filter(({ which }) => which === kind).map(({ day }) => day));
      expect(on[0]!.which).toBeNull();
      expect(before!.at(-1)).toBe(dueOn);
      expect(clearWorkingDays(before![0]!, dueOn)).toBeLessThanOrEqual(2);
      expect([isWorkingDay(after![0]!), clearWorkingDays(dueOn, after![0]!)]).toEqual([true, 0]);
    }),
    { numRuns: 25 },
  );
});
