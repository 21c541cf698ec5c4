import { expect, test } from "vitest";
import { loader as answerFileLoader } from "#app/consultations/pages/answer-file.tsx";
import { loader as answersLoader } from "#app/consultations/pages/answers.tsx";
import { loader as crossLoader } from "#app/consultations/pages/cross-tabulation.tsx";
import { loader as resultsLoader } from "#app/consultations/pages/results.tsx";
import { saveFile } from "#app/files/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { pdf } from "#tests/support/files.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

type Results = Awaited<ReturnType<typeof resultsLoader>>["data"];
type Written = Awaited<ReturnType<typeof answersLoader>>;
type Crossed = Awaited<ReturnType<typeof crossLoader>>["data"];

async function asked(consultation: BuiltConsultation, role: Role, extra: Record<string, string> = {}, query = "") {
  const { partnership, id } = consultation;
  const cookies = await signInCookie(await buildPerson({ partnership, role }));
  return argsOf(get(`/results${query}`, { cookies }), { params: { partnership: partnership.slug, consultation: id, ...extra } });
}

async function withdrawn(consultation: BuiltConsultation, answers: Answers) {
  const { id } = await buildResponse({ consultation, answers });
  await db().response.update({ where: { id }, data: { withdrawnAt: new Date() } });
  await db().tallyChange.deleteMany({ where: { responseId: id } });
}

test("results are counted up to the last response when somebody looks", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  await buildResponse({ consultation, answers: { first: "Homes" } });
  const { body } = await answerOf<Results>(resultsLoader(await asked(consultation, "editor")));
  expect(body.waits).toBe(false);
  expect(body.versions).toEqual([{ number: 1, responses: 2 }]);
  expect(body.results.map((result) => [result.question.id, result.asked, result.answered])).toEqual([
    ["first", 2, 1],
    ["bus", 2, 1],
    ["agree", 2, 0],
  ]);
  expect(body.mayReadAnswers).toBe(false);
});

test("a consultation without responses, or not yet published, has results to come", async () => {
  const open = await answerOf<Results>(resultsLoader(await asked(await buildConsultation(), "analyst")));
  expect(open.body.results.map(({ charts }) => charts)).toEqual([[], [], []]);
  const unpublished = await buildConsultation({ publishedAt: null });
  expect((await answerOf<Results>(resultsLoader(await asked(unpublished, "analyst")))).body.results).toEqual([]);
});

test("a correction to the form stands beside the question it corrects", async () => {
  const consultation = await buildConsultation();
  const { partnershipId, formId } = consultation;
  const version = await db().formVersion.findFirstOrThrow({ where: { formId } });
  const datedOn = new Date("2026-02-03");
  await db().erratum.create({
    data: { id: newId(), partnershipId, formVersionId: version.id, questionId: "bus", text: { en: "Every bus." }, datedOn },
  });
  const { body } = await answerOf<Results>(resultsLoader(await asked(consultation, "analyst")));
  expect(body.errata).toEqual([{ questionId: "bus", text: { en: "Every bus." }, datedOn: "2026-02-03" }]);
});

test("numbers, money and dates spread over whole ranges, those withdrawn left out", async () => {
  const questions = [buildQuestion("number", { decimals: 1 }), buildQuestion("money"), buildQuestion("date")] as const;
  const consultation = await buildConsultation({ definition: buildForm([...questions]) });
  for (const [number, money, date] of [[1.5, 1000, "2026-03-01"], [2, 2000, "2026-03-05"], [9.5, 2500, "2026-03-05"]] as const) {
    await buildResponse({ consultation, answers: { number, money, date } });
  }
  await withdrawn(consultation, { number: 900 });
  await buildResponse({ consultation, answers: {} });
  const { body } = await answerOf<Results>(resultsLoader(await asked(consultation, "analyst")));
  const [number, money, date] = body.results.map(({ spread }) => spread);
  expect(number?.summary).toMatchObject({ count: 3, least: 15, most: 95, middle: 20 });
  expect(number?.summary.mean).toBeCloseTo(43.333, 2);
  expect(number?.ranges.map(({ count }) => count).reduce((a, b) => a + b)).toBe(3);
  expect(number?.ranges[0]).toEqual({ from: 10, to: 19, count: 1 });
  expect(money?.summary).toMatchObject({ least: 1000, middle: 2000, most: 2500 });
  expect(date?.ranges.map(({ count }) => count)).toEqual([1, 0, 0, 0, 2]);
  const nobody = await buildConsultation({ definition: buildForm([...questions]) });
  const none = await answerOf<Results>(resultsLoader(await asked(nobody, "analyst")));
  expect(none.body.results.map(({ spread }) => spread)).toEqual([null, null, null]);
});

test("what people wrote is read a page at a time, each with its language and what may be done with it", async () => {
  const consultation = await buildConsultation();
  for (let index = 0; index < 27; index += 1) {
    await buildResponse({ consultation, answers: { first: `Answer ${index}` }, receivedAt: new Date(Date.now() + index) });
  }
  await buildResponse({ consultation, answers: { first: "Coed" }, language: "cy", confidentialityRequested: true, permission: "summary" });
  await withdrawn(consultation, { first: "Taken back" });
  await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  const read = async (query = "") =>
    (await answerOf<Written>(answersLoader(await asked(consultation, "analyst", { question: "first" }, query)))).body;
  const first = await read();
  const second = await read(`?after=${first.nextAfter}`);
  expect([first.count, first.written.length, second.written.length, second.nextAfter]).toEqual([28, 25, 3, null]);
  const all = [...first.written, ...second.written];
  expect(new Set(all.map(({ id }) => id)).size).toBe(28);
  expect(all.find(({ answer }) => answer === "Coed")).toMatchObject({
    language: "cy",
    confidentialityRequested: true,
    permission: "summary",
  });
});

