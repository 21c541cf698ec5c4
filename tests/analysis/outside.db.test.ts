// Texts go out to a model elsewhere and what it said comes in: never as codes, measured like a coder, told, and taken back.
import { beforeAll, expect, test } from "vitest";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { howOutsideHelped } from "#app/analysis/outside.store.server.ts";
import { outsidePath, outsideRunPath, suggestedCodesPath, suggestionsPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { numberOf } from "#app/analysis/theme-finder.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let [personId, frameId, busId, treeId] = ["", "", "", ""];
let analyst: Visitor;
let set: { id: string; number: number };
const ids = new Map<string, string>();

const said = [...Array.from({ length: 12 }, (_, at) => `Bus ${at}`), ...Array.from({ length: 12 }, (_, at) => `Tree ${at}`), ...Array.from({ length: 4 }, (_, at) => `Open ${at}`)];
const held = "Something that is held";
const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<script.*?<\/script>|<[^>]+>/gs, " ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const at = () => [consultation.partnership, consultation, set, "first", { id: frameId }] as const;
const here = () => outsidePath(...at());
const give = async (words: string, codeId: string) => {
  const given = await inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId: ids.get(words)!, codeId, coderId: personId, stance: "support" }));
  expect(given.ok).toBe(true);
};
type Document = { set: unknown; question: { question_text: string }; responses: { response_id: number; response: string }[]; themes: { topic_id: string; topic_label: string }[]; mapping: { response_id: number; labels: string[]; stances?: string[] }[] };
const takeOut = async () => JSON.parse(await (await analyst.open(`${here()}/themefinder.json`)).text()) as Document;
const line = (words: string, labels: string[], position = "AGREEMENT") => ({ mapping: { response_id: numberOf(ids.get(words)!), labels }, sentiment: { response_id: numberOf(ids.get(words)!), position } });
const fileOf = (lines: ReturnType<typeof line>[], more = {}) =>
  JSON.stringify({
    question: { question_text: "What should come first?" },
    responses: [],
    themes: [{ topic_id: "A", topic_label: "buses", topic_description: "Public transport" }, { topic_id: "B", topic_label: "Nature", topic_description: "Trees and ponds" }, { topic_id: "C", topic_label: "Noise", topic_description: "It is loud" }],
    mapping: lines.map(({ mapping }) => mapping),
    sentiment: lines.map(({ sentiment }) => sentiment),
    ...more,
  });
// of twelve bus texts it finds nine, of the trees' it says buses of one; of what nobody coded it says buses of one, nature of two
const theirs = () => [
  ...said.slice(0, 12).map((words, index) => line(words, index < 9 ? ["A"] : [])),
  ...said.slice(12, 24).map((words, index) => line(words, index === 0 ? ["A", "B"] : ["B"])),
  ...[line("Open 0", ["A"], "DISAGREEMENT"), line("Open 1", ["B"]), line("Open 2", ["B", "C"], "UNCLEAR"), line("Open 3", [])],
];
const bringIn = (source: string, model = "ThemeFinder", version = "0.7.9") => analyst.post(here(), { model, version, text: source });
const runId = async () => (await db().suggestionRun.findFirstOrThrow({ where: { kind: "outside", withdrawnAt: null }, orderBy: { askedAt: "desc" } })).id;
const runPath = async () => outsideRunPath(...at(), { id: await runId() });
const open = () => db().codeSuggestion.findMany({ where: { source: "outside", state: "open" }, include: { text: true }, orderBy: { id: "asc" } });

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { get now() { return new Date(); } }, [await signInCookie(person)]);
  for (const first of [...said, held]) {
    const { id } = await buildResponse({ consultation, answers: { first }, receivedAt: new Date(Date.now() - 3 * day) });
    if (first === held) await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId: id, questionId: "first" }));
  }
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  set = await db().analysisSet.findFirstOrThrow({ where: { consultationId: consultation.id }, select: { id: true, number: true } });
  for (const one of await db().answerText.findMany({ where: { consultationId: consultation.id, questionId: "first" } })) ids.set(one.text, one.id);
  frameId = await buildCodeframe(consultation);
  busId = await buildCode({ frame: await findFrame(consultation, frameId), personId }, "Buses");
  treeId = await buildCode({ frame: await findFrame(consultation, frameId), personId }, "Trees");
  for (const words of said.slice(0, 12)) await give(words, busId);
  for (const words of said.slice(12, 24)) await give(words, treeId);
});

