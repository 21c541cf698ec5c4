// Officers look at people's own words before they are published: words are removed for a reason, and nobody rejects an answer alone.
import { beforeAll, expect, test } from "vitest";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { moderationPath } from "#app/consultations/office-paths.ts";
import { moderateTextPath } from "#app/moderation/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let [ann, ben, editor]: Visitor[] = [];
const people = new Map<string, string>();

const plainly = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const textOf = (text: string) => db().answerText.findFirstOrThrow({ where: { text } });
const pathOf = async (text: string) => moderateTextPath(consultation.partnership, consultation, (await textOf(text)).id);
const list = (state?: string) => plainly(ann!.open(moderationPath(consultation.partnership, consultation, state)));

const named = "Ask Mrs Prys of 12 Mill Lane. Mrs Prys knows.";

async function respond(first: string, given: { permission?: "unnamed" | "summary"; confidentialityRequested?: boolean } = {}) {
  return buildResponse({ consultation, answers: { first } as never, receivedAt: new Date(Date.now() - 3 * day), ...given });
}

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const come = async (role: "analyst" | "editor") => {
    const person = await buildPerson({ role, partnership: consultation.partnership });
    people.set(person.id, person.name);
    return new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  };
  [ann, ben, editor] = [await come("analyst"), await come("analyst"), await come("editor")];
  await respond(named);
  await respond("Nothing but abuse");
  await respond("Only in the summary", { permission: "summary" });
  await respond("In confidence", { confidentialityRequested: true });
  const { id: responseId } = await respond("Somebody is at risk");
  await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId, questionId: "first" }));
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: [...people.keys()][0]!, at: new Date() }));
});

test("before there is a set there is nothing to look at", async () => {
  expect((await ann!.open(moderationPath(consultation.partnership, consultation))).status).toBe(404);
  await makeSet({ consultationId: consultation.id }, () => new Date());
});

test("those that may be published word for word are looked at, and no others; who does not read answers sees none", async () => {
  const page = await list();
  expect(page).toContain("may be published word for word: 2.");
  expect(page).toContain("3 more are not here");
  expect(page).toContain("Nothing but abuse");
  for (const other of ["Only in the summary", "In confidence", "Somebody is at risk"]) {
    expect(page).not.toContain(other);
    expect((await ann!.open(await pathOf(other))).status).toBe(404);
  }
  expect((await editor!.open(moderationPath(consultation.partnership, consultation))).status).toBe(403);
  expect((await editor!.post(await pathOf(named), { deed: "clear" })).status).toBe(403);
});

test("words are removed wherever they stand, with why; the answer stays as it was written, and the words can be put back", async () => {
  const path = await pathOf(named);
  const refused = await ann!.post(path, { deed: "remove", words: "Mr Prys" });
  expect(refused.status).toBe(422);
  const told = await refused.text();
  expect(told).toMatch(/These words do not stand in the answer[\s\S]*Choose why they are removed[\s\S]*>Mr Prys<\/textarea>/);
  expect(locationOf(await ann!.post(path, { deed: "remove", words: "mrs prys", why: "personal-other" }))).toContain("done=removed");
  await ann!.post(path, { deed: "remove", words: "Mrs Prys", why: "personal-other" });
  await ann!.post(path, { deed: "remove", words: "12 Mill Lane", why: "personal-other" });
  expect(await plainly(ann!.open(path))).toContain("Ask [removed: personal information] of [removed: personal information] . [removed: personal information] knows.");
  expect((await textOf(named)).text).toBe(named);
  const removals = await db().redaction.findMany({ orderBy: { start: "asc" } });
  expect(removals).toHaveLength(3);
  await ann!.post(path, { deed: `put-back ${removals[1]!.id}` });
  await ann!.post(path, { deed: `put-back ${removals[1]!.id}` });
  expect(await plainly(ann!.open(path))).toContain("Ask [removed: personal information] of 12 Mill Lane.");
});

test("an answer is cleared, and whoever presses again is told that it was decided", async () => {
  const path = await pathOf(named);
  expect(locationOf(await ann!.post(path, { deed: "clear" }))).toContain("done=decided");
  expect(locationOf(await ben!.post(path, { deed: "hold", reason: "Wait" }))).toContain("done=late");
  expect(await plainly(ann!.open(path))).toMatch(/May be published: [^.]+, .*Decide anew/);
  expect(await list("clear")).toContain("knows.");
  expect(await list()).not.toContain("knows.");
});

test("nobody rejects an answer alone", async () => {
  const path = await pathOf("Nothing but abuse");
  expect((await ann!.post(path, { deed: "propose", reason: " " })).status).toBe(422);
  await ann!.post(path, { deed: "propose", reason: "It says nothing else" });
  expect(await plainly(ann!.open(path))).not.toContain("Agree: reject it");
  expect(locationOf(await ann!.post(path, { deed: "agree" }))).toContain("done=late");
  expect(await plainly(ben!.open(path))).toContain("Agree: reject it");
  await ben!.post(path, { deed: "agree" });
  expect(await plainly(ben!.open(path))).toMatch(/Rejected: .*It says nothing else.*Agreed by/);
  const row = await db().textModeration.findFirstOrThrow({ where: { state: "rejected" } });
  await expect(db().textModeration.update({ where: { textId: row.textId }, data: { secondById: row.byId } })).rejects.toThrow(/two_people/);
  await expect(db().textModeration.update({ where: { textId: row.textId }, data: { secondById: null } })).rejects.toThrow(/rejected_by_two/);
});

test("what each officer did is written down, without the words", async () => {
  const entries = await db().auditEntry.findMany({ where: { action: { startsWith: "moderation." } }, orderBy: { id: "asc" } });
  expect(entries.map(({ action }) => action)).toEqual(["moderation.remove", "moderation.remove", "moderation.put-back", "moderation.clear", "moderation.propose", "moderation.agree"]);
  expect(JSON.stringify(entries.map(({ facts }) => facts))).not.toMatch(/Prys|Mill Lane|abuse/);
});

test("what was decided and removed goes with the answer", async () => {
  const { responseId } = await textOf(named);
  await db().responseRevision.deleteMany({ where: { responseId } });
  expect(await db().redaction.count()).toBe(0);
  expect(await db().textModeration.count()).toBe(1);
});
