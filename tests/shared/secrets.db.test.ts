// Replacing the secret: what was made with the one before still opens, until that one is forgotten.
import { createHmac, hkdfSync } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { draftCookie, readDraftCookie } from "#app/consultations/draft-cookie.server.ts";
import { findEqualityAnswers, moveEqualityAnswers, saveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { moveAuthenticators, offerAuthenticator, openOffer, saveAuthenticator, useAuthenticator } from "#app/people/authenticators.store.server.ts";
import { sendPass, useCode, useLink } from "#app/people/passes.store.server.ts";
import { findPerson } from "#app/people/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { keyedHash, newReference, seal, unseal } from "#app/shared/keys.server.ts";
import { forgetSecretsBefore, knownSecrets, makeNewSecret, secretFile, secretsReplaced } from "#app/shared/secrets.server.ts";
import { codeAt } from "#tests/support/authenticator.ts";
import { buildConsultation, buildPerson, buildResponse } from "#tests/support/factories.ts";
import { get } from "#tests/support/requests.ts";

const now = new Date();
// because a new secret is made with only once every process has seen it
const aMinuteAgo = new Date(now.getTime() - 60_000);
const replace = () => makeNewSecret(aMinuteAgo);

beforeEach(async () => {
  forgetSecretsBefore();
  await db().equalityAnswer.deleteMany();
});

test("the first secret is made once, long, and readable by its owner alone", () => {
  const [first = "", ...others] = knownSecrets();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(others).toEqual([]);
  expect(readFileSync(secretFile(), "utf8")).toBe(first);
  expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
  expect(readdirSync(config().dataDir)).toEqual(["secret"]);
});

test("a new secret comes first and the one before still stands, until it is forgotten", () => {
  const [first = ""] = knownSecrets();
  replace();
  const [second = ""] = knownSecrets();
  replace();
  const known = knownSecrets();
  expect(known.slice(1)).toEqual([second, first]);
  expect(new Set(known).size).toBe(3);
  expect(secretsReplaced().map(({ replacedAt }) => replacedAt)).toEqual([aMinuteAgo, aMinuteAgo]);
  expect(statSync(join(config().dataDir, "secrets-before")).mode & 0o777).toBe(0o600);
  forgetSecretsBefore();
  expect(knownSecrets()).toEqual([known[0]]);
});

test("a process that shares the folder sees a new secret within seconds, and none makes with it before all have", () => {
  const [old = ""] = knownSecrets();
  makeNewSecret(now);
  const inSeconds = (seconds: number) => knownSecrets(now.getTime() + seconds * 1000);
  expect(inSeconds(0)[0]).toBe(old);
  expect(inSeconds(10)[0]).toBe(old);
  expect(inSeconds(10)).toHaveLength(2);
  expect(inSeconds(13)[0]).not.toBe(old);
  expect(inSeconds(13)).toHaveLength(2);
});

test("a secret that is gone from its file is missed, not made anew", () => {
  const [secret = ""] = knownSecrets();
  writeFileSync(secretFile(), "\n");
  const later = Date.now() + 60_000;
  expect(() => knownSecrets(later)).toThrow(/does not hold a secret any more/);
  writeFileSync(secretFile(), secret);
  expect(knownSecrets(later)).toEqual([secret]);
});

test("a key is what it always was: secrets of earlier versions go on", () => {
  const [secret = ""] = knownSecrets();
  const key = Buffer.from(hkdfSync("sha256", secret, "folkmoot", "equality", 32)).toString("hex");
  expect(keyedHash("equality", "a")).toBe(createHmac("sha256", key).update("a").digest("hex"));
});

test("a draft's cookie opens with the old secret, is written with the new, and is refused once the old is forgotten", async () => {
  const reference = newReference();
  const read = async (cookie: Record<string, string>) => readDraftCookie(get("/", { cookies: cookie["Set-Cookie"]!.split(";")[0]! }), "a");
  const before = draftCookie("a", reference);
  replace();
  const after = draftCookie("a", reference);
  expect([await read(before), await read(after)]).toEqual([reference, reference]);
  forgetSecretsBefore();
  expect([await read(before), await read(after)]).toEqual([null, reference]);
});

test("a letter that lets in does so after the secret was replaced, by its code and its link, and not once the old is forgotten", async () => {
  const person = await buildPerson({ role: "editor" });
  const ask = async () => {
    await db().letter.deleteMany();
    const passId = await inTransaction((transaction) => sendPass(transaction, { email: person.email, to: null, site: "http://localhost:3000", now }));
    const { text } = await db().letter.findFirstOrThrow();
    return { passId, code: /^\d{3} \d{3}$/m.exec(text)![0].replace(" ", ""), token: /token=([\w-]+)/.exec(text)![1]! };
  };
  const [byCode, byLink, tooLate] = [await ask(), await ask(), await ask()];
  replace();
  const opened = await inTransaction((transaction) => useCode(transaction, { passId: byCode.passId, code: byCode.code, now }));
  expect(opened).toEqual({ ok: true, value: person.id });
  await db().signInPass.updateMany({ data: { usedAt: null } });
  expect(await inTransaction((transaction) => useLink(transaction, byLink.token, now))).toBe(person.id);
  await db().signInPass.updateMany({ data: { usedAt: null } });
  forgetSecretsBefore();
  expect(await inTransaction((transaction) => useLink(transaction, tooLate.token, now))).toBeNull();
  const anew = await ask();
  expect(await inTransaction((transaction) => useLink(transaction, anew.token, now))).toBe(person.id);
});

test("the key of somebody's app opens under the old secret, moves under the new, and opens still when the old is forgotten", async () => {
  const person = await findPerson(db(), (await buildPerson()).id);
  const offer = offerAuthenticator(person, "Folkmoot", now);
  replace();
  const opened = openOffer(person, "Folkmoot", offer.sealed, now);
  expect(opened?.secret).toBe(offer.secret);
  expect(openOffer({ ...person, personId: "another" }, "Folkmoot", offer.sealed, now)).toBeNull();
  await inTransaction((transaction) => saveAuthenticator(transaction, person, offer, codeAt(offer.secret, now), now));
  replace();
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const isTaken = (at: Date) => inTransaction((transaction) => useAuthenticator(transaction, person.personId, codeAt(offer.secret, at), at));
  expect(await isTaken(inMinutes(1))).toBe(true);
  expect([await moveAuthenticators(), await moveAuthenticators()]).toEqual([1, 0]);
  forgetSecretsBefore();
  expect(await isTaken(inMinutes(2))).toBe(true);
});

test("what was sealed is opened by nobody who changed it or says it belongs to another", () => {
  const sealed = seal("a purpose", "mair", "the text");
  expect(unseal("a purpose", "mair", sealed)).toEqual({ text: "the text", isNewest: true });
  const bytes = Buffer.from(sealed, "base64url");
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index] = changed[index]! ^ 1;
    expect(unseal("a purpose", "mair", changed.toString("base64url"))).toBeNull();
  }
  for (const [purpose, of, given] of [["another", "mair", sealed], ["a purpose", "ruth", sealed], ["a purpose", "mair", ""], ["a purpose", "mair", "%"]] as const) {
    expect(unseal(purpose, of, given)).toBeNull();
  }
});