test("what goes out holds every text and code of the set but what is held, names the set, and is written in the log", async () => {
  const taken = await takeOut();
  expect(taken.set).toMatchObject({ number: set.number });
  expect(taken.responses.map(({ response }) => response).sort()).toEqual([...said].sort());
  expect(JSON.stringify(taken)).not.toContain(held);
  expect(taken.themes.map(({ topic_label }) => topic_label)).toEqual(["Buses", "Trees", "Other"]);
  expect(taken.mapping).toHaveLength(24);
  expect(taken.mapping.find(({ response_id }) => response_id === numberOf(ids.get("Bus 3")!))).toEqual({ response_id: numberOf(ids.get("Bus 3")!), labels: [busId], stances: ["POSITIVE"] });
  expect(await db().auditEntry.findFirst({ where: { action: "suggestion.take-out" } })).toMatchObject({ personId, facts: { set: set.number, questionId: "first" } });
});

test("a file with mistakes is refused whole, each mistake is told, and what was typed stays", async () => {
  const wrong = fileOf([], { mapping: [{ response_id: numberOf(ids.get("Bus 1")!), labels: ["Z"] }, { response_id: numberOf(ids.get("Bus 2")!), labels: ["A"], stances: [] }] });
  const refused = await bringIn(wrong, "ThemeFinder", "");
  const html = await text(Promise.resolve(refused));
  expect([refused.status, html]).toEqual([422, expect.stringMatching(/Enter the version of the model.*file has mistakes: 2.*Names the theme Z.*Has not as many stances as labels/)]);
  expect((await bringIn("{")).status).toBe(422);
  expect(await text(bringIn(fileOf([], { mapping: [{ response_id: 77, labels: ["A"] }] })))).toContain("No response in “mapping” is a text of this question");
  expect(await text(analyst.post(here(), { model: "", version: "1", text: "" }))).toMatch(/Enter the name of the model.*Choose a file or paste its text/);
  expect(await db().suggestionRun.count({ where: { kind: "outside" } })).toBe(0);
});

test("what it said comes in once as suggestions: themes of a code's name are that code, the others wait, and nothing is a code", async () => {
  const before = await db().coding.count();
  for (let presses = 0; presses < 2; presses += 1) expect((await bringIn(fileOf([...theirs(), { mapping: { response_id: 77, labels: [] }, sentiment: { response_id: 77, position: "UNCLEAR" } }]))).headers.get("Location")).toContain("done=brought-in");
  expect(await db().suggestionRun.count({ where: { kind: "outside" } })).toBe(1);
  expect(await db().coding.count()).toBe(before);
  expect((await open()).map(({ codeId, stance, text: one }) => [one.text, codeId, stance])).toEqual([["Open 0", busId, "oppose"]]);
  const page = await text(analyst.open(await runPath()));
  expect(page).toMatch(/ThemeFinder 0\.7\.9.*28\. Responses of the file that are not in this set: 1\..*3, of which 1 are codes and 2 wait.*Nature Trees and ponds Texts it was said of: 14/);
  expect(await text(analyst.open(here()))).toMatch(/ThemeFinder 0\.7\.9 .*Texts it read\D+28\D+1\D+0\D+0/);
});

test("a person says which code a theme is, or makes one of it, or dismisses it; its texts are suggested then, and a second press does nothing", async () => {
  const path = await runPath();
  const [nature, noise] = await Promise.all(["Nature", "Noise"].map((name) => db().themeSuggestion.findFirstOrThrow({ where: { terms: { has: name } } })));
  expect((await analyst.post(path, { deed: `take:${nature!.id}`, code: "no-such-code", name: "", definition: "" })).status).toBe(422);
  const refused = await analyst.post(path, { deed: `take:${noise!.id}`, code: "", name: "", definition: "It is loud" });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringContaining("Enter the name in English")]);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(path, { deed: `take:${nature!.id}`, code: treeId, name: "x", definition: "y" })).status).toBe(302);
  expect((await open()).filter(({ codeId }) => codeId === treeId).map(({ text: one, stance }) => [one.text, stance]).sort()).toEqual([["Open 1", "support"], ["Open 2", null]]);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(path, { deed: `take:${noise!.id}`, code: "", name: "Noise", definition: "It is loud" })).status).toBe(302);
  const made = (await listCodes(db(), await findFrame(consultation, frameId))).filter(({ name }) => name.en === "Noise");
  expect(made).toHaveLength(1);
  expect((await open()).filter(({ codeId }) => codeId === made[0]!.id).map(({ text: one }) => one.text)).toEqual(["Open 2"]);
});

