import { expect, test } from "vitest";
import { mayChallenge, waitFor } from "#app/elections/outcome.ts";

const now = new Date("2026-10-22T10:00:00Z");
const timetable = { withdrawalsUntil: "2026-10-01", challengesUntil: "2026-10-28" };
const situation = (over: Partial<Parameters<typeof waitFor>[1]>): Parameters<typeof waitFor>[1] => ({ state: "counting", steps: ["sealed"], scrutineerIds: ["s"], signed: [], timetable, open: 0, isUpheld: false, isBelow: false, ...over });

test("the lot is drawn before anything is counted", () => {
  expect(waitFor("count", situation({}), now)).toBe("no-lot");
  expect(waitFor("count", situation({ steps: ["sealed", "lots-drawn"] }), now)).toBeNull();
  expect(waitFor("count", situation({ state: "poll-open", steps: [] }), now)).toBe("not-now");
});

test("a result is declared once every scrutineer has signed, or at once where nobody had to vote", () => {
  expect(waitFor("declare", situation({ state: "provisional-result" }), now)).toBe("unsigned");
  expect(waitFor("declare", situation({ state: "scrutiny", scrutineerIds: ["s", "t"], signed: [{ personId: "s" }] }), now)).toBe("unsigned");
  expect(waitFor("declare", situation({ state: "scrutiny", signed: [{ personId: "s" }] }), now)).toBeNull();
  expect(waitFor("declare", situation({ state: "provisional-result", scrutineerIds: [] }), now)).toBe("unsigned");
  expect(waitFor("declare", situation({ state: "uncontested", steps: [] }), now)).toBeNull();
});

test("where fewer voted than must nothing is counted, and what was sealed is signed and declared", () => {
  expect(waitFor("count", situation({ isBelow: true, steps: ["sealed", "lots-drawn"] }), now)).toBe("not-now");
  expect(waitFor("sign", situation({ isBelow: true }), now)).toBeNull();
  expect(waitFor("sign", situation({}), now)).toBe("not-now");
  expect(waitFor("declare", situation({ state: "scrutiny", isBelow: true, signed: [{ personId: "s" }] }), now)).toBeNull();
});

test("a result is confirmed after the last day to challenge it, once every challenge has its ruling", () => {
  expect(waitFor("confirm", situation({ state: "declared" }), now)).toBe("until-later");
  expect(waitFor("confirm", situation({ state: "declared" }), new Date("2026-10-29T00:00:00Z"))).toBeNull();
  expect(waitFor("confirm", situation({ state: "challenged", open: 1 }), new Date("2026-10-29T00:00:00Z"))).toBe("challenges-open");
});

test("only a challenge that was upheld annuls an election", () => {
  expect(waitFor("annul", situation({ state: "declared" }), now)).toBe("not-upheld");
  expect(waitFor("annul", situation({ state: "declared", isUpheld: true }), now)).toBeNull();
});

test("a result may be challenged until the end of the last day for it", () => {
  expect(mayChallenge("declared", timetable, new Date("2026-10-28T23:59:00Z"))).toBe(true);
  expect(mayChallenge("declared", timetable, new Date("2026-10-29T00:00:00Z"))).toBe(false);
  expect(mayChallenge("confirmed", timetable, now)).toBe(false);
  expect(mayChallenge("declared", null, now)).toBe(false);
});
