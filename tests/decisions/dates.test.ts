// Every rule of decisions that counts days, across bank holidays and the change of the clocks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestBegins, isDigestDue, isFollowed, readTopics, rhythms } from "#app/decisions/digest.ts";
import { mayTakeBack, noticeDueOn, noticeStanding, vetoUntil } from "#app/decisions/notice.ts";
import { addDays, dayOf, weekdayOf } from "#app/shared/dates.ts";
import { clearWorkingDays, isWorkingDay } from "#app/shared/working-days.ts";

const day = fc.date({ min: new Date("2001-01-01"), max: new Date("2060-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("telling everybody [SG07]", () => {
  test("is due two working days on, past Easter and past a weekend", () => {
    expect(noticeDueOn("2026-03-03", 2)).toBe("2026-03-05");
    expect(noticeDueOn("2026-04-02", 2)).toBe("2026-04-08");
    expect(noticeDueOn("2026-12-24", 2)).toBe("2026-12-30");
  });

  test("is always due on a working day, with just as many working days from the decision to it", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (decidedOn, days) => {
        const dueOn = noticeDueOn(decidedOn, days);
        expect(isWorkingDay(dueOn)).toBe(true);
        expect(clearWorkingDays(decidedOn, dueOn)).toBe(days - 1);
      }),
    );
  });

  test("is in time to the end of its last day", () => {
    expect(noticeStanding({ dueOn: "2026-03-05", sentOn: null }, "2026-03-05")).toBe("due");
    expect(noticeStanding({ dueOn: "2026-03-05", sentOn: null }, "2026-03-06")).toBe("overdue");
    expect(noticeStanding({ dueOn: "2026-03-05", sentOn: "2026-03-05" }, "2026-03-20")).toBe("sent");
    expect(noticeStanding({ dueOn: "2026-03-05", sentOn: "2026-03-06" }, "2026-03-20")).toBe("sent-late");
  });

  test("waits an hour, in which a slip is taken back", () => {
    const outcomeAt = new Date("2026-03-29T00:30:00Z");
    expect(mayTakeBack({ outcomeAt, notifiedAt: null }, new Date("2026-03-29T01:29:00Z"))).toBe(true);
    expect(mayTakeBack({ outcomeAt, notifiedAt: null }, new Date("2026-03-29T01:30:00Z"))).toBe(false);
    expect(mayTakeBack({ outcomeAt, notifiedAt: outcomeAt }, new Date("2026-03-29T00:40:00Z"))).toBe(false);
  });
});

test("a veto lasts at least to the end of the day of the decision, and longer the more days it is given [SG04]", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 19 }), (decidedOn, days) => {
      expect(vetoUntil(decidedOn, days) >= decidedOn).toBe(true);
      expect(vetoUntil(decidedOn, days + 1) > vetoUntil(decidedOn, days)).toBe(true);
    }),
  );
});

describe("digests", () => {
  test("a weekly one goes out once a week, on its Monday or the next day on which anybody looks", () => {
    expect(weekdayOf("2026-03-30")).toBe(1);
    expect(isDigestDue("weekly", "2026-03-27", "2026-03-29")).toBe(false);
    expect(isDigestDue("weekly", "2026-03-27", "2026-03-30")).toBe(true);
    expect(isDigestDue("weekly", "2026-03-30", "2026-04-05")).toBe(false);
    expect(isDigestDue("weekly", "2026-03-27", "2026-04-01")).toBe(true);
  });

  test("no day or week has two, and none goes without", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...rhythms), (start, rhythm) => {
        const sent: string[] = [];
        let last = start;
        for (let today = addDays(start, 1); today < addDays(start, 40); today = addDays(today, 1)) {
          if (!isDigestDue(rhythm, last, today)) continue;
          sent.push(today);
          last = today;
        }
        expect(new Set(sent.map((one) => digestBegins(rhythm, one))).size).toBe(sent.length);
        expect(sent.length).toBeGreaterThanOrEqual(rhythm === "daily" ? 39 : 5);
      }),
    );
  });

  test("the day of a digest is London's, on both sides of the change of the clocks", () => {
    expect(dayOf(new Date("2026-03-29T23:30:00Z"))).toBe("2026-03-30");
    expect(dayOf(new Date("2026-10-25T23:30:00Z"))).toBe("2026-10-25");
  });

  test("tell of what somebody follows, and of everything where they named nothing", () => {
    const decision = { topic: "money" as const, bodyId: "executive", organisationIds: ["cvs"] };
    const nothing = { topics: [], bodyIds: [], organisationId: null };
    expect(isFollowed(nothing, decision)).toBe(true);
    expect(isFollowed({ ...nothing, topics: ["money"] }, decision)).toBe(true);
    expect(isFollowed({ ...nothing, topics: ["priorities"] }, decision)).toBe(false);
    expect(isFollowed({ ...nothing, bodyIds: ["executive"] }, decision)).toBe(true);
    expect(isFollowed({ ...nothing, organisationId: "cvs" }, decision)).toBe(true);
    expect(isFollowed({ ...nothing, organisationId: "police" }, decision)).toBe(false);
    expect(readTopics(["money", "money", "gossip"])).toEqual(["money"]);
  });
});
