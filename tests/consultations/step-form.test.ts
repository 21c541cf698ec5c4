// What an officer fills in to take a step.
import { expect, test } from "vitest";
import { unlived } from "#app/consultations/life.ts";
import { entriesAtFirst, readStep, type StepEntries } from "#app/consultations/step-form.ts";

const now = new Date("2026-06-01T10:00:00Z");
const life = { ...unlived, publishedAt: now, opensAt: new Date("2026-05-01T08:00:00Z"), closesAt: new Date("2026-06-30T23:00:00Z"), decisionOn: "2026-07-20" };
const onDay = (name: string, day: string, time = "") => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year, ...(name !== "decision" && { [`${name}-time`]: time }) };
};
const extend = (entries: StepEntries) => readStep("extend", { ...entriesAtFirst("extend", life), "reason-en": "Many asked.", ...entries }, life, now);

test("nothing is decided while people are still asked: a closing moved past the decision moves that too", () => {
  expect(extend(onDay("closes", "2026-07-19"))).toMatchObject({ ok: true, value: { closesAt: new Date("2026-07-19T23:00:00Z") } });
  const past = { ok: false, problem: [{ input: "decision-day", code: "before-closing" }] };
  expect(extend(onDay("closes", "2026-07-20"))).toMatchObject(past);
  expect(extend({ ...onDay("closes", "2026-08-10"), ...onDay("decision", "2026-08-10") })).toMatchObject(past);
  expect(extend({ ...onDay("closes", "2026-08-10"), "decision-day": "", "decision-month": "", "decision-year": "" }), "left blank it stays where it is").toMatchObject(past);
  const moved = extend({ ...onDay("closes", "2026-08-10"), ...onDay("decision", "2026-08-11") });
  expect(moved).toMatchObject({ ok: true, value: { decisionOn: "2026-08-11" } });
  expect(extend({ ...onDay("closes", "2026-07-10"), ...onDay("decision", "2026-02-30") })).toMatchObject({ ok: false, problem: [{ code: "date-not-real" }] });
  const unmoved = extend(onDay("closes", "2026-07-10"));
  expect(unmoved.ok && "decisionOn" in unmoved.value).toBe(false);
});

test("a closing is not measured by an opening that was not understood", () => {
  const scheduled = { ...life, publishedAt: null, opensAt: new Date("2026-09-01T08:00:00Z"), closesAt: null };
  const read = readStep("schedule", { ...onDay("opens", "2026-02-29"), ...onDay("closes", "2026-08-01") }, scheduled, now);
  expect(read).toEqual({ ok: false, problem: [{ input: "opens-day", about: "opens", code: "date-not-real" }] });
});
