// Codes are given on the reading page: by several coders who see and never overwrite one another, to parts, and to campaigns.
import { beforeAll, expect, test } from "vitest";
import { readingPath } from "#app/analysis/paths.ts";
import { retireCode } from "#app/analysis/codes.store.server.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let frameId: string;
let [eleri, yusuf]: Visitor[] = [];
let [eleriId, yusufId]: string[] = [];
const codes: Record<string, string> = {};
const texts = new Map<string, string>();

const [buses, homes, schools] = ["Buses after seven 🚌, please. Buses are late and dear.", "Homes for the young", "Cartrefi a bysiau"];
const plain = async (answer: Promise<Response> | Response) => (await (await answer).text()).replaceAll(/<script[^]*?<\/script>/g, "").replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const one = (said: string) => readingPath(consultation.partnership, consultation, "first", texts.get(said)!);
const stands = async (said: string) => (await db().coding.findMany({ where: { textId: texts.get(said)! }, orderBy: { start: { sort: "asc", nulls: "first" } } })).map(({ codeId, coderId, start, end, stance }) => ({ codeId, coderId, start, end, stance }));

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const { partnership } = consultation;
  const people = [await buildPerson({ role: "analyst", partnership, name: "Eleri Coder" }), await buildPerson({ role: "analyst", partnership, name: "Yusuf Coder" })];
  [eleriId, yusufId] = people.map(({ id }) => id);
  [eleri, yusuf] = await Promise.all(people.map(async (person) => new Visitor(application, { now: new Date() }, [await signInCookie(person)])));
  for (const first of [buses, homes, schools]) await buildResponse({ consultation, language: first === schools ? "cy" : "en", answers: { first } as never, receivedAt: new Date(Date.now() - 3 * day) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: eleriId!, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  for (const { id, text } of await db().answerText.findMany({ where: { consultationId: consultation.id, questionId: "first" } })) texts.set(text, id);
});

test("where no codeframe serves the question nothing is said of codes, and none can be given", async () => {
  expect(await plain(eleri!.open(one(buses)))).not.toContain("Codes on this text");
  const refused = await eleri!.post(one(buses), { deed: "code", code: "none" });
  expect([refused.status, await plain(refused)]).toEqual([422, expect.stringContaining("This code is no longer there")]);
});

test("a code is given to the whole answer or to a part that was selected or typed, with a stance, once however often it is sent", async () => {
  frameId = await buildCodeframe(consultation);
  const by = { frame: await findFrame(consultation, frameId), personId: "lead" };
  codes.Travel = await buildCode(by, "Travel");
  codes.Buses = await buildCode(by, "Buses", codes.Travel);
  codes.Homes = await buildCode(by, "Homes");
  const page = await plain(eleri!.open(one(buses)));
  expect(page).toMatch(/Codes on this text No code yet.*Part of the answer.*Stance.*All codes \(5\).*Travel › Buses/);
  for (const _ of "twice") expect((await eleri!.post(one(buses), { deed: "code", code: codes.Travel!, part: "", stance: "support" })).status).toBe(302);
  await eleri!.post(one(buses), { deed: "code", code: codes.Buses!, part: "buses ARE … dear", stance: "" });
  await eleri!.post(one(buses), { deed: "code", code: codes.Buses!, start: "0", end: "5", part: "Buses" });
  const from = buses.indexOf("Buses are");
  expect(await stands(buses)).toEqual([
    { codeId: codes.Travel, coderId: eleriId, start: null, end: null, stance: "support" },
    { codeId: codes.Buses, coderId: eleriId, start: 0, end: 5, stance: null },
    { codeId: codes.Buses, coderId: eleriId, start: from, end: buses.length - 1, stance: null },
  ]);
  const again = `${codes.Travel}:support`;
  expect(await (await eleri!.open(one(homes))).text()).toMatch(new RegExp(`name="again" value="(${codes.Buses}:|${again})"`));
  await eleri!.post(one(homes), { deed: "code", again });
  expect(await stands(homes)).toMatchObject([{ codeId: codes.Travel, stance: "support" }]);
});

