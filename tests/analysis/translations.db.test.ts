// A translation stands beside an answer for whoever reads it: codes and searching keep to the original, and it goes when the answer goes.
import { beforeAll, expect, test } from "vitest";
import { readingPath, translationsPath } from "#app/analysis/paths.ts";
import { checkTranslation, longestTranslation } from "#app/analysis/translation.ts";
import { eraseWordsOf } from "#app/consultations/erasing.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCoders, type Coders } from "#tests/support/coders.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";

let application: Application;
let built: Coders;
let [ruth, tom]: Visitor[] = [];
let texts: { id: string; responseId: string }[] = [];

const plain = async (answer: Promise<Response> | Response) => (await (await answer).text()).replaceAll(/<script[^]*?<\/script>/g, "").replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const at = (place: number) => translationsPath(built.consultation.partnership, built.consultation, "first", texts[place]!.id);
const read = (place?: number) => readingPath(built.consultation.partnership, built.consultation, "first", ...(place === undefined ? [] : [texts[place]!.id]));
const write = (more: Record<string, string> = {}) => ({ deed: "write", language: "cy", text: "Hwn sydd ei eisiau arnaf", seen: "", ...more });
const kept = (place: number) => db().textTranslation.findMany({ where: { textId: texts[place]!.id }, select: { language: true, text: true, isMachineMade: true, personId: true } });
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)![1]!;

beforeAll(async () => {
  application = await openApplication();
  built = await buildCoders({ texts: 4 });
  [ruth, tom] = await Promise.all(built.people.map(async (person) => new Visitor(application, { now: new Date() }, [await signInCookie(person as never)])));
  texts = await db().answerText.findMany({ where: { consultationId: built.consultation.id }, orderBy: { id: "asc" }, select: { id: true, responseId: true } });
});

test("a translation needs a language and words, and not more of them than fit", () => {
  const typed = { language: "cy", text: "Bws", isMachineMade: true, seen: "" };
  expect(checkTranslation(typed)).toEqual({ ok: true, value: { language: "cy", text: "Bws", isMachineMade: true } });
  expect(checkTranslation({ ...typed, language: "xx" })).toMatchObject({ problem: "language-missing" });
  expect(checkTranslation({ ...typed, text: "" })).toMatchObject({ problem: "text-missing" });
  expect(checkTranslation({ ...typed, text: "x".repeat(longestTranslation + 1) })).toMatchObject({ problem: "too-long" });
});

test("it is written once however often it is sent, shown beside the original with its writer and whether a machine made it, and written down", async () => {
  expect(await (await ruth!.open(read(0))).text()).toContain(`href="${at(0)}"`);
  for (const _ of "twice") expect((await ruth!.post(at(0), write({ machine: "yes" }))).headers.get("Location")).toBe(`${at(0)}?done=write`);
  expect(await kept(0)).toEqual([{ language: "cy", text: "Hwn sydd ei eisiau arnaf", isMachineMade: true, personId: built.people[0]!.id }]);
  for (const page of [read(0), read(), at(0)]) {
    const html = await (await tom!.open(page)).text();
    expect(html).toMatch(/<blockquote[^>]*lang="cy"[^>]*>Hwn sydd ei eisiau arnaf</);
    expect(await plain(new Response(html))).toContain("Made by a machine and put here by");
  }
  expect(await db().auditEntry.count({ where: { action: "analysis.translate-text" } })).toBe(1);
});

test("what is wrong is said and nothing typed is lost", async () => {
  for (const [sent, says] of [[{ language: "" }, "Choose the language"], [{ text: " " }, "Write the translation"]] as const) {
    const refused = await ruth!.post(at(1), write(sent));
    const html = await refused.text();
    expect([refused.status, html]).toEqual([422, expect.stringContaining(says)]);
    expect(html).toContain("text" in sent ? '<option value="cy" selected="">' : ">Hwn sydd ei eisiau arnaf</textarea>");
  }
  expect(await kept(1)).toEqual([]);
});

test("two who translate do not overwrite one another unseen; who saw the other's changes it", async () => {
  const other = write({ text: "Cyfieithiad arall" });
  const refused = await tom!.post(at(0), other);
  const html = await refused.text();
  expect([refused.status, html]).toEqual([422, expect.stringContaining("changed meanwhile")]);
  expect(html).toContain(">Cyfieithiad arall</textarea>");
  const seen = seenIn(await (await tom!.open(`${at(0)}?language=cy`)).text());
  expect((await tom!.post(at(0), { ...other, seen })).status).toBe(302);
  expect(await kept(0)).toMatchObject([{ text: "Cyfieithiad arall", isMachineMade: false, personId: built.people[1]!.id }]);
});

test("words are searched for in the original alone, and a part to code is of the original alone", async () => {
  expect(await plain(ruth!.open(`${read()}?q=arall`))).toContain("No text matches");
  const refused = await ruth!.post(read(0), { deed: "code", code: built.codes.Buses!, part: "Cyfieithiad arall" });
  expect([refused.status, await plain(refused)]).toEqual([422, expect.stringContaining("does not have these words")]);
});

test("it is taken away once, shown to nobody while the answer is held, and gone when the words are erased", async () => {
  const { partnershipId, id: consultationId, partnership } = built.consultation;
  await ruth!.post(at(2), write());
  for (const _ of "twice") expect((await ruth!.post(at(0), { deed: "remove", language: "cy" })).status).toBe(302);
  expect([await kept(0), await db().auditEntry.count({ where: { action: "analysis.remove-translation" } })]).toEqual([[], 1]);
  const held = { responseId: texts[2]!.responseId, questionId: "first" };
  await db().heldAnswer.create({ data: { ...held, partnershipId, consultationId } });
  expect((await ruth!.open(at(2))).status).toBe(404);
  expect(await plain(ruth!.open(read()))).not.toContain("Hwn sydd");
  await db().heldAnswer.deleteMany({ where: held });
  expect(await plain(ruth!.open(read()))).toContain("Hwn sydd");
  const editor = await buildPerson({ role: "editor", partnership });
  expect((await new Visitor(application, { now: new Date() }, [await signInCookie(editor)]).open(at(2))).status).toBe(403);
  await eraseWordsOf({ id: texts[2]!.responseId, partnershipId, consultationId }, new Date());
  expect(await kept(2)).toEqual([]);
});
