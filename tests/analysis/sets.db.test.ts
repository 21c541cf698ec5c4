// Analysis sets: frozen at a moment, never changing, told apart from what came since.
import { beforeAll, expect, test } from "vitest";
import { setPath } from "#app/analysis/paths.ts";
import { countChangesSince, findNewestSet, listSets, makeSet } from "#app/analysis/sets.store.server.ts";
import { eraseAnswers, takeOut } from "#app/consultations/erasing.store.server.ts";
import { excludeResponses, includeResponses } from "#app/consultations/exclusions.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
const ids: string[] = [];

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const seen = (path: string) => text(analyst.open(path));
const make = () => makeSet({ consultationId: consultation.id }, () => new Date());
const closed = (of: string) => db().setResponse.findMany({ where: { setId: of, isIncluded: true }, orderBy: { responseId: "asc" }, select: { responseId: true, revision: true, closed: true } });

async function respond(answers: Record<string, unknown>, language: "en" | "cy" = "en"): Promise<string> {
  return (await buildResponse({ consultation, language, answers: answers as never, receivedAt: new Date(Date.now() - 3 * day) })).id;
}

async function change(responseId: string, answers: Record<string, unknown>): Promise<void> {
  const { formVersionId, partnershipId } = await db().responseRevision.findUniqueOrThrow({ where: { responseId_number: { responseId, number: 1 } } });
  await db().responseRevision.create({ data: { responseId, partnershipId, formVersionId, number: 2, answers: answers as never, sentAt: new Date() } });
  await db().response.update({ where: { id: responseId }, data: { currentRevision: 2 } });
  await db().tallyChange.createMany({
    data: [{ revision: 1, sign: -1 }, { revision: 2, sign: 1 }].map((one) => ({ ...one, partnershipId, consultationId: consultation.id, responseId })),
  });
}

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  ids.push(await respond({ first: "Cartrefi fforddiadwy i bobl ifanc" }, "cy"), await respond({ first: "Crossings near the schools, café culture", agree: { level: "agree", reasons: "Quieter streets" } }));
  ids.push(await respond({ bus: { option: "never" } }), await respond({ first: "Spam, spam" }));
  await inTransaction((transaction) => excludeResponses(transaction, consultation, [ids[3]!], { personId, now: new Date(), reason: "spam" }));
});

test("before the responses are frozen there is no set, and none can be asked for", async () => {
  expect(await seen(analysisPath(consultation.partnership, consultation))).toContain("There is no set yet");
  expect((await analyst.post(analysisPath(consultation.partnership, consultation), { reason: "Because" })).status).toBe(403);
  await make();
  expect(await listSets(db(), consultation)).toEqual([]);
});

test("freezing makes the first set: who is included, who is not and why, what was chosen, and what was said in own words", async () => {
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  expect(await seen(analysisPath(consultation.partnership, consultation))).toContain("begins to be made within a minute");
  await make();
  await make();
  const sets = await listSets(db(), consultation);
  expect(sets).toMatchObject([{ number: 1, included: 3, excluded: 1, reason: null, done: 2, of: 2 }]);
  const page = await seen(setPath(consultation.partnership, consultation, { number: 1 }));
  expect(page).toMatch(/Included 3 Not included 1 Advertising or spam 1/);
  const texts = await db().answerText.findMany({ where: { consultationId: consultation.id }, orderBy: { text: "asc" }, select: { text: true, questionId: true, words: true, language: true, revision: true } });
  expect(texts).toEqual([
    { text: "Cartrefi fforddiadwy i bobl ifanc", questionId: "first", words: 5, language: "cy", revision: 1 },
    { text: "Crossings near the schools, café culture", questionId: "first", words: 6, language: "en", revision: 1 },
    { text: "Quieter streets", questionId: "agree", words: 2, language: "en", revision: 1 },
  ]);
});

