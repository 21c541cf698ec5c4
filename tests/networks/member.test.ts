// Members of networks by their dates: nobody lapses who was not asked, and whoever answers belongs again.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readApplication } from "#app/networks/application.ts";
import { delegateAsTyped, readDelegate, writtenTo } from "#app/networks/delegate.ts";
import { askOn, belongsUntil, letterDue, memberStates, stateOn, whyNoVote, type MemberDates } from "#app/networks/member.ts";
import { addDays } from "#app/shared/dates.ts";

const clock = { confirmInMonths: 12, lapseInDays: 60 };
const never = { askedOn: null, remindedOn: null, suspendedOn: null, leftOn: null };
const member = (dates: Partial<MemberDates>): MemberDates => ({ ...never, joinedOn: "2025-03-03", confirmedOn: "2025-03-03", ...dates });
const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2024-01-01", days));
const maybe = fc.option(day);
const anyMember: fc.Arbitrary<MemberDates> = fc.record({ joinedOn: day, confirmedOn: day, askedOn: maybe, remindedOn: maybe, suspendedOn: maybe, leftOn: maybe });
const anyClock = fc.record({ confirmInMonths: fc.integer({ min: 1, max: 36 }), lapseInDays: fc.integer({ min: 14, max: 365 }) });

test("a member is asked a year after it confirmed, and lapses only sixty days after it was asked", () => {
  const asked = member({ askedOn: "2026-03-10" });
  expect([askOn(asked, clock), belongsUntil(asked, clock), belongsUntil(member({}), clock)]).toEqual(["2026-03-03", "2026-05-09", null]);
  const states = ["2026-03-02", "2026-03-03", "2026-05-09", "2026-05-10"].map((on) => stateOn(asked, null, clock, on));
  expect(states).toEqual(["active", "due", "due", "lapsed"]);
  expect(stateOn(member({}), null, clock, "2031-01-01")).toBe("due");
});

test("it is reminded once, a fortnight before it lapses, and whoever is suspended or gone gets no letter", () => {
  const dueOn = (dates: Partial<MemberDates>, on: string) => letterDue(member(dates), null, clock, on);
  expect([dueOn({}, "2026-03-02"), dueOn({}, "2026-03-03")]).toEqual([null, "ask"]);
  const asked = { askedOn: "2026-03-10" };
  expect([dueOn(asked, "2026-04-24"), dueOn(asked, "2026-04-25"), dueOn({ ...asked, remindedOn: "2026-04-25" }, "2026-04-26"), dueOn(asked, "2026-05-10")]).toEqual([null, "remind", null, null]);
  expect([dueOn({ suspendedOn: "2026-01-01" }, "2026-03-03"), dueOn({ leftOn: "2026-01-01" }, "2026-03-03"), letterDue(member({}), "2026-02-01", clock, "2026-03-03")]).toEqual([null, null, null]);
});

test("on whatever day, a member is one thing, lapses only when it was asked long enough before, and never while it has just confirmed", () => {
  fc.assert(
    fc.property(anyMember, anyClock, maybe, day, (dates, rules, closedOn, on) => {
      const state = stateOn(dates, closedOn, rules, on);
      expect(memberStates).toContain(state);
      if (state === "lapsed") expect(addDays(dates.askedOn!, rules.lapseInDays) < on).toBe(true);
      const confirmed = { ...dates, confirmedOn: on, askedOn: null, remindedOn: null, suspendedOn: null, leftOn: null };
      expect(stateOn(confirmed, null, rules, on)).toBe("active");
      if (letterDue(dates, closedOn, rules, on) !== null) expect(state).toBe("due");
    }),
  );
});

test("day after day, a member that never answers goes from active through due to lapsed and never back", () => {
  fc.assert(
    fc.property(day, anyClock, fc.integer({ min: 0, max: 40 }), (confirmedOn, rules, late) => {
      const due = askOn({ confirmedOn }, rules);
      const dates = member({ confirmedOn, askedOn: addDays(due, late) });
      const days = Array.from({ length: 60 }, (_, index) => addDays(confirmedOn, Math.floor((index * (rules.confirmInMonths * 31 + rules.lapseInDays + 60)) / 59)));
      const told = days.map((on) => ["active", "due", "lapsed"].indexOf(stateOn(dates, null, rules, on)));
      expect(told).toEqual([...told].sort());
      expect(told.at(-1)).toBe(2);
    }),
  );
});

test("one member has one vote, from the day it joined, while it belongs and somebody votes for it; public bodies only where the rules say so", () => {
  const rules = { ...clock, publicBodiesVote: false };
  const voter = { dates: member({}), closedOn: null, isPublicBody: false, hasDelegate: true };
  const why = (wanted: Partial<typeof voter>, on = "2025-06-01") => whyNoVote({ ...voter, ...wanted }, rules, on);
  expect([why({}), why({}, "2025-03-02"), why({ hasDelegate: false }), why({ isPublicBody: true }), why({ dates: member({ suspendedOn: "2025-05-01" }) })]).toEqual([null, "joined-later", "no-delegate", "public-body", "suspended"]);
  expect(whyNoVote({ ...voter, isPublicBody: true }, { ...rules, publicBodiesVote: true }, "2025-06-01")).toBeNull();
});

test("a delegate has a name; letters go to the deputy where the delegate has no address for them", () => {
  const typed = { "delegate-name": "Anna", "delegate-email": "", "delegate-post": "1 High St", "deputy-email": "bob@example.org" };
  const delegate = readDelegate("delegate", typed);
  expect(delegate).toMatchObject({ ok: true, value: { name: "Anna", email: null, post: "1 High St", language: "en" } });
  expect(readDelegate("deputy", typed)).toMatchObject({ ok: false, problem: [{ field: "deputy-name", code: "delegate-name" }] });
  expect(readDelegate("deputy", delegateAsTyped("deputy", null))).toEqual({ ok: true, value: null });
  expect(delegate.ok && readDelegate("deputy", delegateAsTyped("deputy", delegate.value))).toEqual(delegate);
  const [anna, bob] = [{ role: "delegate", email: null }, { role: "deputy", email: "bob@example.org" }];
  expect([writtenTo([bob, anna]), writtenTo([anna])]).toEqual([bob, null]);
});

test("an application says who asks for whom; a deputy is somebody else, and parts of the network are chosen where there are any", () => {
  const typed = { organisation: "Chess Club", kind: "community-group", name: "Anna", email: "Anna@Example.org", constituencies: "north other" };
  expect(readApplication(typed, ["north", "south"])).toMatchObject({ ok: true, value: { email: "anna@example.org", constituencies: ["north"], deputyName: null } });
  const wrong = readApplication({ organisation: " ", email: "anna@example.org", deputyEmail: "ANNA@example.org", website: "nowhere" }, ["north"]);
  expect(!wrong.ok && wrong.problem.map(({ field, code }) => `${field} ${code}`)).toEqual([
    ...["organisation organisation-missing", "kind kind", "website website", "constituencies constituency", "name your-name", "deputyName deputy-name", "deputyEmail deputy-same"],
  ]);
});
