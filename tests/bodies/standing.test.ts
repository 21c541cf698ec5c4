import { expect, test } from "vitest";
import { readStanding, standingAsTyped, type Standing } from "#app/bodies/standing.ts";

const said: Standing = {
  ...{ type: "commissioning", legalForm: "unincorporated", status: "shadow", shadowUntil: "2027-04-01", accountableId: "council" },
  handover: [{ text: "Terms of reference agreed", doneOn: "2026-10-01" }, { text: "Chair chosen", doneOn: null }],
  complaints: { en: "Tell us.\n\nWe answer.", cy: "Dywedwch wrthym." },
};
const read = (entries: Record<string, string>) => readStanding({ ...standingAsTyped(said), ...entries }, { before: said.handover, organisations: ["council"], today: "2026-11-22" });
const codes = (entries: Record<string, string>) => {
  const result = read(entries);
  return result.ok ? [] : result.problem.map(({ field, code }) => `${field} ${code}`);
};

test("how a partnership stands comes back out of its form as it went in", () => {
  expect(read({})).toEqual({ ok: true, value: said });
});

test("a shadow partnership says until when; one at work says who answers for it in law", () => {
  expect(codes({ "shadowUntil-day": "", "shadowUntil-month": "", "shadowUntil-year": "" })).toEqual(["shadowUntil-day shadow-day"]);
  expect(codes({ status: "operating", accountable: "" })).toEqual(["accountable accountable"]);
});

test("a step of the handover that is ticked now was done today, one from before keeps its day, and a line that goes takes its step along", () => {
  expect(read({ handedOver: "0 1" })).toMatchObject({ value: { handover: [{ doneOn: "2026-10-01" }, { doneOn: "2026-11-22" }] } });
  expect(read({ handover: "Chair chosen\n\n Bank account ", handedOver: "0 1" })).toMatchObject({ value: { handover: [{ text: "Chair chosen", doneOn: "2026-11-22" }, { text: "Bank account", doneOn: null }] } });
});
