// Codes are put elsewhere, merged and split, what was coded follows and comes back; versions keep them as they were.
import { beforeAll, expect, test } from "vitest";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { codeframeChangesPath, codeframePath, codeframeVersionsPath, codePath, recodingPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
let frameId: string;
const codes: Record<string, string> = {};
const texts: string[] = [];

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const seen = (path: string) => text(analyst.open(path));
const at = () => [consultation.partnership, consultation, { id: frameId }] as const;
const deedAt = (code: string, deed: "place" | "merge" | "split" | "sort") => recodingPath(...at(), { id: codes[code]! }, deed);
const changes = () => codeframeChangesPath(...at());
const give = (textId: string, code: string, coderId = personId) =>
  inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId, codeId: codes[code]!, coderId }));
/** Which texts carry which codes, by whom; the same on both sides of what is undone. */
const given = async () => {
  const rows = await db().coding.findMany({ where: { codeId: { in: Object.values(codes) } } });
  const names = Object.fromEntries(Object.entries(codes).map(([name, id]) => [id, name]));
  return rows.map(({ textId, codeId, coderId }) => `${texts.indexOf(textId)} ${names[codeId]}${coderId === personId ? "" : " other"}`).sort();
};
const tree = async () => (await listCodes(db(), await findFrame(consultation, frameId))).filter(({ retiredAt, kind }) => retiredAt === null && kind === "usual").map(({ level, name }) => `${level} ${name.en}`);
const lastNumber = async () => (await db().codeframeChange.findFirstOrThrow({ where: { codeframeId: frameId, undoneAt: null }, orderBy: { number: "desc" } })).number;
const undo = async () => analyst.post(changes(), { undo: String(await lastNumber()) });

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { get now() { return new Date(); } }, [await signInCookie(person)]);
  for (let at = 0; at < 6; at += 1) await buildResponse({ consultation, answers: { first: `Text number ${at}` }, receivedAt: new Date(Date.now() - 3 * day) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  for (const { id } of await db().answerText.findMany({ where: { consultationId: consultation.id }, orderBy: { text: "asc" } })) texts.push(id);
  frameId = await buildCodeframe(consultation);
  const by = { frame: await findFrame(consultation, frameId), personId };
  for (const [name, under] of [["Travel"], ["Homes"], ["Buses", "Travel"], ["Trains", "Travel"], ["Fares", "Buses"]] as const) codes[name] = await buildCode(by, name, under && codes[under]);
  for (const textId of texts.slice(0, 3)) await give(textId, "Buses");
  await give(texts[2]!, "Trains");
  await give(texts[2]!, "Trains", "another");
  await give(texts[3]!, "Trains");
  await give(texts[4]!, "Fares");
});

test("a code is put somewhere else with what is under it, never too deep, and the last change is undone first", async () => {
  const before = await tree();
  expect(await seen(deedAt("Buses", "place"))).toContain("Answers that carry it or a code under it: 4.");
  expect((await analyst.post(deedAt("Buses", "place"), {})).status).toBe(422);
  expect((await analyst.post(deedAt("Buses", "place"), { under: codes.Trains! })).status).toBe(422);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(deedAt("Buses", "place"), { under: codes.Homes! })).status).toBe(302);
  expect(await tree()).toEqual(["theme Travel", "code Trains", "theme Homes", "code Buses", "sub-code Fares"]);
  expect((await analyst.post(deedAt("Buses", "place"), { under: "theme" })).status).toBe(302);
  expect((await analyst.post(changes(), { undo: "1" })).status).toBe(422);
  expect([(await undo()).status, (await undo()).status]).toEqual([302, 302]);
  expect(await tree()).toEqual(before);
  expect(await seen(changes())).toMatch(/Code put somewhere else Code Buses .* Undone by/);
});

