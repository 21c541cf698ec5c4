// Officers sign in in two steps: with a password or by a letter, and with a code of their app or a recovery code.
import { parseOptions, verify } from "@node-rs/argon2";
import { beforeAll, expect, test, vi } from "vitest";
import { hashSlowly } from "#app/people/argon2.server.ts";
import { forgetSignIns } from "#app/people/passes.store.server.ts";
import { authenticatorPath, passwordPath, recoveryCodesPath, secondStepPath, signInPath } from "#app/people/paths.ts";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { codeAt, setUpApp } from "#tests/support/authenticator.ts";
import { buildPerson } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

// because how often it works, and how hard, tells more than a stopwatch
vi.mock("@node-rs/argon2", { spy: true });

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const password = "bakery ladder seventeen";
const at = (instant: Date) => new Visitor(application, { now: instant, address: newId() });

/** Somebody with a password. */
async function build(role: Role = "editor") {
  const person = await buildPerson({ role });
  await db().password.create({ data: { personId: person.id, hash: await hashSlowly(password), changedAt: now } });
  return { ...person, office: `/${person.partnership?.slug}/office` };
}

type Somebody = Awaited<ReturnType<typeof build>>;

async function signIn(person: { email: string }, { typed = password, when = now, to = "" } = {}) {
  const visitor = at(when);
  const answer = await visitor.post(signInPath(), { email: person.email, password: typed, to });
  return { visitor, status: answer.status, to: locationOf(answer), html: await answer.text() };
}

/** The same with their app set up. */
async function buildWithApp(role: Role = "editor") {
  const person = await build(role);
  const { visitor } = await signIn(person);
  return { person, ...(await setUpApp(visitor, now)), visitor };
}

async function enter(person: Somebody, fields: Record<string, string>, when = later(1)) {
  const { visitor, to } = await signIn(person, { when, to: person.office });
  expect(to).toBe(secondStepPath({ to: person.office }));
  const answer = await visitor.post(secondStepPath(), { kind: "app", to: person.office, ...fields });
  return { visitor, status: answer.status, to: locationOf(answer), html: await answer.text() };
}

const lettersTo = async (email: string) => (await db().letter.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } })).map(({ subject }) => subject);

test("a parish clerk with a password signs in with that alone", async () => {
  const clerk = await build("parish-clerk");
  const { status, to, visitor } = await signIn(clerk, { to: "/how-we-work" });
  expect([status, to]).toEqual([302, "/how-we-work"]);
  expect((await visitor.open("/account")).status).toBe(200);
  const told = await db().auditEntry.findFirst({ where: { subjectId: clerk.id, action: "person.sign-in" } });
  expect(told?.facts).toEqual({ by: "password" });
});

test("an officer without a second factor sees no office page before they have set one up, and is nobody until then", async () => {
  const officer = await build();
  const { to, visitor } = await signIn(officer, { to: officer.office });
  expect(to).toBe(authenticatorPath({ to: officer.office }));
  expect(locationOf(await visitor.open(officer.office))).toBe(authenticatorPath({ to: officer.office }));
  expect(locationOf(await visitor.open("/account"))).toBe(authenticatorPath({ to: "/account" }));
  expect(await (await visitor.open("/")).text()).not.toContain(officer.name);
  const set = await setUpApp(visitor, now);
  expect(set.to).toBe(recoveryCodesPath());
  expect((await visitor.open(officer.office)).status).toBe(200);
  expect(await lettersTo(officer.email)).toEqual(["An app for codes was set up for Marlshire Partnership"]);
});

test("an unfinished session ends after an hour, a whole one twenty hours after the second factor", async () => {
  const { person, key } = await buildWithApp();
  const { visitor } = await signIn(person, { when: later(1) });
  await visitor.post(secondStepPath(), { kind: "app", code: codeAt(key, later(1)) });
  const kept = await db().session.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } });
  expect(kept.map(({ expiresAt }) => expiresAt)).toEqual([later(1200), later(1201)]);
  await signIn(person, { when: later(2) });
  expect((await db().session.findFirstOrThrow({ where: { personId: person.id, secondFactorAt: null } })).expiresAt).toEqual(later(62));
});

