import { describe, expect, test } from "vitest";
import { isLate, readAddress, readReply, replyAsTyped, type ReplyTexts } from "#app/replies/reply.ts";

const given: ReplyTexts = {
  ...{ said: { en: "Keep the hedges", cy: "Cadwch y gwrychoedd" }, did: { en: "We keep them" }, owner: { en: "Parks" } },
  ...{ verdict: "accepted", progress: "will-do", dueOn: "2027-06-30", questionIds: ["hedges"], codeIds: ["verges"], evidence: "https://marlshire.example/hedges" },
};
const about = { main: "en", asked: ["trees", "hedges"], themes: ["shade", "verges"] } as const;
const typed = (changes: Record<string, string> = {}) => ({ ...replyAsTyped(given), ...changes });
const codes = (changes: Record<string, string>) => {
  const read = readReply(typed(changes), about);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

describe("a reply to what people said", () => {
  test("is typed as it would be read", () => {
    expect(readReply(typed(), about)).toEqual({ ok: true, value: given });
  });

  test("says what people said, what becomes of it and why, and who answers for it", () => {
    const blank = { "said-en": " ", "did-en": "", "owner-en": "", verdict: "", progress: "" };
    expect(codes(blank)).toEqual(["said-en said-missing", "verdict verdict-missing", "did-en did-missing", "owner-en owner-missing"]);
  });

  test("promises nothing without a day", () => {
    const noDay = { "due-day": "", "due-month": "", "due-year": "" };
    expect(codes(noDay)).toEqual(["due-day day-missing"]);
    expect(codes({ ...noDay, progress: "doing" })).toEqual(["due-day day-missing"]);
    expect(codes({ ...noDay, verdict: "not-taken" })).toEqual([]);
    expect(codes({ "due-day": "31", "due-month": "6" })).toEqual(["due-day day-not-real"]);
  });

  test("says how far on it is where it was accepted, and only there", () => {
    for (const verdict of ["accepted", "with-changes"]) expect(codes({ verdict, progress: "" })).toEqual(["progress progress-missing"]);
    const becomes = (verdict: string) => {
      const read = readReply(typed({ verdict, progress: "done" }), about);
      return read.ok && read.value.progress;
    };
    expect(["accepted", "with-changes", "noted", "not-taken"].map(becomes)).toEqual(["done", "done", "noted", "not-doing"]);
  });

  test("answers only themes that there are, in their order", () => {
    const read = readReply(typed({ theme: "verges gone shade" }), about);
    expect(read.ok && read.value.codeIds).toEqual(["shade", "verges"]);
  });

  test("names only questions that are asked, in their order", () => {
    const read = readReply(typed({ question: "hedges gone trees" }), about);
    expect(read.ok && read.value.questionIds).toEqual(["trees", "hedges"]);
  });

  test("is not too long in any language", () => {
    expect(codes({ "owner-cy": "a".repeat(201) })).toEqual(["owner-cy too-long"]);
  });

  test("leads only to places that a resident may safely follow", () => {
    expect(readAddress("https://marlshire.example/a?b=c")).toBe("https://marlshire.example/a?b=c");
    for (const address of ["http://marlshire.example", "javascript:alert(1)", "https://localhost", "https://me:secret@marlshire.example", "parks"]) {
      expect(readAddress(address), address).toBeUndefined();
    }
    expect(codes({ evidence: "parks" })).toEqual(["evidence address"]);
  });

  test("is late once its day has passed and it is not done", () => {
    const dueOn = "2027-06-30";
    expect(isLate({ progress: "will-do", dueOn }, "2027-06-30")).toBe(false);
    expect(isLate({ progress: "will-do", dueOn }, "2027-07-01")).toBe(true);
    expect(isLate({ progress: "done", dueOn }, "2027-07-01")).toBe(false);
    expect(isLate({ progress: "doing", dueOn: null }, "2027-07-01")).toBe(false);
  });
});