test("only reasons and words of one's own are read, not bare choices", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation, answers: { agree: { level: "agree", reasons: "It is safer" } } });
  await buildResponse({ consultation, answers: { agree: { level: "disagree" } } });
  const { body } = await answerOf<Written>(answersLoader(await asked(consultation, "analyst", { question: "agree" })));
  expect(body.written.map(({ answer }) => answer)).toEqual([{ level: "agree", reasons: "It is safer" }]);
});

test("what people wrote is for the analyst, and what tells who they are is for nobody here", async () => {
  const definition = buildForm([buildQuestion("long-text"), buildQuestion("name"), buildQuestion("yes-no-unsure")]);
  const consultation = await buildConsultation({ definition });
  const see = async (question: string, role: Role) => (await answerOf(answersLoader(await asked(consultation, role, { question })))).status;
  expect(await see("long-text", "analyst")).toBe(200);
  for (const role of ["editor", "approver", "statistics", "parish-clerk"] as const) expect(await see("long-text", role)).toBe(403);
  for (const question of ["name", "yes-no-unsure", "no-such-question"]) expect(await see(question, "analyst")).toBe(404);
});

test("a file that was sent is had by whoever reads the answers, while its response stands", async () => {
  const definition = buildForm([buildQuestion("file")]);
  const consultation = await buildConsultation({ definition });
  const { partnershipId } = consultation;
  const fileId = newId();
  const stored = { visibility: "answer", name: "bench.jpg", mimeType: "image/jpeg", sizeInBytes: 3, sha256: "0", storageKey: fileId };
  await db().file.create({ data: { id: fileId, partnershipId, ...stored } });
  const see = async (role: Role, file = fileId) =>
    (await answerOf(answerFileLoader(await asked(consultation, role, { file })))).status;
  expect(await see("analyst"), "belongs to no response").toBe(404);
  const file = { fileId, name: "bench.jpg", mimeType: "image/jpeg", sizeInBytes: 3 };
  const { id } = await buildResponse({ consultation, answers: { file } });
  expect(await see("editor")).toBe(403);
  await db().response.update({ where: { id }, data: { withdrawnAt: new Date() } });
  expect(await see("analyst"), "withdrawn").toBe(404);
});

test("each time somebody reads what people wrote, that is written down, and nothing of what they wrote", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation, answers: { first: "My neighbour Siân" } });
  await answersLoader(await asked(consultation, "analyst", { question: "first" }));
  await answerOf(answersLoader(await asked(consultation, "editor", { question: "first" })));
  const [entry, ...more] = await db().auditEntry.findMany({ where: { action: "answers.read", subjectId: consultation.id } });
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ partnershipId: consultation.partnershipId, personId: expect.any(String) as string, facts: { questionId: "first", shown: 1 } });
});

test("having a file that somebody sent is written down, by its id", async () => {
  const consultation = await buildConsultation({ definition: buildForm([buildQuestion("file")]) });
  const { partnershipId, id } = consultation;
  const saved = await saveFile(db(), { partnershipId, visibility: "answer", name: "Siân Rees.pdf", bytes: pdf });
  const fileId = saved.ok ? saved.value.id : "";
  await buildResponse({ consultation, answers: { file: { fileId, name: "Siân Rees.pdf", mimeType: "application/pdf", sizeInBytes: pdf.length } } });
  const answer = await answerFileLoader(await asked(consultation, "analyst", { file: fileId }));
  await answer.body?.cancel();
  const entries = await db().auditEntry.findMany({ where: { action: "answer-file.read" } });
  expect(entries.map(({ subjectKind, subjectId, facts }) => [subjectKind, subjectId, facts])).toEqual([["file", fileId, { consultationId: id }]]);
});

test("of the responses that match, and of them alone, are the bases, the charts, the tables and what people wrote", async () => {
  const consultation = await buildConsultation();
  const often = { bus: { option: "often" } };
  await buildResponse({ consultation, channel: "letter", answers: { ...often, first: "Homes", agree: { level: "agree" } } });
  await buildResponse({ consultation, channel: "letter", answers: { bus: { option: "never" }, first: "Trees" } });
  await buildResponse({ consultation, answers: { ...often, first: "Buses" } });
  const query = "?channel=letter&answer=bus:often";
  const { body } = await answerOf<Results>(resultsLoader(await asked(consultation, "editor", {}, query)));
  expect(body).toMatchObject({ matching: 1, all: 3, chosen: [{ id: ".channel:letter" }, { id: "bus:often" }] });
  expect(body.results.map(({ asked: many, answered }) => [many, answered])).toEqual([[1, 1], [1, 1], [1, 1]]);
  const written = await answerOf<Written>(answersLoader(await asked(consultation, "analyst", { question: "first" }, query)));
  expect([written.body.count, written.body.written.map(({ answer }) => answer)]).toEqual([1, ["Homes"]]);
  const crossed = await answerOf<Crossed>(crossLoader(await asked(consultation, "editor", {}, `${query}&rows=bus&columns=.channel`)));
  expect(crossed.body.shown?.table).toMatchObject({ responses: 1, both: 1 });
  const wrong = await answerOf<Results>(resultsLoader(await asked(consultation, "editor", {}, "?from-day=31&from-month=2&from-year=2026")));
  expect([wrong.status, wrong.body.results, wrong.body.typed["from-day"]]).toEqual([422, [], "31"]);
});
