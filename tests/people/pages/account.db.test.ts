// Somebody's own account: their name, language and address, and where they are signed in.
import { beforeAll, expect, test } from "vitest";
import { accountDetailsPath, accountEmailPath, accountPath, confirmEmailPath, sessionsPath, signInPath } from "#app/people/paths.ts";
import { startSession } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";
import { get, locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const at = (instant: Date, cookies: string[] = []) => new Visitor(application, { now: instant, address: newId() }, cookies);

async function begin() {
  const person = await buildPerson({ role: "editor", name: "Mair Rees" });
  return { person, visitor: at(now, [await signInCookie(person, now)]) };
}

const lettersTo = (toAddress: string) => db().letter.findMany({ where: { toAddress }, orderBy: { createdAt: "asc" } });
const tokenTo = async (toAddress: string) => /token=([\w-]+)/.exec((await lettersTo(toAddress)).at(-1)?.text ?? "")?.[1] ?? "";

test("somebody changes their name and the language we write to them in; what is wrong is told with what was typed", async () => {
  const { person, visitor } = await begin();
  const refused = await visitor.post(accountDetailsPath, { name: " ", language: "tlh" });
  expect([refused.status, /Enter your name[\s\S]*Choose the language/.test(await refused.text())]).toEqual([422, true]);
  expect(locationOf(await visitor.post(accountDetailsPath, { name: " Mair  Rees-Pugh ", language: "cy" }))).toBe("/account?done=details");
  expect(await db().person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ name: "Mair Rees-Pugh", language: "cy" });
  const told = await db().auditEntry.findFirstOrThrow({ where: { subjectId: person.id, action: "person.change-details" } });
  expect(told.facts).toEqual({ name: true, language: true });
});

test("a new address is used once its letter's link is opened, the old one is told, and nothing before that", async () => {
  const { person, visitor } = await begin();
  const elsewhere = at(now, [await signInCookie(person, now)]);
  const email = `${newId()}@people.example`;
  expect(locationOf(await visitor.post(accountEmailPath, { email: ` ${email.toUpperCase()} ` }))).toBe(accountEmailPath);
  expect(await (await visitor.open(accountEmailPath)).text()).toContain(`If ${email} can be used for your account`);
  const token = await tokenTo(email);
  for (let time = 0; time < 2; time += 1) expect((await at(later(5)).open(confirmEmailPath(token))).status).toBe(200);
  expect((await db().person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(person.email);
  expect(locationOf(await visitor.post(confirmEmailPath(token), { token }))).toBe("/account?done=email");
  expect((await db().person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(email);
  expect((await lettersTo(person.email)).map(({ subject }) => subject)).toEqual(["Your account with Marlshire Partnership has another address"]);
  expect([(await visitor.open(accountPath())).status, (await elsewhere.open(accountPath())).status]).toEqual([200, 302]);
  expect((await at(now).post(confirmEmailPath(token), { token })).status).toBe(410);
});

test("of an address that somebody has the same is said, and no letter is written to it", async () => {
  const [{ person, visitor }, other] = [await begin(), await buildPerson()];
  expect(locationOf(await visitor.post(accountEmailPath, { email: other.email }))).toBe(accountEmailPath);
  expect(await (await visitor.open(accountEmailPath)).text()).toContain(`If ${other.email} can be used for your account`);
  expect(await lettersTo(other.email)).toEqual([]);
  for (const [email, said] of [["", "Enter the new e-mail address"], ["mair", "right format"], [person.email, "That is your address already"]] as const) {
    const answer = await visitor.post(accountEmailPath, { email });
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true]);
  }
});

test("an address that somebody else took meanwhile is not given, and a link is dead after a day", async () => {
  const { person, visitor } = await begin();
  const email = `${newId()}@people.example`;
  await visitor.post(accountEmailPath, { email });
  const token = await tokenTo(email);
  expect((await at(later(1440)).open(confirmEmailPath(token))).status).toBe(410);
  await buildPerson({ email });
  expect((await visitor.post(confirmEmailPath(token), { token })).status).toBe(410);
  expect((await db().person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(person.email);
});

test("somebody sees where they are signed in, in plain words, and ends one of them", async () => {
  const { person, visitor } = await begin();
  const request = get("/", { headers: { "User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:141.0) Gecko/20100101 Firefox/141.0" } });
  const begun = await inTransaction((transaction) => startSession(transaction, person.id, later(-90), { by: "password", request, isSecondFactorGiven: true }));
  const elsewhere = at(now, [begun]);
  const html = await (await visitor.open(sessionsPath())).text();
  expect(html).toMatch(/signed in on 2 devices[\s\S]*This is where you are now[\s\S]*Firefox on Windows[\s\S]*4 May 2026 at 08:30[\s\S]*with your password/);
  const session = /name="session" value="([0-9a-f]+)"/.exec(html)?.[1] ?? "";
  expect(locationOf(await visitor.post(sessionsPath(), { session }))).toBe("/account/sessions?done=ended");
  expect((await elsewhere.open(accountPath())).status).toBe(302);
  expect(locationOf(await visitor.post(sessionsPath(), { session }))).toBe("/account/sessions?done=over");
});

test("nobody ends another's session", async () => {
  const [{ visitor }, other] = [await begin(), await begin()];
  const { id } = await db().session.findFirstOrThrow({ where: { personId: other.person.id } });
  await visitor.post(sessionsPath(), { session: id });
  expect((await other.visitor.open(accountPath())).status).toBe(200);
});

test("many sessions come a page at a time", async () => {
  const { person, visitor } = await begin();
  for (let index = 0; index < 24; index += 1) await signInCookie(person, later(-index - 1));
  const first = await (await visitor.open(sessionsPath())).text();
  const before = /before=([0-9a-f]{64})/.exec(first)?.[1];
  const second = await (await visitor.open(sessionsPath({ before }))).text();
  const ids = [...`${first}${second}`.matchAll(/name="session" value="([0-9a-f]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(24);
});

test("when a session was last seen is told to within minutes", async () => {
  const { person, visitor } = await begin();
  const seen = async () => (await db().session.findFirstOrThrow({ where: { personId: person.id } })).lastSeenAt;
  await at(later(4), visitor.cookies()).open(accountPath());
  expect(await seen()).toEqual(now);
  await at(later(6), visitor.cookies()).open(accountPath());
  expect(await seen()).toEqual(later(6));
});

test("the address is changed, and a session ended, only by whoever signed in not long ago", async () => {
  const { visitor } = await begin();
  const late = at(later(61), visitor.cookies());
  expect((await late.open(accountDetailsPath)).status).toBe(200);
  expect(locationOf(await late.open(accountEmailPath))).toBe(signInPath(accountEmailPath, { again: true }));
  expect(locationOf(await late.post(accountEmailPath, { email: "new@people.example" }))).toBe(signInPath(accountEmailPath, { again: true }));
  expect(locationOf(await late.post(sessionsPath(), { session: "x" }))).toBe(signInPath(sessionsPath(), { again: true }));
});