test("merging says beforehand what it touches, brings the codings along once each, and is undone to the last of them", async () => {
  const before = await given();
  const ask = await seen(`${deedAt("Trains", "merge")}?into=${codes.Fares}`);
  expect(ask).toContain("Merge “Travel › Trains” into “Travel › Buses › Fares”?");
  expect(await seen(`${deedAt("Trains", "merge")}?into=${codes.Buses}`)).toContain("Answers that are recoded: 2 (codings: 3). Of these answers so many carry both already: 1");
  expect(await seen(`${deedAt("Buses", "merge")}?into=${codes.Homes}`)).toContain("Codes in use stand under it");
  expect((await analyst.post(deedAt("Buses", "merge"), { into: codes.Homes! })).status).toBe(422);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(deedAt("Trains", "merge"), { into: codes.Buses! })).status).toBe(302);
  expect(await given()).toEqual(["0 Buses", "1 Buses", "2 Buses", "2 Buses other", "3 Buses", "4 Fares"]);
  expect(await tree()).not.toContain("code Trains");
  expect(await seen(codeframePath(...at()))).toContain("Trains went into Buses");
  expect(await seen(changes())).toMatch(/Code merged into another Code Trains Answers recoded 2/);
  expect(await seen(`${changes()}?ask=${await lastNumber()}`)).toContain("Answers whose codes go back: 2.");
  const number = String(await lastNumber());
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(changes(), { undo: number })).status).toBe(302);
  expect(await given()).toEqual(before);
  expect(await tree()).toContain("code Trains");
});

test("what was given for a whole campaign still is when its code becomes one with another, and only while it is", async () => {
  const textId = texts[2]!;
  const shares = async () => (await db().coding.findMany({ where: { textId, coderId: personId, isShared: true } })).map(({ codeId }) => Object.keys(codes).find((name) => codes[name] === codeId));
  await db().coding.updateMany({ where: { textId, coderId: personId, codeId: codes.Trains! }, data: { isShared: true } });
  await analyst.post(deedAt("Trains", "merge"), { into: codes.Buses! });
  expect(await shares()).toEqual(["Buses"]);
  expect((await undo()).status).toBe(302);
  expect(await shares()).toEqual(["Trains"]);
  await db().coding.updateMany({ where: { textId, coderId: personId }, data: { isShared: true } });
  await analyst.post(deedAt("Trains", "merge"), { into: codes.Buses! });
  expect((await undo()).status).toBe(302);
  expect((await shares()).sort()).toEqual(["Buses", "Trains"]);
  await db().coding.updateMany({ where: { textId }, data: { isShared: false } });
});

test("a merging that somebody coded on since stands", async () => {
  await analyst.post(deedAt("Trains", "merge"), { into: codes.Buses! });
  await give(texts[5]!, "Buses");
  expect(await seen(changes())).toMatch(/can no longer be undone: codes were given since that stand on it \(1\)/);
  expect((await undo()).status).toBe(422);
  await db().coding.deleteMany({ where: { textId: texts[5]!, codeId: codes.Buses! } });
  expect((await undo()).status).toBe(302);
});

test("a code is split, its texts are handed out one by one, and what was not sorted stays; undone, all of it is where it was", async () => {
  const before = await given();
  const refused = await analyst.post(deedAt("Buses", "split"), { parts: "Day buses\nNight: late" });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringContaining("Line 1: enter a name, a colon, and what the code means.")]);
  const parts = "Day: Buses by day.\nNight: Buses at night.";
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(deedAt("Buses", "split"), { parts, where: "beside" })).headers.get("Location")).toContain("/sort");
  expect(await tree()).toEqual(["theme Travel", "code Buses", "sub-code Fares", "code Trains", "code Day", "code Night", "theme Homes"]);
  for (const { id, name } of await listCodes(db(), await findFrame(consultation, frameId))) codes[name.en!] = id;
  expect(await seen(deedAt("Buses", "sort"))).toMatch(/Answers that still carry the code: 3.*Text number 0/);
  await give(texts[5]!, "Buses");
  const sort = { [`to-${texts[0]}`]: codes.Day!, [`to-${texts[1]}`]: codes.Night!, [`to-${texts[5]}`]: codes.Night!, [`to-${texts[2]}`]: "" };
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(deedAt("Buses", "sort"), sort)).status).toBe(302);
  expect(await given()).toEqual(["0 Day", "1 Night", "2 Buses", "2 Trains", "2 Trains other", "3 Trains", "4 Fares", "5 Night"]);
  await give(texts[0]!, "Buses");
  expect((await undo()).status).toBe(302);
  expect(await given()).toEqual([...before, "5 Buses"].sort());
  expect(await tree()).not.toContain("code Day");
  await db().coding.deleteMany({ where: { textId: texts[5]! } });
  expect((await analyst.open(deedAt("Buses", "sort"))).status).toBe(404);
});

