// Somebody is invited by an administrator, opens the letter, accepts and is signed in.
import { beforeAll, expect, test } from "vitest";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { forgetSignIns } from "#app/people/passes.store.server.ts";
import { authenticatorPath, invitationPath, invitePath, officeInvitationsPath, officePeoplePath, passwordPath, signInPath } from "#app/people/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { setUpApp } from "#tests/support/authenticator.ts";
import { buildConsultation, buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Each comes from an address of their own. */
const somebody = (at = now, cookies: string[] = []) => new Visitor(application, { now: at, address: newId() }, cookies);

async function begin({ includesBelow = false } = {}) {
  const partnership = await buildPartnership();
  const person = await buildPerson({ name: "Ruth Pemberton", role: "administrator", partnership, includesBelow });
  const administrator = somebody(now, [await signInCookie(person, now)]);
  return { partnership, person, administrator };
}

const invited = { name: "Mair Rees", language: "en", role: ["editor", "approver"] };

async function tokenOf(email: string): Promise<string> {
  const letters = await db().letter.findMany({ where: { toAddress: email }, orderBy: [{ createdAt: "desc" }] });
  return /token=([\w-]+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
}

async function invite(administrator: Visitor, partnership: Partnership, email = `${newId()}@people.example`) {
  const answer = await administrator.post(invitePath(partnership), { ...invited, email });
  expect(locationOf(answer)).toBe(officeInvitationsPath(partnership, { done: "sent" }));
  const { id } = await db().invitation.findFirstOrThrow({ where: { email, partnershipId: partnership.id } });
  return { id, email, token: await tokenOf(email) };
}

const open = async (partnership: Partnership, token: string, at = now) => (await somebody(at).open(invitationPath(partnership, token))).status;
const press = (partnership: Partnership, token: string, at = now) => somebody(at).post(`/${partnership.slug}/invitation`, { token });

test("an address that was invited is not invited once more: the invitation that waits is sent again or withdrawn", async () => {
  const { partnership, administrator } = await begin();
  const { email } = await invite(administrator, partnership);
  const twice = await administrator.post(invitePath(partnership), { ...invited, email: email.toUpperCase() });
  expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining("An invitation to this address is waiting already.")]);
  expect(await db().invitation.count({ where: { email } })).toBe(1);
});

test("who is invited opens the link as often as they like, accepts once, is signed in and has the roles", async () => {
  const { partnership, person: ruth, administrator } = await begin();
  const { id, email, token } = await invite(administrator, partnership);
  expect(await (await administrator.open(officePeoplePath(partnership))).text()).toContain("Invitations that wait: 1");
  expect(await (await administrator.open(officeInvitationsPath(partnership))).text()).toMatch(/Mair Rees[\s\S]*Editor[\s\S]*Approver/);
  const mair = somebody();
  for (let time = 0; time < 3; time += 1) {
    const html = await (await mair.open(invitationPath(partnership, token))).text();
    expect(html).toMatch(/Invitation from Marlshire Partnership[\s\S]*Editor[\s\S]*Approver[\s\S]*Accept and sign in/);
  }
  const accepted = await mair.post(`/${partnership.slug}/invitation`, { token });
  const app = authenticatorPath({ to: `/${partnership.slug}` });
  expect([accepted.status, locationOf(accepted)]).toEqual([302, passwordPath({ to: app })]);
  expect(locationOf(await mair.open(`/${partnership.slug}/office`))).toBe(authenticatorPath({ to: `/${partnership.slug}/office` }));
  await setUpApp(mair, now);
  expect((await mair.open(`/${partnership.slug}/office`)).status).toBe(200);
  const person = await db().person.findUniqueOrThrow({ where: { email }, include: { roleGrants: true } });
  expect(person).toMatchObject({ name: "Mair Rees", language: "en", isDemonstration: false });
  expect(person.roleGrants.map(({ role, includesBelow }) => [role, includesBelow]).sort()).toEqual([["approver", false], ["editor", false]]);
  expect([await open(partnership, token), (await press(partnership, token)).status]).toEqual([410, 410]);
  expect(await db().invitation.count({ where: { id } })).toBe(0);
  const told = await db().auditEntry.findMany({ where: { OR: [{ subjectId: id }, { subjectId: person.id }] }, orderBy: { id: "asc" } });
  expect(told.map(({ action, personId }) => [action, personId])).toEqual([
    ["person.invite", ruth.id],
    ["person.grant-role", ruth.id],
    ["person.grant-role", ruth.id],
    ["person.accept-invitation", person.id],
    ["person.sign-in", person.id],
    ["person.set-authenticator", person.id],
  ]);
  expect(JSON.stringify(told.map(({ facts }) => facts))).not.toMatch(/Mair|@/);
});

