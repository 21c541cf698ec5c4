// A codeframe is begun, its codes are added, reworded, ordered and retired, and codes are given to answers.
import { beforeAll, expect, test } from "vitest";
import { addCoding, listCodings, removeCoding, type NewCoding } from "#app/analysis/codings.store.server.ts";
import { listCodeframes, listCodes } from "#app/analysis/codeframes.store.server.ts";
import { codeframeDetailsPath, codeframePath, codeframesPath, codePath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { eraseAnswers } from "#app/consultations/erasing.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCode, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
let frameId: string;
const codes: Record<string, string> = {};
const texts: Record<string, string> = {};

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const seen = (path: string) => text(analyst.open(path));
const at = () => [consultation.partnership, consultation] as const;
const frame = () => findFrame(consultation, frameId);
const tree = async () => (await listCodes(db(), await frame())).filter(({ retiredAt }) => retiredAt === null).map(({ level, name }) => `${level} ${name.en}`);
const give = (coding: Partial<NewCoding> & Pick<NewCoding, "textId" | "codeId">) =>
  inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { coderId: personId, ...coding }));

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  const said = ["Buses after seven, and cheaper", "Homes for the young", "Crossings by the school"];
  for (const first of said) await buildResponse({ consultation, answers: { first, agree: { level: "agree", reasons: `Because: ${first}` } }, receivedAt: new Date(Date.now() - 3 * day) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  for (const { id, text: words, questionId } of await db().answerText.findMany({ where: { consultationId: consultation.id } })) texts[questionId === "first" ? words.split(/[ ,]/)[0]! : "Because"] = id;
});

test("a codeframe is begun with what it is called and whom it serves, once however often it is sent, and has what every one has", async () => {
  const here = codeframeDetailsPath(...at(), "new");
  expect(await seen(analysisPath(...at()))).toContain("Codeframes:");
  expect(await seen(here)).toContain("Which questions does it serve?");
  const refused = await analyst.post(here, { "name-en": "", question: "" });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringMatching(/Enter the name of the codeframe in English.*Choose at least one question/)]);
  const began = await analyst.post(here, { "name-en": "First things", "name-cy": "Pethau cyntaf", question: "first" });
  expect((await analyst.post(here, { "name-en": "First things", "name-cy": "Pethau cyntaf", question: "first" })).headers.get("Location")).toBe(began.headers.get("Location"));
  const [begun, ...others] = await listCodeframes(db(), consultation);
  frameId = begun!.id;
  expect([others, await listCodeframes(db(), consultation, "agree"), begun!.version]).toEqual([[], [], 0]);
  expect(await tree()).toEqual(["theme Other", "theme Cannot be coded"]);
  expect(await seen(codeframesPath(...at()))).toMatch(/Codes in use 2 Answers that carry a code 0 of 3 Version published None yet/);
});

test("codes are added three levels deep and no deeper, with names of their own", async () => {
  const add = (name: string, under?: string) => analyst.post(codePath(...at(), { id: frameId }, "new", under), { "name-en": name, "definition-en": `About ${name}`, ...(under && { under }) });
  for (const [name, under] of [["Travel"], ["Homes"], ["Buses", "Travel"], ["Fares", "Buses"]] as const) {
    expect((await add(name, under && codes[under])).status).toBe(302);
    codes[name] = (await listCodes(db(), await frame())).find((code) => code.name.en === name)!.id;
  }
  expect(await tree()).toEqual(["theme Travel", "code Buses", "sub-code Fares", "theme Homes", "theme Other", "theme Cannot be coded"]);
  expect((await add("Cheap fares", codes.Fares)).status).toBe(422);
  expect((await analyst.open(codePath(...at(), { id: frameId }, "new", codes.Fares))).status).toBe(404);
  const taken = await add(" travel ");
  expect([taken.status, await text(Promise.resolve(taken))]).toEqual([422, expect.stringContaining("Enter another name: a code beside this one has that name")]);
  const blank = await add("");
  expect([blank.status, await text(Promise.resolve(blank))]).toEqual([422, expect.stringMatching(/Enter the name in English/)]);
});

test("a code is reworded where nobody else reworded it meanwhile", async () => {
  const here = codePath(...at(), { id: frameId }, { id: codes.Homes! });
  expect(await seen(here)).toContain("About Homes");
  const was = { "was.name-en": "Homes", "was.definition-en": "About Homes" };
  expect((await analyst.post(here, { ...was, "name-en": "Homes", "definition-en": "Houses and rents", marks: "isEquality" })).status).toBe(302);
  const clash = await analyst.post(here, { ...was, "name-en": "Homes", "definition-en": "Houses" });
  expect([clash.status, await text(Promise.resolve(clash))]).toEqual([422, expect.stringContaining("Houses and rents")]);
  expect(await seen(codeframePath(...at(), { id: frameId }))).toMatch(/Homes Bears on equality/);
});

test("codes change places with those beside them", async () => {
  const here = codeframePath(...at(), { id: frameId });
  expect((await analyst.post(here, { do: `up:${codes.Homes}` })).status).toBe(302);
  expect((await tree())[0]).toBe("theme Homes");
  expect((await analyst.post(here, { do: `down:${codes.Homes}` })).status).toBe(302);
  expect((await analyst.post(here, { do: "sideways" })).status).toBe(400);
});

