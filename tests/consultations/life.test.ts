import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOf, isTakenIn, stateOf, states, stepKinds, turningPoints, unlived, type Life, type StepKind, type Taking } from "#app/consultations/life.ts";

const at = (day: number) => new Date(Date.UTC(2026, 5, 1 + day, 9));

/** The life after these steps, each in a state in which it can be taken. */
function lived(...steps: Taking[]): Life {
  return steps.reduce<Life>(
    (life, step) => {
      expect(isTakenIn(step.kind, stateOf(life, step.at)), `${step.kind} in ${stateOf(life, step.at)}`).toBe(true);
      return { ...life, ...changesOf(life, step) };
    },
    { ...unlived, graceInMinutes: 1440 },
  );
}

const take = (kind: StepKind, day: number, more: Partial<Taking> = {}): Taking => ({ kind, at: at(day), ...more });
const launched = [take("submit", 0), take("approve", 1), take("schedule", 2, { opensAt: at(5), closesAt: at(30) })] as const;

test("it goes from draft through review and approval to its dates, and opens and closes by them without anybody", () => {
  expect(stateOf(unlived, at(0))).toBe("draft");
  expect(stateOf(lived(launched[0]), at(0))).toBe("review");
  expect(stateOf(lived(launched[0], launched[1]), at(1))).toBe("approved");
  const life = lived(...launched);
  expect([2, 5, 29, 30, 31].map((day) => stateOf(life, at(day)))).toEqual(["scheduled", "open", "open", "grace", "closed"]);
  expect(stateOf(life, new Date(at(30).getTime() - 1))).toBe("open");
});

test("what is given back, or changed after it was submitted or approved, is a draft again", () => {
  for (const kind of ["return", "take-back"] as const) {
    expect(stateOf(lived(launched[0], take(kind, 1)), at(1))).toBe("draft");
    expect(stateOf(lived(launched[0], launched[1], take(kind, 2)), at(2))).toBe("draft");
  }
});

test("a pause lasts until it is ended, until the day it was said for, or until the closing, and does not move that", () => {
  const paused = lived(...launched, take("pause", 10));
  expect([10, 29, 30, 31].map((day) => stateOf(paused, at(day)))).toEqual(["paused", "paused", "grace", "closed"]);
  expect(stateOf({ ...paused, ...changesOf(paused, take("resume", 12)) }, at(12))).toBe("open");
  const dated = lived(...launched, take("pause", 10, { until: at(12) }));
  expect([11, 12].map((day) => stateOf(dated, at(day)))).toEqual(["paused", "open"]);
  expect(turningPoints(dated)).toContainEqual(at(12));
});

test("one that was closed while paused and is extended again is open", () => {
  const life = lived(...launched, take("pause", 10), take("close", 11), take("extend", 11, { closesAt: at(40) }));
  expect(stateOf(life, at(12))).toBe("open");
});

test("it may be extended until its grace is over, and not once what came is evidence", () => {
  expect(states.filter((state) => isTakenIn("extend", state))).toEqual(["open", "paused", "grace"]);
});

test("after its closing come analysis, report, outcome and archive, each by a step", () => {
  const after = [take("freeze", 40), take("draft-report", 41), take("publish-report", 42), take("publish-outcome", 43), take("archive", 44)];
  const seen = after.map((_, index) => stateOf(lived(...launched, ...after.slice(0, index + 1)), at(50)));
  expect(seen).toEqual(["analysis", "report-draft", "report-published", "outcome-published", "archived"]);
});

test("no outcome is published before the report that it rests on", () => {
  expect(states.filter((state) => isTakenIn("publish-outcome", state))).toEqual(["report-published"]);
});

test("whatever is done in whatever order, nothing is approved that was not submitted, and nothing public becomes a draft", () => {
  const step = fc.record({ kind: fc.constantFrom(...stepKinds), day: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let life: Life = { ...unlived, graceInMinutes: 60 };
      let day = 0;
      for (const { kind, day: later } of steps) {
        day += later;
        if (!isTakenIn(kind, stateOf(life, at(day)))) continue;
        const wasPublic = life.publishedAt !== null;
        life = { ...life, ...changesOf(life, take(kind, day, { opensAt: at(day + 2), closesAt: at(day + 9) })) };
        expect(life.approvedAt === null || life.submittedAt !== null).toBe(true);
        expect(life.publishedAt !== null || !wasPublic).toBe(true);
        if (wasPublic) expect(["draft", "review", "approved"]).not.toContain(stateOf(life, at(day)));
      }
    }),
  );
});
