// Themes are suggested from the texts and codes from what coders decided; nothing of it is a code until a person says so, and what became of it is counted.
import { beforeAll, expect, test } from "vitest";
import { addCoding, listCodings } from "#app/analysis/codings.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { makeSuggestions } from "#app/analysis/making-suggestions.server.ts";
import { suggestedCodesPath, suggestedThemesPath, suggestionsPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { acceptSuggestion, howHelped } from "#app/analysis/suggestions.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
const clock = () => new Date();
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
let frameId: string;
let codeId: string;
let set: { id: string; number: number };

const buses = ["evening buses", "late buses", "the bus timetable", "cheaper bus fares", "a bus shelter"];
const trees = ["more trees", "a tree by the pond", "old trees and hedges", "wildlife in the trees", "hedges and flowers"];
const ends = ["please", "for everybody", "near the school", "on the green", "before winter", "at the top of the hill"];
const texts = [...buses.flatMap((one) => ends.map((end) => `We need ${one} ${end}`)), ...trees.flatMap((one) => ends.map((end) => `I wish for ${one} ${end}`))];

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<script.*?<\/script>|<[^>]+>/gs, " ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const seen = (path: string) => text(analyst.open(path));
const at = () => [consultation.partnership, consultation, set] as const;
const runOpen = async () => {
  for (const { id } of await db().suggestionRun.findMany({ where: { finishedAt: null } })) await makeSuggestions({ runId: id }, clock);
};
const codesPath = () => suggestedCodesPath(...at(), "first", { id: frameId });
const open = (source: string) => db().codeSuggestion.findMany({ where: { source, state: "open" }, include: { text: true }, orderBy: [{ likelihood: "desc" }, { id: "asc" }] });

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { get now() { return new Date(); } }, [await signInCookie(person)]);
  for (const first of texts) await buildResponse({ consultation, answers: { first }, receivedAt: new Date(Date.now() - 3 * day) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, clock);
  set = await db().analysisSet.findFirstOrThrow({ where: { consultationId: consultation.id }, select: { id: true, number: true } });
  frameId = await buildCodeframe(consultation);
  codeId = await buildCode({ frame: await findFrame(consultation, frameId), personId }, "Buses");
});

test("themes are looked for once however often they are asked for, told by their words, and none is a code", async () => {
  expect(await seen(suggestionsPath(...at()))).toContain("Nothing has been looked for yet.");
  expect((await analyst.post(suggestionsPath(...at()), { ask: "themes:elsewhere" })).status).toBe(400);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(suggestionsPath(...at()), { ask: "themes:first" })).status).toBe(302);
  expect(await db().suggestionRun.count()).toBe(1);
  expect(await seen(suggestionsPath(...at()))).toContain("Being looked through: 0 of 100.");
  await runOpen();
  const themes = await db().themeSuggestion.findMany({ orderBy: { place: "asc" } });
  expect(themes.length).toBeGreaterThan(1);
  expect(new Set(themes.flatMap(({ textIds }) => textIds)).size).toBe(themes.flatMap(({ textIds }) => textIds).length);
  expect(await seen(suggestedThemesPath(...at(), "first"))).toMatch(/Theme 1:.*Texts in it: \d+.*(We need|I wish for)/);
  expect(await db().coding.count()).toBe(0);
});

test("a person makes a code of a theme or dismisses it; its texts are suggestions, and a second press makes no second code", async () => {
  const here = suggestedThemesPath(...at(), "first");
  const [first, second] = await db().themeSuggestion.findMany({ orderBy: { place: "asc" } });
  const refused = await analyst.post(here, { deed: `take:${first!.id}`, frame: frameId, name: "", definition: "Speaks of it." });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringContaining("Enter the name in English")]);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(here, { deed: `take:${first!.id}`, frame: frameId, name: "A theme", definition: "Speaks of it." })).status).toBe(302);
  const codes = (await listCodes(db(), await findFrame(consultation, frameId))).filter(({ name }) => name.en === "A theme");
  expect(codes).toHaveLength(1);
  expect((await open("theme")).map(({ textId }) => textId).sort()).toEqual([...first!.textIds].sort());
  expect((await analyst.post(here, { deed: `dismiss:${second!.id}` })).status).toBe(302);
  expect(await db().coding.count()).toBe(0);
  expect(await howHelped(db(), set)).toMatchObject({ themes: { taken: 1, dismissed: 1 }, codes: [{ source: "theme", suggested: first!.textIds.length, accepted: 0, rejected: 0 }] });
});

