import { expect, test } from "vitest";
import { roles, type Role } from "#app/people/role.ts";
import { isRecent, lackingOf, mustHaveSecondFactor } from "#app/people/second-factor.ts";

const holding = (role: Role) => ({ grants: [{ partnershipId: "p1", role, includesBelow: false }], consultationGrants: [], isContact: false });

test("everybody who holds an office must have a second factor, parish clerks and representatives may", () => {
  expect(roles.filter((role) => !mustHaveSecondFactor(holding(role)))).toEqual(["parish-clerk", "representative"]);
  expect(mustHaveSecondFactor({ grants: [], consultationGrants: [], isContact: false })).toBe(false);
});

test("whoever is told of people at risk must have one, whatever their role", () => {
  expect(mustHaveSecondFactor({ ...holding("parish-clerk"), isContact: true })).toBe(true);
});

test("an analyst for one consultation alone holds an office too", () => {
  expect(mustHaveSecondFactor({ grants: [], consultationGrants: [{ partnershipId: "p1", consultationId: "c1", role: "analyst" }], isContact: false })).toBe(true);
});

test("whoever has a second factor is asked for it, whether they must have one or not; whoever must and has none sets one up", () => {
  const session = { isSecondFactorGiven: false, isExcused: false };
  expect(lackingOf({ ...session, mustHave: true, has: true })).toBe("second-step");
  expect(lackingOf({ ...session, mustHave: false, has: true })).toBe("second-step");
  expect(lackingOf({ ...session, mustHave: true, has: false })).toBe("set-up");
  expect(lackingOf({ ...session, mustHave: false, has: false })).toBeNull();
  expect(lackingOf({ ...session, mustHave: true, has: true, isSecondFactorGiven: true })).toBeNull();
});

test("a change of how somebody signs in is opened within half an hour of signing in, and what was begun is sent within the hour", () => {
  const signedInAt = new Date("2026-05-04T09:00:00Z");
  const at = (minutes: number) => new Date(signedInAt.getTime() + minutes * 60_000);
  expect([isRecent(signedInAt, at(29.9), "open"), isRecent(signedInAt, at(30), "open")]).toEqual([true, false]);
  expect([isRecent(signedInAt, at(59.9), "send"), isRecent(signedInAt, at(60), "send")]).toEqual([true, false]);
});
