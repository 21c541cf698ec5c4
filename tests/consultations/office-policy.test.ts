import { expect, test } from "vitest";
import type { Consultation } from "#app/consultations/consultation.ts";
import {
  mayCloseConsultation,
  mayExportResponses,
  mayFreeze,
  mayOpenConsultation,
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

test("only an administrator or an approver opens and closes", () => {
  expect(allowed(mayOpenConsultation)).toEqual(["administrator", "approver"]);
  expect(allowed(mayCloseConsultation)).toEqual(["administrator", "approver"]);
});

test("only an administrator or an analyst reads what people wrote, and exports it", () => {
  expect(allowed(mayReadAnswers)).toEqual(["administrator", "analyst"]);
  expect(allowed(mayExportResponses)).toEqual(["administrator", "analyst"]);
});

test("nobody without a role may do anything", () => {
  for (const may of [maySeeOffice, maySeeResults, mayOpenConsultation, mayCloseConsultation, mayReadAnswers, mayExportResponses]) {
    expect(may([])).toBe(false);
  }
});

test("responses are frozen once, by an analyst, when the last of them has come", () => {
  const consultation = {
    publishedAt: new Date("2026-01-01"),
    opensAt: new Date("2026-01-01"),
    closesAt: new Date("2026-02-01T00:00:00Z"),
    graceInMinutes: 60,
    frozenAt: null,
  } as Consultation;
  const at = (time: string) => mayFreeze(["analyst"], consultation, new Date(time));
  expect(at("2026-01-31T23:59:59Z")).toBe(false);
  expect(at("2026-02-01T00:59:59Z")).toBe(false);
  expect(at("2026-02-01T01:00:00Z")).toBe(true);
  expect(mayFreeze(["approver"], consultation, new Date("2026-02-02"))).toBe(false);
  expect(mayFreeze(["analyst"], { ...consultation, frozenAt: new Date("2026-02-01") }, new Date("2026-02-02"))).toBe(false);
});
