// The retention clock on real rows: what goes when, what stays, what holds it, and what is written down of it.
import { expect, test } from "vitest";
import { listTallies, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import { saveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { findCurrentVersion } from "#app/consultations/store.server.ts";
import { saveFile } from "#app/files/store.server.ts";
import { beginEntry } from "#app/intake/entry-drafts.store.server.ts";
import { action as holdOrLift } from "#app/privacy/pages/hold.tsx";
import { loader as openClock } from "#app/privacy/pages/retention.tsx";
import { keepRetention, listDue } from "#app/privacy/retention.server.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { pdf } from "#tests/support/files.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

const closedOn = new Date("2020-03-03T12:00:00Z");
const at = (date: string) => new Date(`${date}T03:17:00Z`);

async function buildClosed() {
  return buildConsultation({ opensAt: new Date("2020-01-05T09:00:00Z"), closesAt: closedOn, graceInMinutes: 0 });
}

/** Two responses with all that can belong to one; the second withdrawn where that is asked. */
async function answer(consultation: BuiltConsultation, { withdrawnAt = null }: { withdrawnAt?: Date | null } = {}) {
  const saved = await saveFile(db(), { partnershipId: consultation.partnershipId, visibility: "answer", name: "plan.pdf", bytes: pdf });
  const fileId = saved.ok ? saved.value.id : "";
  const plan = { fileId, name: "plan.pdf", mimeType: "application/pdf", sizeInBytes: pdf.length };
  const responses = [];
  for (const name of ["Mair Rees", "Huw Vaughan"]) {
    const { id } = await buildResponse({
      consultation,
      ...{ receivedAt: new Date("2020-02-01T10:00:00Z"), reference: newId(), answers: { bus: { option: "often" }, first: name, ...(name === "Mair Rees" && { plan }) } },
      contact: { name, email: `${newId()}@people.example` },
    });
    await saveEqualityAnswers(db(), consultation, id, { sex: { option: "female" }, religion: { option: "other", other: "Jain" } });
    responses.push(id);
  }
  if (withdrawnAt) {
    await db().response.update({ where: { id: responses[1]! }, data: { withdrawnAt } });
    await db().tallyChange.create({ data: { partnershipId: consultation.partnershipId, consultationId: consultation.id, responseId: responses[1]!, revision: 1, sign: -1 } });
  }
  return { responses, fileId };
}

async function keptOf({ id: consultationId }: BuiltConsultation) {
  const of = { where: { response: { consultationId } } };
  return {
    contacts: await db().responseContact.count(of),
    equality: await db().equalityAnswer.count({ where: { consultationId } }),
    answers: await db().responseRevision.count(of),
  };
}

const dueOf = async ({ id }: BuiltConsultation, now: Date) =>
  Object.fromEntries((await listDue(now, null)).filter((one) => one.consultationId === id).map(({ rule, count }) => [rule, count]));

test("contacts, equality answers and answers go on the night after their last day, and the dry run says so beforehand", async () => {
  const consultation = await buildClosed();
  const { fileId, responses } = await answer(consultation);
  const nights = [
    ["2021-03-03", {}, { contacts: 2, equality: 2, answers: 2 }],
    ["2021-03-04", { contacts: 2 }, { contacts: 0, equality: 2, answers: 2 }],
    ["2022-03-04", { equality: 2 }, { contacts: 0, equality: 0, answers: 2 }],
    ["2026-03-04", { answers: 2 }, { contacts: 0, equality: 0, answers: 0 }],
    ["2026-03-05", {}, { contacts: 0, equality: 0, answers: 0 }],
  ] as const;
  for (const [night, due, left] of nights) {
    expect([night, await dueOf(consultation, at(night))]).toEqual([night, due]);
    await keepRetention(at(night));
    expect([night, await keptOf(consultation)]).toEqual([night, left]);
  }
  const runs = await db().retentionRun.findMany({ where: { consultationId: consultation.id }, orderBy: { id: "asc" } });
  expect(runs.map(({ rule, erased }) => [rule, erased])).toEqual([["contacts", 2], ["equality", 2], ["answers", 2]]);
  const log = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: "retention.erase" }, orderBy: { id: "asc" } });
  expect(log.map(({ facts }) => facts)).toEqual([{ rule: "contacts", count: 2 }, { rule: "equality", count: 2 }, { rule: "answers", count: 2 }]);
  expect(await db().file.count({ where: { id: fileId } })).toBe(0);
  const kept = await db().response.findMany({ where: { id: { in: responses } }, select: { reference: true, channel: true, receivedAt: true } });
  expect(kept).toEqual([1, 2].map(() => ({ reference: null, channel: "online", receivedAt: new Date("2020-02-01T10:00:00Z") })));
});