test("of too few decisions nothing is learnt, and it is said", async () => {
  await analyst.post(suggestionsPath(...at()), { ask: `codes:first:${frameId}` });
  await runOpen();
  expect(await open("classifier")).toEqual([]);
  expect(await seen(codesPath())).toContain("Too few decisions to learn from");
});

test("codes are learnt from what people coded and suggested for what they did not, with what that was measured at beside them", async () => {
  const all = await db().answerText.findMany({ where: { consultationId: consultation.id }, orderBy: { id: "asc" } });
  const other = (await listCodes(db(), await findFrame(consultation, frameId))).find(({ kind }) => kind === "other")!.id;
  const isBus = (words: string) => /bus/.test(words);
  const coded = [...all.filter((one) => isBus(one.text)).slice(0, 15), ...all.filter((one) => !isBus(one.text)).slice(0, 15)];
  for (const one of coded) {
    const given = { textId: one.id, codeId: isBus(one.text) ? codeId : other, coderId: personId };
    expect((await inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, given))).ok).toBe(true);
  }
  await analyst.post(suggestionsPath(...at()), { ask: `codes:first:${frameId}` });
  await runOpen();
  const suggested = await open("classifier");
  const ofBuses = suggested.filter((one) => one.codeId === codeId);
  expect(ofBuses.length).toBeGreaterThan(10);
  expect(ofBuses.every((one) => isBus(one.text.text) && !coded.some(({ id }) => id === one.textId))).toBe(true);
  expect(await seen(`${codesPath()}?code=${codeId}`)).toMatch(/Of what is suggested for this code, right in \d+%; of what carries it, found \d+%; measured on 30 texts that people coded/);
});

test("who accepts gives the code, who rejects is not asked again, and neither twice", async () => {
  const here = `${codesPath()}?code=${codeId}`;
  const [first, second] = (await open("classifier")).filter((one) => one.codeId === codeId);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(here, { deed: `accept:${first!.id}`, code: codeId })).headers.get("Location")).toContain("done=accepted");
  expect((await listCodings(db(), consultation.partnershipId, [first!.textId])).get(first!.textId)).toMatchObject([{ codeId, coderId: personId, pass: "first" }]);
  expect((await analyst.post(here, { deed: `reject:${second!.id}`, code: codeId })).headers.get("Location")).toContain("done=rejected");
  expect(await inTransaction((transaction) => acceptSuggestion(transaction, consultation, { personId, now: new Date() }, second!.id))).toBe("decided");
  expect(await db().coding.count({ where: { textId: second!.textId } })).toBe(0);
  await analyst.post(suggestionsPath(...at()), { ask: `codes:first:${frameId}` });
  await runOpen();
  expect(await db().codeSuggestion.findUniqueOrThrow({ where: { id: second!.id } })).toMatchObject({ state: "rejected" });
  expect((await howHelped(db(), set)).codes.find(({ source }) => source === "classifier")).toMatchObject({ accepted: 1, rejected: 1 });
  expect(await seen(suggestionsPath(...at()))).toMatch(/Learnt from what coders decided \d+ 1 1/);
});

test("a code that went out of use is not given, and its suggestions wait", async () => {
  const [next] = (await open("classifier")).filter((one) => one.codeId === codeId);
  await db().code.update({ where: { id: codeId }, data: { retiredAt: new Date() } });
  expect((await analyst.post(codesPath(), { deed: `accept:${next!.id}` })).headers.get("Location")).toContain("done=not-given");
  expect(await seen(codesPath())).not.toContain(next!.text.text);
  await db().code.update({ where: { id: codeId }, data: { retiredAt: null } });
  expect(await db().codeSuggestion.findUniqueOrThrow({ where: { id: next!.id } })).toMatchObject({ state: "open", decidedById: null });
});

test("a text that is held back is neither shown nor learnt from", async () => {
  const [next] = (await open("classifier")).filter((one) => one.codeId === codeId);
  await db().heldAnswer.create({ data: { responseId: next!.text.responseId, questionId: "first", partnershipId: consultation.partnershipId, consultationId: consultation.id } });
  expect(await seen(`${codesPath()}?code=${codeId}`)).not.toContain(next!.text.text);
});

test("each thing that was done to suggestions is in the log", async () => {
  const told = await db().auditEntry.findMany({ where: { action: { startsWith: "suggestion." } }, orderBy: { id: "asc" } });
  expect([...new Set(told.map(({ action }) => action))].sort()).toEqual(["suggestion.accepted", "suggestion.ask", "suggestion.dismiss-theme", "suggestion.rejected", "suggestion.take-theme"]);
});
