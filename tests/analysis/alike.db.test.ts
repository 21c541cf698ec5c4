// More like one text: the same question's texts that share its rarer words, nearest first, with their codes; never what is held.
import { beforeAll, expect, test } from "vitest";
import { findAlike } from "#app/analysis/alike.store.server.ts";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { likePath, readingPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { textsOfTopics } from "#tests/support/planted-topics.ts";

const day = 86_400_000;
const asked = "A zebra crossing by the library's gate, please";
const [same, near, further, none, held] = ["By the library's gate, please: a zebra crossing", "A zebra crossing for the school", "The library opens too late", "Plant wild flowers", "A zebra crossing by the library's gate, says Zelda"];
let consultation: BuiltConsultation;
let analyst: Visitor;
let set: { id: string; number: number };
const ids = new Map<string, string>();
const shown = async (path: string) => (await (await analyst.open(path)).text()).replaceAll(/<!-- -->|<script.*?<\/script>|<[^>]+>/gs, " ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const alike = (said: string) => findAlike(db(), { consultationId: consultation.id, setId: set.id, questionId: "first", textId: ids.get(said)! });

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  for (const first of [asked, same, near, further, none, held, ...textsOfTopics(60, 11).map(({ text }) => text.join(" "))]) {
    const { id } = await buildResponse({ consultation, answers: { first }, receivedAt: new Date(Date.now() - 3 * day) });
    if (first === held) await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId: id, questionId: "first" }));
  }
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: person.id, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  set = await db().analysisSet.findFirstOrThrow({ where: { consultationId: consultation.id }, select: { id: true, number: true } });
  for (const { id, text } of await db().answerText.findMany({ where: { consultationId: consultation.id, questionId: "first" } })) ids.set(text, id);
  const codeId = await buildCode({ frame: await findFrame(consultation, await buildCodeframe(consultation)), personId: person.id }, "Crossings");
  const given = await inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId: ids.get(same)!, codeId, coderId: person.id }));
  expect(given.ok).toBe(true);
});

test("the nearest stand first; what is held and what shares nothing is not among them, nor the text itself", async () => {
  const found = await alike(asked);
  const order = found.map(({ textId }) => textId);
  expect(order.slice(0, 2)).toEqual([ids.get(same), ids.get(near)]);
  expect(order).toContain(ids.get(further));
  for (const other of [asked, none, held]) expect(order).not.toContain(ids.get(other));
  expect(found[0]!.nearness).toBeGreaterThan(0.95);
  expect(found.length).toBeLessThanOrEqual(20);
  await expect(alike(held)).rejects.toMatchObject({ status: 404 });
});

test("the page shows them with their codes and where to read each, and writes down that they were read", async () => {
  const at = (said: string) => readingPath(consultation.partnership, consultation, "first", ids.get(said)!);
  const read = await (await analyst.open(at(asked))).text();
  expect(read).toContain(`href="${likePath(consultation.partnership, consultation, "first", ids.get(asked)!)}"`);
  const html = await (await analyst.open(likePath(consultation.partnership, consultation, "first", ids.get(asked)!))).text();
  for (const said of [asked, same, near]) expect(html).toContain(`href="${at(said)}"`);
  const page = await shown(likePath(consultation.partnership, consultation, "first", ids.get(asked)!));
  expect(page).toMatch(/By the library.{1,6}s gate, please: a zebra crossing.*Crossings.*(9\d|100) in 100 alike/);
  expect(page.indexOf("for the school")).toBeGreaterThan(page.indexOf("please: a zebra crossing"));
  expect(page).not.toContain("Zelda");
  expect((await db().auditEntry.findFirst({ where: { action: "analysis.read-texts" }, orderBy: { id: "desc" } }))?.facts).toMatchObject({ set: 1, questionId: "first" });
  expect((await analyst.open(likePath(consultation.partnership, consultation, "first", ids.get(held)!))).status).toBe(404);
});
