import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemWith, standingOf, type Delegation } from "#app/decisions/delegation.ts";
import { blocksClosing, isChangeable, needsEvidence, nextToVote, outcomes, stateOf, type Stages } from "#app/decisions/decision.ts";
import { blocksEnding } from "#app/decisions/dispute.ts";
import { refusedInterest, refusedVeto, refusedVote, withTurns, type Seat } from "#app/decisions/taking-part.ts";

const at = new Date("2026-03-03T10:00:00Z");
const fresh: Stages = { papersAt: null, openedAt: null, outcome: null, notifiedAt: null, implementedOn: null };
const seat: Seat = { appointmentId: "cvs", hasVote: true, isActive: true, pool: null };

describe("the states of a decision", () => {
  test("it is a draft, its papers go out, it is considered, agreed, told and done", () => {
    const life: Partial<Stages>[] = [
      {},
      { papersAt: at },
      { papersAt: at, openedAt: at },
      { papersAt: at, outcome: "agreed" },
      { papersAt: at, outcome: "agreed", notifiedAt: at },
      { papersAt: at, outcome: "agreed", notifiedAt: at, implementedOn: "2026-05-01" },
    ];
    expect(life.map((stage) => stateOf({ ...fresh, ...stage }))).toEqual(["draft", "papers-published", "considered", "agreed", "notified", "implemented"]);
  });

  test("what was referred stays so although it was told, until the full partnership votes", () => {
    expect(stateOf({ ...fresh, outcome: "referred", notifiedAt: at })).toBe("referred");
    expect(stateOf({ ...fresh, outcome: "referred", notifiedAt: at, openedAt: at })).toBe("considered");
    expect([nextToVote({ outcome: "referred" }), nextToVote({ outcome: "vetoed" }), nextToVote({ outcome: "deferred" })]).toEqual(["full", "full", "own"]);
  });

  test("what was turned down is never done", () => {
    expect(stateOf({ ...fresh, outcome: "rejected", notifiedAt: at, implementedOn: "2026-05-01" })).toBe("notified");
  });

  test("its texts change until voting begins, and again once it was put off", () => {
    expect(isChangeable(fresh)).toBe(true);
    expect(isChangeable({ ...fresh, openedAt: at })).toBe(false);
    const changeable = outcomes.filter((outcome) => isChangeable({ ...fresh, outcome }));
    expect(changeable).toEqual(["deferred"]);
  });

  test("one on priorities or money says what it rests on", () => {
    expect(needsEvidence({ topic: "priorities", amountInPence: null })).toBe(true);
    expect(needsEvidence({ topic: "servicing", amountInPence: 100 })).toBe(true);
    expect(needsEvidence({ topic: "servicing", amountInPence: null })).toBe(false);
  });

  test("a vote is closed once enough seats and every sector that must be there took part", () => {
    const tally = { for: 3, against: 0, abstain: 0, aside: 1, silent: 4, entitled: 8 };
    expect(blocksClosing({ tally, quorum: 4, missingSectors: [] })).toEqual([]);
    expect(blocksClosing({ tally, quorum: 5, missingSectors: ["faith"] }).map(({ code }) => code)).toEqual(["quorum", "sectors"]);
    expect(blocksClosing({ tally: { ...tally, for: 0, silent: 7 }, quorum: null, missingSectors: [] })).toEqual([{ code: "nobody-voted" }]);
  });
});

describe("taking part", () => {
  test("observers do not vote, nor whoever was not shown round or has stepped aside [SG06]", () => {
    const open = { openedAt: at };
    expect(refusedVote(seat, open, false)).toBeNull();
    expect(refusedVote(null, open, false)).toBe("observer");
    expect(refusedVote({ ...seat, hasVote: false }, open, false)).toBe("no-vote");
    expect(refusedVote({ ...seat, hasVote: false, pool: { lineId: "faith", seats: 1 } }, open, false)).toBe("no-turn");
    expect(refusedVote({ ...seat, isActive: false }, open, false)).toBe("not-inducted");
    expect(refusedVote(seat, open, true)).toBe("stepped-aside");
    expect(refusedVote(seat, { openedAt: null }, false)).toBe("not-open");
  });

  test("a member stops what the group agreed, up to the last day, where the group has adopted that [SG04]", () => {
    const agreed = { openedAt: null, outcome: "agreed" as const, until: "2026-03-05", isWithFull: false };
    expect(refusedVeto(seat, agreed, false, "2026-03-05")).toBeNull();
    expect(refusedVeto(seat, agreed, false, "2026-03-06")).toBe("veto-over");
    expect(refusedVeto(seat, { ...agreed, until: null }, false, "2026-03-05")).toBe("no-veto");
    expect(refusedVeto(null, agreed, false, "2026-03-05")).toBe("observer");
    expect(refusedVeto(seat, agreed, true, "2026-03-05")).toBe("stepped-aside");
    expect(refusedVeto(seat, { ...agreed, openedAt: at, outcome: null }, false, "2026-03-01")).toBeNull();
  });

  test("the word of the full partnership is stopped by nobody", () => {
    const withFull = { openedAt: at, outcome: "referred" as const, until: "2026-03-05", isWithFull: true };
    expect(refusedVeto(seat, withFull, false, "2026-03-03")).toBe("veto-over");
  });

  test("an interest is declared while a vote is to come", () => {
    expect(refusedInterest(seat, fresh)).toBeNull();
    expect(refusedInterest(seat, { openedAt: at, outcome: null })).toBeNull();
    expect(refusedInterest(seat, { openedAt: null, outcome: "agreed" })).toBe("not-open");
    expect(refusedInterest(null, fresh)).toBe("observer");
  });
});

