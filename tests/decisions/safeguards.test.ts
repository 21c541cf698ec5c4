// The twelve safeguards [SG01 to SG12], one by one, as a decision meets them.
import { describe, expect, test } from "vitest";
import { adoptable, readAdopted, readSetting, safeguardCodes, usualSettings, type SafeguardCode } from "#app/bodies/safeguard.ts";
import { judge, type Facts } from "#app/decisions/safeguards.ts";
import type { Tally } from "#app/decisions/tally.ts";

const tally = (part: Partial<Tally>): Tally => ({ for: 0, against: 0, abstain: 0, aside: 0, silent: 0, entitled: 8, ...part });
const decided: Facts = {
  ...{ outcome: "agreed", tally: tally({ for: 8 }), vetoes: 0, observers: 2, emergenciesThisYear: 0, dispute: null },
  ...{ sectors: { required: 4, vacant: [], absent: [] }, delegation: { problem: null, isPastReview: false }, papers: { sent: 2, late: 0 } },
  ...{ notice: { dueOn: "2026-03-05", sentOn: "2026-03-03" }, chair: "decision", scheme: { isAgreed: true, seated: 8, chosen: 8 } },
  item: { kind: "item", isJustified: false },
};
const today = "2026-03-20";

function said(code: SafeguardCode, facts: Partial<Facts>, settings = usualSettings) {
  const [one] = judge({ codes: [code], settings }, { ...decided, ...facts }, today);
  return one && [one.isMet, one.how];
}

test("a decision that keeps to all twelve meets each of them", () => {
  const all = judge({ codes: [...safeguardCodes], settings: usualSettings }, decided, today);
  expect(all.map(({ code }) => code)).toEqual([...safeguardCodes]);
  expect(all.filter(({ isMet }) => isMet !== true)).toEqual([]);
});

test("only those that the body has adopted are told of", () => {
  expect(judge({ codes: ["SG07", "SG11"], settings: usualSettings }, decided, today).map(({ code }) => code)).toEqual(["SG07", "SG11"]);
});

describe("each one", () => {
  test("SG01: every sector has its seat and was there", () => {
    expect(said("SG01", { sectors: { required: 4, vacant: ["faith"], absent: [] } })).toEqual([false, "vacant"]);
    expect(said("SG01", { sectors: { required: 4, vacant: [], absent: ["business"] } })).toEqual([false, "absent"]);
    expect(said("SG01", { outcome: null })).toEqual([null, "waiting"]);
  });

  test("SG02: it rests on a written delegation", () => {
    expect(said("SG02", { delegation: null })).toEqual([false, "none"]);
    expect(said("SG02", { delegation: { problem: "delegation-beyond", isPastReview: false } })).toEqual([false, "delegation-beyond"]);
    expect(said("SG02", { delegation: { problem: null, isPastReview: true } })).toEqual([true, "review-due"]);
  });

  test("SG03: what not all were for went back", () => {
    expect(said("SG03", {})).toEqual([true, "unanimous"]);
    expect(said("SG03", { tally: tally({ for: 7, against: 1 }), outcome: "referred" })).toEqual([true, "referred"]);
    expect(said("SG03", { tally: tally({ for: 7, against: 1 }) })).toEqual([false, "not-referred"]);
    expect(said("SG03", { tally: tally({ for: 7, abstain: 1 }) }, { ...usualSettings, abstentionsCount: false })).toEqual([true, "unanimous"]);
  });

  test("SG04: a veto stops it", () => {
    expect(said("SG04", { vetoes: 1, outcome: "vetoed" })).toEqual([true, "used"]);
    expect(said("SG04", { vetoes: 1 })).toEqual([false, "used"]);
  });

  test("SG05: papers came in time, or it was an emergency and says why", () => {
    expect(said("SG05", { papers: { sent: 2, late: 1 } })).toEqual([false, "late"]);
    expect(said("SG05", { papers: { sent: 0, late: 0 } })).toEqual([false, "none"]);
    expect(said("SG05", { papers: { sent: 0, late: 0 }, item: { kind: "emergency", isJustified: true } })).toEqual([true, "emergency"]);
    expect(said("SG05", { papers: { sent: 1, late: 1 }, item: { kind: "emergency", isJustified: false } })).toEqual([false, "emergency-without"]);
  });

  test("SG06 and SG07: observers had no vote; everybody was told in time", () => {
    expect(said("SG06", {})).toEqual([true, "no-vote"]);
    expect(said("SG07", { notice: { dueOn: "2026-03-05", sentOn: "2026-03-06" } })).toEqual([false, "sent-late"]);
    expect(said("SG07", { notice: { dueOn: "2026-03-05", sentOn: null } })).toEqual([false, "overdue"]);
    expect(said("SG07", { notice: { dueOn: today, sentOn: null } })).toEqual([null, "due"]);
  });

  test("SG08 and SG09: the chair and the seats are the full partnership's, those who sit are their sectors'", () => {
    expect(said("SG08", { chair: "otherwise" })).toEqual([false, "otherwise"]);
    expect(said("SG08", { chair: null })).toEqual([false, "none"]);
    expect(said("SG09", { scheme: { isAgreed: false, seated: 8, chosen: 8 } })).toEqual([false, "not-agreed"]);
    expect(said("SG09", { scheme: { isAgreed: true, seated: 8, chosen: 7 } })).toEqual([false, "not-chosen"]);
  });

  test("SG10: emergencies are few and have a reason", () => {
    const emergency = { item: { kind: "emergency" as const, isJustified: true } };
    expect(said("SG10", { ...emergency, emergenciesThisYear: 3 })).toEqual([true, "within"]);
    expect(said("SG10", { ...emergency, emergenciesThisYear: 4 })).toEqual([false, "beyond"]);
    expect(said("SG10", { item: { kind: "emergency", isJustified: false } })).toEqual([false, "without-reason"]);
  });

  test("SG11 and SG12: other business decides nothing; a disagreement has a way", () => {
    expect(said("SG11", { item: { kind: "any-other-business", isJustified: false } })).toEqual([false, "decided"]);
    expect(said("SG12", { dispute: { route: "mediation", isClosed: false } })).toEqual([null, "mediation.open"]);
    expect(said("SG12", { dispute: { route: "full-partnership-final", isClosed: true } })).toEqual([true, "full-partnership-final.closed"]);
    expect(said("SG12", { outcome: "full-partnership-agreed" })).toEqual([true, "final"]);
  });
});

describe("adopting", () => {
  test("the full partnership adopts none of those that keep a smaller group to it", () => {
    expect(adoptable({ isFull: false })).toEqual([...safeguardCodes]);
    expect(adoptable({ isFull: true })).toEqual(["SG05", "SG06", "SG07", "SG09", "SG10", "SG11"]);
  });

  test("what was set holds, and the rest is as usual", () => {
    const adopted = readAdopted([{ code: "SG07", settings: { noticeInDays: 5 } }, { code: "SG03", settings: {} }, { code: "SG99", settings: {} }]);
    expect(adopted).toEqual({ codes: ["SG03", "SG07"], settings: { ...usualSettings, noticeInDays: 5 } });
  });

  test("a setting out of bounds is not taken", () => {
    expect(readSetting("SG07", "3")).toEqual({ noticeInDays: 3 });
    expect(readSetting("SG07", "0")).toBeNull();
    expect(readSetting("SG04", "-1")).toBeNull();
    expect(readSetting("SG03", "no")).toEqual({ abstentionsCount: false });
    expect(readSetting("SG12", "duel")).toBeNull();
    expect(readSetting("SG11", "")).toEqual({});
  });
});
