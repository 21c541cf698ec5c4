import { describe, expect, test } from "vitest";
import { replyDueOn } from "#app/consultations/reply-due.ts";
import { missingToPublish, noOutcome, outcomeAsTyped, readOutcome, reminderDue, replyPromisedOn, type Outcome } from "#app/replies/outcome.ts";
import type { Reply } from "#app/replies/reply.ts";

const closed = { closesAt: new Date("2026-03-04T00:00:00Z") };
const outcome: Outcome = {
  ...{ decision: { en: "The hedges stay" }, reasons: { en: "Most asked for them" }, nextSteps: {}, laterReason: {} },
  ...{ decidedOn: "2026-05-01", laterOn: null, authorIds: ["mair"] },
};
const reply: Reply = {
  ...{ id: "r1", said: { en: "Keep them" }, did: { en: "We do" }, owner: { en: "Parks" }, verdict: "accepted", progress: "done", codeIds: [], dueOn: null },
  ...{ questionIds: [], evidence: null, updatedAt: new Date("2026-05-02") },
};
const about = { main: "en", languages: ["en"], closedOn: "2026-03-03", hasReport: true, personId: "gwen" } as const;

describe("the reply that is owed", () => {
  test("is due twelve weeks after the last day of answering", () => {
    expect(replyDueOn(closed)).toBe("2026-05-26");
    expect(replyDueOn({ closesAt: null })).toBeNull();
  });

  test("is promised for a later day only where one was told", () => {
    expect(replyPromisedOn(closed, { laterOn: null })).toBe("2026-05-26");
    expect(replyPromisedOn(closed, { laterOn: "2026-06-30" })).toBe("2026-06-30");
    expect(replyPromisedOn(closed, { laterOn: "2026-04-01" })).toBe("2026-05-26");
  });

  test("is reminded of four weeks and one week before, on the day, and three times after", () => {
    const on = (today: string) => reminderDue("2026-05-26", today);
    expect(on("2026-04-27")).toBeNull();
    expect(on("2026-04-28")).toBe(28);
    expect(on("2026-05-18")).toBe(28);
    expect(on("2026-05-19")).toBe(7);
    expect(on("2026-05-26")).toBe(0);
    expect(on("2026-06-23")).toBe(-28);
    expect(on("2027-01-01")).toBe(-84);
  });
});

describe("what was decided", () => {
  const read = (changes: Record<string, string>) =>
    readOutcome({ ...outcomeAsTyped(outcome), ...changes }, { main: "en", today: "2026-05-20", dueOn: "2026-05-26" });
  const codes = (changes: Record<string, string>) => {
    const result = read(changes);
    return result.ok ? [] : result.problem.map(({ field, code }) => `${field} ${code}`);
  };

  test("is typed as it would be read, and may be written bit by bit", () => {
    const { authorIds: _, ...texts } = outcome;
    expect(read({})).toEqual({ ok: true, value: texts });
    expect(codes({ "decision-en": "", "decided-day": "", "decided-month": "", "decided-year": "" })).toEqual([]);
  });

  test("is not decided in the future", () => {
    expect(codes({ "decided-day": "21" })).toEqual(["decided-day day-to-come"]);
    expect(codes({ "decided-day": "32" })).toEqual(["decided-day day-not-real"]);
  });

  test("comes later than the twelve weeks only with a reason that everybody can read", () => {
    const later = { "later-day": "30", "later-month": "6", "later-year": "2026" };
    expect(codes(later)).toEqual(["laterReason-en later-reason"]);
    expect(codes({ ...later, "laterReason-en": "The survey of hedges is late" })).toEqual([]);
    expect(codes({ ...later, "later-month": "4", "laterReason-en": "Why" })).toEqual(["later-day later-too-soon"]);
    expect(codes({ "laterReason-en": "Why" })).toEqual(["later-day later-day"]);
  });
});

describe("publishing the outcome", () => {
  const missing = (changes: Partial<Outcome>, others: Partial<Parameters<typeof missingToPublish>[2]> = {}, replies = [reply]) =>
    missingToPublish({ ...outcome, ...changes }, replies, { ...about, ...others }).map(({ code }) => code);

  test("needs a report, a decision after the close, its reasons and a reply", () => {
    expect(missing({})).toEqual([]);
    expect(missing(noOutcome, { hasReport: false }, [])).toEqual(["report", "decision", "decided-on", "reasons", "replies"]);
    expect(missing({ decidedOn: "2026-03-03" })).toEqual(["decided-early"]);
    expect(missing({}, { closedOn: null })).toEqual(["decided-early"]);
  });

  test("needs every text in every language of the consultation", () => {
    const all = missingToPublish(outcome, [reply], { ...about, languages: ["en", "cy"] });
    expect(all).toEqual([{ code: "untranslated", language: "cy", texts: 5 }]);
  });

  test("is for somebody who did not write in it", () => {
    expect(missing({}, { personId: "mair" })).toEqual(["own-work"]);
  });
});