test("a code stands once on the same part by the same coder in the same reading, and is counted for what it stands under", async () => {
  const [on, code] = [texts.Buses!, codes.Fares!];
  const span = { start: 23, end: 30 };
  expect(await give({ textId: on, codeId: code, span })).toMatchObject({ ok: true, value: { isNew: true } });
  expect(await give({ textId: on, codeId: code, span, stance: "suggestion" })).toMatchObject({ ok: true, value: { isNew: false } });
  for (const isNew of [true, false]) expect(await give({ textId: on, codeId: codes.Buses! })).toMatchObject({ value: { isNew } });
  expect(await give({ textId: on, codeId: code, span, pass: "second", coderId: "another" })).toMatchObject({ value: { isNew: true } });
  expect((await listCodings(db(), consultation.partnershipId, [on, texts.Homes!], { pass: "first" })).get(on)).toMatchObject([
    { codeId: codes.Buses, span: null, stance: null, version: 0, pass: "first", changeId: null },
    { codeId: code, span, stance: "suggestion", coderId: personId },
  ]);
  expect(await seen(codeframePath(...at(), { id: frameId }))).toMatch(/1 of the 3 answers in set 1.*Travel.*1 \(100\.0%\).*Buses.*1 \(100\.0%\).*Fares.*1 \(100\.0%\).*Homes.*0 \(0\.0%\)/);
  const told = await db().auditEntry.findMany({ where: { action: { startsWith: "coding." } }, orderBy: { id: "asc" } });
  expect(told.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual(["coding.add response", "coding.change-stance response", "coding.add response", "coding.add response"]);
});

test("what was agreed counts instead of the first reading", async () => {
  await give({ textId: texts.Homes!, codeId: codes.Homes! });
  await give({ textId: texts.Homes!, codeId: codes.Buses!, pass: "agreed" });
  expect(await seen(codeframePath(...at(), { id: frameId }))).toMatch(/2 of the 3 answers.*Buses.*2 \(100\.0%\).*Homes.*0 \(0\.0%\)/);
  await db().coding.deleteMany({ where: { textId: texts.Homes! } });
});

test("no code is given to an answer to another question, beyond its text, or from elsewhere", async () => {
  const [textId, codeId] = [texts.Buses!, codes.Buses!];
  expect(await give({ textId: texts.Because!, codeId })).toEqual({ ok: false, problem: "other-question" });
  expect(await give({ textId, codeId, span: { start: 5, end: 500 } })).toEqual({ ok: false, problem: "span" });
  expect(await give({ textId: "none", codeId })).toEqual({ ok: false, problem: "text-gone" });
  expect(await give({ textId, codeId: "none" })).toEqual({ ok: false, problem: "code-gone" });
  await expect(db().$executeRaw`UPDATE "Coding" SET "end" = NULL WHERE start IS NOT NULL`).rejects.toThrow(/Coding_span/);
});

test("a code that was used is retired with what was coded with it, one that was not goes, and what every codeframe has stays", async () => {
  const unused = await buildCode({ frame: await frame(), personId }, "Ferries", codes.Travel);
  const here = (id: string) => codePath(...at(), { id: frameId }, { id });
  expect(await seen(`${here(unused)}?ask=retire`)).toContain("Nothing was coded with it");
  expect((await analyst.post(here(unused), { deed: "retire" })).status).toBe(302);
  expect((await analyst.open(here(unused))).status).toBe(404);
  expect((await analyst.post(here(codes.Buses!), { deed: "retire" })).status).toBe(422);
  expect(await seen(`${here(codes.Fares!)}?ask=retire`)).toContain("It stays where it was given (2 times)");
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(here(codes.Fares!), { deed: "retire" })).status).toBe(302);
  expect(await tree()).not.toContain("sub-code Fares");
  expect(await db().coding.count({ where: { codeId: codes.Fares! } })).toBe(2);
  expect(await give({ textId: texts.Homes!, codeId: codes.Fares! })).toEqual({ ok: false, problem: "retired" });
  expect(await seen(codeframePath(...at(), { id: frameId }))).toMatch(/Out of use Fares \(answers that still carry it: 1\)/);
  expect((await analyst.post(here(codes.Fares!), { deed: "restore" })).status).toBe(302);
  expect(await tree()).toContain("sub-code Fares");
  const other = (await listCodes(db(), await frame())).find(({ kind }) => kind === "other")!;
  const kept = await analyst.post(here(other.id), { deed: "retire" });
  expect([kept.status, await text(Promise.resolve(kept))]).toEqual([422, expect.stringContaining("Every codeframe has this code")]);
});

test("a coder takes back what is theirs and nobody else’s", async () => {
  const [coding] = (await listCodings(db(), consultation.partnershipId, [texts.Buses!], { pass: "second" })).get(texts.Buses!)!;
  const remove = (coderId: string) =>
    inTransaction((transaction) => removeCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { id: coding!.id, coderId }));
  expect([await remove(personId), await remove("another"), await remove("another")]).toEqual([false, true, false]);
});

test("who does not read the answers sees no codeframe", async () => {
  const statistician = new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role: "statistics", partnership: consultation.partnership }))]);
  expect((await statistician.open(codeframesPath(...at()))).status).toBe(403);
  expect(await text(statistician.open(analysisPath(...at())))).not.toContain("Codeframes:");
});

test("what is erased takes what was coded on it along", async () => {
  await eraseAnswers(consultation, new Date());
  expect(await db().coding.count()).toBe(0);
});
