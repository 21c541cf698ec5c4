import fc from "fast-check";
import { expect, test } from "vitest";
import { movedLater, proposedTimetable, timetableDays, timetableProblems } from "#app/elections/timetable.ts";
import { addDays } from "#app/shared/dates.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2026-01-01", days));

test("whatever the day of the notice, the dates that follow from it contradict nothing, and what is done by hand falls on working days", () => {
  fc.assert(
    fc.property(anyDay, (noticeOn) => {
      const timetable = proposedTimetable(noticeOn);
      expect(timetableProblems(timetable, noticeOn)).toEqual([]);
      for (const day of ["nominationsCloseOn", "withdrawalsUntil", "candidatesOn", "pollOpensOn", "pollClosesOn", "countOn", "challengesUntil"] as const) expect(isWorkingDay(timetable[day])).toBe(true);
    }),
  );
});

test("three weeks of nominations, a fortnight's poll, a count on the next working day and five working days to challenge it", () => {
  expect(proposedTimetable("2026-09-07")).toEqual({
    ...{ qualifyingOn: "2026-08-24", noticeOn: "2026-09-07", nominationsOpenOn: "2026-09-07", nominationsCloseOn: "2026-09-28", withdrawalsUntil: "2026-10-01" },
    ...{ candidatesOn: "2026-10-05", pollOpensOn: "2026-10-06", pollClosesOn: "2026-10-20", pollClosesTime: "15:00", countOn: "2026-10-21", challengesUntil: "2026-10-28" },
  });
});

test("a date before the one it follows is refused, and says which", () => {
  const timetable = { ...proposedTimetable("2026-09-07"), nominationsCloseOn: "2026-09-01" };
  expect(timetableProblems(timetable, "2026-09-01")).toContainEqual({ day: "nominationsCloseOn", code: "before", isError: true, than: "nominationsOpenOn" });
});

test("dates that would come too early move behind the one they follow, all others and those that stand stay", () => {
  const timetable = proposedTimetable("2026-09-07");
  expect(movedLater({ ...timetable, pollClosesOn: "2026-10-30" }, [])).toEqual({ ...timetable, pollClosesOn: "2026-10-30", countOn: "2026-11-02", challengesUntil: "2026-11-09" });
  expect(movedLater({ ...timetable, pollClosesOn: "2026-10-21" }, [])).toEqual({ ...timetable, pollClosesOn: "2026-10-21" });
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...timetableDays.filter((day) => day !== "qualifyingOn")), fc.integer({ min: 0, max: 90 }), (noticeOn, day, days) => {
      const before = proposedTimetable(noticeOn);
      const typed = { ...before, [day]: addDays(before[day], days) };
      const moved = movedLater(typed, []);
      expect(timetableProblems(moved, null).filter(({ isError }) => isError)).toEqual([]);
      for (const one of timetableDays) expect(moved[one] >= typed[one]).toBe(true);
      expect(moved[day]).toBe(typed[day]);
      expect(movedLater(typed, timetableDays)).toEqual(typed);
    }),
  );
});

test("a notice is not given in the past, unless it has been given", () => {
  const timetable = proposedTimetable("2026-09-07");
  expect(timetableProblems(timetable, "2026-09-08")).toEqual([{ day: "noticeOn", code: "notice-past", isError: true }]);
  expect(timetableProblems(timetable, null)).toEqual([]);
});

test("short nominations, a long poll and a day at the weekend are doubted, and may stand", () => {
  const timetable = { ...proposedTimetable("2026-09-07"), nominationsCloseOn: "2026-09-19", pollClosesOn: "2026-11-06", countOn: "2026-11-08", challengesUntil: "2026-11-10" };
  const problems = timetableProblems(timetable, "2026-09-01");
  expect(problems.map(({ day, code }) => `${day} ${code}`)).toEqual(["nominationsCloseOn nominations-short", "pollClosesOn poll-long", "nominationsCloseOn not-working-day", "countOn not-working-day", "challengesUntil challenges-short"]);
  expect(problems.every(({ isError }) => !isError)).toBe(true);
});
