import { beforeEach, expect, test } from "vitest";
import { deleteExpiredDrafts } from "#app/consultations/drafts.store.server.ts";
import { sendLostReferences } from "#app/consultations/ways-back.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, type BuiltConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let person: Respondent;
let responses: string;
let base: string;

beforeEach(async () => {
  consultation = await buildConsultation();
  person = new Respondent(consultation, { address: newId() });
  responses = `/${consultation.partnership.slug}/responses`;
  base = `/${consultation.partnership.slug}/consultations/${consultation.id}/respond`;
});

const reference = async () => (await db().draft.findFirstOrThrow({ where: { consultationId: consultation.id } })).reference;
const elsewhere = () => new Respondent(consultation, { address: newId(), now: person.now });
const letters = () => db().letter.findMany({ where: { partnershipId: consultation.partnership.id }, orderBy: { createdAt: "asc" } });

test("on another device the reference goes on where the draft was left", async () => {
  await person.post("");
  await person.post("questions/priorities", { first: "Buses", _intent: "later" });
  const other = elsewhere();
  const typed = (await reference()).toLowerCase().replaceAll("-", " ");
  expect((await other.post(responses, { reference: typed })).to).toBe(`${base}/questions/priorities`);
  expect((await other.open<{ entries: object }>("questions/priorities")).body.entries).toEqual({ first: ["Buses"] });
});

test("the reference of a response opens the response", async () => {
  const sent = await person.respond();
  const other = elsewhere();
  expect((await other.post(responses, { reference: sent })).to).toBe(`${responses}/mine?consultation=${consultation.id}`);
  expect((await other.open(`${responses}/mine?consultation=${consultation.id}`)).status).toBe(200);
});

test("a reference that is wrong or unknown says so and keeps what was typed", async () => {
  for (const [typed, problem] of [
    ["", "missing"],
    ["7KQ2", "malformed"],
    ["OKQ2-M4XP-9RTC", "lookalike"],
    ["7KQ2-M4XP-9RTC", "unknown"],
  ] as const) {
    const answer = await person.post<{ typed: string; problem: string }>(responses, { reference: typed });
    expect(answer).toMatchObject({ status: 422, body: { typed, problem } });
  }
});

test("a reference of another partnership opens nothing", async () => {
  await person.post("");
  const other = new Respondent(await buildConsultation(), { address: newId() });
  const answer = await other.post(`/${other.consultation.partnership.slug}/responses`, { reference: await reference() });
  expect(answer.status).toBe(422);
});

test("guessing references is stopped", async () => {
  const guesser = elsewhere();
  let answer = await guesser.post(responses, { reference: "7KQ2-M4XP-9RTC" });
  for (let guess = 0; guess < 40 && answer.status !== 429; guess += 1) {
    answer = await guesser.post(responses, { reference: "7KQ2-M4XP-9RTC" });
  }
  expect(answer.status).toBe(429);
  expect((await guesser.open("return?key=7KQ2-M4XP-9RTC")).status).toBe(429);
});

test("the way back is sent to the address given, and its link asks before it does anything", async () => {
  await person.post("");
  await person.post("questions/priorities", { first: "Buses" });
  const sent = await person.post<{ sentTo: string }>("save", { email: "mair@people.example", _intent: "email" });
  expect(sent.body.sentTo).toBe("mair@people.example");
  const [letter] = await letters();
  expect(letter).toMatchObject({ kind: "consultations/way-back", toAddress: "mair@people.example" });
  const link = /https?:\/\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";
  const { pathname, search } = new URL(link);

  const other = elsewhere();
  const found = await other.open<{ found: { isSent: boolean } }>(pathname + search);
  expect(found.body.found).toMatchObject({ isSent: false });
  expect(other.cookies.size).toBe(0);
  const pressed = await other.post(pathname + search);
  expect(pressed.to).toBe(`${base}/about-you`);
  expect(pressed.to).not.toContain("key");
  expect((await other.open("check-answers")).body).toMatchObject({ form: { answers: { first: "Buses" } } });
});

test("a link that leads to nothing any more says so", async () => {
  expect(await person.open("return?key=7KQ2-M4XP-9RTC")).toMatchObject({ status: 200, body: { found: null } });
  expect(await person.open("return?key=nonsense")).toMatchObject({ status: 200, body: { found: null } });
  expect(await person.open("return")).toMatchObject({ status: 200, body: { found: null } });
  expect((await person.post("return?key=7KQ2-M4XP-9RTC")).to).toBe(responses);
});

