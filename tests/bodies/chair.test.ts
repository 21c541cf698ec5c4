import { expect, test } from "vitest";
import { readChair } from "#app/bodies/chair.ts";
import { dayAsTyped } from "#app/shared/typed-day.ts";

const context = { seated: ["seat"], mandates: ["decided"], needsDecision: false, today: "2026-11-22" };
const typed = { kind: "chair", appointment: "seat", note: "The full partnership in March", ...dayAsTyped("starts", "2026-11-22"), ...dayAsTyped("ends", null) };
const codes = (entries: Record<string, string>) => {
  const read = readChair({ ...typed, ...entries }, context);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("whoever leads the meetings leads them from a seat, or from outside under what they are called", () => {
  expect(readChair(typed, context)).toMatchObject({ ok: true, value: { appointmentId: "seat", name: {}, endsOn: null } });
  expect(readChair({ ...typed, appointment: "", "called-en": "An independent facilitator" }, context)).toMatchObject({ value: { appointmentId: null, name: { en: "An independent facilitator" } } });
  expect(codes({ appointment: "" })).toEqual(["appointment who"]);
});

test("nobody leads without it being said who chose them, nor from a day that is not real or far ahead", () => {
  expect(codes({ note: " ", kind: "", ...dayAsTyped("starts", "2028-01-01") })).toEqual(["kind choose", "starts-day day-to-come", "note missing"]);
  expect(codes(dayAsTyped("ends", "2026-01-01"))).toEqual(["ends-day ends-before"]);
});

test("where the body has adopted that the full partnership appoints, a decision of it is needed", () => {
  const read = (decision: string) => readChair({ ...typed, note: "", decision }, { ...context, needsDecision: true });
  expect(read("")).toMatchObject({ problem: [{ field: "decision", code: "decision" }] });
  expect(read("decided")).toMatchObject({ ok: true, value: { decisionId: "decided" } });
});