test("figures outlive the answers they were counted from, and are not counted again from nothing", async () => {
  const consultation = await buildClosed();
  await answer(consultation);
  await keepRetention(at("2026-03-04"));
  await rebuildTallies(consultation.id, at("2026-03-05"));
  const { counted, waits } = await listTallies(db(), consultation.id);
  expect(waits).toBe(false);
  expect(counted.map(({ tally }) => [tally.responses, tally.questions.bus?.counts])).toEqual([[2, { often: 2 }]]);
});

test("equality answers of responses that count are added up before they go, without anybody's own words", async () => {
  const consultation = await buildClosed();
  await answer(consultation);
  const { responses } = await answer(consultation);
  await db().response.updateMany({ where: { id: { in: responses } }, data: { excludedAt: closedOn, excludedBecause: "test" } });
  await keepRetention(at("2022-03-04"));
  const tally = await db().equalityTally.findUniqueOrThrow({ where: { consultationId: consultation.id } });
  expect(tally).toMatchObject({ responses: 2, counts: { sex: { answered: 2, counts: { female: 2 } }, religion: { counts: { other: 2 }, worded: 2 } } });
  expect(JSON.stringify(tally)).not.toContain("Jain");
  expect(await db().equalityAnswer.count({ where: { consultationId: consultation.id } })).toBe(0);
});

test("a withdrawn response goes after 30 days, unless the analysis had been frozen before", async () => {
  const withdrawnAt = new Date("2020-02-10T10:00:00Z");
  const [plain, frozen] = [await buildClosed(), await buildClosed()];
  const { responses } = await answer(plain, { withdrawnAt });
  await answer(frozen, { withdrawnAt });
  await db().consultation.update({ where: { id: frozen.id }, data: { frozenAt: new Date("2020-02-09T10:00:00Z") } });
  for (const one of [plain, frozen]) await rebuildTallies(one.id, closedOn);
  expect(await dueOf(plain, at("2020-03-10"))).toEqual({});
  expect(await dueOf(plain, at("2020-03-12"))).toEqual({ withdrawn: 1 });
  expect(await dueOf(frozen, at("2020-03-12"))).toEqual({});
  await keepRetention(at("2020-03-12"));
  expect(await db().responseRevision.findMany({ where: { responseId: { in: responses } }, select: { responseId: true } })).toEqual([{ responseId: responses[0] }]);
});

test("drafts that expired, letters done with for a year and sessions that are over go whatever they belong to", async () => {
  const { id: personId } = await buildPerson({ role: "editor" });
  const letter = { kind: "people/sign-in", toAddress: "mair@people.example", fromName: "a", fromAddress: "a@b.example", language: "en", subject: "Sign in", text: "" };
  const [gone, waiting] = [newId(), newId()];
  await db().letter.create({ data: { id: gone, ...letter, createdAt: at("2020-01-01"), sentAt: at("2020-01-01"), nextAttemptAt: null } });
  await db().letter.create({ data: { id: waiting, ...letter, createdAt: at("2020-01-01"), nextAttemptAt: at("2020-01-01") } });
  await db().session.create({ data: { id: newId(), personId, createdAt: at("2021-01-01"), expiresAt: at("2021-01-02") } });
  await keepRetention(at("2021-01-03"));
  expect((await db().letter.findMany({ where: { id: { in: [gone, waiting] } } })).map(({ id }) => id)).toEqual([waiting]);
  expect(await db().session.count({ where: { personId } })).toBe(0);
  await db().letter.delete({ where: { id: waiting } });
});

