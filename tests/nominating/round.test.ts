// What a round of nominations is on a day, and what is told of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, isReminderDue, mayAnswer, mayConsent, roundState, toldOf, wayOf, type Named } from "#app/nominating/round.ts";
import { addDays } from "#app/shared/dates.ts";

const at = new Date("2026-03-03T10:00:00Z");
const round = { opensOn: "2026-03-10", closesOn: "2026-04-07", remindOn: "2026-03-31", invitedAt: at, remindedAt: null, ending: null };
const named: Named = { consentedAt: null, withdrawnAt: null, ruling: null };
const days = fc.integer({ min: -40, max: 80 }).map((count) => addDays("2026-03-10", count));

describe("a round", () => {
  test.each([
    ["2026-03-09", "announced"],
    ["2026-03-10", "open"],
    ["2026-04-07", "open"],
    ["2026-04-08", "closed"],
  ] as const)("is on %s %s: it is open from its first day to the end of its last", (today, state) => {
    expect(roundState(round, today)).toBe(state);
  });

  test("is planned until it invites, whatever the day, and over once it has ended", () => {
    fc.assert(fc.property(days, (today) => {
      expect(roundState({ ...round, invitedAt: null }, today)).toBe("planned");
      expect(roundState({ ...round, ending: "filled" }, today)).toBe("filled");
    }));
  });

  test("reminds once, from its day until answers close, and never where no day is set", () => {
    expect(isReminderDue(round, "2026-03-30")).toBe(false);
    expect(isReminderDue(round, "2026-03-31")).toBe(true);
    expect(isReminderDue(round, "2026-04-08")).toBe(false);
    fc.assert(fc.property(days, (today) => {
      expect(isReminderDue({ ...round, remindedAt: at }, today)).toBe(false);
      expect(isReminderDue({ ...round, remindOn: null }, today)).toBe(false);
      // whoever cannot answer is not asked to
      if (isReminderDue(round, today)) expect(mayAnswer(roundState(round, today), "none")).toBe(true);
    }));
  });
});

describe("an answer", () => {
  test("is none until the organisation says something; then that it names nobody, or how far whom it named has come", () => {
    expect(answerOf({ declinedAt: null, named: null })).toBe("none");
    expect(answerOf({ declinedAt: at, named: null })).toBe("declined");
    expect(answerOf({ declinedAt: null, named })).toBe("asked");
    expect(answerOf({ declinedAt: null, named: { ...named, consentedAt: at } })).toBe("to-rule");
    expect(answerOf({ declinedAt: null, named: { ...named, consentedAt: at, ruling: "valid" } })).toBe("valid");
    expect(answerOf({ declinedAt: null, named: { ...named, consentedAt: at, ruling: "invalid" } })).toBe("invalid");
    expect(answerOf({ declinedAt: null, named: { ...named, consentedAt: at, withdrawnAt: at, ruling: "valid" } })).toBe("withdrawn");
  });

  test("is changed while answers are open and nobody was accepted; whoever is named has until it is decided", () => {
    expect(mayAnswer("open", "invalid")).toBe(true);
    expect(mayAnswer("open", "valid")).toBe(false);
    expect(mayAnswer("closed", "none")).toBe(false);
    expect([mayConsent("open"), mayConsent("closed"), mayConsent("filled")]).toEqual([true, true, false]);
  });

  test("names to everybody only somebody who agreed and was accepted", () => {
    expect([toldOf("valid", true), toldOf("valid", false)]).toEqual(["appointed", "named"]);
    for (const answer of ["asked", "withdrawn", "to-rule", "invalid"] as const) expect(toldOf(answer, false)).toBe("not-named");
    expect([toldOf("none", false), toldOf("declined", false)]).toEqual(["none", "declined"]);
  });
});

test("a letter is on its way, came, came back or is to be printed, and one that was posted was", () => {
  const letter = { sentAt: null, failedAt: null, givenUpAt: null };
  const by = { email: "a@b.example", postedAt: null, letter };
  expect(wayOf(by, false)).toBe("not-sent");
  expect(wayOf(by, true)).toBe("waiting");
  expect(wayOf({ ...by, letter: { ...letter, sentAt: at } }, true)).toBe("sent");
  expect(wayOf({ ...by, letter: { ...letter, failedAt: at } }, true)).toBe("failed");
  expect(wayOf({ ...by, email: null, letter: null }, true)).toBe("to-print");
  expect(wayOf({ ...by, letter: { ...letter, failedAt: at }, postedAt: at }, true)).toBe("posted");
});
