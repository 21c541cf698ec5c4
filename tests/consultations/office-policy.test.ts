import { expect, test } from "vitest";
import { unlived } from "#app/consultations/life.ts";
import {
  deeds,
  isDesignable,
  isTimely,
  mayApprove,
  mayDo,
  mayExportResponses,
  mayReadAnswers,
  maySeeOffice,
  maySeeResults,
  takesEntries,
  takesNewSets,
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
const later = new Date(now.getTime() + day);

test("an editor writes and submits, an approver decides what is public, open and closed, an analyst takes what came", () => {
  for (const deed of deeds) expect(allowed((held) => mayDo(held, deed)), deed).toContain("administrator");
  const theirs = (role: Role) => deeds.filter((deed) => mayDo([role], deed));
  expect(theirs("editor")).toEqual(["submit", "return"]);
  expect(theirs("approver")).toEqual(["return", "approve", "schedule", "open", "pause", "resume", "extend", "close", "archive"]);
  expect(theirs("analyst")).toEqual(["freeze", "draft-report"]);
});

test("nobody approves what they wrote in or submitted, an administrator neither", () => {
  for (const role of ["approver", "administrator"] as const) {
    expect(mayApprove({ personId: "mair", roles: [role] }, ["alun", "mair"])).toBe(false);
    expect(mayApprove({ personId: "mair", roles: [role] }, ["alun"])).toBe(true);
  }
  expect(mayApprove({ personId: "mair", roles: ["editor"] }, ["alun"])).toBe(false);
});

test("its texts and its form are written while it is a draft or in review", () => {
  expect(isDesignable(unlived)).toBe(true);
  expect(isDesignable({ ...unlived, approvedAt: now })).toBe(false);
  expect(isDesignable({ ...unlived, publishedAt: now })).toBe(false);
});

test("another set is made until the report is published; results that are published alone do not end it, and the outcome does", () => {
  const closed = { ...unlived, publishedAt: now, opensAt: new Date(0), closesAt: now, reportPublicAt: null };
  const frozen = { ...closed, frozenAt: now };
  expect([takesNewSets(closed, later), takesEntries(closed, later)]).toEqual([false, true]);
  const results = { ...frozen, reportPublishedAt: now };
  for (const still of [frozen, { ...frozen, reportDraftedAt: now }, results]) expect([takesNewSets(still, later), takesEntries(still, later)]).toEqual([true, true]);
  for (const over of [{ ...results, reportPublicAt: now }, { ...results, outcomePublishedAt: now }, { ...results, archivedAt: now }]) expect([takesNewSets(over, later), takesEntries(over, later)]).toEqual([false, false]);
});

test("it is opened only with a closing that is still to come", () => {
  const approved = { ...unlived, submittedAt: now, approvedAt: now };
  expect(isTimely("open", approved, now)).toBe(false);
  expect(isTimely("open", { ...approved, closesAt: now }, now)).toBe(false);
  expect(isTimely("open", { ...approved, closesAt: later }, now)).toBe(true);
  expect(isTimely("open", { ...approved, publishedAt: now, opensAt: new Date(0), closesAt: later }, now)).toBe(false);
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
  const consultation = { ...unlived, publishedAt: new Date(0), opensAt: new Date(0), closesAt: new Date("2026-02-01T00:00:00Z"), graceInMinutes: 60 };
  const at = (time: string) => isTimely("freeze", consultation, new Date(time));
  expect(at("2026-01-31T23:59:59Z")).toBe(false);
  expect(at("2026-02-01T00:59:59Z")).toBe(false);
  expect(at("2026-02-01T01:00:00Z")).toBe(true);
  expect(isTimely("freeze", { ...consultation, frozenAt: new Date("2026-02-01") }, new Date("2026-02-02"))).toBe(false);
});
