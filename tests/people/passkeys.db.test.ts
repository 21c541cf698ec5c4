// Passkeys: what is refused. That a real one opens is shown in a browser (tests/journeys/officer-signs-in-in-two-steps.spec.ts).
import { beforeAll, expect, test } from "vitest";
import { readPasskeyName } from "#app/people/passkey.ts";
import { accountPath, passkeysPath, secondStepPath, signInPasskeyPath, signInPath } from "#app/people/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { setUpApp } from "#tests/support/authenticator.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const at = (cookies: string[] = []) => new Visitor(application, { now, address: newId() }, cookies);

/** A passkey as it is kept; nobody has what would show it. */
async function keep(person: BuiltPerson, host = "localhost") {
  const id = newId();
  await db().passkey.create({ data: { id, personId: person.id, name: "Work laptop", host, publicKey: Buffer.from("none"), counter: 0, transports: [], addedAt: now } });
  return id;
}

async function begin() {
  const person = await buildPerson({ role: "editor" });
  return { person, visitor: at([await signInCookie(person, now)]) };
}

const optionsIn = (html: string) => JSON.parse((/data-options="([^"]+)"/.exec(html)?.[1] ?? "{}").replaceAll("&quot;", '"')) as Record<string, unknown> & { challenge: string };

test("the device is asked to know its owner, and each challenge is another, kept as a hash for ten minutes", async () => {
  const visitor = at();
  const options = [optionsIn(await (await visitor.open(signInPasskeyPath())).text()), optionsIn(await (await visitor.open(signInPasskeyPath())).text())];
  expect(options[0]).toMatchObject({ rpId: "localhost", userVerification: "required" });
  expect(options[0]!.challenge).not.toBe(options[1]!.challenge);
  const kept = await db().passkeyChallenge.findUniqueOrThrow({ where: { id: sha256(options[0]!.challenge) } });
  expect(kept).toMatchObject({ personId: null, expiresAt: new Date(now.getTime() + 600_000) });
});

test.each(["", "x", "{}", "[]", "null", '{"id":"x","response":{}}', '{"id":1,"response":[]}'])("an answer like %j opens nothing and makes nothing", async (answer) => {
  const { person, visitor } = await begin();
  await keep(person);
  expect((await at().post(signInPasskeyPath(), { answer })).status).toBe(422);
  expect((await visitor.post(passkeysPath(), { answer, name: "Another" })).status).toBe(422);
  expect(await db().passkey.count({ where: { personId: person.id } })).toBe(1);
});

test("a known passkey without its signature opens nothing", async () => {
  const { person } = await begin();
  const id = await keep(person);
  const visitor = at();
  const { challenge } = optionsIn(await (await visitor.open(signInPasskeyPath())).text());
  const clientDataJSON = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin: "http://localhost:3000" })).toString("base64url");
  const response = { clientDataJSON, authenticatorData: Buffer.alloc(37, 5).toString("base64url"), signature: "AAAA" };
  const answer = JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  expect((await visitor.post(signInPasskeyPath(), { answer })).status).toBe(422);
});

test("whoever has a passkey and no app is asked for it, or for a recovery code", async () => {
  const { person, visitor: owner } = await begin();
  await keep(person);
  await db().password.create({ data: { personId: person.id, hash: await (await import("#app/people/argon2.server.ts")).hashSlowly("bakery ladder"), changedAt: now } });
  const visitor = at();
  expect(locationOf(await visitor.post(signInPath(), { email: person.email, password: "bakery ladder", to: "/account" }))).toBe(secondStepPath({ to: "/account" }));
  expect(locationOf(await visitor.open(secondStepPath({ to: "/account" })))).toBe(signInPasskeyPath({ to: "/account" }));
  expect((await visitor.open(secondStepPath({ using: "recovery-code" }))).status).toBe(200);
  expect((await owner.open("/account")).status).toBe(200);
});

test("the one thing an officer signs in with is not taken away before there is another; then it is, and told", async () => {
  const { person, visitor } = await begin();
  const id = await keep(person);
  expect(await (await visitor.open(passkeysPath({ ask: id }))).text()).toContain("Without it you could not sign in to your office.");
  expect((await visitor.post(passkeysPath(), { deed: "remove", passkey: id })).status).toBe(400);
  await setUpApp(visitor, now);
  expect(await (await visitor.open(passkeysPath({ ask: id }))).text()).toContain("Take the passkey “Work laptop” away?");
  expect(locationOf(await visitor.post(passkeysPath(), { deed: "remove", passkey: id }))).toBe("/account?done=passkey-removed");
  const letters = await db().letter.findMany({ where: { toAddress: person.email }, orderBy: { createdAt: "asc" } });
  expect(letters.at(-1)?.subject).toBe("A passkey for Marlshire Partnership was taken away");
});

test("a passkey is called by another name by its owner alone, and nobody takes another's away", async () => {
  const [{ visitor }, other] = [await begin(), await begin()];
  const id = await keep(other.person);
  await visitor.post(passkeysPath(), { deed: "remove", passkey: id });
  await visitor.post(passkeysPath(), { deed: "rename", passkey: id, name: "Mine now" });
  expect(await db().passkey.findMany({ where: { id }, select: { name: true } })).toEqual([{ name: "Work laptop" }]);
  expect(await (await other.visitor.open(passkeysPath({ rename: id }))).text()).toContain("What should “Work laptop” be called?");
  const blank = await other.visitor.post(passkeysPath({ rename: id }), { deed: "rename", passkey: id, name: " " });
  expect([blank.status, await blank.text()]).toEqual([422, expect.stringContaining("Enter what to call the passkey")]);
  expect(locationOf(await other.visitor.post(passkeysPath({ rename: id }), { deed: "rename", passkey: id, name: "Old laptop" }))).toBe(accountPath({ done: "passkey-renamed" }));
  expect(await db().passkey.count({ where: { id, name: "Old laptop" } })).toBe(1);
});

test("a passkey has a name by which its owner knows it again", () => {
  expect(readPasskeyName("  Work  laptop ")).toEqual({ ok: true, value: "Work laptop" });
  expect([readPasskeyName(" "), readPasskeyName("x".repeat(61))]).toMatchObject([{ problem: "name-missing" }, { problem: "name-long" }]);
});
