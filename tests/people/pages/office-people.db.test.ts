// An administrator sees who has a role, gives one and takes one away.
import { beforeAll, expect, test } from "vitest";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { officePeoplePath, officePersonPath } from "#app/people/paths.ts";
import type { Role } from "#app/people/role.ts";
import { takeRole } from "#app/people/roles.store.server.ts";
import { grantRole } from "#app/people/store.server.ts";
import { whoIs } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPartnership, buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { get, locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

/** An administrator of a partnership of their own. */
async function begin({ partnership, includesBelow = false }: { partnership?: Partnership; includesBelow?: boolean } = {}) {
  const at = partnership ?? (await buildPartnership());
  const person = await buildPerson({ name: "Ruth Pemberton", role: "administrator", partnership: at, includesBelow });
  const visitor = new Visitor(application, {}, [await signInCookie(person)]);
  return {
    ...{ partnership: at, person, visitor },
    list: async (query = {}) => (await visitor.open(officePeoplePath(at, query))).text(),
    see: (who: { id: string }, query = {}) => visitor.open(officePersonPath(at, who.id, query)),
    does: async (who: { id: string }, fields: Record<string, string>) => {
      const answer = await visitor.post(officePersonPath(at, who.id), fields);
      return { status: answer.status, to: locationOf(answer)?.replace(officePersonPath(at, who.id), "") ?? null, html: await answer.text() };
    },
  };
}

const rolesOf = async (person: { id: string }) =>
  (await db().roleGrant.findMany({ where: { personId: person.id }, orderBy: { role: "asc" } })).map(({ role }) => role);

function give(person: BuiltPerson, partnership: Partnership, role: Role, includesBelow = false) {
  return inTransaction((transaction) => grantRole(transaction, { personId: person.id, partnershipId: partnership.id, role, includesBelow }));
}

test("everybody with a role here is in the list, those from above with where it was given, and nobody else", async () => {
  const county = await buildPartnership({ name: { en: "The County" } });
  const { partnership, list, see } = await begin({ partnership: await buildPartnership({ parentId: county.id }) });
  await buildPerson({ name: "Here Editor", role: "editor", partnership });
  const above = await buildPerson({ name: "Above Approver", role: "approver", partnership: county, includesBelow: true });
  await buildPerson({ name: "County Only", role: "approver", partnership: county });
  await buildPerson({ name: "No Role" });
  const html = await list();
  expect(html).toMatch(/Above Approver[\s\S]*Approver, since [^<]*\. Given above: The County[\s\S]*Here Editor[\s\S]*Editor, since/);
  expect(html).not.toMatch(/County Only|No Role/);
  const page = await (await see(above)).text();
  expect(page).toContain("It can be taken away only where it was given.");
  expect(page).not.toContain("take=approver");
});

test("the list is searched by name and by address, comes a page at a time, and is in the audit log without what was typed", async () => {
  const { partnership, person, list } = await begin();
  for (let index = 10; index < 40; index += 1) await buildPerson({ name: `Person ${index}`, email: `p${index}.${partnership.slug}@many.example`, role: "editor", partnership });
  const first = await list();
  const after = /after=([a-z0-9]+)/.exec(first)?.[1];
  const second = await list({ after });
  const names = [...`${first}${second}`.matchAll(/Person \d\d(?=<\/bdi>)/g)].map(([name]) => name);
  expect([names.length, new Set(names).size]).toEqual([30, 30]);
  expect(await list({ search: "PERSON 17" })).toMatch(/Person 17/);
  expect(await list({ search: "P17." })).toMatch(/Person 17<\/bdi>/);
  expect(await list({ search: "100%" })).toContain("Nobody here has such a name or address.");
  const told = await db().auditEntry.findMany({ where: { action: "people.read", subjectId: partnership.id } });
  expect(told.length).toBe(5);
  expect(told[0]).toMatchObject({ personId: person.id, facts: { shown: 25 } });
});

test("a role is given once asked, and that is written down", async () => {
  const { partnership, person: administrator, see, does } = await begin();
  const mair = await buildPerson({ role: "editor", partnership });
  expect(await does(mair, { deed: "choose" })).toMatchObject({ status: 422, html: expect.stringContaining("Choose a role") as string });
  expect(await does(mair, { deed: "choose", role: "approver" })).toMatchObject({ status: 302, to: "?give=approver" });
  expect(await rolesOf(mair)).toEqual(["editor"]);
  expect(await (await see(mair, { give: "approver" })).text()).toContain("Give Mair Rees the role “Approver”?");
  expect((await does(mair, { deed: "give", role: "approver" })).to).toBe("?done=given");
  expect((await does(mair, { deed: "give", role: "approver" })).to).toBe("?done=held");
  expect(await rolesOf(mair)).toEqual(["approver", "editor"]);
  const told = await db().auditEntry.findMany({ where: { subjectId: mair.id, action: "person.grant-role", personId: administrator.id } });
  expect(told).toMatchObject([{ facts: { role: "approver", includesBelow: false } }]);
});

test("nobody gives or takes below what their own role does not reach", async () => {
  const { partnership, see, does } = await begin();
  const mair = await buildPerson({ role: "editor", partnership, includesBelow: true });
  expect((await does(mair, { deed: "give", role: "approver", below: "yes" })).status).toBe(403);
  expect((await does(mair, { deed: "take", role: "editor" })).status).toBe(403);
  expect(await (await see(mair)).text()).not.toContain("take=editor");
  expect(await rolesOf(mair)).toEqual(["editor"]);
  const wide = await begin({ partnership, includesBelow: true });
  expect((await wide.does(mair, { deed: "give", role: "approver", below: "yes" })).to).toBe("?done=given");
  expect((await wide.does(mair, { deed: "take", role: "editor" })).to).toBe("?done=taken");
});

test("who has no role left is signed out at once, and who has one elsewhere is not", async () => {
  const { partnership, does, see } = await begin();
  const [gone, stays] = [await buildPerson({ role: "editor", partnership }), await buildPerson({ role: "editor", partnership })];
  await give(stays, await buildPartnership(), "editor");
  const cookies = { gone: await signInCookie(gone), stays: await signInCookie(stays) };
  expect(await (await see(gone, { take: "editor" })).text()).toContain("they will be signed out at once, on every device");
  expect(await (await see(stays, { take: "editor" })).text()).not.toContain("signed out");
  for (const person of [gone, stays]) expect((await does(person, { deed: "take", role: "editor" })).to).toBe(officePeoplePath(partnership, { done: "taken" }));
  expect(await whoIs(get("/", { cookies: cookies.gone }), new Date())).toBeNull();
  expect(await whoIs(get("/", { cookies: cookies.stays }), new Date())).not.toBeNull();
  expect((await see(gone)).status).toBe(404);
  expect(await db().auditEntry.count({ where: { subjectId: gone.id, action: "person.take-role" } })).toBe(1);
});

test("the last administrator of a partnership cannot be taken away, even by themselves", async () => {
  const { partnership, person, see, does } = await begin();
  expect(await (await see(person, { take: "administrator" })).text()).toContain("a partnership would be left without an administrator");
  expect((await does(person, { deed: "take", role: "administrator" })).to).toBe("?take=administrator");
  expect(await rolesOf(person)).toEqual(["administrator"]);
  const other = await buildPerson({ role: "administrator", partnership });
  expect((await does(person, { deed: "take", role: "administrator" })).to).toBe(`/${partnership.slug}`);
  expect(await rolesOf(other)).toEqual(["administrator"]);
});

test("two administrators who take each other's role away at the same time leave one", async () => {
  const partnership = await buildPartnership();
  const [one, other] = [await buildPerson({ role: "administrator", partnership }), await buildPerson({ role: "administrator", partnership })];
  const take = (personId: string, by: string) =>
    inTransaction((transaction) => takeRole(transaction, { personId, partnershipId: partnership.id, role: "administrator", by, now: new Date() }));
  expect((await Promise.all([take(one.id, other.id), take(other.id, one.id)])).sort()).toEqual(["last-administrator", "taken"]);
});

test("somebody without a role here is not there, and a role that is no role is refused", async () => {
  const { partnership, see, does } = await begin();
  const elsewhere = await buildPerson({ role: "editor" });
  expect((await see(elsewhere)).status).toBe(404);
  expect((await does(elsewhere, { deed: "give", role: "editor" })).status).toBe(404);
  const mair = await buildPerson({ role: "editor", partnership });
  for (const fields of [{ deed: "give", role: "emperor" }, { deed: "crown", role: "editor" }]) expect((await does(mair, fields)).status).toBe(400);
});

test("an analyst of one consultation sees that one alone, and loses it and their session when it is taken away", async () => {
  const { partnership, see, does, list } = await begin();
  const [own, other] = [await buildConsultation({ partnership }), await buildConsultation({ partnership, title: { en: "Buses" } })];
  const elsewhere = await buildConsultation();
  const mair = await buildPerson({ role: "translator", partnership });
  expect(await does(mair, { deed: "give", role: "analyst" })).toMatchObject({ status: 422, html: expect.stringContaining("Choose which consultations") as string });
  expect((await does(mair, { deed: "give", role: "analyst", scope: "chosen", consultation: elsewhere.id })).status).toBe(422);
  expect((await does(mair, { deed: "give", role: "analyst", scope: "chosen", consultation: own.id })).to).toBe("?done=given");
  expect((await does(mair, { deed: "give", role: "analyst", scope: "chosen", consultation: own.id })).to).toBe("?done=held");
  expect((await does(mair, { deed: "take", role: "translator" })).to).toBe("?done=taken");
  expect(await list()).toContain("Analyst in one consultation, since");
  const visitor = new Visitor(application, {}, [await signInCookie(mair)]);
  const statusOf = async ({ id }: { id: string }, page = "") => (await visitor.open(`/${partnership.slug}/office/consultations/${id}${page}`)).status;
  expect([await statusOf(own), await statusOf(own, "/results"), await statusOf(other), await statusOf(other, "/responses.csv"), await statusOf(elsewhere)]).toEqual([200, 200, 403, 403, 403]);
  const office = await (await visitor.open(`/${partnership.slug}/office`)).text();
  expect(office).toContain(own.id);
  expect(office).not.toContain(other.id);
  expect(await (await see(mair, { take: "analyst", consultation: own.id })).text()).toMatch(/Take the role “Analyst” in “Our sustainable[\s\S]*signed out at once/);
  expect((await does(mair, { deed: "take", role: "analyst", in: own.id })).to).toBe(officePeoplePath(partnership, { done: "taken" }));
  expect((await visitor.open(`/${partnership.slug}/office`)).status).toBe(302);
  const told = await db().auditEntry.findMany({ where: { subjectId: mair.id, action: { in: ["person.grant-role", "person.take-role"] } }, orderBy: { id: "asc" } });
  expect(told.map(({ facts }) => facts)).toContainEqual({ role: "analyst", consultationId: own.id });
});