describe("delegations [SG02]", () => {
  const delegation: Delegation = {
    ...{ id: "d1", bodyId: "executive", scope: { en: "Small grants" }, limits: {}, limitInPence: 500_000 },
    ...{ startsOn: "2026-01-01", reviewOn: "2026-12-31", endedOn: null, decisionId: null, agreedNote: "The full partnership, 1 December 2025" },
  };
  const use = { bodyId: "executive", amountInPence: 500_000, on: "2026-03-03" };

  test("reaches to its limit, for its own body, while it is in force", () => {
    expect(problemWith(delegation, use)).toBeNull();
    expect(problemWith(delegation, { ...use, amountInPence: 500_001 })).toBe("delegation-beyond");
    expect(problemWith(delegation, { ...use, bodyId: "theme" })).toBe("delegation-other");
    expect(problemWith(delegation, { ...use, on: "2025-12-31" })).toBe("delegation-ended");
    expect(problemWith({ ...delegation, endedOn: "2026-03-02" }, use)).toBe("delegation-ended");
  });

  test("is past its review from that day on, and holds until it is ended", () => {
    expect(standingOf(delegation, "2026-12-30")).toBe("in-force");
    expect(standingOf(delegation, "2026-12-31")).toBe("review-due");
    expect(problemWith(delegation, { ...use, on: "2027-02-01" })).toBeNull();
  });

  const day = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

  test("carries no decision on a day on which it is coming or ended", () => {
    fc.assert(
      fc.property(day, fc.option(day), (on, endedOn) => {
        const one = { ...delegation, endedOn };
        const isForce = ["in-force", "review-due"].includes(standingOf(one, on));
        expect(problemWith(one, { ...use, on }) === null).toBe(isForce);
      }),
    );
  });
});

test("a mediation ends with what came of it and who mediated, the other way with the full partnership's word [SG12]", () => {
  const dispute = { route: "mediation" as const, mediator: "Compact mediator", outcome: { en: "Both agree to share the hall" } };
  expect(blocksEnding(dispute, false)).toEqual([]);
  expect(blocksEnding({ ...dispute, mediator: null, outcome: {} }, false)).toEqual(["no-outcome", "no-mediator"]);
  expect(blocksEnding({ ...dispute, route: "full-partnership-final" }, false)).toEqual(["not-decided"]);
});

test("of a pool of fifteen the eight who came vote, and whoever came as a ninth does not", () => {
  const pool = { lineId: "network", seats: 8 };
  const seats = Array.from({ length: 15 }, (_, index) => ({ ...seat, appointmentId: `member-${index}`, pool }));
  const votes = (came: string[]) => withTurns([seat, ...seats], new Set(came)).filter(({ hasVote }) => hasVote).map(({ appointmentId }) => appointmentId);
  expect(votes([])).toEqual(["cvs"]);
  const nine = seats.filter((_, index) => index % 2 === 0 || index === 13).map(({ appointmentId }) => appointmentId);
  expect(votes(nine)).toEqual(["cvs", ...nine.slice(0, 8)]);
  // and where some were named for the meeting, those of them who came
  const named = new Set(["member-3", "member-4", "member-9"]);
  const voting = withTurns([seat, ...seats], new Set(["cvs", "member-1", "member-4", "member-9"]), named).filter(({ hasVote }) => hasVote);
  expect(voting.map(({ appointmentId }) => appointmentId)).toEqual(["cvs", "member-4", "member-9"]);
});
