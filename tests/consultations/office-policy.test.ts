import { expect, test } from "vitest";
import type { Consultation, ConsultationState } from "#app/consultations/consultation.ts";
import {
  deeds,
  isTimely,
  mayDo,
  mayExportResponses,
  mayReadAnswers,
  maySeeOffice,
  maySeeResults,
} from "#app/consultations/office-policy.ts";
import { roles, type Role } from "#app/people/role.ts";

const allowed = (may: (held: Role[]) => boolean) => roles.filter((role) => may([role]));

test("every officer sees the office and its figures; clerks, representatives and others do not", () => {
  const officers = ["administrator", "editor", "approver", "analyst", "statistics", "data-controller"];
  expect(allowed(maySeeOffice)).toEqual(officers);
  expect(allowed(maySeeResults)).toEqual(officers);
});

const now = new Date("2026-02-01T12:00:00Z");
const day = 86_400_000;
const published = { publishedAt: new Date(0), graceInMinutes: 1440, frozenAt: null };
const inState = {
  unpublished: { ...published, publishedAt: null, opensAt: null, closesAt: null },
  scheduled: { ...published, opensAt: new Date(now.getTime() + day), closesAt: null },
  open: { ...published, opensAt: new Date(now.getTime() - day), closesAt: new Date(now.getTime() + day) },
  grace: { ...published, opensAt: new Date(0), closesAt: new Date(now.getTime() - day / 2) },
  closed: { ...published, opensAt: new Date(0), closesAt: new Date(now.getTime() - day) },
} as unknown as Record<ConsultationState, Consultation>;

test.each([
  ["published", "publish", ["unpublished"]],
  ["opened", "open", ["unpublished", "scheduled"]],
  ["closed", "close", ["open"]],
  ["given another closing", "set-closing", ["unpublished", "scheduled", "open", "grace"]],
  ["frozen", "freeze", ["closed"]],
] as const)("a consultation is %s only in its time", (_, deed, states) => {
  const timely = Object.entries(inState).flatMap(([state, consultation]) => (isTimely(deed, consultation, now) ? [state] : []));
  expect(timely).toEqual(states);
});

test("a consultation whose closing has passed is not opened until it is given another", () => {
  expect(isTimely("open", { ...inState.scheduled, opensAt: null, closesAt: now }, now)).toBe(false);
});

test("an approver decides when a consultation is public, open and closed, an analyst freezes it, an administrator does both", () => {
  for (const deed of deeds) {
    expect(allowed((held) => mayDo(held, deed)), deed).toEqual(["administrator", deed === "freeze" ? "analyst" : "approver"]);
  }
});

test("only an administrator or an analyst reads what people wrote, and exports it", () => {
  expect(allowed(mayReadAnswers)).toEqual(["administrator", "analyst"]);
  expect(allowed(mayExportResponses)).toEqual(["administrator", "analyst"]);
});

test("nobody without a role may do anything", () => {
  for (const may of [maySeeOffice, maySeeResults, mayReadAnswers, mayExportResponses]) {
    expect(may([])).toBe(false);
  }
});

test("responses are frozen once, when the last of them could be sent", () => {
  const consultation = { ...inState.closed, closesAt: new Date("2026-02-01T00:00:00Z"), graceInMinutes: 60 };
  const at = (time: string) => isTimely("freeze", consultation, new Date(time));
  expect(at("2026-01-31T23:59:59Z")).toBe(false);
  expect(at("2026-02-01T00:59:59Z")).toBe(false);
  expect(at("2026-02-01T01:00:00Z")).toBe(true);
  expect(isTimely("freeze", { ...consultation, frozenAt: new Date("2026-02-01") }, new Date("2026-02-02"))).toBe(false);
});