test("a hold stops the clock of its consultation alone, needs a reason, and is told in the log without it", async () => {
  const [held, other] = [await buildClosed(), await buildClosed()];
  await answer(held);
  await answer(other);
  const controller = await buildPerson({ role: "data-controller", partnership: held.partnership });
  const path = `/${held.partnership.slug}/office/privacy/retention/${held.id}`;
  const params = { partnership: held.partnership.slug, consultation: held.id };
  // because the clock, set to years from now, ends every session
  const press = async (fields: Record<string, string>) =>
    answerOf<{ error: string }>(holdOrLift(argsOf(post(path, fields, { cookies: await signInCookie(controller) }), { params })));
  expect(await press({ deed: "hold", reason: "  " })).toMatchObject({ status: 422, body: { error: "Say why it is held" } });
  expect((await press({ deed: "hold", reason: "x".repeat(501) })).status).toBe(422);
  for (let times = 0; times < 2; times += 1) expect(locationOf(await press({ deed: "hold", reason: "Claim of Siân Parry" }))).toContain("done=held");
  expect(await db().retentionHold.count({ where: { consultationId: held.id } })).toBe(1);
  await keepRetention(at("2027-01-01"));
  expect(await keptOf(held)).toEqual({ contacts: 2, equality: 2, answers: 2 });
  expect(await keptOf(other)).toEqual({ contacts: 0, equality: 0, answers: 0 });
  expect(locationOf(await press({ deed: "lift" }))).toContain("done=lifted");
  await keepRetention(at("2027-01-02"));
  expect(await keptOf(held)).toEqual({ contacts: 0, equality: 0, answers: 0 });
  const log = await db().auditEntry.findMany({ where: { subjectId: held.id, personId: controller.id } });
  expect(log.map(({ action }) => action)).toEqual(["retention.hold", "retention.lift"]);
  expect(JSON.stringify(log.map(({ facts }) => facts))).not.toContain("Parry");
});

test("the data controller sees what would go, what holds it and what went, of their own partnership", async () => {
  const [consultation, other] = [await buildClosed(), await buildClosed()];
  await answer(consultation);
  await answer(other);
  const controller = await buildPerson({ role: "data-controller", partnership: consultation.partnership });
  const open = async (now: Date) => {
    const args = argsOf(get(`/${consultation.partnership.slug}/office/privacy/retention`, { cookies: await signInCookie(controller, now) }), {
      ...{ params: { partnership: consultation.partnership.slug }, now },
    });
    return (await answerOf<Awaited<ReturnType<typeof openClock>>>(openClock(args))).body;
  };
  const before = await open(at("2021-03-04"));
  expect(before.rules.find(({ rule }) => rule === "contacts")).toEqual({ rule: "contacts", count: 2 });
  expect(before.clocks).toMatchObject([{ id: consultation.id, hold: null, until: [{ rule: "contacts", on: "2021-03-03", count: 2 }, {}, {}] }]);
  await keepRetention(at("2021-03-04"));
  const after = await open(at("2021-03-05"));
  expect(after.rules.find(({ rule }) => rule === "contacts")?.count).toBe(0);
  expect(after.erased.filter(({ consultationId }) => consultationId !== null)).toMatchObject([{ rule: "contacts", consultationId: consultation.id, erased: 2 }]);
});

test("what officers began to enter goes after 28 days, and a closed case of somebody at risk after a year, both told beforehand", async () => {
  const consultation = await buildClosed();
  const { partnershipId, id: consultationId } = consultation;
  const officer = await buildPerson({ role: "editor", partnership: consultation.partnership });
  const { id: formVersionId } = await findCurrentVersion(db(), consultation.formId);
  await beginEntry(db(), consultation, { formVersionId, personId: officer.id, purpose: "first" }, at("2020-03-01"));
  const raised = { partnershipId, consultationId, responseId: newId(), raisedById: officer.id, raisedAt: at("2020-02-02"), answer: "x" };
  const closed = newId();
  await db().safeguardingCase.create({ data: { ...raised, id: newId(), questionId: "bus" } });
  await db().safeguardingCase.create({ data: { ...raised, id: closed, questionId: "first", closedAt: at("2020-03-02"), notes: { create: { id: newId(), personId: officer.id, at: at("2020-03-02"), text: "Told" } } } });
  const due = async (date: string) => (await listDue(at(date), partnershipId)).filter(({ rule }) => rule === "entries" || rule === "safeguarding").map(({ rule, count }) => [rule, count]);
  expect(await due("2020-03-28")).toEqual([]);
  expect(await due("2021-03-03")).toEqual([["entries", 1], ["safeguarding", 1]]);
  await keepRetention(at("2021-03-03"));
  expect(await due("2021-03-03")).toEqual([]);
  expect(await db().safeguardingCase.count({ where: { partnershipId } })).toBe(1);
});
