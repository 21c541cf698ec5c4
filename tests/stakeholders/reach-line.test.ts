// What is done so that people hear of a consultation, as officers write it down.
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineAsTyped, reachInputs, reachKinds, readReachLine, stepState } from "#app/stakeholders/reach-line.ts";

const today = "2026-03-10";
const problemsOf = (kind: (typeof reachKinds)[number], entries: Record<string, string>) => {
  const read = readReachLine(kind, entries, today);
  return read.ok ? [] : read.problem.map(({ input, code }) => `${input} ${code}`);
};

test("who was reached needs a way, a number and a day that has come", () => {
  expect(problemsOf("log", {})).toEqual(["channel channel", "reached number", "on-day date"]);
  expect(problemsOf("log", { channel: "leaflet", reached: "54,000", "on-day": "11", "on-month": "3", "on-year": "2026" })).toEqual(["on-day future"]);
  expect(readReachLine("log", { channel: "leaflet", reached: "54,000", "on-day": "9", "on-month": "March", "on-year": "2026", note: " Every household " }, today)).toEqual({
    ok: true,
    value: { channel: "leaflet", reached: 54_000, reachedOn: "2026-03-09", note: "Every household" },
  });
});

test("what is planned says what and who, and may have no day yet", () => {
  expect(problemsOf("publicity", { channel: "poster" })).toEqual(["what missing", "who missing"]);
  expect(problemsOf("publicity", { channel: "poster", what: "Posters", who: "Gwen" })).toEqual([]);
  expect(problemsOf("groups", { name: "" })).toEqual(["name missing"]);
});

test("a step is late from the day after the one it was due on, unless it is done", () => {
  expect([today, "2026-03-09", null].map((dueOn) => stepState({ dueOn, doneOn: null }, today))).toEqual(["to-do", "late", "to-do"]);
  expect(stepState({ dueOn: "2026-03-01", doneOn: "2026-03-05" }, today)).toBe("done");
});

test("what was read is typed back and reads the same, whatever was typed", () => {
  const typed = fc.constantFrom("", "poster", "5", "3", "2026", "yes", "Gwen", "x".repeat(3_000));
  fc.assert(
    fc.property(fc.constantFrom(...reachKinds), fc.array(typed, { minLength: 9, maxLength: 9 }), (kind, values) => {
      const entries = Object.fromEntries(reachInputs[kind].map((input, index) => [input, values[index] ?? ""]));
      const read = readReachLine(kind, entries, today);
      if (read.ok) expect(readReachLine(kind, lineAsTyped(kind, read.value, today), today)).toEqual(read);
    }),
  );
});
