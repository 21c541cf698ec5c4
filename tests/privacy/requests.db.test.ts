// A person's data: found, told, copied, corrected and erased within the law's limits, by those who look after it.
import { expect, test } from "vitest";
import { saveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { countWaiting, listTallies } from "#app/consultations/tallies.store.server.ts";
import { findCurrentVersion } from "#app/consultations/store.server.ts";
import { saveFile } from "#app/files/store.server.ts";
import { beginEntry } from "#app/intake/entry-drafts.store.server.ts";
import { grantRole } from "#app/people/store.server.ts";
import { holdingOf } from "#app/privacy/holdings.server.ts";
import { action as correct } from "#app/privacy/pages/correct.tsx";
import { action as erase, loader as openErase } from "#app/privacy/pages/erase.tsx";
import { action as find } from "#app/privacy/pages/find.tsx";
import { loader as takeCopy } from "#app/privacy/pages/request-copy.tsx";
import { action as decide, loader as openRequest } from "#app/privacy/pages/request.tsx";
import { saveLetter } from "#app/shared/mail.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { buildConsultation, buildPartnership, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { pdf } from "#tests/support/files.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";
import { unzip } from "#tests/support/unzip.ts";

const now = new Date("2026-12-02T10:00:00Z");

/** Somebody who answered, with a file, equality answers and a letter, and a data controller who looks for them. */
async function buildCase(wanted: Partial<Parameters<typeof buildConsultation>[0]> = {}) {
  const consultation = await buildConsultation(wanted);
  const { partnership } = consultation;
  const saved = await saveFile(db(), { partnershipId: partnership.id, visibility: "answer", name: "plan.pdf", bytes: pdf });
  const fileId = saved.ok ? saved.value.id : "";
  const email = `${newId()}@people.example`;
  const plan = { fileId, name: "plan.pdf", mimeType: "application/pdf", sizeInBytes: pdf.length };
  const response = await buildResponse({
    consultation,
    ...{ reference: newReference(), receivedAt: now, answers: { bus: { option: "often" }, first: "More benches by my house in Ashgrove", plan } },
    contact: { name: "Siân Parry", email },
  });
  await saveEqualityAnswers(db(), consultation, response.id, { sex: { option: "female" } });
  const letter = { kind: "consultations/receipt", to: email, language: "en" as const, subject: "Received", text: "Your response" };
  await inTransaction((transaction) => saveLetter(transaction, { partnershipId: partnership.id, name: "a", address: "a@b.example" }, letter));
  const controller = await buildPerson({ role: "data-controller", partnership });
  return { consultation, partnership, response, email, fileId, controller };
}
type Case = Awaited<ReturnType<typeof buildCase>>;

type Args = ReturnType<typeof argsOf>;

async function call<Value>(page: (args: Args) => unknown, { partnership, controller }: Pick<Case, "partnership" | "controller">, path: string, fields?: Record<string, string | string[]>, params: Record<string, string> = {}) {
  const cookies = await signInCookie(controller, now);
  const address = `/${partnership.slug}/office/privacy${path}`;
  const args = argsOf(fields ? post(address, fields, { cookies }) : get(address, { cookies }), { params: { partnership: partnership.slug, ...params }, now });
  return answerOf<Value>(page(args));
}

type Found = { found: { things: { ref: string; name: string }[] } | null; error: string | null };

const received = { "received-day": "1", "received-month": "12", "received-year": "2026" };

/** A request about everything that is found by an address; its id. */
async function record(one: Case, kind = "access"): Promise<string> {
  const { body } = await call<Found>(find, one, "/find", { search: one.email });
  const things = body.found?.things.map(({ ref }) => ref) ?? [];
  const answer = await call(find, one, "/find", { search: one.email, thing: things, deed: "record", kind, fileNumber: "", ...received });
  return /requests\/(\w+)/.exec(locationOf(answer) ?? "")?.[1] ?? "";
}

test("somebody is found by address, by name and by reference, in this partnership alone, and that is written down without what was looked for", async () => {
  const one = await buildCase();
  const { reference } = await db().response.findUniqueOrThrow({ where: { id: one.response.id } });
  for (const [search, kinds] of [[one.email, ["response", "letter"]], ["sian", []], ["Siân", ["response"]], [reference ?? "", ["response"]]] as const) {
    const { body } = await call<Found>(find, one, "/find", { search });
    expect(body.found?.things.map(({ ref }) => ref.split(":")[0])).toEqual(kinds);
  }
  const other = await buildCase();
  expect((await call<Found>(find, other, "/find", { search: one.email })).body.found?.things).toEqual([]);
  const log = await db().auditEntry.findMany({ where: { personId: one.controller.id, action: "personal-data.read" } });
  expect(log).toHaveLength(4);
  expect(JSON.stringify(log.map(({ facts }) => facts))).not.toMatch(/Siân|people\.example/);
});

test("who helped with a response, and who answers one that is being entered, is found by name; what was not saved yet can be erased", async () => {
  const one = await buildCase();
  const { consultation, partnership, response, controller } = one;
  const ids = { partnershipId: partnership.id, consultationId: consultation.id };
  await db().enteredResponse.create({ data: { responseId: response.id, ...ids, helper: { name: "Gwenan Lloyd", role: "librarian" } } });
  const { id: formVersionId } = await findCurrentVersion(db(), consultation.formId);
  const entry = await beginEntry(db(), consultation, { formVersionId, personId: controller.id, purpose: "first", details: { name: "Gwenan Lloyd" } }, now);
  const { body } = await call<Found>(find, one, "/find", { search: "gwenan" });
  expect(body.found?.things.map(({ ref }) => ref)).toEqual([`response:${response.id}`, `entry:${entry}`]);
  await holdingOf("entry").erase({ partnership, by: controller.id, words: wordsFor("en"), now, id: entry, withWords: false });
  expect(await db().entryDraft.count({ where: { id: entry } })).toBe(0);
});

test("too little to look for, nothing chosen and a day that is not one are told, and what was entered stays", async () => {
  const one = await buildCase();
  expect(await call<Found>(find, one, "/find", { search: "ab" })).toMatchObject({ status: 422, body: { error: "Enter three letters of the name or more", found: null } });
  const answer = await call<Found>(find, one, "/find", { search: one.email, deed: "record", kind: "", fileNumber: "12", "received-day": "40" });
  expect(answer).toMatchObject({ status: 422, body: { found: { chosenMissing: true, entries: { fileNumber: "12", day: "40" }, problems: [{ code: "kind-missing" }, { code: "date-wrong" }] } } });
});

test("the request tells in words what is held, without equality answers, and its clock runs", async () => {
  const one = await buildCase();
  const id = await record(one);
  const { body } = await call<Awaited<ReturnType<typeof openRequest>>>(openRequest, one, `/requests/${id}`, undefined, { request: id });
  expect(body).toMatchObject({ receivedOn: "2026-12-01", dueOn: "2027-01-04", mayExtend: true, gone: 0 });
  const told = JSON.stringify(body.things);
  for (const words of ["Siân Parry", one.email, "More benches by my house", "Often", "plan.pdf"]) expect(told).toContain(words);
  expect(told.toLowerCase()).not.toContain("female");
});

test("a request is extended with a reason and closed with one where something is refused", async () => {
  const one = await buildCase();
  const id = await record(one);
  const press = (fields: Record<string, string>) => call<{ error: string }>(decide, one, `/requests/${id}`, fields, { request: id });
  expect(await press({ deed: "extend", reason: " " })).toMatchObject({ status: 422, body: { error: "Say why" } });
  expect(locationOf(await press({ deed: "extend", reason: "Many files" }))).toContain("done=extended");
  expect((await press({ deed: "extend", reason: "Again" })).status).toBe(400);
  expect(await press({ deed: "decide" })).toMatchObject({ status: 422 });
  expect(await press({ deed: "decide", decision: "refused" })).toMatchObject({ status: 422, body: { error: "Say why" } });
  expect(locationOf(await press({ deed: "decide", decision: "done" }))).toContain("done=decided");
  expect(await db().privacyRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ decision: "done", extensionReason: "Many files", decidedById: one.controller.id });
});