test("a part that is not there, stands there twice or cuts a letter in two is said, and nothing that was chosen is lost", async () => {
  const before = await stands(buses);
  for (const [sent, says] of [
    [{ part: "trains", stance: "oppose" }, "does not have these words"],
    [{ part: "buses" }, "more than once"],
    [{ start: "0", end: "500", part: "x" }, "does not have these words"],
    [{ start: "0", end: String(buses.indexOf("🚌") + 1), part: "x" }, "does not have these words"],
  ] as const) {
    const refused = await eleri!.post(one(buses), { deed: "code", code: codes.Travel!, ...sent });
    const html = await refused.text();
    expect([refused.status, html]).toEqual([422, expect.stringContaining(says)]);
    expect(html).toContain(`>${sent.part}</textarea>`);
    if ("stance" in sent) expect(html).toContain('<option value="oppose" selected="">');
  }
  expect(await stands(buses)).toEqual(before);
});

test("two coders code one text: neither overwrites the other, each sees whose is whose, and what came meanwhile is said", async () => {
  const since = new Date(Date.now() - day).toISOString();
  await Promise.all([eleri!, yusuf!].map((who) => who.post(one(homes), { deed: "code", code: codes.Homes!, stance: who === eleri ? "support" : "oppose" })));
  expect((await stands(homes)).filter(({ codeId }) => codeId === codes.Homes).map(({ coderId, stance }) => `${coderId} ${stance}`).sort()).toEqual([`${eleriId} support`, `${yusufId} oppose`].sort());
  const answer = await eleri!.post(one(homes), { deed: "code", code: codes.Buses!, since });
  const page = await plain(eleri!.open(answer.headers.get("Location")!));
  expect(page).toContain("The code is given. Coded by somebody else meanwhile: \u2068Yusuf Coder\u2069.");
  expect(page).toMatch(/Homes · Oppose New Yusuf Coder/);
  expect(page).toMatch(/Homes · Support Eleri Coder/);
  expect(await plain(eleri!.open(one(homes)))).not.toContain("meanwhile");
});

test("what a coder gave is changed and taken back by that coder alone", async () => {
  const { id } = await db().coding.findFirstOrThrow({ where: { textId: texts.get(homes)!, coderId: yusufId!, codeId: codes.Homes! } });
  for (const deed of ["restance", "uncode"]) expect((await eleri!.post(one(homes), { deed, coding: id, stance: "neutral" })).status).toBe(302);
  expect(await db().coding.findUniqueOrThrow({ where: { id } })).toMatchObject({ stance: "oppose" });
  await yusuf!.post(one(homes), { deed: "restance", coding: id, stance: "neutral" });
  expect(await db().coding.findUniqueOrThrow({ where: { id } })).toMatchObject({ stance: "neutral" });
  for (const _ of "twice") expect((await yusuf!.post(one(homes), { deed: "uncode", coding: id })).status).toBe(302);
  expect(await db().coding.count({ where: { id } })).toBe(0);
});

test("the parts are drawn in the text with a number at both ends, and read out with who gave what", async () => {
  const html = await (await eleri!.open(one(buses))).text();
  const words = await plain(Promise.resolve(new Response(html)));
  expect(words).toContain("1 part 1 begins, Travel › Buses, Eleri Coder: Buses 1 part 1 ends after seven");
  expect(words).toContain("2 part 2 begins, Travel › Buses, Eleri Coder: Buses are late and dear 2 part 2 ends .");
  await yusuf!.post(one(buses), { deed: "code", code: codes.Travel!, part: "late … dear" });
  expect(await (await eleri!.open(one(buses))).text()).toMatch(/class="coded coded--2">late and dear</);
  expect(await plain(eleri!.open(one(schools)))).toContain("a translation carries none");
});