test("afterwards the code is asked, and opens the way to where they were going in a new session", async () => {
  const { person, key } = await buildWithApp();
  const { visitor, to } = await signIn(person, { when: later(1), to: person.office });
  expect(to).toBe(secondStepPath({ to: person.office }));
  expect(locationOf(await visitor.open(person.office))).toBe(secondStepPath({ to: person.office }));
  const before = await db().session.findFirstOrThrow({ where: { personId: person.id, secondFactorAt: null } });
  const answer = await visitor.post(secondStepPath(), { kind: "app", to: person.office, code: codeAt(key, later(1)) });
  expect([answer.status, locationOf(answer)]).toEqual([302, person.office]);
  expect((await visitor.open(person.office)).status).toBe(200);
  expect(await db().session.count({ where: { id: before.id } })).toBe(0);
  expect(await db().auditEntry.count({ where: { subjectId: person.id, action: "person.second-step" } })).toBe(1);
});

test("a code is taken half a minute early and half a minute late, not a whole one, and each once", async () => {
  const { person, key } = await buildWithApp();
  const atOnce = later(2);
  const off = (seconds: number) => codeAt(key, new Date(atOnce.getTime() + seconds * 1000));
  expect((await enter(person, { code: off(-60) }, atOnce)).html).toContain("That code is not right, or it has been used already.");
  expect((await enter(person, { code: off(60) }, atOnce)).status).toBe(422);
  expect((await enter(person, { code: off(-30) }, atOnce)).status).toBe(302);
  expect((await enter(person, { code: off(-30) }, atOnce)).status).toBe(422);
  expect((await enter(person, { code: off(30) }, atOnce)).status).toBe(302);
  expect((await enter(person, { code: off(0) }, atOnce)).status).toBe(422);
  expect((await enter(person, { code: codeAt(key, later(4)) }, later(4))).status).toBe(302);
});

test("the code with which the app was set up does not open as well, and two who press at once are one", async () => {
  const { person, key } = await buildWithApp();
  expect((await enter(person, { code: codeAt(key, now) }, now)).status).toBe(422);
  const code = codeAt(key, later(1));
  const both = await Promise.all([enter(person, { code }), enter(person, { code })]);
  expect(both.map(({ status }) => status).sort()).toEqual([302, 422]);
});

test("wrong codes make whoever tries wait, and the owner still gets in with a recovery code", async () => {
  const { person, key, visitor: owner } = await buildWithApp();
  const codes = await makeCodes(owner);
  const wrong = codeAt(key, later(600));
  for (let time = 0; time < 5; time += 1) expect((await enter(person, { code: wrong })).status).toBe(422);
  const refused = await enter(person, { code: codeAt(key, later(1)) });
  expect(refused.status).toBe(429);
  expect(refused.html).toContain("There were too many wrong codes. Wait 1 minute, or use a recovery code");
  expect((await enter(person, { kind: "recovery", code: codes[0]! })).status).toBe(302);
  expect((await enter(person, { code: codeAt(key, later(2)) }, later(2))).status).toBe(302);
  expect(await db().auditEntry.count({ where: { subjectId: person.id, action: "person.wrong-second-factor" } })).toBe(5);
});

async function makeCodes(visitor: Visitor): Promise<string[]> {
  const html = await (await visitor.post(recoveryCodesPath())).text();
  return [...html.matchAll(/<li>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/li>/g)].map(([, code]) => code!);
}

test("ten recovery codes are shown once and kept as hashes; each opens once, and its use is told by letter", async () => {
  const { person, visitor } = await buildWithApp();
  const codes = await makeCodes(visitor);
  expect(new Set(codes).size).toBe(10);
  expect(await (await visitor.open(recoveryCodesPath())).text()).not.toContain(codes[0]);
  expect(JSON.stringify(await db().recoveryCode.findMany({ where: { personId: person.id } }))).not.toContain(codes[0]);
  const typed = codes[3]!.toLowerCase().replaceAll("-", " ");
  expect((await enter(person, { kind: "recovery", code: typed })).to).toBe(person.office);
  const again = await enter(person, { kind: "recovery", code: typed });
  expect([again.status, again.html.includes("That is not one of your recovery codes, or it has been used already")]).toEqual([422, true]);
  expect(await (await visitor.open("/account")).text()).toContain("9 left");
  expect(await lettersTo(person.email)).toContain("A recovery code for Marlshire Partnership was used");
});

test("new recovery codes end the old ones, and nobody else's code is anybody's", async () => {
  const { person, visitor } = await buildWithApp();
  const [old] = await makeCodes(visitor);
  const [fresh] = await makeCodes(visitor);
  const other = await buildWithApp();
  expect((await enter(person, { kind: "recovery", code: old! })).status).toBe(422);
  expect((await enter(other.person, { kind: "recovery", code: fresh! })).status).toBe(422);
  expect((await enter(person, { kind: "recovery", code: fresh! })).status).toBe(302);
});

