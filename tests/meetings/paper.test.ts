// By when papers are out, and which are late.
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLeft, isLateOn, packOf, papersDueOn, sendingOf, sizeOf } from "#app/meetings/paper.ts";
import { addDays, instantAt } from "#app/shared/dates.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const meetingOn = (date: string, papersInDays = 5) => ({ startsAt: instantAt(date, "18:00"), body: { papersInDays } });
const paper = { text: { en: "What we spent" }, file: null, sentAt: null, lateFor: {} };

test("papers for a Thursday are out by the Wednesday of the week before, and by then over Easter", () => {
  expect(papersDueOn(meetingOn("2026-11-26"))).toBe("2026-11-18");
  expect(papersDueOn(meetingOn("2026-04-09"))).toBe("2026-03-30");
  expect([isLateOn("2026-11-18", meetingOn("2026-11-26")), isLateOn("2026-11-19", meetingOn("2026-11-26"))]).toEqual([false, true]);
});

test("what goes out by the day that is told is never late, and the next working day it is, at any time of the year", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 15 }), (date, days) => {
      const meeting = meetingOn(date, days);
      const due = papersDueOn(meeting);
      expect(isWorkingDay(due)).toBe(true);
      expect(isLateOn(due, meeting)).toBe(false);
      const after = Array.from({ length: 40 }, (_, later) => addDays(due, later + 1)).find((date) => isWorkingDay(date))!;
      expect(isLateOn(after, meeting)).toBe(true);
    }),
  );
});

test("the days left count today and the last day, and none are left once it would be late", () => {
  const meeting = meetingOn("2026-11-26");
  expect(daysLeft(meeting, instantAt("2026-11-16", "09:00"))).toBe(3);
  expect(daysLeft(meeting, instantAt("2026-11-18", "23:59"))).toBe(1);
  expect(daysLeft(meeting, instantAt("2026-11-19", "00:00"))).toBe(0);
});

test("a late paper is refused where the body refuses them, and elsewhere goes out with a reason that is shown", () => {
  const [meeting, now] = [meetingOn("2026-11-26"), instantAt("2026-11-20", "10:00")];
  expect(sendingOf(paper, meeting, { now, lateRule: "refuse" })).toEqual({ isLate: true, problem: "late-refused" });
  expect(sendingOf({ ...paper, lateFor: { en: "The figures came today" } }, meeting, { now, lateRule: "refuse" }).problem).toBe("late-refused");
  expect(sendingOf(paper, meeting, { now, lateRule: "mark" }).problem).toBe("late-unreasoned");
  expect(sendingOf({ ...paper, lateFor: { cy: "Daeth y ffigurau heddiw" } }, meeting, { now, lateRule: "mark" })).toEqual({ isLate: true, problem: null });
  const inTime = instantAt("2026-11-18", "23:00");
  expect(sendingOf(paper, meeting, { now: inTime, lateRule: "refuse" })).toEqual({ isLate: false, problem: null });
  expect(sendingOf({ ...paper, text: { en: " " } }, meeting, { now: inTime, lateRule: "mark" }).problem).toBe("empty");
  expect(sendingOf({ ...paper, sentAt: inTime }, meeting, { now: inTime, lateRule: "mark" }).problem).toBe("sent");
});

test("a pack says how many papers it has, how many came late and how large they are", () => {
  const file = { ...paper, text: {}, file: { id: "f", name: "a.pdf", mimeType: "application/pdf", sizeInBytes: 1000 }, isLate: true };
  expect(sizeOf({ file: null, text: { en: "four", cy: "pedwar" } })).toBe(6);
  expect(packOf([file, { ...paper, isLate: false }])).toEqual({ papers: 2, late: 1, bytes: 1013 });
});
