// The first partnership and the link its administrator signs in with.
import { beforeEach, expect, test } from "vitest";
import type { SetupAnswers } from "#app/people/first-partnership.ts";
import { handLink, saveFirstPartnership } from "#app/people/first-partnership.store.server.ts";
import { action as pressLink, loader as openLink } from "#app/people/pages/sign-in-link.tsx";
import { forgetSignIns, sendPass, useLink } from "#app/people/passes.store.server.ts";
import { authenticatorPath, passwordPath } from "#app/people/paths.ts";
import { whoIsAsking } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership, buildPerson } from "#tests/support/factories.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const answers: SetupAnswers = {
  ...{ name: "Dyffryn Partnership", "name-cy": "Partneriaeth y Dyffryn", slug: "dyffryn", tier: "district" },
  ...{ "sender-name": "Dyffryn", "sender-address": "post@dyffryn.example", telephone: "01632 960100" },
  ...{ "administrator-name": "Mair Rees", "administrator-email": "mair@dyffryn.example", "administrator-language": "cy" },
};

beforeEach(async () => {
  await db().signInPass.deleteMany();
  await db().person.deleteMany();
  await db().partnership.deleteMany();
});

async function setUp() {
  const saved = await saveFirstPartnership(answers, now);
  if (!saved.ok) throw new Error(saved.problem);
  return saved.value;
}

const use = (token: string, at = now) => inTransaction((transaction) => useLink(transaction, token, at));

test("an empty database gets the partnership as it was described, and one administrator of it and of what comes below", async () => {
  const { slug, administrator } = await setUp();
  expect(slug).toBe("dyffryn");
  const [partnership, ...others] = await db().partnership.findMany();
  expect(others).toEqual([]);
  expect(partnership).toMatchObject({
    ...{ slug: "dyffryn", name: { en: "Dyffryn Partnership", cy: "Partneriaeth y Dyffryn" }, tier: "district", parentId: null },
    ...{ senderName: "Dyffryn", senderAddress: "post@dyffryn.example", contact: { telephone: "01632 960100" } },
  });
  expect(administrator).toMatchObject({
    ...{ name: "Mair Rees", email: "mair@dyffryn.example", language: "cy", isDemonstration: false },
    grants: [{ partnershipId: partnership?.id, role: "administrator", includesBelow: true }],
  });
  expect(await db().letter.count()).toBe(0);
});

test("where there is a partnership nothing is set up, not even by two at once", async () => {
  const both = await Promise.all([saveFirstPartnership(answers, now), saveFirstPartnership({ ...answers, slug: "other" }, now)]);
  expect(both.map((saved) => saved.ok).sort()).toEqual([false, true]);
  expect([await db().partnership.count(), await db().person.count()]).toEqual([1, 1]);
  expect(await saveFirstPartnership({ ...answers, slug: "third" }, now)).toEqual({ ok: false, problem: "not-empty" });
});

test("the link signs the administrator in once, and leads to the office by way of a password and a second factor", async () => {
  const { administrator, token } = await setUp();
  const path = `/sign-in/link?token=${token}&to=/dyffryn/office`;
  const context = { now: hoursLater(23), address: newId() };
  expect((await answerOf(openLink(argsOf(get(path), context)))).status).toBe(200);
  const press = () => answerOf(pressLink(argsOf(post(path, { token, to: "/dyffryn/office" }), context)));
  const pressed = await press();
  expect(locationOf(pressed)).toBe(passwordPath({ to: authenticatorPath({ to: "/dyffryn/office" }) }));
  expect((await whoIsAsking(get("/", { cookies: cookiesOf(pressed) }), hoursLater(23)))?.signedIn.personId).toBe(administrator.personId);
  expect((await press()).status).toBe(410);
  expect((await answerOf(openLink(argsOf(get(path), context)))).status).toBe(410);
});

test("the link opens for a day and no longer, whatever is tidied away meanwhile", async () => {
  const { token } = await setUp();
  await forgetSignIns(hoursLater(23));
  expect(await use(token, hoursLater(24))).toBeNull();
  expect(await use(token, hoursLater(23.9))).not.toBeNull();
});

test("nothing in the database opens anything: link and address are kept as hashes", async () => {
  const { token } = await setUp();
  const kept = JSON.stringify([await db().signInPass.findMany(), await db().letter.findMany()]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain("mair@");
});

test("an administrator who lost the link is handed another, and the lost one opens nothing any more", async () => {
  const { token } = await setUp();
  const handed = await handLink("Mair@dyffryn.example", now);
  expect(handed).toMatchObject({ slug: "dyffryn", administrator: { name: "Mair Rees" } });
  expect(await use(token)).toBeNull();
  expect(await use(handed!.token)).toBe(handed!.administrator.personId);
});

test("signing in by a letter ends the handed link", async () => {
  const { token, administrator } = await setUp();
  await inTransaction((transaction) => sendPass(transaction, { email: administrator.email, to: null, site: "http://localhost:3000", now }));
  const { text } = await db().letter.findFirstOrThrow({ where: { toAddress: administrator.email }, orderBy: { createdAt: "desc" } });
  expect(await use(/token=([\w-]+)/.exec(text)![1]!)).toBe(administrator.personId);
  expect(await use(token)).toBeNull();
});

test("nobody but an administrator is handed a link", async () => {
  const partnership = await buildPartnership();
  const editor = await buildPerson({ role: "editor", partnership });
  expect(await handLink(editor.email, now)).toBeNull();
  expect(await handLink("nobody@people.example", now)).toBeNull();
  expect(await db().signInPass.count()).toBe(0);
});

test("the audit log tells of the setting up and of each link, without a name or an address", async () => {
  const { administrator } = await setUp();
  await handLink(administrator.email, now);
  const entries = await db().auditEntry.findMany({ orderBy: { id: "desc" }, take: 4 });
  expect(entries.map(({ action }) => action)).toEqual(["person.hand-link", "person.hand-link", "person.grant-role", "partnership.set-up"]);
  expect(JSON.stringify(entries, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(/mair|dyffryn/i);
});
