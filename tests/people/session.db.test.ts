import { expect, test } from "vitest";
import { endAllSessions, endSession, requireSignedIn, rolesOf, startSession, whoIs } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test("a session says who is asking, with their roles", async () => {
  const person = await buildPerson({ role: "analyst", name: "Aled Pugh", language: "cy" });
  const cookies = await signInCookie(person, now);
  const signedIn = await whoIs(get("/", { cookies }), now);
  expect(signedIn).toMatchObject({ personId: person.id, name: "Aled Pugh", language: "cy" });
  expect(signedIn?.grants).toEqual([{ partnershipId: person.partnership?.id, role: "analyst", includesBelow: false }]);
});

test("a session ends twenty hours after it began, however much it is used", async () => {
  const cookies = await signInCookie(await buildPerson(), now);
  for (const hours of [1, 11, 19.9]) expect(await whoIs(get("/", { cookies }), hoursLater(hours))).not.toBeNull();
  expect(await whoIs(get("/", { cookies }), hoursLater(20))).toBeNull();
});

test("the cookie is out of reach of scripts and other sites, and is not what the database keeps", async () => {
  const person = await buildPerson();
  const cookie = await signInCookie(person, now);
  expect(cookie).toMatch(/^session=[a-z0-9]{40}; HttpOnly; Max-Age=72000; Path=\/; SameSite=Lax$/);
  const kept = await db().session.findFirstOrThrow({ where: { personId: person.id } });
  expect(cookie).not.toContain(kept.id);
  expect(await whoIs(get("/", { cookies: `session=${kept.id}` }), now)).toBeNull();
});

test.each(["session=", "session=%", "session=unknownunknownunknown", "xsession=abcdefghijklmnopqrstuvwxyz", "%=%; session=a b"])(
  "a cookie like %j is nobody",
  async (cookies) => {
    expect(await whoIs(get("/", { cookies }), now)).toBeNull();
  },
);

test("after signing out the cookie opens nothing, on other devices the others still do", async () => {
  const person = await buildPerson();
  const here = await signInCookie(person, now);
  const elsewhere = await signInCookie(person, now);
  const cookie = await inTransaction((transaction) => endSession(transaction, get("/", { cookies: here }), now));
  expect(cookie).toMatch(/^session=; .*Max-Age=0/);
  expect(await whoIs(get("/", { cookies: here }), now)).toBeNull();
  expect(await whoIs(get("/", { cookies: elsewhere }), now)).not.toBeNull();
});

test("all sessions of a person end together, and nobody else's", async () => {
  const [person, other] = [await buildPerson(), await buildPerson()];
  const cookies = [await signInCookie(person, now), await signInCookie(person, now)];
  const others = await signInCookie(other, now);
  await inTransaction((transaction) => endAllSessions(transaction, person.id, now));
  for (const cookie of cookies) expect(await whoIs(get("/", { cookies: cookie }), now)).toBeNull();
  expect(await whoIs(get("/", { cookies: others }), now)).not.toBeNull();
});

test("a session begun in a transaction that fails was never begun", async () => {
  const person = await buildPerson();
  await inTransaction(async (transaction) => {
    await startSession(transaction, person.id, now);
    throw new Error("no");
  }).catch(() => undefined);
  expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
});

test("a stranger is sent to sign in and comes back to where they were going", async () => {
  const asked = await answerOf(requireSignedIn(get("/cy/marlshire/office?after=x"), now));
  expect(asked.status).toBe(302);
  expect(locationOf(asked)).toBe("/sign-in?to=%2Fmarlshire%2Foffice%3Fafter%3Dx");
  const data = await answerOf(requireSignedIn(get("/marlshire/office.data"), now));
  expect(locationOf(data)).toBe("/sign-in?to=%2Fmarlshire%2Foffice");
});

test("what somebody sends who is not signed in any more is not led away from, so that their browser can send it again", async () => {
  const posted = await answerOf(requireSignedIn(post("/marlshire/office"), now));
  expect([posted.status, locationOf(posted)]).toEqual([401, null]);
});

test("a role granted in the county with what is below holds in its parish", async () => {
  const county = await buildPartnership();
  const parish = await buildPartnership({ parentId: county.id, tier: "parish" });
  const person = await buildPerson({ role: "editor", partnership: county, includesBelow: true });
  const request = get("/", { cookies: await signInCookie(person, now) });
  expect((await rolesOf(request, parish, now)).roles).toEqual(["editor"]);
  expect((await rolesOf(request, await buildPartnership(), now)).roles).toEqual([]);
  expect(await rolesOf(get("/"), parish, now)).toEqual({ signedIn: null, roles: [] });
});
