import fc from "fast-check";
import { expect, test } from "vitest";
import { byTime, eventAsTyped, newEventEntries, readEvent } from "#app/consultations/consultation-event.ts";
import { readLink } from "#app/shared/typed.ts";

const now = new Date("2026-11-22T09:00:00Z");
const typed = {
  ...newEventEntries,
  ...{ "title-en": "Talk to us", kind: "drop-in", "on-day": "3", "on-month": "July", "on-year": "2027", starts: "2pm", ends: "17:30" },
  ...{ "venue-en": "Town hall", access: "step-free parking nonsense" },
};
const problemsOf = (change: Record<string, string>) => {
  const read = readEvent({ ...typed, ...change }, now);
  return read.ok ? [] : read.problem.map(({ input, code }) => `${input} ${code}`);
};

test("an event is at its time in the United Kingdom, summer time or not, and what we do not know about access is left out", () => {
  const read = readEvent(typed, now);
  expect(read).toMatchObject({ ok: true, value: { startsAt: new Date("2027-07-03T13:00:00Z"), endsAt: new Date("2027-07-03T16:30:00Z"), access: ["step-free", "parking"] } });
  if (read.ok) expect(readEvent(eventAsTyped(read.value), now)).toEqual(read);
});

test("an event needs a title, a kind, a day, times in order, and somewhere to come to", () => {
  expect(problemsOf(newEventEntries)).toEqual(["title-en title-missing", "kind kind", "on-day date", "starts time", "ends time", "venue-en nowhere"]);
  expect(problemsOf({ ends: "13:00" })).toEqual(["ends ends-before"]);
  expect(problemsOf({ "on-year": "2099" })).toEqual(["on-year too-far"]);
  expect(problemsOf({ "venue-en": "", link: "https://meet.example/abc" })).toEqual([]);
});

test("a link is one of https without a name or a password in it", () => {
  expect(readLink(" https://meet.example/abc ")).toBe("https://meet.example/abc");
  for (const link of ["http://meet.example", "javascript:alert(1)", "https://user:secret@meet.example", "https://intranet/x", "meet.example", "data:text/html,x"]) {
    expect(readLink(link), link).toBeUndefined();
  }
  fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (link) => readLink(link)?.startsWith("https://") ?? true));
});

test("events to come are told soonest first, those that have been latest first; one going on is still to come", () => {
  const at = (hour: number) => ({ startsAt: new Date(Date.UTC(2026, 10, 22, hour)), endsAt: new Date(Date.UTC(2026, 10, 22, hour + 1)) });
  const [early, before, goingOn, later] = [at(6), at(7), { ...at(8), endsAt: new Date(now.getTime() + 1) }, at(12)];
  expect(byTime([later, early, goingOn, before], now)).toEqual({ coming: [goingOn, later], past: [before, early] });
});
