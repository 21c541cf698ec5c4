import { expect, test } from "vitest";
import { actionStateOf, doneAsTyped, longestNote, readDone } from "#app/meetings/action.ts";
import { raiserOf } from "#app/meetings/due.ts";

test("an action may still be done in time on the day it is due, and is overdue the day after", () => {
  const action = { dueOn: "2027-03-28", doneOn: null };
  expect(["2027-03-27", "2027-03-28", "2027-03-29"].map((today) => actionStateOf(action, today))).toEqual(["open", "open", "overdue"]);
  expect(actionStateOf({ ...action, doneOn: "2027-04-02" }, "2027-05-01")).toBe("done");
});

// in London it is the twelfth already
const startsAt = new Date("2027-06-11T23:30:00Z");
const asked = { startsAt, language: "cy", today: "2027-06-20", before: {} } as const;
const typed = (day: string, note = "") => ({ "done-day": day, "done-month": "6", "done-year": "2027", note });
const codes = (day: string, note = "") => {
  const read = readDone(typed(day, note), asked);
  return read.ok ? read.value.doneOn : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("an action was done from the day of its meeting to today", () => {
  expect(["11", "12", "20", "21", "31"].map((day) => codes(day))).toEqual([["done-day early"], "2027-06-12", "2027-06-20", ["done-day future"], ["done-day date"]]);
  expect(codes("31", "x".repeat(longestNote + 1))).toEqual(["done-day date", "note long"]);
});

test("a note is in the language of the page, and one that was not changed stays in its own", () => {
  const note = (said: string, before = {}) => {
    const read = readDone(typed("12", said), { ...asked, before });
    return read.ok && read.value.note;
  };
  expect([note(""), note("Wedi’i wneud"), note("It is up", { en: "It is up" }), note("It is down", { en: "It is up" })]).toEqual([{}, { cy: "Wedi’i wneud" }, { en: "It is up" }, { cy: "It is down" }]);
  expect(doneAsTyped({ doneOn: null, note: {} }, "2027-06-20")).toMatchObject({ "done-day": "20", note: "" });
});

test("whoever raised something is told, a part of the work that has no words of its own too", () => {
  expect(["replies", "decisions", "strategy"].map(raiserOf)).toEqual(["replies", "decisions", "other"]);
});
