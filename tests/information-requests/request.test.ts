// The clock of a request for information, in the working days of the whole United Kingdom.
import fc from "fast-check";
import { expect, test } from "vitest";
import { clockOf, daysExtended, daysToAnswer, isDecidable, nextDueOn, stepsFrom, workingDaysLeft, type Step, type StepKind } from "#app/information-requests/request.ts";
import { readRequest, readStep } from "#app/information-requests/typed-request.ts";
import { bankHolidaysAnywhere } from "#app/shared/bank-holidays.ts";
import { addDays } from "#app/shared/dates.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

const dates = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2015-01-01", days));
const works = (date: string) => isWorkingDay(date, bankHolidaysAnywhere);
/** So many days counted by hand. */
const counted = (from: string, days: number) => {
  let date = from;
  for (let left = days; left > 0; left -= Number(works(date))) date = addDays(date, 1);
  return date;
};

test("a bank holiday in any part of the United Kingdom is no working day [FOIA s.10(6)]", () => {
  // St Andrew's Day and 2 January of Scotland, St Patrick's Day and 12 July of Northern Ireland, the Scottish holiday in August
  for (const day of ["2026-11-30", "2026-01-02", "2026-03-17", "2027-07-12", "2026-08-03", "2026-12-25", "2026-04-03"]) expect(works(day)).toBe(false);
  // kept on the Monday or the Tuesday after a weekend
  for (const day of ["2022-01-04", "2026-07-13", "2024-03-18"]) expect(works(day)).toBe(false);
  for (const day of ["2026-01-05", "2026-11-27", "2024-03-19"]) expect(works(day)).toBe(true);
  expect(isWorkingDay("2026-11-30")).toBe(true);
});

test("a request is answered within twenty working days of its receipt, that day not counted [FOIA s.10(1); EIR reg 5(2)]", () => {
  expect(clockOf("foia", "2026-09-01", []).dueOn).toBe("2026-09-29");
  expect(clockOf("eir", "2026-11-23", []).dueOn).toBe("2026-12-22"); // 30 November is none
  fc.assert(fc.property(dates, fc.constantFrom("foia" as const, "eir" as const), (date, law) => void expect(clockOf(law, date, []).dueOn).toBe(counted(date, daysToAnswer))));
  fc.assert(fc.property(dates, (date) => void expect(clockOf("eir", date, [{ kind: "extend", on: date }]).dueOn).toBe(counted(date, daysExtended))));
});

test("while whoever asked is asked what they mean nothing is due; it counts anew from their answer [FOIA s.1(3)]", () => {
  const asked: Step[] = [{ kind: "clarify", on: "2026-09-03" }];
  expect(clockOf("foia", "2026-09-01", asked)).toMatchObject({ state: "stopped", dueOn: null });
  expect(clockOf("foia", "2026-09-01", [...asked, { kind: "clarified", on: "2026-09-17" }])).toMatchObject({ state: "running", dueOn: counted("2026-09-17", 20) });
});

test("a review is answered in twenty working days, or forty at most; under the regulations in forty [EIR reg 11(4)]", () => {
  const steps: Step[] = [{ kind: "given-partly", on: "2026-09-10" }, { kind: "review", on: "2026-10-01" }];
  expect(clockOf("foia", "2026-09-01", steps)).toMatchObject({ state: "review", reviewDueOn: counted("2026-10-01", 20), reviewLatestOn: counted("2026-10-01", 40), closedOn: null });
  expect(clockOf("eir", "2026-09-01", steps).reviewDueOn).toBe(counted("2026-10-01", 40));
  expect(clockOf("foia", "2026-09-01", steps.slice(0, 1))).toMatchObject({ state: "answered", closedOn: "2026-09-10", reviewUntil: counted("2026-09-10", 40) });
  expect(clockOf("foia", "2026-09-01", [...steps, { kind: "review-changed", on: "2026-10-20" }])).toMatchObject({ state: "reviewed", closedOn: "2026-10-20" });
});

