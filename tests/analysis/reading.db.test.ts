// Reading: what people wrote in a set, searched, chosen, marked by several officers, and never what is held.
import { beforeAll, expect, test } from "vitest";
import { readingPath, restPath, secondLooksPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let [analyst, other]: Visitor[] = [];
const texts = new Map<string, string>();

const plain = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const at = (path: string) => plain(analyst!.open(path));
const here = (query = "") => `${readingPath(consultation.partnership, consultation, "first")}${query}`;
const one = (said: string) => readingPath(consultation.partnership, consultation, "first", texts.get(said)!);

const [crossings, cafe, homes, buses, held] = ["Crossings near every school, please", "A café culture and quieter streets", "Cartrefi fforddiadwy i bobl ifanc", "The bus is always late", "Something that is held"];

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const { partnership } = consultation;
  const people = [await buildPerson({ role: "analyst", partnership }), await buildPerson({ role: "analyst", partnership })];
  [analyst, other] = await Promise.all(people.map(async (person) => new Visitor(application, { now: new Date() }, [await signInCookie(person)])));
  for (const first of [crossings, cafe, homes, buses, held]) {
    const bus = { option: first === buses ? "never" : "often" };
    const { id } = await buildResponse({ consultation, language: first === homes ? "cy" : "en", answers: { first, bus, agree: { level: "agree", reasons: `Because of ${first}` } } as never, receivedAt: new Date(Date.now() - 3 * day) });
    if (first === held) await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId: id, questionId: "first" }));
  }
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: people[0]!.id, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  for (const { id, text } of await db().answerText.findMany({ where: { consultationId: consultation.id, questionId: "first" } })) texts.set(text, id);
});

test("each question says how many texts of the set it has, without those that are held", async () => {
  const page = await at(readingPath(consultation.partnership, consultation));
  expect(page).toContain("responses of set 1");
  expect(page).toMatch(/Texts 4 .{0,60}0 of 4 \(0%\)/);
  expect(page).toMatch(/Texts 5 .{0,60}0 of 5 \(0%\)/);
});

test("all texts are there in one order, and what is held neither among them nor by its address", async () => {
  const page = await at(here());
  expect(page).toContain("4 texts in set 1");
  for (const said of [crossings, cafe, homes, buses]) expect(page).toContain(said);
  expect(page).not.toContain(held);
  expect((await analyst!.open(one(held))).status).toBe(404);
  expect((await analyst!.open(restPath(consultation.partnership, consultation, "first", texts.get(held)!))).status).toBe(404);
});

test("they are searched by stems, without accents, by phrases, and what was found is marked", async () => {
  for (const [words, wanted] of [
    ["crossing schools", [crossings]],
    ["cafe", [cafe]],
    ['"quieter street"', [cafe]],
    ['"street quieter"', []],
    ["CARTREFI", [homes]],
    ["bus or café", [cafe, buses]],
    ["late -bus", []],
  ] as const) {
    const html = (await (await analyst!.open(here(`?q=${encodeURIComponent(words)}`))).text()).replaceAll(/<!-- -->|<\/?mark>/g, "");
    expect([crossings, cafe, homes, buses].filter((said) => html.includes(said)), words).toEqual(wanted);
  }
  expect(await (await analyst!.open(here("?q=cafe"))).text()).toContain("<mark>café</mark>");
  expect(await at(here("?q=the"))).toContain("No text matches");
});

test("they are chosen by how they came and by any closed answer, and each choice can be taken away", async () => {
  const welsh = await at(here("?language=cy"));
  expect(welsh).toContain("1 of 4 texts in set 1 (25%)");
  expect(welsh).toContain(homes);
  expect(welsh).not.toContain(crossings);
  expect(await at(here("?answer=bus:never"))).toContain(buses);
  expect(await at(here("?answer=bus:never"))).toContain("1 of 4");
  const wrong = await analyst!.open(here("?from-day=31&from-month=2&from-year=2026"));
  expect(wrong.status).toBe(422);
});

test("one text says its place, and leads to the next and to the one before", async () => {
  const ids = [crossings, cafe, homes, buses].map((said) => texts.get(said)!).sort();
  const html = async (place: number) => (await analyst!.open(here(`/${ids[place]}`))).text();
  expect(await html(0)).toContain("Text 1 of 4");
  expect(await html(0)).toContain(`/${ids[1]}"`);
  expect(await html(1)).toContain(`/${ids[0]}"`);
  expect(await html(3)).toContain("This is the last text");
  expect(await at(`${one(buses)}?language=cy`)).toContain("Not among the texts you chose (1)");
});

