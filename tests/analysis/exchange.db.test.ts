// Codes are taken along as a file and brought into another codeframe, all or none; themes across questions count people once.
import { beforeAll, expect, test } from "vitest";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { codesForFile } from "#app/analysis/codeframe-file.ts";
import { codeframeChangesPath, codeframeFilePath, codeframePath, crossCuttingPath, exchangePath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
let [fromId, intoId] = ["", ""];

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const at = (frameId: string) => [consultation.partnership, consultation, { id: frameId }] as const;
const codesOf = async (frameId: string) => listCodes(db(), await findFrame(consultation, frameId));
/** What a codeframe says, whatever its codes are called inside. */
const content = async (frameId: string) => {
  const file = codesForFile(await codesOf(frameId));
  return file.map(({ key: _, under, ...code }) => ({ ...code, under: file.find(({ key }) => key === under)?.name.en ?? null }));
};

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { get now() { return new Date(); } }, [await signInCookie(person)]);
  const answers: Answers[] = [{ first: "One" }, { first: "Two", agree: { level: "agree", reasons: "Two again" } }, { agree: { level: "agree", reasons: "Three" } }, { first: "Four" }];
  for (const said of answers) await buildResponse({ consultation, answers: said, receivedAt: new Date(Date.now() - 3 * day) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  [fromId, intoId] = [await buildCodeframe(consultation), await buildCodeframe(consultation, ["agree"], "Another")];
  const by = { frame: await findFrame(consultation, fromId), personId };
  const cost = await buildCode(by, "Cost");
  await buildCode(by, "Fares, and \"passes\"", cost);
  await db().code.update({ where: { id: cost }, data: { isCrossCutting: true } });
});

test.each(["csv", "json"] as const)("a codeframe goes through a %s file into an empty one as it was, is shown before, and goes again at once", async (format) => {
  const file = await (await analyst.open(codeframeFilePath(...at(fromId), format))).text();
  const here = exchangePath(...at(intoId));
  const before = await content(intoId);
  const looked = await text(analyst.post(here, { text: file }));
  expect(looked).toMatch(/Bring these codes in\?.*Cost.*Added.*Other.*The one there is worded so/);
  expect(await content(intoId)).toEqual(before);
  for (let presses = 0; presses < 2; presses += 1) expect((await analyst.post(here, { text: file, deed: "bring-in" })).headers.get("Location")).toContain("done=imported");
  expect(await content(intoId)).toEqual(await content(fromId));
  const last = await db().codeframeChange.findFirstOrThrow({ where: { codeframeId: intoId, undoneAt: null } });
  expect((await analyst.post(codeframeChangesPath(...at(intoId)), { undo: String(last.number) })).status).toBe(302);
  expect(await content(intoId)).toEqual(before);
});

test("of a file with a mistake nothing is brought in, and the mistake is at its line", async () => {
  const before = await content(intoId);
  const refused = await analyst.post(exchangePath(...at(intoId)), { text: "name-en,definition-en\nRoads,About roads\nLanes,\n", deed: "bring-in" });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringMatching(/Mistakes: 1.*Lanes,.*|3 definition-en What it means is missing/)]);
  expect((await analyst.post(exchangePath(...at(intoId)), { text: "{", deed: "bring-in" })).status).toBe(422);
  expect((await analyst.post(exchangePath(...at(fromId)), { text: "name-en,definition-en\ncost,Again", deed: "bring-in" })).status).toBe(422);
  expect(await content(intoId)).toEqual(before);
});

test("codes of a file are added behind those there are, and what every codeframe has is left as it is", async () => {
  expect((await analyst.post(exchangePath(...at(fromId)), { text: "name-en,definition-en,kind\nRoads,About roads,\nRest,What is left,other", deed: "bring-in" })).status).toBe(302);
  expect((await content(fromId)).map(({ name }) => name.en)).toEqual(["Cost", 'Fares, and "passes"', "Roads", "Other", "Cannot be coded"]);
  expect((await analyst.open(codeframePath(...at(fromId)))).status).toBe(200);
});

test("a person who says it in two answers counts once, out of those who answered either question", async () => {
  const other = await buildCode({ frame: await findFrame(consultation, intoId), personId }, "cost");
  await db().code.update({ where: { id: other }, data: { isCrossCutting: true } });
  const fares = (await codesOf(fromId)).find(({ name }) => name.en?.startsWith("Fares"))!.id;
  const give = async (words: string, codeId: string, pass: "first" | "second" | "agreed" = "first") => {
    const { id: textId } = await db().answerText.findFirstOrThrow({ where: { consultationId: consultation.id, text: words } });
    return inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId, codeId, coderId: personId, pass }));
  };
  for (const [words, codeId] of [["Two", fares], ["Two again", other], ["Three", other]] as const) expect(await give(words, codeId)).toMatchObject({ ok: true });
  await give("One", fares, "second");
  const seen = await text(analyst.open(crossCuttingPath(consultation.partnership, consultation)));
  expect(seen).toMatch(/counted from set 1.*Cost.*What to do first.*Another.*: 1 of 3 .*: 2 of 2 .* 2 of 4 \(50\.0%\)/);
  const { responseId } = await db().answerText.findFirstOrThrow({ where: { consultationId: consultation.id, text: "Three" } });
  await db().heldAnswer.create({ data: { responseId, questionId: "agree", partnershipId: consultation.partnershipId, consultationId: consultation.id } });
  expect(await text(analyst.open(crossCuttingPath(consultation.partnership, consultation)))).toContain("1 of 3 (33.3%)");
});
