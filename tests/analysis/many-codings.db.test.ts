// One code is given to several texts from the list of them, in the reading in which each is somebody's to code.
import { beforeAll, expect, test } from "vitest";
import { readingPath } from "#app/analysis/paths.ts";
import { retireCode } from "#app/analysis/codes.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCoders, code, draw, giveOut, type Coders } from "#tests/support/coders.ts";
import { findFrame } from "#tests/support/codeframes.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";

let application: Application;
let built: Coders;
let [ruth, tom]: Visitor[] = [];
let [ruthId, tomId] = ["", ""];
let texts: string[] = [];

const plain = async (answer: Promise<Response> | Response) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const list = () => readingPath(built.consultation.partnership, built.consultation, "first");
const give = (visitor: Visitor, chosen: readonly string[], more: Record<string, string> = {}) =>
  visitor.post(list(), { code: built.codes.Buses!, stance: "", ...more, text: [...chosen] });
const told = (answer: Response) => new URL(answer.headers.get("Location")!, "https://folkmoot.example").search;
const stands = (textId: string) => db().coding.findMany({ where: { textId }, select: { codeId: true, coderId: true, pass: true, stance: true, isShared: true }, orderBy: { id: "asc" } });

beforeAll(async () => {
  application = await openApplication();
  built = await buildCoders({ texts: 12 });
  [ruthId, tomId] = built.people.map(({ id }) => id) as [string, string];
  [ruth, tom] = await Promise.all(built.people.map(async (person) => new Visitor(application, { now: new Date() }, [await signInCookie(person as never)])));
  texts = (await db().answerText.findMany({ where: { consultationId: built.consultation.id }, orderBy: { id: "asc" } })).map(({ id }) => id);
});

test("texts are chosen in the list and given one code with its stance, once however often it is sent, and each is written down", async () => {
  const page = await (await ruth!.open(`${list()}?choose=all`)).text();
  expect(page.match(/name="text"[^>]*checked/g)).toHaveLength(12);
  const [a, b, c] = texts as [string, string, string];
  expect(told(await give(ruth!, [a, b], { stance: "support" }))).toBe("?given=2&had=0&not-given=0");
  for (const id of [a, b]) expect(await stands(id)).toEqual([{ codeId: built.codes.Buses, coderId: ruthId, pass: "first", stance: "support", isShared: false }]);
  expect(told(await give(ruth!, [a, b, c]))).toBe("?given=1&had=2&not-given=0");
  expect(await stands(a)).toMatchObject([{ stance: "support" }]);
  expect(await db().auditEntry.count({ where: { action: "coding.add", personId: ruthId } })).toBe(3);
  expect(await plain(ruth!.open(`${list()}?given=1&had=2&not-given=0`))).toContain("Texts that were given the code: 1. Texts that had it from you already: 2.");
});

test("without a text or without a code it is said what is missing, and nothing that was chosen is lost", async () => {
  const none = await give(ruth!, [], { code: built.codes.Homes!, stance: "oppose" });
  const html = await none.text();
  expect([none.status, html]).toEqual([422, expect.stringContaining("Choose at least one text")]);
  expect(html).toMatch(/id="give-code"[^]*?<option value="[^"]*" selected="">Homes/);
  const noCode = await give(ruth!, texts.slice(0, 2), { code: "" });
  const again = await noCode.text();
  expect([noCode.status, again.match(/name="text"[^>]*checked/g)?.length]).toEqual([422, 2]);
});

test("a code out of use is given to none of them", async () => {
  const frame = await findFrame(built.consultation, built.frameId);
  await give(ruth!, texts.slice(-1), { code: built.codes.Homes! });
  await inTransaction((transaction) => retireCode(transaction, { frame, personId: ruthId, now: new Date() }, built.codes.Homes!));
  const refused = await give(ruth!, texts.slice(0, 3), { code: built.codes.Homes! });
  expect([refused.status, await plain(refused)]).toEqual([422, expect.stringContaining("no longer in use: choose another code")]);
  expect(await db().coding.count({ where: { codeId: built.codes.Homes! } })).toBe(1);
});

test("where a chosen text stands for a confirmed campaign, and it is said, the code is of the whole campaign", async () => {
  const [, , , , a, b, alone] = texts as [string, string, string, string, string, string, string];
  const { partnershipId, id: consultationId } = built.consultation;
  const campaign = { id: newId(), partnershipId, consultationId, setId: built.setId, questionId: "first", texts: 2, state: "confirmed", isPair: false, template: "What I want", language: "en", decidedAt: new Date(), decidedById: ruthId };
  await db().campaign.create({ data: campaign });
  await db().campaignText.createMany({ data: [a, b].map((textId) => ({ campaignId: campaign.id, partnershipId, textId, likeness: 1, additions: [] })) });
  expect(await plain(ruth!.open(list()))).toContain("is of a confirmed one (texts here: 2)");
  expect(told(await give(ruth!, [a, alone], { shared: "on" }))).toBe("?given=2&had=0&not-given=0");
  expect([await stands(a), await stands(alone)]).toMatchObject([[{ isShared: true }], [{ isShared: false }]]);
  expect(await plain(ruth!.open(list()))).toContain("For the whole campaign, on another of its texts.");
});

test("each text is coded in the reading in which it is theirs: a blind second one is told from the first, and what is somebody else's is left alone", async () => {
  await giveOut(built, [1, 0]);
  const { textId } = await db().codingTask.findFirstOrThrow({ where: { coderId: ruthId, consultationId: built.consultation.id } });
  expect(told(await give(tom!, [textId]))).toBe("?given=0&had=0&not-given=1");
  expect(await (await tom!.open(list())).text()).not.toContain(`id="choose-${textId}"`);
  await code(built, ruthId, textId, ["Buses"]);
  await draw(built, [tomId], { least: 12, share: 100 });
  expect(told(await give(tom!, [textId]))).toBe("?given=1&had=0&not-given=0");
  expect((await stands(textId)).map(({ coderId, pass }) => ({ coderId, pass })).sort((one, other) => one.pass.localeCompare(other.pass))).toEqual([{ coderId: ruthId, pass: "first" }, { coderId: tomId, pass: "second" }]);
  expect(told(await give(tom!, ["0".repeat(32)]))).toBe("?given=0&had=0&not-given=1");
});

test("a held text is not there to be given a code; nor may those who only read give any", async () => {
  const text = await db().answerText.findUniqueOrThrow({ where: { id: texts.at(-1)! } });
  const { partnershipId, partnership, id: consultationId } = built.consultation;
  await db().heldAnswer.create({ data: { responseId: text.responseId, questionId: "first", partnershipId, consultationId } });
  expect(told(await give(ruth!, [text.id]))).toBe("?given=0&had=0&not-given=1");
  const reader = await buildPerson({ role: "editor", partnership });
  const visitor = new Visitor(application, { now: new Date() }, [await signInCookie(reader)]);
  expect((await give(visitor, texts.slice(0, 1))).status).toBe(403);
});