test("a split may hand everything to the first at once", async () => {
  const before = await given();
  expect((await analyst.post(deedAt("Trains", "split"), { parts: "Fast: Fast trains.\nSlow: Slow trains.", where: "under", codings: "first" })).status).toBe(302);
  expect(await tree()).toContain("sub-code Fast");
  for (const { id, name } of await listCodes(db(), await findFrame(consultation, frameId))) codes[name.en!] = id;
  expect(await given()).toContain("3 Fast");
  expect((await undo()).status).toBe(302);
  expect(await given()).toEqual(before);
});

test("adding, rewording, ordering and retiring are undone too", async () => {
  const [before, names] = [await listCodes(db(), await findFrame(consultation, frameId)), await tree()];
  await analyst.post(codePath(...at(), "new"), { "name-en": "Boats", "definition-en": "On water." });
  await analyst.post(codePath(...at(), { id: codes.Homes! }), { "name-en": "Houses", "definition-en": "Homes." });
  await analyst.post(codeframePath(...at()), { do: `up:${codes.Homes}` });
  await analyst.post(codePath(...at(), { id: codes.Fares! }), { deed: "retire" });
  expect(await tree()).not.toEqual(names);
  for (let times = 0; times < 4; times += 1) expect((await undo()).status).toBe(302);
  expect(await listCodes(db(), await findFrame(consultation, frameId))).toEqual(before);
});

test("a version is published once however often it is sent, is read as it was, and is compared with what came after", async () => {
  const here = codeframeVersionsPath(...at());
  const missing = await analyst.post(here, { note: " " });
  expect([missing.status, await text(Promise.resolve(missing))]).toEqual([422, expect.stringContaining("Enter what is different in this version")]);
  expect((await analyst.post(here, { note: "The first" })).headers.get("Location")).toContain("done=published");
  expect((await analyst.post(here, { note: "The first" })).headers.get("Location")).toContain("done=same");
  await give(texts[5]!, "Trains");
  expect((await db().coding.findFirstOrThrow({ where: { textId: texts[5]! } })).version).toBe(1);
  await analyst.post(codePath(...at(), { id: codes.Homes! }), { "name-en": "Houses", "definition-en": "About Homes" });
  await analyst.post(deedAt("Trains", "split"), { parts: "Fast: Fast trains.", where: "under", codings: "first" });
  await analyst.post(deedAt("Fares", "merge"), { into: codes.Buses! });
  await analyst.post(here, { note: "The second" });
  expect(await seen(here)).toMatch(/Version 2.*The second.*Version 1 What is different The first .* Codes given under it 1/);
  expect(await seen(codeframeVersionsPath(...at(), 1))).toMatch(/Version 1 .*The first.*Homes/);
  const compared = await seen(`${codeframeVersionsPath(...at(), "compare")}?from=2&to=1`);
  expect(compared).toContain("From version 1 to version 2");
  expect(compared).toMatch(/Split Trains \( into Fast \).*Merged Fares \( into Buses \).*Renamed Houses \( before: Homes \)/);
  expect(await seen(`${codeframeVersionsPath(...at(), "compare")}?from=2&to=now`)).toContain("Nothing is different but perhaps the order.");
  expect((await analyst.open(codeframeVersionsPath(...at(), 9))).status).toBe(404);
});
