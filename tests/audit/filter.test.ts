// What an administrator may ask of the audit log, and what is said about what cannot be understood.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSight, queryOf, readFilter, typedIn } from "#app/audit/filter.ts";

const known = ["answers.read", "consultation.open", "responses.export"];
const asked = (query: string) => readFilter(typedIn(new URLSearchParams(query)), known);

test("nothing typed asks for everything", () => {
  expect(asked("")).toEqual({ ok: true, value: { person: null, actions: null, from: null, until: null } });
});

test("days are whole days in London: from the start of the first to the end of the last", () => {
  const read = asked("from-day=27&from-month=3&from-year=2026&to-day=29&to-month=march&to-year=2026");
  expect(read).toMatchObject({ ok: true, value: { from: new Date("2026-03-27T00:00:00Z"), until: new Date("2026-03-29T23:00:00Z") } });
});

test("views and exports of personal data are asked for together", () => {
  expect(asked("action=personal")).toMatchObject({ value: { actions: ["answers.read", "responses.export"] } });
  expect(isSight("consultation.open")).toBe(false);
});

test("an action that has no words yet can be asked for by its name, and somebody who is gone by their id", () => {
  expect(asked("action=ballot.seal&person=abc234")).toMatchObject({ value: { actions: ["ballot.seal"], person: "abc234" } });
});

test.each([
  ["from-day=31&from-month=2&from-year=2026", "from-day", "date-not-real"],
  ["to-day=3&to-year=2026", "to-month", "date-missing"],
  ["from-day=2&from-month=1&from-year=2026&to-day=1&to-month=1&to-year=2026", "to-day", "ends-before"],
  ["person=%00", "person", "person-unknown"],
  ["action=drop+table", "action", "action-unknown"],
])("%s is told at its field", (query, at, code) => {
  expect(asked(query)).toEqual({ ok: false, problem: [{ at, code }] });
});

test("what was typed comes back in the address as it was typed, whatever it was", () => {
  const names = ["of", "person", "action", "from-day", "from-month", "from-year", "to-day", "to-month", "to-year"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 120 })), (query) => {
      const typed = typedIn(new URLSearchParams(query));
      readFilter(typed, known);
      expect(typedIn(new URLSearchParams(queryOf(typed)))).toEqual(typed);
    }),
  );
});
