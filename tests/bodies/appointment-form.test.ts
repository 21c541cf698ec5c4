import { expect, test } from "vitest";
import { appointmentAsTyped, checkTerms, readAppointment, readEnd, readInduction } from "#app/bodies/appointment-form.ts";
import { dayAsTyped } from "#app/shared/typed-day.ts";

const choices = { terms: { termInMonths: 36, mostTerms: 2 }, organisations: ["cvs"] };
const said = {
  ...({ name: "Mair Rees", organisationId: "cvs", email: null, chosenHow: "elected", chosenBy: "The sector’s conference in March", electionId: null } as const),
  ...({ authority: "decides", seniority: "any", startsOn: "2026-04-01", endsOn: "2029-03-31" } as const),
};
const codes = (entries: Record<string, string>) => {
  const read = readAppointment({ ...appointmentAsTyped(said), ...entries }, choices);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("an appointment comes back out of its form as it went in", () => {
  expect(readAppointment(appointmentAsTyped(said), choices)).toEqual({ ok: true, value: said });
});

test("only whoever was elected comes from an election, and from one that can be chosen", () => {
  expect(readAppointment({ ...appointmentAsTyped(said), election: "spring" }, { ...choices, elections: ["spring"] })).toEqual({ ok: true, value: { ...said, electionId: "spring" } });
  expect(codes({ election: "spring" })).toEqual(["election choose"]);
  expect(readAppointment({ ...appointmentAsTyped(said), election: "spring", chosenHow: "nominated" }, { ...choices, elections: ["spring"] })).toMatchObject({ problem: [{ field: "election", code: "not-elected" }] });
});

test("without a last day the term is as long as the seat's terms are, and never longer", () => {
  expect(readAppointment({ ...appointmentAsTyped(said), ...dayAsTyped("ends", null) }, choices)).toMatchObject({ value: { endsOn: "2029-03-31" } });
  expect(codes(dayAsTyped("ends", "2029-04-01"))).toEqual(["ends-day too-long-a-term"]);
  expect(codes(dayAsTyped("ends", "2026-03-31"))).toEqual(["ends-day ends-before"]);
});

test("nobody is appointed without a name and without saying who chose them", () => {
  expect(codes({ name: " ", chosenBy: "", chosenHow: "", organisation: "unknown", email: "nobody" })).toEqual([
    ...["name missing", "organisation choose", "email email", "chosenHow choose", "chosenBy missing"],
  ]);
});

test("a third term in a row is refused", () => {
  const held = (startsOn: string, endsOn: string) => ({ startsOn, endsOn, endedOn: null });
  const two = [held("2020-04-01", "2023-03-31"), held("2023-04-01", "2026-03-31")];
  expect(checkTerms(two, "2026-04-01", choices.terms)).toEqual([{ field: "name", code: "terms", most: 2 }]);
  expect(checkTerms(two.slice(1), "2026-04-01", choices.terms)).toEqual([]);
});

test("a removal needs two thirds of those who may vote; any other end needs a day within the term and a reason", () => {
  const term = { startsOn: "2026-04-01", endsOn: "2029-03-31", voting: 9 };
  const end = (entries: Record<string, string>) => readEnd({ ...dayAsTyped("ended", "2026-11-22"), ...entries }, term, "2026-11-22");
  expect(end({ endedFor: "resigned" })).toEqual({ ok: true, value: { endedOn: "2026-11-22", endedFor: "resigned", votes: null } });
  expect(end({ endedFor: "removed", votes: "6" })).toMatchObject({ value: { votes: { for: 6, of: 9 } } });
  expect(end({ endedFor: "removed", votes: "5" })).toMatchObject({ problem: [{ field: "votes", code: "votes-few", most: 6 }] });
  expect(end({ endedFor: "removed", votes: "10" })).toMatchObject({ problem: [{ code: "votes" }] });
  expect(end({ endedFor: "seat-ended", ...dayAsTyped("ended", "2029-04-01") })).toMatchObject({ problem: [{ code: "day-to-come" }, { field: "endedFor" }] });
  expect(end({ endedFor: "died", ...dayAsTyped("ended", "2025-01-01") })).toMatchObject({ problem: [{ code: "day-outside" }] });
});

test("a step of the induction keeps the day it was done on, and one that is ticked now was done today", () => {
  const before = [{ code: "role" as const, doneOn: "2026-05-01" }, { code: "terms" as const, doneOn: "2026-05-02" }];
  expect(readInduction(["conduct", "role", "other"], before, "2026-06-01")).toEqual([
    { code: "role", doneOn: "2026-05-01" },
    { code: "conduct", doneOn: "2026-06-01" },
  ]);
});