test("the key of an app cannot be read from the database", async () => {
  const { person, key } = await buildWithApp();
  const kept = await db().authenticator.findUniqueOrThrow({ where: { personId: person.id } });
  expect(kept.secret).not.toContain(key.replaceAll(" ", ""));
  expect(Buffer.from(kept.secret, "base64url").toString("latin1")).not.toContain(key.replaceAll(" ", ""));
});

test("the same is said of a wrong password, of somebody without one and of nobody, and the same is written down", async () => {
  const [known, without, nobody] = [await build("parish-clerk"), await buildPerson(), { email: `${newId()}@nobody.example` }];
  const answers = await Promise.all([signIn(known, { typed: "not this one" }), signIn(without), signIn(nobody)]);
  for (const { status, html } of answers) {
    expect(status).toBe(422);
    expect(html).toContain("The e-mail address or the password is not right. You can have a code sent to you instead");
  }
  const plain = answers.map(({ html }, index) => html.replaceAll([known, without, nobody][index]!.email, ""));
  expect(new Set(plain).size).toBe(1);
  for (const { email } of [known, without, nobody]) expect(await lettersTo(email)).toEqual([]);
  expect(await db().auditEntry.count({ where: { action: "person.wrong-password" } })).toBeGreaterThanOrEqual(3);
});

test("for an address that nobody has a password is hashed all the same, so that the time taken does not tell", async () => {
  const { email } = await build();
  const worked = async (whose: string) => {
    vi.mocked(verify).mockClear();
    await signIn({ email: whose }, { typed: "not this one" });
    return vi.mocked(verify).mock.calls.map(([hashed]) => parseOptions(String(hashed)));
  };
  const asForSomebody = await worked(email);
  expect(asForSomebody).toHaveLength(1);
  expect(await worked(`${newId()}@nobody.example`)).toEqual(asForSomebody);
});

test("guessing passwords makes whoever guesses wait, for an address nobody has too, and a code by e-mail still lets its owner in", async () => {
  const person = await build("parish-clerk");
  for (const email of [person.email, `${newId()}@nobody.example`]) {
    for (let time = 0; time < 5; time += 1) expect((await signIn({ email }, { typed: "not this one" })).status).toBe(422);
    const refused = await signIn({ email });
    expect([refused.status, refused.html.includes("Wait 1 minute, or have a code sent to you")]).toEqual([429, true]);
  }
  expect((await at(now).post(signInPath(), { email: person.email, by: "letter" })).status).toBe(302);
  expect(await lettersTo(person.email)).toEqual(["Sign in to Marlshire Partnership"]);
  expect((await signIn(person, { when: later(1) })).status).toBe(302);
  expect((await signIn(person, { typed: "wrong again", when: later(1) })).status).toBe(422);
});

test("many guesses at once are no way round the wait", async () => {
  const person = await build("parish-clerk");
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(person, { typed: "not this one" })));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
});

test("a hash made with less work than is asked today is made again when its owner signs in", async () => {
  const person = await buildPerson();
  const { hash } = await import("@node-rs/argon2");
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1 });
  await db().password.create({ data: { personId: person.id, hash: weak, changedAt: now } });
  expect((await signIn(person, { typed: "not this one" })).status).toBe(422);
  expect((await db().password.findUniqueOrThrow({ where: { personId: person.id } })).hash).toBe(weak);
  expect((await signIn(person)).status).toBe(302);
  expect((await db().password.findUniqueOrThrow({ where: { personId: person.id } })).hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await signIn(person)).status).toBe(302);
});

test("tries are forgotten a day after the last", async () => {
  await signIn({ email: `${newId()}@nobody.example` });
  await forgetSignIns(later(1439));
  expect(await db().failedTries.count()).toBeGreaterThan(0);
  await forgetSignIns(later(24 * 60 + 10));
  expect(await db().failedTries.count()).toBe(0);
});

test("whoever lies signed in a while ago signs in again before they change how they sign in", async () => {
  const { person, key, visitor } = await buildWithApp();
  expect((await visitor.open(passwordPath())).status).toBe(200);
  await enter(person, { code: codeAt(key, later(1)) });
  const late = new Visitor(application, { now: later(31), address: newId() }, visitor.cookies());
  for (const path of [passwordPath(), authenticatorPath(), recoveryCodesPath()]) {
    expect(locationOf(await late.open(path))).toBe(signInPath(path, { again: true }));
  }
  expect(await (await late.open(signInPath(passwordPath(), { again: true }))).text()).toContain("it is some time since you signed in");
});