test("the rest of the response is had without what is personal, and that it was read is written down", async () => {
  const page = await at(restPath(consultation.partnership, consultation, "first", texts.get(buses)!));
  expect(page).toContain(`Because of ${buses}`);
  const { responseId } = await db().answerText.findUniqueOrThrow({ where: { id: texts.get(buses)! } });
  expect(await db().auditEntry.count({ where: { action: "response.read", subjectId: responseId } })).toBe(1);
  expect(await db().auditEntry.count({ where: { action: "analysis.read-texts", subjectId: consultation.id } })).toBeGreaterThan(3);
});

test("a flag is one, whoever presses twice or at once, and can be taken away by anybody", async () => {
  const answers = await Promise.all([analyst!, other!, analyst!].map((who) => who.post(one(crossings), { deed: "flag" })));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(await db().textMark.count({ where: { kind: "flag" } })).toBe(1);
  expect(await at(here("?mark=flag"))).toContain("1 of 4");
  await other!.post(one(crossings), { deed: "unflag" });
  expect(await at(here("?mark=flag"))).toContain("0 of 4");
  expect(await at(one(crossings))).toContain("took the flag away");
  await analyst!.post(one(crossings), { deed: "flag" });
  expect(await db().textMark.count({ where: { kind: "flag", settledAt: null } })).toBe(1);
});

test("what needs a second look waits with the others until somebody settles it with a note", async () => {
  await analyst!.post(one(cafe), { deed: "second-look" });
  expect(await at(secondLooksPath(consultation.partnership, consultation))).toContain(cafe);
  const refused = await other!.post(one(cafe), { deed: "settle", note: " " });
  expect(refused.status).toBe(422);
  expect(await plain(Promise.resolve(refused))).toContain("Enter what you found");
  const tooLong = await other!.post(one(cafe), { deed: "settle", note: "x".repeat(1001) });
  expect(await tooLong.text()).toContain("x".repeat(1001));
  await other!.post(one(cafe), { deed: "settle", note: "It is about streets" });
  expect(await at(secondLooksPath(consultation.partnership, consultation))).toContain("No text waits");
  expect(await at(one(cafe))).toContain("It is about streets");
});

test("a note is written once however often it is sent, and taken away by whoever wrote it alone", async () => {
  for (const who of [analyst!, analyst!]) await who.post(one(homes), { deed: "note", note: "Ask about rents", mark: "note-of-homes-1" });
  expect(await db().textMark.count({ where: { kind: "note" } })).toBe(1);
  expect(await plain(other!.open(one(homes)))).toContain("Ask about rents");
  await other!.post(one(homes), { deed: "remove-note", mark: "note-of-homes-1" });
  expect(await db().textMark.count({ where: { kind: "note" } })).toBe(1);
  await analyst!.post(one(homes), { deed: "remove-note", mark: "note-of-homes-1" });
  expect(await db().textMark.count({ where: { kind: "note" } })).toBe(0);
  expect((await analyst!.post(one(homes), { deed: "burn" })).status).toBe(400);
});

test("what somebody read is theirs alone, and leads to the next", async () => {
  const ids = [crossings, cafe, homes, buses].map((said) => texts.get(said)!).sort();
  const answer = await analyst!.post(here(`/${ids[0]}`), { deed: "read" });
  expect(answer.headers.get("Location")).toContain(ids[1]);
  expect(await at(here("?mark=unread"))).toContain("3 of 4");
  expect(await plain(other!.open(here("?mark=unread")))).toContain("4 of 4");
});

test("who may not read answers reads none, though they may see the sets", async () => {
  const statistician = new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role: "statistics", partnership: consultation.partnership }))]);
  for (const path of [readingPath(consultation.partnership, consultation), here(), one(buses), secondLooksPath(consultation.partnership, consultation)]) expect((await statistician.open(path)).status).toBe(403);
  expect((await statistician.post(one(buses), { deed: "flag" })).status).toBe(403);
});

test("what becomes held is gone at once, though its order was known", async () => {
  const { responseId } = await db().answerText.findUniqueOrThrow({ where: { id: texts.get(buses)! } });
  await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId, questionId: "first" }));
  expect(await at(here())).not.toContain(buses);
  expect((await analyst!.open(one(buses))).status).toBe(404);
  expect((await analyst!.post(one(buses), { deed: "flag" })).status).toBe(404);
  for (const said of [crossings, cafe, homes]) expect((await (await analyst!.open(one(said))).text()).includes(buses)).toBe(false);
});
