// An administrator helps somebody who has lost what they sign in with.
import { beforeAll, expect, test } from "vitest";
import { invitePath, officePersonPath, personSignInPath, signInPath } from "#app/people/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { setUpApp } from "#tests/support/authenticator.ts";
import { buildPartnership, buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function begin() {
  const county = await buildPartnership();
  const partnership = await buildPartnership({ parentId: county.id });
  const come = async (person: BuiltPerson, when = now) => new Visitor(application, { now: when, address: newId() }, [await signInCookie(person, now)]);
  const ruth = await buildPerson({ name: "Ruth Pemberton", role: "administrator", partnership });
  const mair = await buildPerson({ name: "Mair Rees", role: "editor", partnership });
  return { county, partnership, come, ruth, mair, administrator: await come(ruth), editor: await come(mair) };
}

const factorsOf = ({ id }: BuiltPerson) => db().authenticator.count({ where: { personId: id } });

test("lost factors are taken away once asked; whose they were is signed out, told by letter, and sets up an app again", async () => {
  const { partnership, ruth, mair, administrator, editor } = await begin();
  await setUpApp(editor, now);
  const path = personSignInPath(partnership, mair.id);
  expect(await (await administrator.open(officePersonPath(partnership, mair.id))).text()).toContain(path);
  expect(await (await administrator.open(path)).text()).toContain("Take their second factor away");
  const asked = await (await administrator.open(personSignInPath(partnership, mair.id, { ask: "factors" }))).text();
  expect(asked).toContain("Take the second factor of Mair Rees away?");
  expect(await factorsOf(mair)).toBe(1);
  expect(locationOf(await administrator.post(path, { deed: "factors" }))).toBe(`${path}?done=factors`);
  expect(await factorsOf(mair)).toBe(0);
  expect((await editor.open("/account")).status).toBe(302);
  const letters = await db().letter.findMany({ where: { toAddress: mair.email }, orderBy: { createdAt: "asc" } });
  expect(letters.at(-1)?.subject).toBe("Set up your sign-in to Marlshire Partnership again");
  const told = await db().auditEntry.findMany({ where: { subjectId: mair.id, action: "person.take-factors" } });
  expect(told).toMatchObject([{ personId: ruth.id, partnershipId: partnership.id }]);
});

test("somebody is signed out everywhere, and signs in again as before", async () => {
  const { partnership, mair, administrator, editor } = await begin();
  await setUpApp(editor, now);
  await administrator.post(personSignInPath(partnership, mair.id), { deed: "sessions" });
  expect([(await editor.open("/account")).status, await factorsOf(mair)]).toEqual([302, 1]);
});

test("nobody takes their own factors away so", async () => {
  const { partnership, ruth, administrator } = await begin();
  await setUpApp(administrator, now);
  const path = personSignInPath(partnership, ruth.id);
  expect(await (await administrator.open(personSignInPath(partnership, ruth.id, { ask: "factors" }))).text()).toContain("This is your own account.");
  expect((await administrator.post(path, { deed: "factors" })).status).toBe(403);
  expect(await factorsOf(ruth)).toBe(1);
});

test("the administrator of a district takes nothing from somebody who holds a role in the county", async () => {
  const { county, partnership, administrator, come } = await begin();
  const above = await buildPerson({ role: "administrator", partnership: county, includesBelow: true });
  await setUpApp(await come(above), now);
  const path = personSignInPath(partnership, above.id);
  expect(await (await administrator.open(path)).text()).toContain("where you are not an administrator");
  for (const deed of ["factors", "sessions"]) expect((await administrator.post(path, { deed })).status).toBe(403);
  expect(await factorsOf(above)).toBe(1);
  const wide = await buildPerson({ role: "administrator", partnership: county, includesBelow: true });
  expect((await (await come(wide)).post(path, { deed: "factors" })).status).toBe(302);
  expect(await factorsOf(above)).toBe(0);
});

test("making an administrator, inviting and helping are for whoever signed in not long ago", async () => {
  const { partnership, ruth, mair, come } = await begin();
  const late = await come(ruth, later(61));
  const give = officePersonPath(partnership, mair.id, { give: "administrator" });
  expect(locationOf(await late.open(give))).toBe(signInPath(give, { again: true }));
  expect(locationOf(await late.post(officePersonPath(partnership, mair.id), { deed: "give", role: "administrator" }))).toBe(signInPath(give, { again: true }));
  expect((await late.post(officePersonPath(partnership, mair.id), { deed: "give", role: "approver" })).status).toBe(302);
  expect(locationOf(await late.open(invitePath(partnership)))).toBe(signInPath(invitePath(partnership), { again: true }));
  const path = personSignInPath(partnership, mair.id);
  expect(locationOf(await late.post(path, { deed: "sessions" }))).toBe(signInPath(path, { again: true }));
  expect(await db().roleGrant.count({ where: { personId: mair.id, role: "administrator" } })).toBe(0);
});
