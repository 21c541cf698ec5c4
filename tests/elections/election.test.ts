import { expect, test } from "vitest";
import { isUncontested, mayWithdraw, stateOf, type Standing, type StepKind } from "#app/elections/election.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";

const timetable = proposedTimetable("2026-09-07");
const standing = (steps: StepKind[], candidates: number | null = null): Standing => ({ timetable, steps, candidates, seats: 2 });
const at = (instant: string) => new Date(instant);

test("before its notice an election is planned, whatever its dates", () => {
  expect(stateOf(standing([]), at("2026-10-10T12:00:00Z"))).toBe("planned");
  expect(stateOf({ ...standing(["notice-published"]), timetable: null }, at("2026-10-10T12:00:00Z"))).toBe("planned");
});

test("nominations are taken until noon of their last day", () => {
  expect(stateOf(standing(["notice-published"]), at("2026-09-28T10:59:59Z"))).toBe("nominations-open");
  expect(stateOf(standing(["notice-published"]), at("2026-09-28T11:00:00Z"))).toBe("nominations-closed");
});

test("a candidate may withdraw until the end of the last day for it, and not once candidates are confirmed", () => {
  expect(mayWithdraw(standing(["notice-published"]), at("2026-10-01T22:59:00Z"))).toBe(true);
  expect(mayWithdraw(standing(["notice-published"]), at("2026-10-01T23:00:00Z"))).toBe(false);
  expect(mayWithdraw(standing(["notice-published", "candidates-confirmed"]), at("2026-09-30T12:00:00Z"))).toBe(false);
});

test("where no more stand than there are places nobody votes", () => {
  expect(isUncontested({ candidates: 2, seats: 2 })).toBe(true);
  expect(isUncontested({ candidates: null, seats: 2 })).toBe(false);
  expect(stateOf(standing(["notice-published", "candidates-confirmed"], 2), at("2026-10-10T12:00:00Z"))).toBe("uncontested");
});

test("a poll is open from the start of its first day until the minute it closes, once it has been prepared", () => {
  const contested = standing(["notice-published", "candidates-confirmed", "poll-prepared"], 3);
  expect(stateOf(contested, at("2026-10-05T22:59:59Z"))).toBe("candidates-confirmed");
  expect(stateOf(contested, at("2026-10-05T23:00:00Z"))).toBe("poll-open");
  expect(stateOf(contested, at("2026-10-20T13:59:59Z"))).toBe("poll-open");
  expect(stateOf(contested, at("2026-10-20T14:00:00Z"))).toBe("poll-closed");
  expect(stateOf(standing(["notice-published", "candidates-confirmed"], 3), at("2026-10-10T12:00:00Z"))).toBe("candidates-confirmed");
});

test("from sealing to the end the steps say where it stands", () => {
  const now = at("2026-12-01T12:00:00Z");
  const until = (...steps: StepKind[]) => stateOf(standing(["notice-published", "candidates-confirmed", "poll-prepared", ...steps], 3), now);
  expect(until("sealed")).toBe("counting");
  expect(until("sealed", "counted")).toBe("provisional-result");
  expect(until("sealed", "counted", "signed")).toBe("scrutiny");
  expect(until("sealed", "counted", "signed", "declared")).toBe("declared");
  expect(until("sealed", "counted", "signed", "declared", "challenged")).toBe("challenged");
  expect(until("sealed", "counted", "signed", "declared", "challenged", "challenge-ruled")).toBe("declared");
  expect(until("sealed", "counted", "signed", "declared", "challenged", "challenge-ruled", "challenged")).toBe("challenged");
  expect(until("sealed", "counted", "signed", "declared", "confirmed")).toBe("confirmed");
  expect(until("abandoned")).toBe("abandoned");
});