test("an address that is missing or wrong is not written to", async () => {
  await person.post("");
  expect((await person.post("save", { email: " ", _intent: "email" })).body).toMatchObject({ problem: "missing" });
  expect((await person.post("save", { email: "mair@", _intent: "email" })).body).toMatchObject({ typed: "mair@", problem: "malformed" });
  expect(await letters()).toEqual([]);
});

test("a shared device forgets, and the draft stays", async () => {
  await person.post("");
  const kept = await reference();
  const cleared = await person.post("save", { _intent: "clear" });
  expect(cleared.headers.get("Clear-Site-Data")).toContain("cache");
  expect(person.cookies.size).toBe(0);
  expect((await person.open("questions/priorities")).to).toBe(base);
  expect((await person.post(responses, { reference: kept })).to).toBe(`${base}/questions/priorities`);
});

test("whether or not an address is known, asking for a lost reference has the same answer", async () => {
  await person.respond({}, { email: "mair@people.example" });
  const asked = async (email: string) => {
    const { status, to, headers } = await elsewhere().post(`${responses}/lost`, { email });
    return { status, to, headers: [...headers] };
  };
  expect(await asked("mair@people.example")).toEqual(await asked("nobody@people.example"));
});

test("a lost reference is sent to the address that was given with it, whoever asks", async () => {
  const sent = await person.respond({}, { email: "Mair@People.example" });
  const send = (email: string) =>
    inTransaction((transaction) =>
      sendLostReferences(transaction, { partnershipId: consultation.partnershipId, email, language: "cy", now: person.now }),
    );
  expect(await send("nobody@people.example")).toBe(0);
  expect(await send("mair@people.example")).toBe(1);
  const lost = (await letters()).at(-1);
  expect(lost).toMatchObject({ kind: "consultations/lost-reference", language: "cy", toAddress: "mair@people.example" });
  expect(lost?.text).toContain(sent);
  expect(lost?.text).toContain("/cy/");
});

test("a lost draft is found again by the address asked to be told the way back", async () => {
  await person.post("");
  await person.post("save", { email: "mair@people.example", _intent: "email" });
  const count = await inTransaction((transaction) =>
    sendLostReferences(transaction, { partnershipId: consultation.partnershipId, email: "mair@people.example", language: "en", now: person.now }),
  );
  expect(count).toBe(1);
  expect((await letters()).at(-1)?.text).toContain(await reference());
});

test("asking again and again for one address is stopped", async () => {
  const statuses = [];
  for (let time = 0; time < 5; time += 1) {
    statuses.push((await elsewhere().post(`${responses}/lost`, { email: "often@people.example" })).status);
  }
  expect(statuses).toEqual([302, 302, 302, 429, 429]);
});

test("the receipt can be sent to an address given afterwards, which then finds a lost reference too", async () => {
  await person.respond();
  expect((await person.post("sent", { email: "later@people.example", _intent: "email" })).body).toMatchObject({ sentTo: "later@people.example" });
  expect((await letters()).map(({ kind, toAddress }) => [kind, toAddress])).toEqual([["consultations/receipt", "later@people.example"]]);
  const count = await inTransaction((transaction) =>
    sendLostReferences(transaction, { partnershipId: consultation.partnershipId, email: "later@people.example", language: "en", now: person.now }),
  );
  expect(count).toBe(1);
});

test("drafts never sent are deleted when their 28 days are over, those that became a response only when all is closed", async () => {
  await person.fillIn();
  const other = elsewhere();
  await other.respond();
  const clean = (now: Date) => inTransaction((transaction) => deleteExpiredDrafts(transaction, now));
  const left = () => db().draft.count({ where: { consultationId: consultation.id } });
  await clean(new Date(person.now.getTime() + 27 * day));
  expect(await left()).toBe(2);
  await clean(new Date(person.now.getTime() + 28 * day));
  expect(await left()).toBe(1);
  await clean(new Date(person.now.getTime() + 60 * day));
  expect(await left()).toBe(0);
  expect(await db().draftContact.count({ where: { draft: { consultationId: consultation.id } } })).toBe(0);
});

test("an address given for the way back stands ready to be used again, and taken away it finds nothing any more", async () => {
  await person.fillIn();
  await person.post("save", { email: "mair@people.example", _intent: "email" });
  const shown = await person.open<{ entries: object }>("about-you");
  expect(shown.body.entries).toMatchObject({ email: ["mair@people.example"] });
  await person.post("about-you", { as: "individual", email: "" });
  const count = await inTransaction((transaction) =>
    sendLostReferences(transaction, { partnershipId: consultation.partnershipId, email: "mair@people.example", language: "en", now: person.now }),
  );
  expect(count).toBe(0);
});
