import { expect, test } from "vitest";
import { unlived } from "#app/consultations/life.ts";
import { isTakenOutOfEverything, mayChange, mayFillIn, mayRespond, mayWithdraw } from "#app/consultations/policy.ts";

const opensAt = new Date("2026-01-05T00:00:00Z");
const closesAt = new Date("2026-03-04T00:00:00Z");
const consultation = { ...unlived, opensAt, closesAt, graceInMinutes: 1440, publishedAt: opensAt };
const open = new Date("2026-03-03T23:59:59Z");
const grace = new Date("2026-03-04T10:00:00Z");
const closed = new Date("2026-03-05T00:00:00Z");
const begun = { startedAt: open, sentAt: null };

test("a response may be begun until the last moment before closing", () => {
  expect(mayRespond(consultation, open)).toBe(true);
  expect(mayRespond(consultation, closesAt)).toBe(false);
});

test("a draft begun before closing may be filled in and sent until the grace is over", () => {
  expect(mayFillIn(consultation, begun, grace)).toBe(true);
  expect(mayFillIn(consultation, begun, closed)).toBe(false);
});

test("a draft cannot be begun in the grace", () => {
  expect(mayFillIn(consultation, { startedAt: grace, sentAt: null }, grace)).toBe(false);
});

test("what has been sent is not taken up again in the grace, but a change begun before closing may be sent", () => {
  expect(mayFillIn(consultation, { startedAt: opensAt, sentAt: open }, open)).toBe(true);
  expect(mayFillIn(consultation, { startedAt: opensAt, sentAt: open }, grace)).toBe(false);
  expect(mayFillIn(consultation, { startedAt: opensAt, sentAt: null }, grace)).toBe(true);
});

test("a response may be changed until closing, unless it was withdrawn", () => {
  expect(mayChange(consultation, { withdrawnAt: null }, open)).toBe(true);
  expect(mayChange(consultation, { withdrawnAt: null }, grace)).toBe(false);
  expect(mayChange(consultation, { withdrawnAt: opensAt }, open)).toBe(false);
});

test("a response may be withdrawn at any time, once", () => {
  expect(mayWithdraw({ withdrawnAt: null })).toBe(true);
  expect(mayWithdraw({ withdrawnAt: open })).toBe(false);
});

test("a withdrawal before the freeze takes a response out of everything, one after it out of what is still to come", () => {
  expect(isTakenOutOfEverything({ frozenAt: null }, closed)).toBe(true);
  expect(isTakenOutOfEverything({ frozenAt: closed }, grace)).toBe(true);
  expect(isTakenOutOfEverything({ frozenAt: closed }, closed)).toBe(false);
});