test("an address that had an account before gets the same letter and the same page, keeps its name, and signs in as always", async () => {
  const { partnership, administrator } = await begin();
  const known = await buildPerson({ name: "Aled Pugh", language: "cy" });
  const [one, other] = [await invite(administrator, partnership, known.email), await invite(administrator, partnership)];
  const same = (html: string, { token, id, email }: typeof one) => html.replaceAll(token, "").replaceAll(id, "").replaceAll(email, "");
  const pages = [];
  for (const each of [one, other]) pages.push(same(await (await somebody().open(invitationPath(partnership, each.token))).text(), each));
  expect(pages[0]).toBe(pages[1]);
  // because the link lives for days, and a letter that signs in lives for minutes
  expect(locationOf(await press(partnership, one.token))).toBe(signInPath(`/${partnership.slug}`, { accepted: true }));
  expect(await db().session.count({ where: { personId: known.id } })).toBe(0);
  const account = await db().person.findUniqueOrThrow({ where: { email: known.email }, include: { roleGrants: true } });
  expect([account.id, account.name, account.roleGrants.length]).toEqual([known.id, "Aled Pugh", 2]);
});

test("what is wrong with an invitation is said beside the field, with what was typed kept, and nothing is sent", async () => {
  const { partnership, administrator } = await begin();
  const answer = await administrator.post(invitePath(partnership), { name: "Mair Rees", email: "mair at people", language: "cy" });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toMatch(/like name@example\.com[\s\S]*Choose at least one role/);
  expect(html).toMatch(/value="mair at people"/);
  expect(html).toMatch(/<option value="cy" selected/);
  expect(await db().letter.count({ where: { partnershipId: partnership.id } })).toBe(0);
});

test("an invitation works up to its seventh day and not from then on, and the link is not what the database keeps", async () => {
  const { partnership, administrator } = await begin();
  const { id, token } = await invite(administrator, partnership);
  expect([await open(partnership, token, daysLater(6.99)), await open(partnership, token, daysLater(7))]).toEqual([200, 410]);
  expect((await press(partnership, token, daysLater(7))).status).toBe(410);
  expect(JSON.stringify(await db().invitation.findUniqueOrThrow({ where: { id } }))).not.toContain(token);
  await forgetSignIns(daysLater(90));
  expect(await db().invitation.count({ where: { id } })).toBe(1);
  await forgetSignIns(daysLater(98));
  expect(await db().invitation.count({ where: { id } })).toBe(0);
});

test("sent again, the new link works for seven days more and the old one is dead", async () => {
  const { partnership, person, administrator } = await begin();
  const { id, email, token } = await invite(administrator, partnership);
  const later = somebody(daysLater(8), [await signInCookie(person, daysLater(8))]);
  expect(await (await later.open(officeInvitationsPath(partnership))).text()).toContain("It stopped working on");
  const answer = await later.post(officeInvitationsPath(partnership), { deed: "again", invitation: id });
  expect(locationOf(answer)).toBe(officeInvitationsPath(partnership, { done: "sent-again" }));
  const again = await tokenOf(email);
  expect(again).not.toBe(token);
  expect([await open(partnership, token, daysLater(8)), await open(partnership, again, daysLater(14))]).toEqual([410, 200]);
});

test("withdrawn once asked, an invitation opens nothing and leaves no name behind", async () => {
  const { partnership, administrator } = await begin();
  const { id, token } = await invite(administrator, partnership);
  const here = officeInvitationsPath(partnership);
  expect(await (await administrator.open(officeInvitationsPath(partnership, { ask: id }))).text()).toContain("Withdraw the invitation of Mair Rees?");
  const withdraw = async () => locationOf(await administrator.post(here, { deed: "withdraw", invitation: id }));
  expect([await withdraw(), await withdraw()]).toEqual([`${here}?done=withdrawn`, `${here}?done=gone`]);
  expect(await open(partnership, token)).toBe(410);
  expect(await db().auditEntry.count({ where: { action: "person.withdraw-invitation", subjectId: id } })).toBe(1);
});

test("what somebody invited to does not outlast their own role, unless another administrator sends it in their own name", async () => {
  const { partnership, person: ruth, administrator } = await begin();
  const other = somebody(now, [await signInCookie(await buildPerson({ role: "administrator", partnership }), now)]);
  const { id, email, token } = await invite(administrator, partnership);
  await db().roleGrant.deleteMany({ where: { personId: ruth.id } });
  expect([await open(partnership, token), (await press(partnership, token)).status]).toEqual([410, 410]);
  expect(await db().person.count({ where: { email } })).toBe(0);
  await other.post(officeInvitationsPath(partnership), { deed: "again", invitation: id });
  expect(await open(partnership, await tokenOf(email))).toBe(200);
});