test("it is measured like a coder on texts that people coded without seeing what it said", async () => {
  const page = await text(analyst.open(await runPath()));
  // of 24 texts: buses given by it 10, by people 12, both 9; trees given by it 12, by people 12, both 12
  expect(page).toMatch(/Texts that both read 24/);
  expect(page).toMatch(/Buses [^%]*83%\D+10\D+12\D+90%\D+75%/);
  expect(page).toMatch(/Trees [^%]*100%\D+12\D+12\D+100%\D+100%/);
  const [helped] = await howOutsideHelped(db(), consultation, set);
  // said of buses, trees and neither other nor noise by both: 2 codes given × 24 decisions, 4 of 48 differ
  expect(helped).toMatchObject({ model: "ThemeFinder", version: "0.7.9", texts: 24, themes: 3, taken: 3, suggested: 4, accepted: 0, rejected: 0, raw: expect.closeTo(44 / 48, 10) });
});

test("who accepts gives the code with the stance, and a text of which somebody saw the suggestion is measured no more", async () => {
  const [first] = (await open()).filter(({ codeId }) => codeId === busId);
  const codes = suggestedCodesPath(...at());
  expect(await text(analyst.open(`${codes}?code=${busId}`))).toMatch(/Open 0 Suggested by ThemeFinder 0\.7\.9\. It takes it for: Oppose/i);
  expect((await analyst.post(codes, { deed: `accept:${first!.id}` })).headers.get("Location")).toContain("done=accepted");
  expect(await db().coding.findFirst({ where: { textId: first!.textId } })).toMatchObject({ codeId: busId, coderId: personId, stance: "oppose" });
  expect((await howOutsideHelped(db(), consultation, set))[0]).toMatchObject({ texts: 24, accepted: 1 });
  expect(await text(analyst.open(suggestionsPath(consultation.partnership, consultation, set)))).toMatch(/A model outside\D+4\D+1\D+0/);
});

test("what goes out comes in again as it was", async () => {
  const taken = await takeOut();
  expect((await bringIn(JSON.stringify(taken), "Ourselves", "round trip")).status).toBe(302);
  const id = await runId();
  const themes = await db().themeSuggestion.findMany({ where: { runId: id } });
  expect(themes.every(({ state, codeId, topicId }) => state === "matched" && codeId === topicId)).toBe(true);
  const readings = await db().outsideReading.findMany({ where: { runId: id } });
  expect(readings.map(({ textId, topicIds }) => [numberOf(textId), [...topicIds].sort()]).sort()).toEqual(taken.mapping.map(({ response_id, labels }) => [response_id, [...labels].sort()]).sort());
  expect((await howOutsideHelped(db(), consultation, set)).at(-1)).toMatchObject({ model: "Ourselves", suggested: 0, texts: 24, raw: 1, alpha: 1 });
});

test("what a model said is withdrawn as far as nobody decided, once, and may be brought in again", async () => {
  const { id } = await db().suggestionRun.findFirstOrThrow({ where: { model: "ThemeFinder" } });
  const path = outsideRunPath(...at(), { id });
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(path, { deed: "withdraw" })).headers.get("Location")).toContain("done=withdrawn");
  expect(await open()).toEqual([]);
  expect(await db().coding.count({ where: { codeId: busId } })).toBe(13);
  expect(await db().auditEntry.count({ where: { action: "suggestion.withdraw-model" } })).toBe(1);
  expect(await text(analyst.open(path))).toContain("Withdrawn");
  expect((await bringIn(fileOf(theirs()))).status).toBe(302);
  // "Noise" is a code's name by now; what was accepted is coded, and "Nature" waits
  expect((await open()).map(({ text: one }) => one.text)).toEqual(["Open 2"]);
});

test("nobody but those who code may see or take out anything of it", async () => {
  const other = await buildPerson({ role: "statistics", partnership: consultation.partnership });
  const visitor = new Visitor(await openApplication(), { now: new Date() }, [await signInCookie(other)]);
  for (const path of [here(), `${here()}/themefinder.json`]) expect((await visitor.open(path)).status).toBe(403);
});
