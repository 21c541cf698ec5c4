// The dates of an election for calendars: deadlines at their instant, other dates all day, and hustings.
import { expect, test } from "vitest";
import { electionEvents } from "#app/elections/calendar.ts";
import type { HustingsMeeting } from "#app/elections/hustings-meeting.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { calendarOf } from "#app/shared/calendar.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const timetable = { ...proposedTimetable("2026-03-03"), nominationsCloseOn: "2026-03-24", pollOpensOn: "2026-04-01", pollClosesOn: "2026-04-15", pollClosesTime: "15:00" };
const meeting = { id: "h1", startsAt: new Date("2026-03-30T17:30:00Z"), endsAt: new Date("2026-03-30T19:00:00Z"), venue: { en: "Library" }, address: "", link: "", cancelledAt: null, cancelledFor: {} } as unknown as HustingsMeeting;
const fileIn = (language: "en" | "cy", isOver = false) => {
  const events = electionEvents({ id: "e1", title: { en: "Two members", cy: "Dau aelod" }, timetable, isOver }, [meeting], { address: (part = "") => `https://x.example/elections/e1/${part}`, words: wordsFor(language) });
  return calendarOf({ language, events, madeAt: new Date("2026-03-03T09:00:00Z") }).replaceAll(/[\u2066-\u2069]|\r\n /g, "");
};

test("a deadline stands at its instant, summer time or not, and another date takes its day", () => {
  const file = fileIn("en");
  expect(file).toMatch(/UID:e1-nominationsCloseOn@folkmoot\r\n[^\r]+\r\nDTSTART:20260324T120000Z\r\nSUMMARY;LANGUAGE=en:Nominations close: Two members/);
  expect(file).toMatch(/DTSTART;VALUE=DATE:20260401\r\nSUMMARY;LANGUAGE=en:Voting begins: Two members/);
  expect(file).toMatch(/DTSTART:20260415T140000Z\r\nSUMMARY;LANGUAGE=en:Voting ends: Two members/);
  expect(file).toMatch(/DTSTART:20260330T173000Z\r\nDTEND:20260330T190000Z[\s\S]*LOCATION;LANGUAGE=en:Library/);
});

test("it speaks the language of its address, and of an election that ended early every date is called off", () => {
  expect(fileIn("cy")).toContain("SUMMARY;LANGUAGE=cy:Pleidleisio’n dod i ben: Dau aelod");
  expect(fileIn("en")).not.toContain("STATUS:CANCELLED");
  expect(fileIn("en", true).match(/STATUS:CANCELLED/g)).toHaveLength(6);
});