test("an invitation that holds below is sent again only by whoever could give as much", async () => {
  const wide = await begin({ includesBelow: true });
  const narrow = somebody(now, [await signInCookie(await buildPerson({ role: "administrator", partnership: wide.partnership }), now)]);
  await wide.administrator.post(invitePath(wide.partnership), { ...invited, email: "below@people.example", below: "yes" });
  const { id } = await db().invitation.findFirstOrThrow({ where: { email: "below@people.example" } });
  expect((await narrow.post(officeInvitationsPath(wide.partnership), { deed: "again", invitation: id })).status).toBe(403);
});

test("a link pressed twice at once makes one account and signs in once", async () => {
  const { partnership, administrator } = await begin();
  const { email, token } = await invite(administrator, partnership);
  const both = await Promise.all([press(partnership, token), press(partnership, token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([302, 410]);
  expect(await db().session.count({ where: { person: { email } } })).toBe(1);
});

test("who is invited as an analyst of one consultation reads which before accepting", async () => {
  const { partnership, administrator } = await begin();
  const { id } = await buildConsultation({ partnership, title: { en: "The green and the pond" } });
  await buildConsultation({ partnership, title: { en: "Taxis in the middle of town" } });
  const email = `${newId()}@people.example`;
  await administrator.post(invitePath(partnership), { ...invited, role: ["analyst"], scope: "chosen", consultation: [id], email });
  const html = await (await somebody().open(invitationPath(partnership, await tokenOf(email)))).text();
  expect(html).toMatch(/Analyst[\s\S]*in this consultation alone:[\s\S]*The green and the pond/);
  expect(html).not.toContain("Taxis");
});

test("two invitations to one address that are accepted at once make one account", async () => {
  const [first, second] = [await begin(), await begin()];
  const email = `${newId()}@people.example`;
  const one = await invite(first.administrator, first.partnership, email);
  const other = await invite(second.administrator, second.partnership, email);
  const letters = await db().letter.findMany({ where: { toAddress: email } });
  const tokenIn = (slug: string) => letters.map(({ text }) => new RegExp(`${slug}/invitation\\?token=([\\w-]+)`).exec(text)?.[1]).find(Boolean) ?? "";
  expect(one.id).not.toBe(other.id);
  const both = await Promise.all([
    press(first.partnership, tokenIn(first.partnership.slug)),
    press(second.partnership, tokenIn(second.partnership.slug)),
  ]);
  expect(both.map(({ status }) => status)).toEqual([302, 302]);
  expect(await db().roleGrant.count({ where: { person: { email } } })).toBe(4);
});

test("roles that hold below are offered by administrators whose own do, and one partnership's invitation is no other's", async () => {
  const [narrow, wide] = [await begin(), await begin({ includesBelow: true })];
  const fields = { ...invited, email: `${newId()}@people.example`, below: "yes" };
  expect((await narrow.administrator.post(invitePath(narrow.partnership), fields)).status).toBe(403);
  expect((await wide.administrator.post(invitePath(wide.partnership), fields)).status).toBe(302);
  const { id } = await db().invitation.findFirstOrThrow({ where: { email: fields.email } });
  const theirs = (deed: string) => narrow.administrator.post(officeInvitationsPath(narrow.partnership), { deed, invitation: id });
  expect((await theirs("again")).status).toBe(404);
  expect(locationOf(await theirs("withdraw"))).toContain("done=gone");
  expect(await open(narrow.partnership, await tokenOf(fields.email))).toBe(410);
  await press(wide.partnership, await tokenOf(fields.email));
  expect(await db().roleGrant.count({ where: { person: { email: fields.email }, includesBelow: true } })).toBe(2);
});

test("an analyst invited for one consultation is one there alone", async () => {
  const { partnership, administrator } = await begin();
  const [own, other] = [await buildConsultation({ partnership }), await buildConsultation({ partnership })];
  const email = `${newId()}@people.example`;
  const sent = await administrator.post(invitePath(partnership), { ...invited, role: "analyst", email, scope: "chosen", consultation: own.id });
  expect(sent.status).toBe(302);
  const analyst = somebody();
  await analyst.post(`/${partnership.slug}/invitation`, { token: await tokenOf(email) });
  await setUpApp(analyst, now);
  const statusOf = async ({ id }: { id: string }) => (await analyst.open(`/${partnership.slug}/office/consultations/${id}/results`)).status;
  expect([await statusOf(own), await statusOf(other)]).toEqual([200, 403]);
});