test("texts are found by the stem of an English word, and without accents", async () => {
  const found = (asked: string, stems: string) => db().$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "AnswerText" WHERE search @@ websearch_to_tsquery('${stems}', $1)`, asked);
  expect(await found("cafe crossing", "english")).toHaveLength(1);
  expect(await found('"near the school"', "english")).toHaveLength(1);
  expect(await found('"school near"', "english")).toHaveLength(0);
  expect(await found("fforddiadwy", "simple")).toHaveLength(1);
});

test("what happens afterwards changes nothing in the set, is told beside it, and makes another that says how it differs", async () => {
  const { id: first } = (await findNewestSet(db(), consultation))!;
  const before = await closed(first);
  const late = await respond({ first: "A letter that came late" });
  await change(ids[2]!, { bus: { option: "often" }, first: "I take the bus now" });
  await inTransaction((transaction) => includeResponses(transaction, consultation, [ids[3]!], { personId, now: new Date() }));
  await inTransaction((transaction) => takeOut(transaction, { ...consultation, id: ids[0]!, consultationId: consultation.id }, new Date()));
  expect(await countChangesSince(db(), consultation.id, first)).toEqual({ late: 1, changed: 1, withdrawn: 1, "left-out": 0, "taken-in": 1 });
  expect(await seen(analysisPath(consultation.partnership, consultation))).toMatch(/What has changed since set 1.*Came in since 1 .*Says something else now 1 .*Withdrawn 1 .*Counted again 1/);

  const here = analysisPath(consultation.partnership, consultation);
  const refused = await analyst.post(here, { reason: "  " });
  expect([refused.status, await text(Promise.resolve(refused))]).toEqual([422, expect.stringContaining("Enter why another set is made")]);
  const reason = "The parish council’s letter was accepted";
  expect((await analyst.post(here, { reason })).status).toBe(302);
  expect((await analyst.post(here, { reason })).status).toBe(302);
  expect(await seen(here)).toContain("Set 2 is being made");
  expect(await seen(here)).not.toContain("Make another set");
  await make();

  expect(await listSets(db(), consultation)).toMatchObject([{ number: 2, included: 4, excluded: 1, reason }, { number: 1, included: 3, excluded: 1 }]);
  expect(await closed(first)).toEqual(before);
  const page = await seen(setPath(consultation.partnership, consultation, { number: 2 }));
  expect(page).toMatch(/How it differs from set 1 3 were included before, 4 are now/);
  expect(page).toContain(late);
  expect(await seen(here)).toMatch(/What has changed since set 2 Nothing/);
  const revisions = await db().answerText.findMany({ where: { responseId: { in: [ids[1]!, ids[2]!] } }, orderBy: [{ responseId: "asc" }, { questionId: "asc" }] });
  expect(revisions.filter(({ responseId }) => responseId === ids[1])).toHaveLength(2);
  expect(revisions.find(({ responseId }) => responseId === ids[2])).toMatchObject({ revision: 2, text: "I take the bus now" });
  expect((await db().consultation.findUniqueOrThrow({ where: { id: consultation.id } })).frozenAt).toEqual((await findNewestSet(db(), consultation))!.frozenAt);
});

test("a set that is not there, or not yet, has no page; who does not analyse sees none", async () => {
  expect((await analyst.open(setPath(consultation.partnership, consultation, { number: 3 }))).status).toBe(404);
  const editor = new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role: "editor", partnership: consultation.partnership }))]);
  expect((await editor.open(analysisPath(consultation.partnership, consultation))).status).toBe(403);
  expect((await editor.open(setPath(consultation.partnership, consultation, { number: 1 }))).status).toBe(403);
});

test("what has to be erased goes from every set, and how many there were stays", async () => {
  await eraseAnswers(consultation, new Date());
  expect(await db().answerText.count({ where: { consultationId: consultation.id } })).toBe(0);
  expect(await db().setResponse.count({ where: { NOT: { closed: { equals: {} } } } })).toBe(0);
  expect(await listSets(db(), consultation)).toMatchObject([{ included: 4 }, { included: 3 }]);
});