test("the next text without a code is found wherever one is, and none where each has one", async () => {
  const uncoded = await eleri!.open(`${one(buses)}?go=uncoded`);
  expect(uncoded.headers.get("Location")).toBe(one(schools));
  await yusuf!.post(one(schools), { deed: "code", code: codes.Homes! });
  const none = await eleri!.open(`${one(buses)}?go=uncoded`);
  expect(await plain(eleri!.open(none.headers.get("Location")!))).toContain("Every text here carries a code.");
});

test("whoever reads a text blind sees none of the codes of the first reading, nor codes it in that; what is somebody else's to code they do not code", async () => {
  const task = { partnershipId: consultation.partnershipId, consultationId: consultation.id, questionId: "first", textId: texts.get(schools)! };
  await db().codingTask.createMany({ data: [{ ...task, pass: "first", coderId: yusufId!, givenAt: new Date() }, { ...task, pass: "second", coderId: eleriId!, givenAt: new Date() }] });
  expect(await plain(eleri!.open(one(schools)))).toContain("No code yet.");
  await eleri!.post(one(schools), { deed: "code", code: codes.Travel! });
  expect(await db().coding.count({ where: { textId: texts.get(schools)!, pass: "second", coderId: eleriId! } })).toBe(1);
  expect(await plain(yusuf!.open(one(schools)))).not.toContain("Travel Eleri");
  await db().codingTask.updateMany({ where: { textId: task.textId, pass: "second" }, data: { coderId: "another" } });
  const refused = await eleri!.post(one(schools), { deed: "code", code: codes.Homes! });
  expect([refused.status, await plain(refused)]).toEqual([422, expect.stringContaining("somebody else’s to code")]);
});

test("a code that went out of use meanwhile is not given, says what took its place, and what was chosen stays", async () => {
  const frame = await findFrame(consultation, frameId);
  await inTransaction((transaction) => retireCode(transaction, { frame, personId: "lead", now: new Date() }, codes.Buses!));
  const sent = { deed: "code", code: codes.Buses!, start: "0", end: "5", part: "Buses", stance: "question" };
  const refused = await eleri!.post(one(buses), sent);
  const html = await refused.text();
  expect([refused.status, html]).toEqual([422, expect.stringContaining("is no longer in use: choose another code")]);
  expect(html).toContain('name="start" value="0"');
  expect(html).toContain('<option value="question" selected="">');
  await db().code.update({ where: { id: codes.Buses! }, data: { mergedIntoId: codes.Travel! } });
  expect(await plain(eleri!.post(one(buses), sent))).toContain("was merged into");
  expect(await plain(eleri!.open(one(buses)))).toContain("Travel › Buses Buses Eleri Coder");
});

test("texts are chosen by code, by who gave it, by stance, and those not coded yet; how many are coded is said", async () => {
  const here = (query: string) => `${readingPath(consultation.partnership, consultation, "first")}${query}`;
  const list = await plain(yusuf!.open(here("")));
  expect(list).toMatch(/3 texts in set 1\. 3 of 3 texts in set 1 carry a code \(100%\)/);
  expect(list).toContain("Travel · Support Eleri Coder");
  const found = async (query: string) => {
    const html = await (await yusuf!.open(here(query))).text();
    return [...texts].filter(([, id]) => html.includes(`id="text-${id}"`)).map(([said]) => said).sort();
  };
  expect(await found(`?code=${codes.Travel}`)).toEqual([buses, homes].sort());
  expect(await found(`?code=${codes.Homes}`)).toEqual([homes, schools].sort());
  expect(await found(`?code=${codes.Travel}&coder=${yusufId}`)).toEqual([buses]);
  expect(await found("?stance=support")).toEqual([buses, homes].sort());
  expect(await found("?code=none")).toEqual([]);
  await db().coding.deleteMany({ where: { textId: texts.get(homes)! } });
  expect(await found("?code=none")).toEqual([homes]);
  expect(await plain(yusuf!.open(here("?code=none")))).toMatch(/1 of 3 texts in set 1 \(33%\).*Only these texts are shown Not coded yet/);
  expect(await plain(yusuf!.open(`${one(homes)}?code=none`))).toContain("Text 1 of 1");
});
