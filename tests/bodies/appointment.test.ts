import fc from "fast-check";
import { expect, test } from "vitest";
import { hasVote, inductionOver, inductionSteps, standingOf, stepsToGo, type InductionDone } from "#app/bodies/appointment.ts";

const sits = { startsOn: "2026-04-01", endsOn: "2029-03-31", endedOn: null, inductedOn: "2026-05-10", chosenHow: "elected" as const, ratifiedOn: null };
const seat = { isVoting: true };
const done = (codes: readonly InductionDone["code"][]): InductionDone[] => codes.map((code, index) => ({ code, doneOn: `2026-05-1${index}` }));

test("a seat is active from the day its induction is over until its last day", () => {
  const days = ["2026-03-31", "2026-04-01", "2026-05-09", "2026-05-10", "2029-03-31", "2029-04-01"];
  expect(days.map((day) => standingOf(sits, day))).toEqual(["to-come", "inducting", "inducting", "active", "active", "over"]);
  expect(standingOf({ ...sits, inductedOn: null }, "2028-01-01")).toBe("inducting");
});

test("an induction that was over before the term began lets nobody begin early", () => {
  expect(standingOf({ ...sits, inductedOn: "2026-01-01" }, "2026-03-31")).toBe("to-come");
});

test("the induction is over once every step is done, in whatever order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...inductionSteps]), (codes) => {
      expect(inductionOver(done(codes)) === null).toBe(codes.length < inductionSteps.length);
      expect([...stepsToGo({ induction: done(codes) }), ...codes].sort()).toEqual([...inductionSteps].sort());
    }),
  );
  expect(inductionOver(done(inductionSteps))).toBe("2026-05-15");
});

test("only an active seat votes, and only one that has a vote", () => {
  expect(hasVote(sits, seat, "2026-05-10")).toBe(true);
  expect(hasVote(sits, seat, "2026-05-09")).toBe(false);
  expect(hasVote(sits, { isVoting: false }, "2026-05-10")).toBe(false);
});

test("whoever was co-opted votes from the day the body agreed to them", () => {
  const coopted = { ...sits, chosenHow: "co-opted" as const };
  expect(hasVote(coopted, seat, "2026-06-01")).toBe(false);
  expect(["2026-06-30", "2026-07-01"].map((day) => hasVote({ ...coopted, ratifiedOn: "2026-07-01" }, seat, day))).toEqual([false, true]);
});
