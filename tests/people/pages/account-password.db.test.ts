// Somebody chooses a password, changes it, or has forgotten it.
import { beforeAll, expect, test } from "vitest";
import { passwordPath, signInLinkPath, signInPath } from "#app/people/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const at = (instant: Date, cookies: string[] = []) => new Visitor(application, { now: instant, address: newId() }, cookies);
const good = "bakery ladder seventeen";

/** Somebody signed in, with nothing chosen yet. */
async function begin() {
  const person = await buildPerson({ role: "parish-clerk" });
  const visitor = at(now, [await signInCookie(person, now)]);
  return { person, visitor, choose: (fields: Record<string, string>) => visitor.post(passwordPath(), fields) };
}

const canSignIn = async ({ email }: { email: string }, password: string) => (await at(now).post(signInPath(), { email, password })).status === 302;
const subjectsTo = async ({ email }: { email: string }) =>
  (await db().letter.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } })).map(({ subject }) => subject);

test("a first password is chosen, told by letter and written down without it", async () => {
  const { person, choose } = await begin();
  expect(locationOf(await choose({ "new-password": good }))).toBe("/account?done=password");
  expect(await canSignIn(person, good)).toBe(true);
  expect(await subjectsTo(person)).toEqual(["You have a password for Marlshire Partnership now"]);
  const told = await db().auditEntry.findMany({ where: { subjectId: person.id, action: "person.change-password" } });
  expect(told).toMatchObject([{ personId: person.id, facts: { isFirst: true } }]);
  expect(JSON.stringify(await db().password.findMany({ where: { personId: person.id } }))).not.toContain(good);
});

test.each([
  ["", "Enter the password you choose"],
  ["short", "Choose a password of 8 characters or more"],
  ["liverpool1", "Many people use this password"],
  ["Mair-Rees-1", "This password is mostly your name"],
  ["Marlshire1!", "This password is mostly your name"],
])("%j is refused and not sent back", async (typed, said) => {
  const { person, choose } = await begin();
  const answer = await choose({ "new-password": typed });
  const html = await answer.text();
  expect([answer.status, html.includes(said)]).toEqual([422, true]);
  if (typed !== "") expect(html).not.toContain(typed);
  expect(await db().password.count({ where: { personId: person.id } })).toBe(0);
});

test("changing it asks for the one there is, ends the sessions elsewhere and stays signed in here", async () => {
  const { person, visitor, choose } = await begin();
  await choose({ "new-password": good });
  const elsewhere = at(now, [await signInCookie(person, now)]);
  expect(await (await visitor.open(passwordPath())).text()).toContain('autoComplete="current-password"');
  const without = await choose({ "new-password": "another ladder entirely" });
  expect([without.status, (await without.text()).includes("Enter the password you have now")]).toEqual([422, true]);
  const wrong = await choose({ "current-password": "not this one", "new-password": "another ladder entirely" });
  expect([wrong.status, (await wrong.text()).includes("That is not the password you have now")]).toEqual([422, true]);
  expect((await choose({ "current-password": good, "new-password": "another ladder entirely" })).status).toBe(302);
  expect([await canSignIn(person, good), await canSignIn(person, "another ladder entirely")]).toEqual([false, true]);
  expect([(await visitor.open("/account")).status, (await elsewhere.open("/account")).status]).toEqual([200, 302]);
  expect((await subjectsTo(person)).at(-1)).toBe("Your password for Marlshire Partnership was changed");
});

test("guessing the current password on a device left signed in makes whoever guesses wait", async () => {
  const { choose } = await begin();
  await choose({ "new-password": good });
  for (let time = 0; time < 5; time += 1) expect((await choose({ "current-password": "not this one", "new-password": good })).status).toBe(422);
  expect((await choose({ "current-password": good, "new-password": "another ladder entirely" })).status).toBe(429);
});

test("whoever has forgotten it signs in by letter, and is not asked for the old one", async () => {
  const { person, choose } = await begin();
  await choose({ "new-password": good });
  const visitor = at(later(5));
  expect(await (await visitor.open(signInPath(passwordPath(), { forgotten: true }))).text()).toContain("Forgotten password");
  await visitor.post(signInPath(), { email: person.email, by: "letter", to: passwordPath() });
  const { text } = await db().letter.findFirstOrThrow({ where: { toAddress: person.email, kind: "people/sign-in" } });
  const token = /token=([\w-]+)/.exec(text)?.[1] ?? "";
  expect(locationOf(await visitor.post(signInLinkPath(token), { token, to: passwordPath() }))).toBe(passwordPath());
  expect(await (await visitor.open(passwordPath())).text()).not.toContain("current-password");
  expect((await visitor.post(passwordPath(), { "new-password": "another ladder entirely" })).status).toBe(302);
  expect([await canSignIn(person, good), await canSignIn(person, "another ladder entirely")]).toEqual([false, true]);
});