async function copyOf(one: Case, id: string, query = "") {
  const cookies = await signInCookie(one.controller, now);
  const path = `/${one.partnership.slug}/office/privacy/requests/${id}/copy.zip${query}`;
  const answer = await takeCopy(argsOf(get(path, { cookies }), { params: { partnership: one.partnership.slug, request: id }, now }));
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

test("the copy holds everything as data, as a page and the files, equality answers where that is asked, and that it was taken is written down", async () => {
  const one = await buildCase();
  const id = await record(one);
  const plain = await copyOf(one, id);
  for (const part of ["More benches by my house", one.email, "files/"]) expect(plain["held.html"]!.includes(part)).toBe(true);
  expect(Object.values(plain).some((bytes) => bytes.equals(pdf))).toBe(true);
  expect(plain["held.json"]!.includes('"equality"')).toBe(false);
  expect((await copyOf(one, id, "?equality=yes"))["held.json"]!.includes('"equality"')).toBe(true);
  const log = await db().auditEntry.findMany({ where: { subjectId: id, action: "personal-data.export" }, orderBy: { id: "asc" } });
  expect(log.map(({ facts }) => facts)).toEqual([{ count: 2, withEquality: false }, { count: 2, withEquality: true }]);
});

test("who sent a response is corrected; of an account the name alone, because its address lets one in", async () => {
  const one = await buildCase();
  const id = await record(one, "correction");
  const thing = `response:${one.response.id}`;
  const press = (fields: Record<string, string>) => call<{ error: string }>(correct, one, `/requests/${id}/correct/${thing}`, fields, { request: id, thing });
  expect(await press({ name: "Siân", email: "no address" })).toMatchObject({ status: 422 });
  expect(locationOf(await press({ name: "Siân Lloyd", email: "Sian@Lloyd.example" }))).toContain("done=corrected");
  expect(await db().responseContact.findUniqueOrThrow({ where: { responseId: one.response.id } })).toMatchObject({ name: "Siân Lloyd", email: "sian@lloyd.example" });
  const editor = await buildPerson({ role: "editor", partnership: one.partnership });
  const ofEditor = await record({ ...one, email: editor.email }, "correction");
  const account = { request: ofEditor, thing: `account:${editor.id}` };
  await call(correct, one, `/requests/${ofEditor}/correct/account:${editor.id}`, { name: "Huw Lloyd", email: one.controller.email }, account);
  expect(await db().person.findUniqueOrThrow({ where: { id: editor.id } })).toMatchObject({ name: "Huw Lloyd", email: editor.email });
});

async function eraseAll(one: Case, id: string, fields: Record<string, string | string[]> = {}) {
  const { body } = await call<Awaited<ReturnType<typeof openErase>>>(openErase, one, `/requests/${id}/erase`, undefined, { request: id });
  const thing = body.things.map(({ ref }) => ref);
  return { shown: body.things, answer: await call<{ error: string }>(erase, one, `/requests/${id}/erase`, { thing, sure: "yes", ...fields }, { request: id }) };
}

async function keptOf({ id: responseId }: { id: string }, consultation: BuiltConsultation) {
  await countWaiting(now);
  const [counted] = (await listTallies(db(), consultation.id)).counted;
  return {
    contact: await db().responseContact.count({ where: { responseId } }),
    revisions: (await db().responseRevision.findMany({ where: { responseId } })).map(({ answers }) => answers),
    equality: await db().equalityAnswer.count({ where: { consultationId: consultation.id } }),
    counted: counted?.tally.responses ?? 0,
  };
}

test("before the analysis is frozen everything goes, out of the counts too, once it is confirmed", async () => {
  const one = await buildCase();
  const id = await record(one, "erasure");
  expect((await eraseAll(one, id, { sure: "" })).answer).toMatchObject({ status: 422, body: { error: "Confirm that it is to be erased" } });
  expect((await keptOf(one.response, one.consultation)).counted).toBe(1);
  const { answer } = await eraseAll(one, id);
  expect(locationOf(answer)).toContain("done=erased");
  expect(await keptOf(one.response, one.consultation)).toEqual({ contact: 0, revisions: [], equality: 0, counted: 0 });
  expect(await db().file.count({ where: { id: one.fileId } })).toBe(0);
  expect(await db().letter.count({ where: { toAddress: one.email } })).toBe(0);
  expect(await db().response.findUniqueOrThrow({ where: { id: one.response.id } })).toMatchObject({ reference: null, withdrawnAt: now });
  const log = await db().auditEntry.findMany({ where: { personId: one.controller.id, action: "personal-data.erase" } });
  expect(log.map(({ subjectKind }) => subjectKind).sort()).toEqual(["letter", "response"]);
  expect(JSON.stringify(log, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(/Parry|people\.example|benches/);
});

test("in a frozen analysis the contact goes and the answers stay and are counted", async () => {
  const one = await buildCase();
  await db().consultation.update({ where: { id: one.consultation.id }, data: { frozenAt: now } });
  const id = await record(one, "erasure");
  const { shown } = await eraseAll(one, id);
  expect(shown[0]?.stays[0]).toContain("part of the analysis");
  const kept = await keptOf(one.response, one.consultation);
  expect(kept).toMatchObject({ contact: 0, equality: 0, counted: 1 });
  expect(JSON.stringify(kept.revisions)).toContain("More benches");
});

test("answers in a frozen analysis that tell who it is lose what was written, and are counted as before", async () => {
  const one = await buildCase();
  await db().consultation.update({ where: { id: one.consultation.id }, data: { frozenAt: now } });
  const id = await record(one, "erasure");
  await eraseAll(one, id, { words: [`response:${one.response.id}`] });
  expect(await keptOf(one.response, one.consultation)).toMatchObject({ contact: 0, counted: 1, revisions: [{ bus: { option: "often" } }] });
  expect(await db().file.count({ where: { id: one.fileId } })).toBe(0);
});

test("nothing is erased of a consultation that is held", async () => {
  const one = await buildCase();
  const hold = { id: newId(), partnershipId: one.partnership.id, consultationId: one.consultation.id, reason: "Claim 12", placedAt: now, placedById: one.controller.id };
  await db().retentionHold.create({ data: hold });
  const id = await record(one, "erasure");
  const { shown } = await eraseAll(one, id);
  expect(shown.find(({ kind }) => kind === "response")?.refusal).toContain("Claim 12");
  expect((await keptOf(one.response, one.consultation)).contact).toBe(1);
});

test("an account goes with its roles and sessions, but not one's own, nor that of the last administrator, nor of whoever works beside", async () => {
  const { partnership, controller } = await buildCase();
  const administrator = await buildPerson({ role: "administrator", partnership });
  const editor = await buildPerson({ role: "editor", partnership });
  await signInCookie(editor);
  const guest = await buildPerson({ role: "editor", partnership });
  const elsewhere = await buildPartnership();
  await inTransaction((transaction) => grantRole(transaction, { personId: guest.id, partnershipId: elsewhere.id, role: "editor" }));
  for (const [person, refusal] of [[controller, "your own account"], [administrator, "the last administrator"], [guest, "roles in other partnerships"], [editor, null]] as const) {
    const one = { partnership, controller, email: person.email } as Case;
    const id = await record(one, "erasure");
    const { shown } = await eraseAll(one, id);
    if (refusal === null) expect(shown[0]?.refusal).toBeNull();
    else expect(shown[0]?.refusal).toContain(refusal);
    expect(await db().person.count({ where: { id: person.id } })).toBe(refusal === null ? 0 : 1);
  }
});
