// From standing to confirmed candidates: nominated, agreed to, supported, ruled on, confirmed, published, and asked in writing.
import { beforeAll, expect, test } from "vitest";
import type { Election } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { candidates as held } from "#app/privacy/elections.holding.server.ts";
import { addDays } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildPicture } from "#tests/support/files.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-05-11T09:00:00Z");
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let keeper: Visitor;
let person: BuiltPerson;
let network: Network;
let members: string[];

const somebody = (at = now) => new Visitor(application, { now: at });
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[\u2066-\u2069]/g, "");
const lettersTo = (toAddress: string) => db().letter.findMany({ where: { partnershipId: partnership.id, toAddress }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const keyIn = (letter: { text: string } | undefined) => /key=([\w-]+)/.exec(letter!.text)![1]!;
const noticeOn = "2026-05-04";

beforeAll(async () => {
  application = await openApplication();
  person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = new Visitor(application, { now }, [await signInCookie(person, now)]);
  network = await buildNetwork({ partnership });
  const since = new Date("2025-12-01T09:00:00Z");
  members = [];
  for (const name of ["Anglers", "Bakers", "Carers"]) members.push(await buildMember({ network, name, delegate: { email: `${name.toLowerCase()}@people.example` }, now: since }));
});

const reserves = [{ id: "age", name: { en: "Age" }, justification: { en: "Few young people sit." }, groups: [{ id: "young", name: { en: "Under 25" }, least: 1, most: null }] }];

function begin(head = {}): Promise<Election> {
  return buildElection({ network, noticeOn, returningOfficerId: person.id, head: { seats: 2, supporters: 2, ballotOrder: "alphabetical", reserves, ...head } });
}

const typed = (wanted = {}) => ({ by: "other", name: "Ann Price", email: "ann@people.example", proposer: members[0]!, seconder: members[1]!, "statement-en": "I will listen.", ...wanted });
const nominatePath = (election: Election) => electionPath(partnership, election, "nominate");
const own = (election: Election, key: string, query = {}) => electionPath(partnership, election, "candidate", { key, ...query });
const one = (election: Election) => db().nomination.findFirstOrThrow({ where: { electionId: election.id }, include: { supports: { orderBy: { part: "asc" } }, photo: true } });

test("a nomination waits for the candidate, then for the organisations, then for the ruling; each gets one letter", async () => {
  const election = await begin();
  const path = nominatePath(election);
  expect(locationOf(await somebody().post(path, typed()))).toContain("sent=yes");
  await somebody().post(path, typed());
  expect(await db().nomination.count({ where: { electionId: election.id } })).toBe(1);
  expect(await lettersTo("anglers@people.example")).toEqual([]);
  const key = keyIn((await lettersTo("ann@people.example")).at(-1));
  expect(await text(somebody().open(own(election, key)))).toMatch(/Somebody nominated you, Ann Price[\s\S]*I will listen/);
  expect((await one(election)).consentedAt).toBeNull();
  const agreed = { key, deed: "consent", eligible: "yes", "statement-en": "I will listen to all.", "group-age": "young", "group-consent": "yes" };
  expect((await somebody().post(own(election, key), { ...agreed, eligible: [] })).status).toBe(422);
  await Promise.all([somebody().post(own(election, key), agreed), somebody().post(own(election, key), agreed)]);
  expect(await lettersTo("anglers@people.example")).toHaveLength(1);
  expect(await one(election)).toMatchObject({ groups: { age: "young" }, statement: { en: "I will listen to all." } });
  for (const [who, deed] of [["anglers", "confirm"], ["bakers", "decline"], ["bakers", "confirm"]] as const) {
    const link = electionPath(partnership, election, "support", { key: keyIn((await lettersTo(`${who}@people.example`)).at(-1)) });
    expect(await text(somebody().open(link))).toContain("Ann Price");
    await somebody().post(link, { key: link.split("key=")[1]!, deed });
  }
  // the one that seconded changed its mind: until nominations close the candidate names another
  const before = electionPath(partnership, election, "support", { key: keyIn((await lettersTo("bakers@people.example")).at(-1)) });
  await somebody().post(before, { key: before.split("key=")[1]!, deed: "decline" });
  expect(await text(somebody().open(own(election, key)))).toContain("Name another organisation that seconds you");
  const replacing = own(election, key, { ask: "supporter", part: "seconder" });
  const page = await text(somebody().open(replacing));
  expect([page.includes(members[2]!), page.includes(members[0]!), page.includes(members[1]!)]).toEqual([true, false, false]);
  for (const member of ["", members[0]!]) expect((await somebody().post(replacing, { key, deed: "replace", part: "seconder", member })).status).toBe(422);
  await Promise.all([1, 2].map(() => somebody().post(replacing, { key, deed: "replace", part: "seconder", member: members[2]! })));
  expect((await somebody().open(before)).status).toBe(410);
  const [asked, ...more] = await lettersTo("carers@people.example");
  expect(more).toEqual([]);
  const link = electionPath(partnership, election, "support", { key: keyIn(asked) });
  await somebody().post(link, { key: link.split("key=")[1]!, deed: "confirm" });
  const { id, supports } = await one(election);
  expect(supports.every(({ confirmedAt, declinedAt }) => confirmedAt && !declinedAt)).toBe(true);
  const office = officeElectionPath(partnership, election, `nominations/${id}`);
  expect(await text(keeper.open(officeElectionPath(partnership, election, "nominations")))).toMatch(/Ann Price[\s\S]*To be ruled on[\s\S]*2 of 2/);
  expect(await text(keeper.open(office))).toMatch(/ann@people.example[\s\S]*Under 25/);
  expect((await keeper.post(office, { deed: "rule", ruling: "invalid", reason: "defamation" })).status).toBe(422);
  await keeper.post(office, { deed: "rule", ruling: "invalid", reason: "defamation", words: "It calls the chair a thief." });
  expect((await lettersTo("ann@people.example")).at(-1)).toMatchObject({ kind: "elections/ruling", text: expect.stringContaining("It calls the chair a thief.") });
  await somebody().post(own(election, key), { key, deed: "change", "statement-en": "I will listen." });
  expect(await one(election)).toMatchObject({ ruling: null, statement: { en: "I will listen." }, groups: {} });
  await keeper.post(office, { deed: "rule", ruling: "valid" });
  await keeper.post(office, { deed: "rule", ruling: "valid" });
  expect((await lettersTo("ann@people.example")).map(({ kind }) => kind)).toEqual([...Array(2).fill("elections/nominated"), "elections/ruling", "elections/ruling"]);
  await Promise.all([somebody().post(own(election, key), { key, deed: "withdraw" }), somebody().post(own(election, key), { key, deed: "withdraw" })]);
  expect(await text(somebody().open(own(election, key)))).toContain("You have withdrawn");
  expect((await lettersTo("ann@people.example")).filter(({ kind }) => kind === "elections/withdrawn")).toHaveLength(1);
  expect(await lettersTo(person.email)).toMatchObject([{ kind: "elections/withdrawal", text: expect.stringMatching(/Ann Price[\s\S]*\/office\/elections\//) }]);
});

test("a form with errors loses nothing: neither what was typed nor the photograph, which is kept once", async () => {
  const election = await begin();
  const photo = new File([new Uint8Array(await buildPicture("png"))], "me.png", { type: "image/png" });
  const wrong = await somebody().post(nominatePath(election), { ...typed({ email: "ann2@", "statement-ur": "میں سنوں گی۔" }), photo });
  expect(wrong.status).toBe(422);
  const page = await text(wrong);
  expect(page).toMatch(/Ann Price[\s\S]*میں سنوں گی۔/);
  expect(page).toContain("me.png");
  const kept = /name="photo.kept" value="([^"]+)"/.exec(page)![1]!;
  const again = typed({ email: "ann2@people.example", "photo.kept": kept });
  expect((await somebody().post(nominatePath(election), again)).status).toBe(422);
  expect((await somebody().post(nominatePath(election), { ...again, "photo-alt": "A woman in a garden" })).status).toBe(302);
  await somebody().post(nominatePath(election), { ...again, "photo-alt": "A woman in a garden" });
  const { photo: saved, photoAlt } = await one(election);
  expect({ saved, photoAlt }).toMatchObject({ saved: { visibility: "answer", mimeType: "image/png" }, photoAlt: { en: "A woman in a garden" } });
  expect(await db().file.count({ where: { name: "me.png" } })).toBe(1);
  expect((await somebody().open(`/${partnership.slug}/files/${saved!.id}`)).status).toBe(404);
  const key = keyIn((await lettersTo("ann2@people.example")).at(-1));
  expect((await somebody().open(electionPath(partnership, election, "candidate/photo", { key }))).headers.get("Content-Type")).toBe("image/webp");
  expect((await keeper.open(officeElectionPath(partnership, election, `nominations/${(await one(election)).id}/photo`))).status).toBe(200);
  expect((await somebody().open(electionPath(partnership, election, "candidate/photo", { key: "none" }))).status).toBe(404);
  await somebody().post(own(election, key), { key, deed: "refuse" });
  expect(await db().nomination.count({ where: { electionId: election.id } })).toBe(0);
  expect(await db().file.count({ where: { name: "me.png" } })).toBe(0);
});

test("what is no picture is not taken, and nothing is nominated before nominations open or after they close", async () => {
  const election = await begin();
  const program = new File(["#!/bin/sh"], "me.png", { type: "image/png" });
  expect((await somebody().post(nominatePath(election), { ...typed(), photo: program })).status).toBe(422);
  const { nominationsCloseOn } = election.timetable!;
  for (const at of [`${noticeOn}T00:00:00Z`, `${nominationsCloseOn}T11:00:00Z`]) {
    const late = somebody(new Date(at.startsWith(noticeOn) ? "2026-05-03T20:00:00Z" : at));
    expect(locationOf(await late.post(nominatePath(election), typed({ email: "late@people.example" })))).not.toContain("sent");
  }
  expect(await db().nomination.count({ where: { electionId: election.id } })).toBe(0);
  expect(await text(somebody(new Date(`${nominationsCloseOn}T12:00:00Z`)).open(nominatePath(election)))).toContain("Nominations are not taken any more");
});

test("candidates are confirmed by the returning officer alone, once nobody may withdraw; only then are they published, alike", async () => {
  const election = await begin({ supporters: 0, reserves: [] });
  const organisationId = (await db().networkMember.findUniqueOrThrow({ where: { id: members[2]! } })).organisationId;
  await buildNomination({ election, name: "Zoë Young", email: "zoe@people.example" });
  await buildNomination({ election, name: "Bob Ash", email: "bob@people.example", organisationId, groups: { any: "one" } });
  await buildNomination({ election, name: "Cara Moss", email: "cara@people.example" });
  await buildNomination({ election, name: "Never Answered", upTo: "sent" });
  const waiting = await buildNomination({ election, name: "Not Ruled", upTo: "agreed" });
  const path = officeElectionPath(partnership, election, "candidates");
  const after = new Date(`${addDays(election.timetable!.withdrawalsUntil, 1)}T09:00:00Z`);
  const later = new Visitor(application, { now: after }, [await signInCookie(person, after)]);
  await keeper.post(path, { deed: "confirm" });
  await later.post(path, { deed: "confirm" });
  expect(await db().nomination.count({ where: { electionId: election.id, number: { not: null } } })).toBe(0);
  const list = electionPath(partnership, election, "candidates");
  expect(await text(somebody(after).open(list))).not.toContain("Bob Ash");
  await later.post(officeElectionPath(partnership, election, `nominations/${waiting}`), { deed: "rule", ruling: "invalid", reason: "not-eligible", words: "Lives elsewhere." });
  const secretariat = await buildPerson({ role: "secretariat", partnership });
  expect((await new Visitor(application, { now: after }, [await signInCookie(secretariat, after)]).post(path, { deed: "confirm" })).status).toBe(403);
  expect(await text(later.open(`${path}?ask=confirm`))).toContain("Confirm 3 candidates?");
  await Promise.all([later.post(path, { deed: "confirm" }), later.post(path, { deed: "confirm" })]);
  expect(await db().electionStep.count({ where: { electionId: election.id, kind: "candidates-confirmed" } })).toBe(1);
  expect(await lettersTo("bob@people.example")).toMatchObject([{ kind: "elections/confirmed", text: expect.stringContaining("number 1 on the ballot paper") }]);
  const page = await text(somebody(after).open(list));
  expect(page).toMatch(/1\. <bdi>Bob Ash[\s\S]*Carers[\s\S]*Stands for a reserved place[\s\S]*2\. <bdi>Cara Moss[\s\S]*3\. <bdi>Zoë Young/);
  expect(page.match(/class="candidate-photo/g)).toHaveLength(3);
  expect(page).not.toMatch(/Not Ruled|people\.example/);
  expect(await db().nomination.count({ where: { electionId: election.id, name: "Never Answered" } })).toBe(0);
});

test("as many as there are places is uncontested; a kept place for which nobody qualifies stays empty, with what was announced for that", async () => {
  const election = await begin({ supporters: 0, seats: 2, shortfall: "rerun" });
  for (const name of ["Bob Ash", "Cara Moss"]) await buildNomination({ election, name });
  const after = new Date(`${addDays(election.timetable!.withdrawalsUntil, 1)}T09:00:00Z`);
  const later = new Visitor(application, { now: after }, [await signInCookie(person, after)]);
  const path = officeElectionPath(partnership, election, "candidates");
  expect(await text(later.open(path))).toMatch(/places kept: 1; people of the group who stand: 0[\s\S]*1 place kept for Under 25 \(Age\) stays empty[\s\S]*there is another election for it/);
  await later.post(path, { deed: "confirm" });
  const step = await db().electionStep.findFirstOrThrow({ where: { electionId: election.id, kind: "candidates-confirmed" } });
  expect(step.facts).toEqual({ candidates: 2, places: 1, empty: 1, kept: 1, shortfall: "rerun" });
  // Two for one place: there is a poll, though as many stand as places were announced.
  expect(await text(later.open(officeElectionPath(partnership, election, "questions")))).toContain("No question waits");
  expect(await text(somebody(after).open(electionPath(partnership, election, "candidates")))).not.toContain("nobody needs to vote");
});

test("a returning officer of a candidate's organisation may not rule or confirm any more, and is told so", async () => {
  const carol = await buildPerson({ role: "secretariat", partnership });
  const { email } = await db().person.findUniqueOrThrow({ where: { id: carol.id } });
  const memberId = await buildMember({ network, name: "Drummers", delegate: { email }, now: new Date("2025-12-01T09:00:00Z") });
  const { organisationId } = await db().networkMember.findUniqueOrThrow({ where: { id: memberId } });
  const election = await buildElection({ network, noticeOn, returningOfficerId: carol.id, head: { supporters: 0 } });
  const id = await buildNomination({ election, organisationId, upTo: "agreed" });
  const returning = new Visitor(application, { now }, [await signInCookie(carol, now)]);
  const path = officeElectionPath(partnership, election, `nominations/${id}`);
  expect(await text(returning.open(path))).toContain("belongs to the organisation of somebody who was nominated");
  expect((await returning.post(path, { deed: "rule", ruling: "valid" })).status).toBe(422);
  expect((await keeper.post(path, { deed: "rule", ruling: "valid" })).status).toBe(403);
});

test("a question is put to all alike in a letter each, answered by link, and who has not answered is told so; nobody knows who asked", async () => {
  const election = await buildElection({ network, noticeOn, returningOfficerId: person.id, head: { supporters: 0, seats: 1, ballotOrder: "alphabetical" } });
  await buildNomination({ election, name: "Bob Ash", email: "bob.ash@people.example" });
  await buildNomination({ election, name: "Cara Moss", email: "cara.moss@people.example" });
  const after = new Date(`${addDays(election.timetable!.withdrawalsUntil, 1)}T09:00:00Z`);
  const later = new Visitor(application, { now: after }, [await signInCookie(person, after)]);
  await later.post(officeElectionPath(partnership, election, "candidates"), { deed: "confirm" });
  const [path, office] = [electionPath(partnership, election, "questions"), officeElectionPath(partnership, election, "questions")];
  expect((await somebody(after).post(path, { question: " " })).status).toBe(422);
  for (const question of ["What about buses?", "What about buses?", "Why is Bob so tall?"]) await somebody(after).post(path, { question });
  const [buses, tall] = await db().hustingsQuestion.findMany({ where: { electionId: election.id }, orderBy: { askedText: "asc" } });
  expect(await text(later.open(`${office}?question=${buses!.id}`))).toContain("What about buses?");
  expect((await later.post(office, { deed: "put", question: buses!.id, "text-en": "" })).status).toBe(422);
  await Promise.all([1, 2].map(() => later.post(office, { deed: "put", question: buses!.id, "text-en": "What would you do for buses?" })));
  await later.post(office, { deed: "decline", question: tall!.id, "reason-en": "It is to one candidate." });
  expect(await db().hustingsQuestion.count({ where: { electionId: election.id, askedText: "" } })).toBe(2);
  const letters = (await lettersTo("bob.ash@people.example")).filter(({ kind }) => kind === "elections/question");
  expect(letters).toMatchObject([{ text: expect.stringContaining("What would you do for buses?") }]);
  const key = keyIn(letters[0]);
  const answer = { key, deed: "answer", question: buses!.id };
  expect((await somebody(after).post(own(election, key), { ...answer, "answer-en": Array(151).fill("bus").join(" ") })).status).toBe(422);
  await somebody(after).post(own(election, key), { ...answer, "answer-en": "More of them.", "answer-cy": "Mwy ohonynt." });
  const page = await text(somebody(after).open(path));
  expect(page).toMatch(/What would you do for buses\?[\s\S]*1\. <bdi>Bob Ash[\s\S]*More of them\.[\s\S]*lang="cy"[\s\S]*Mwy ohonynt\.[\s\S]*2\. <bdi>Cara Moss[\s\S]*Has not answered[\s\S]*It is to one candidate\./);
  expect(page).not.toContain("so tall");
});

test("a scrutineer sees no nomination, because addresses and groups are none of what they watch over", async () => {
  const scrutineer = await buildPerson({ role: "representative", partnership });
  const election = await buildElection({ network, noticeOn, scrutineerIds: [scrutineer.id] });
  const id = await buildNomination({ election });
  const watching = new Visitor(application, { now }, [await signInCookie(scrutineer, now)]);
  expect((await watching.open(officeElectionPath(partnership, election))).status).toBe(200);
  for (const part of ["nominations", `nominations/${id}`, `nominations/${id}/photo`, "candidates", "questions"]) expect((await watching.open(officeElectionPath(partnership, election, part))).status).toBe(403);
});

test("erasing a candidate takes their photograph with them, and a copy tells of it", async () => {
  const election = await begin();
  const photo = new File([new Uint8Array(await buildPicture("png"))], "erased.png", { type: "image/png" });
  await somebody().post(nominatePath(election), { ...typed({ email: "erase@people.example", "photo-alt": "Ann" }), photo });
  const { id } = await one(election);
  const asked = { partnership, by: person.id, words: wordsFor("en"), now };
  const [thing] = await held.describe(db(), { ...asked, ids: [id], withEquality: false });
  expect(thing!.files).toMatchObject([{ name: "erased.png" }]);
  await held.erase({ ...asked, id, withWords: false });
  expect(await db().file.count({ where: { name: "erased.png" } })).toBe(0);
});