test("it is extended once, while the days to answer in still run [EIR reg 7(3)]", () => {
  const clock = clockOf("eir", "2026-09-01", []);
  expect(stepsFrom(clock, clock.dueOn!)).toContain("extend");
  expect(stepsFrom(clock, addDays(clock.dueOn!, 1))).not.toContain("extend");
  expect(stepsFrom(clockOf("eir", "2026-09-01", [{ kind: "extend", on: "2026-09-02" }]), "2026-09-03")).not.toContain("extend");
});

test("however it goes, whatever may happen next leads somewhere: something is due, waited for, or closed", () => {
  const choices = fc.array(fc.nat(10), { maxLength: 8 });
  fc.assert(
    fc.property(dates, choices, (date, picks) => {
      const steps: Step[] = [];
      for (const pick of picks) {
        const next = stepsFrom(clockOf("foia", date, steps), date);
        const kind: StepKind | undefined = next[pick % Math.max(1, next.length)];
        if (kind) steps.push({ kind, on: date });
      }
      const clock = clockOf("foia", date, steps);
      expect([nextDueOn(clock) !== null, clock.state === "stopped", clock.closedOn !== null].filter(Boolean)).toHaveLength(1);
      expect(isDecidable(clock)).toBe(clock.closedOn === null);
    }),
  );
});

test("working days left are those after today up to the day it is due; late counts those since", () => {
  expect(workingDaysLeft("2026-09-29", "2026-09-29")).toBe(0);
  expect(workingDaysLeft("2026-09-29", "2026-09-25")).toBe(2);
  expect(workingDaysLeft("2026-09-29", "2026-10-01")).toBe(-2);
  expect(workingDaysLeft("2026-09-29", "2026-10-03")).toBe(-3); // a Saturday
  fc.assert(fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, days) => void expect(workingDaysLeft(counted(date, days), date)).toBe(days)));
});

test("a request under the Act needs a name and an address, one under the regulations a name [FOIA s.8(1)(b)]", () => {
  const typed = { law: "foia", "received-day": "1", "received-month": "9", "received-year": "2026", asked: "Everything about buses", asker: "Ann Lloyd", contact: "ann@people.example" };
  expect(readRequest(typed, "2026-09-02")).toMatchObject({ ok: true, value: { receivedOn: "2026-09-01", fileNumber: null, asker: { name: "Ann Lloyd" } } });
  const codes = (changed: Record<string, string>, today = "2026-09-02") => {
    const read = readRequest({ ...typed, ...changed }, today);
    return read.ok ? [] : read.problem.map(({ code }) => code);
  };
  expect(codes({ contact: "" })).toEqual(["contact-missing"]);
  expect(codes({ contact: "", law: "eir" })).toEqual([]);
  expect(codes({ asker: "", asked: " ", law: "" })).toEqual(["law-missing", "asked-missing", "asker-missing"]);
  expect(codes({}, "2026-08-31")).toEqual(["date-future"]);
  expect(codes({ "received-day": "31" })).toEqual(["date-wrong"]);
});

test("a step is one that may be taken, not before the last, and says why where whoever asked is told", () => {
  const day = { "on-day": "3", "on-month": "9", "on-year": "2026" };
  const codes = (typed: Record<string, string>) => {
    const read = readStep(typed, ["clarify", "given"], "2026-09-02", "2026-09-04");
    return read.ok ? [] : read.problem.map(({ code }) => code);
  };
  expect(codes({ kind: "given", ...day })).toEqual([]);
  expect(codes({ kind: "clarify", ...day })).toEqual(["reason-missing"]);
  expect(codes({ kind: "review", ...day, "on-day": "1" })).toEqual(["step-missing", "date-early"]);
  expect(codes({ kind: "given", ...day, "on-day": "5" })).toEqual(["date-future"]);
});