const young = { "age-band": { option: "16-24" } };
const old = { "age-band": { option: "75" } };

test("equality answers given under the old secret are found, changed and deleted, and never there twice", async () => {
  const consultation = await buildConsultation();
  const responses = await Promise.all(Array.from({ length: 3 }, () => buildResponse({ consultation })));
  const [one, two, three] = responses.map(({ id }) => id) as [string, string, string];
  for (const id of [one, two, three]) await saveEqualityAnswers(db(), consultation, id, young);
  replace();
  expect(await findEqualityAnswers(db(), consultation, one)).toEqual(young);
  await saveEqualityAnswers(db(), consultation, one, old);
  expect(await findEqualityAnswers(db(), consultation, one)).toEqual(old);
  await saveEqualityAnswers(db(), consultation, two, {});
  expect(await findEqualityAnswers(db(), consultation, two)).toEqual({});
  expect(await db().equalityAnswer.count({ where: { consultationId: consultation.id } })).toBe(2);
});

test("before the old secret is forgotten the answers move under the new, each once, in no order of the responses'", async () => {
  const consultation = await buildConsultation();
  const responses = await Promise.all(Array.from({ length: 20 }, () => buildResponse({ consultation })));
  for (const [index, { id }] of responses.entries()) await saveEqualityAnswers(db(), consultation, id, index % 2 ? young : old);
  const where = { consultationId: consultation.id };
  const keysBefore = (await db().equalityAnswer.findMany({ where })).map(({ key }) => key);
  replace();
  replace();
  expect(await moveEqualityAnswers()).toBe(20);
  expect(await moveEqualityAnswers()).toBe(0);
  const rows = await db().$queryRaw<{ key: string }[]>`SELECT key FROM "EqualityAnswer" WHERE "consultationId" = ${consultation.id} ORDER BY ctid`;
  expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).sort());
  expect(rows.some(({ key }) => keysBefore.includes(key))).toBe(false);
  forgetSecretsBefore();
  for (const [index, { id }] of responses.entries()) expect(await findEqualityAnswers(db(), consultation, id)).toEqual(index % 2 ? young : old);
});

test("of answers that lie under both, the newer stay", async () => {
  const { id, consultation } = await buildResponse();
  await saveEqualityAnswers(db(), consultation, id, young);
  const under = keyedHash("equality", id);
  replace();
  await saveEqualityAnswers(db(), consultation, id, old);
  const { partnershipId, id: consultationId } = consultation;
  await db().equalityAnswer.create({ data: { key: under, partnershipId, consultationId, answers: young } });
  expect(await findEqualityAnswers(db(), consultation, id)).toEqual(old);
  await moveEqualityAnswers();
  expect((await db().equalityAnswer.findMany({ where: { consultationId } })).map(({ answers }) => answers)).toEqual([old]);
});

test("who has the database and a secret that was forgotten cannot join equality answers to responses", async () => {
  const { id, consultation } = await buildResponse();
  await saveEqualityAnswers(db(), consultation, id, young);
  const leaked = keyedHash("equality", id);
  replace();
  await moveEqualityAnswers();
  forgetSecretsBefore();
  expect(await db().equalityAnswer.count({ where: { key: leaked } })).toBe(0);
  rmSync(join(config().dataDir, "secrets-before"), { force: true });
});
