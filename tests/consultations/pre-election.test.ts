import { expect, test } from "vitest";
import { electionAt, noticeBefore, ordinaryElection } from "#app/consultations/pre-election.ts";

test("the ordinary elections are on the first Thursday in May, and notice of them on the twenty-fifth working day before", () => {
  // As the Electoral Commission's timetables for England have them.
  expect(ordinaryElection(2023)).toMatchObject({ pollOn: "2023-05-04", noticeOn: "2023-03-27" });
  expect(ordinaryElection(2024)).toMatchObject({ pollOn: "2024-05-02", noticeOn: "2024-03-26" });
  expect(ordinaryElection(2025)).toMatchObject({ pollOn: "2025-05-01", noticeOn: "2025-03-25" });
  expect(ordinaryElection(2026)).toMatchObject({ pollOn: "2026-05-07", noticeOn: "2026-03-30" });
});

test("notice over a new year leaves Christmas out", () => {
  // Ten working days in January, and fifteen from 31 December back to 6 December without the three days of Christmas.
  expect(noticeBefore("2025-01-16")).toBe("2024-12-06");
});

test("the period runs from the day of the notice to the day of the poll, both included, in Europe/London", () => {
  const at = (instant: string) => electionAt(new Date(instant), [])?.pollOn;
  expect(at("2026-03-29T22:59:00Z")).toBeUndefined();
  expect(at("2026-03-29T23:00:00Z")).toBe("2026-05-07");
  expect(at("2026-05-07T22:59:00Z")).toBe("2026-05-07");
  expect(at("2026-05-07T23:00:00Z")).toBeUndefined();
});

test("an election that the partnership has told of counts as well", () => {
  const own = { id: "e", name: { en: "By-election" }, noticeOn: "2026-09-01", pollOn: "2026-10-08" };
  expect(electionAt(new Date("2026-09-20T12:00:00Z"), [own])).toEqual(own);
});
