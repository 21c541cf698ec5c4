import readWorkbook from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { askForSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { saveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { stateOf } from "#app/consultations/life.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import { countUp } from "#app/consultations/tallies.store.server.ts";
import { listFindings } from "#app/evidence/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Role } from "#app/people/role.ts";
import { action as previewAction, loader as previewLoader } from "#app/publication/pages/preview.tsx";
import { action as publicationAction, loader as publicationLoader } from "#app/publication/pages/publication.tsx";
import { loader as csvLoader } from "#app/publication/pages/results-csv.tsx";
import { loader as jsonLoader } from "#app/publication/pages/results-json.tsx";
import { loader as xlsxLoader } from "#app/publication/pages/results-xlsx.tsx";
import { loader as resultsLoader } from "#app/publication/pages/results.tsx";
import { forgetPreviews, workOutPreview } from "#app/publication/previews.store.server.ts";
import type { PublishedResults } from "#app/publication/published-results.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Preview = { preview: { id: string; results: PublishedResults; log: unknown[]; open: string[]; moved: string[] } | null; making: { told: object | null } | null; missing: string | null; isCorrection: boolean };
type Public = { results: PublishedResults | null; versions: { number: number }[] };

let consultation: BuiltConsultation;
const cookies = new Map<Role, string>();
const day = 86_400_000;

const args = (request: Request) => argsOf(request, { params: { partnership: consultation.partnership.slug, consultation: consultation.id } });
const open = (role: Role, query = "") => args(get(`/publication${query}`, { cookies: cookies.get(role)! }));
const send = (role: Role, fields: Record<string, string | string[]>) => args(post("/publication", fields, { cookies: cookies.get(role)! }));
const preview = async (role: Role) => (await answerOf<Preview>(previewLoader(open(role)))).body;
const workOut = async (role: Role) => void (await answerOf(previewAction(send(role, { deed: "work-out" }))));
/** Does what the job does. */
async function workedOut(role: Role) {
  await workOut(role);
  const { id } = await db().resultsPreview.findUniqueOrThrow({ where: { consultationId: consultation.id } });
  await workOutPreview(id, () => new Date());
  return preview(role);
}
/** Of the responses as they are now. */
async function nextSet(reason: string) {
  await inTransaction((transaction) => askForSet(transaction, consultation, { personId: null, reason, now: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
}
const seen = async () => answerOf<Public>(resultsLoader(args(get("/results"))));

async function respond(many: number, answers: Answers, { respondentType = "individual", religion }: { respondentType?: string; religion?: string } = {}) {
  for (let one = 0; one < many; one += 1) {
    const { id } = await buildResponse({ consultation, answers, respondentType, receivedAt: new Date(Date.now() - 3 * day) });
    await db().response.update({ where: { id }, data: { enteredAt: new Date(Date.now() - 3 * day) } });
    if (religion) await saveEqualityAnswers(db(), consultation, id, { religion: { option: religion } });
  }
}

beforeAll(async () => {
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  for (const role of ["administrator", "approver", "analyst", "statistics", "editor"] as const) {
    cookies.set(role, await signInCookie(await buildPerson({ role, partnership: consultation.partnership })));
  }
  await respond(24, { bus: { option: "often" }, agree: { level: "agree", reasons: "Quieter" } }, { religion: "christian" });
  await respond(14, { bus: { option: "never" }, agree: { level: "disagree" } }, { religion: "muslim" });
  await respond(3, { bus: { option: "never" } }, { respondentType: "business" });
  await respond(6, { first: "Homes" });
});

test("nothing can be seen before the responses are frozen, and nothing published", async () => {
  expect(await preview("analyst")).toMatchObject({ preview: null, missing: "not-frozen" });
  expect((await seen()).status).toBe(404);
  expect((await answerOf(previewAction(send("approver", { preview: "" })))).status).toBe(422);
  await db().consultation.update({ where: { id: consultation.id }, data: { frozenAt: new Date(Date.now() - day) } });
  expect(await preview("analyst")).toMatchObject({ preview: null, missing: "nothing" });
});

test("analysts choose, approvers do not, and equality questions are the statistician's alone", async () => {
  const chosen = { deed: "save", "question-bus": "tables", "question-agree": "counts", groups: "respondent", equality: "religion" };
  expect((await answerOf(publicationAction(send("approver", chosen)))).status).toBe(403);
  expect((await answerOf(publicationAction(send("editor", chosen)))).status).toBe(403);
  expect((await answerOf(publicationAction(send("administrator", { deed: "save" })))).status).toBe(422);
  expect((await answerOf(publicationAction(send("analyst", chosen)))).status).toBe(302);
  const choice = async () => (await answerOf<{ choice: unknown }>(publicationLoader(open("approver")))).body.choice;
  expect(await choice()).toEqual({ questions: { bus: "tables", agree: "counts" }, byRespondent: true, area: null, equality: [] });
  expect((await answerOf(publicationAction(send("statistics", chosen)))).status).toBe(302);
  expect(await choice()).toMatchObject({ equality: ["religion"] });
  const { equality: _, ...withoutEquality } = chosen;
  await answerOf(publicationAction(send("analyst", withoutEquality)));
  expect(await choice()).toMatchObject({ equality: ["religion"] });
});

test("nothing is worked out before there is a set to count", async () => {
  expect(await preview("analyst")).toMatchObject({ preview: null, missing: "no-set" });
  await countUp(consultation.id, new Date());
  await makeSet({ consultationId: consultation.id }, () => new Date());
});

test("what would be published is worked out by a job when somebody asks for it, once, and says how far it is", async () => {
  expect(await preview("analyst")).toMatchObject({ preview: null, making: { told: null } });
  await workOut("analyst");
  await workOut("approver");
  expect(await preview("approver")).toMatchObject({ preview: null, making: { told: { step: "read" } } });
  const jobs = await db().$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'preview-results'`;
  expect(jobs).toHaveLength(1);
});

test("the preview is what everybody will see: small figures hidden, equality figures rounded, and nothing else told", async () => {
  const { preview: shown } = await workedOut("analyst");
  const [bus, agree] = shown!.results.questions;
  expect([shown!.results.set, shown!.results.responses]).toEqual([1, 47]);
  expect(bus).toMatchObject({ base: 41, rows: [{ id: "often", count: 24 }, { id: "never", count: 17 }] });
  expect(bus!.by.find(({ group }) => group === ".respondent")).toMatchObject({
    columns: [{ id: "individual", count: null }, { id: "business", count: null }],
  });
  const religion = bus!.by.find(({ group }) => group === "=religion")!;
  expect(religion.isRounded).toBe(true);
  expect(religion.rows.flatMap(({ counts }) => counts).filter((count) => count !== null).every((count) => count % 5 === 0)).toBe(true);
  expect(agree).toMatchObject({ base: 38, by: [] });
  expect(agree!.rows.filter(({ count }) => count !== null).map(({ id, count }) => [id, count])).toContainEqual(["agree", 24]);
  expect(JSON.stringify(shown!.results)).not.toContain("Quieter");
  expect(shown!.log.length).toBeGreaterThan(0);
  await workOut("approver");
  expect((await preview("approver")).preview?.id).toBe(shown!.id);
});

test("an approver publishes what was seen, and not what has changed since; from then on a decision may rest on it", async () => {
  const { preview: before } = await preview("approver");
  expect((await answerOf(previewAction(send("analyst", { preview: before!.id })))).status).toBe(403);
  await respond(1, { first: "Late" });
  await countUp(consultation.id, new Date());
  expect((await preview("approver")).preview?.moved).toEqual([]);
  await nextSet("A late response");
  expect((await preview("approver")).preview?.moved).toEqual(["frozen", "responses"]);
  expect((await answerOf(previewAction(send("approver", { preview: before!.id })))).status).toBe(422);
  const { preview: shown } = await workedOut("approver");
  expect((await answerOf(previewAction(send("approver", { preview: before!.id })))).status).toBe(422);
  const published = await answerOf(previewAction(send("approver", { preview: shown!.id })));
  expect(locationOf(published)).toContain("done=published");
  expect(stateOf(await findConsultation(db(), consultation.partnershipId, consultation.id), new Date())).toBe("report-published");
  const { status, headers, body } = await seen();
  expect([status, body.results]).toEqual([200, shown!.results]);
  expect(await db().resultsPreview.count()).toBe(0);
  expect(headers.get("X-Folkmoot-Keep")).toContain(consultation.partnershipId);
  const { findings } = await listFindings(db(), { partnershipId: consultation.partnershipId });
  expect(findings.map(({ kind, figure }) => [kind, figure])).toContainEqual(["bus", { count: 24, base: 41, of: "answered" }]);
  expect(findings.find(({ kind }) => kind === "bus")?.statement.en).toContain("24 of 41 who answered (59%) chose “Often”");
});

test("what is published can be downloaded as CSV, .xlsx and JSON, with [c] where a figure is confidential", async () => {
  const csv = await ((await csvLoader(args(get("/results.csv")))) as Response).text();
  expect(csv.split("\r\n").slice(0, 2)).toEqual(["Question,About,Answer,By,Group,Responses,Of,Percent", "Who answered,,An individual,,,[c],48,"]);
  expect(csv).toContain("How often do you take the bus?,,Often,,,24,41,59");
  const [tables, about] = await readWorkbook(Buffer.from(await ((await xlsxLoader(args(get("/results.xlsx")))) as Response).arrayBuffer()));
  expect(tables!.data[1]).toEqual(["Who answered", null, "An individual", null, null, "[c]", 48, null]);
  expect(tables!.data).toContainEqual(["How often do you take the bus?", null, "Often", null, null, 24, 41, 59]);
  expect(about!.data.map((line) => line.join(": ")).join("\n")).toContain("[c] stands for a figure that is confidential");
  const json = (await ((await jsonLoader(args(get("/results.json")))) as Response).json()) as { version: number; questions: unknown[] };
  expect(json).toMatchObject({ version: 1, correction: null, responses: 48, consultation: { id: consultation.id } });
});

test("a correction needs a reason, is dated, and cannot tell who came or went in between", async () => {
  const gone = await db().response.findFirstOrThrow({ where: { consultationId: consultation.id, respondentType: "individual" }, orderBy: { id: "asc" } });
  const revision = { partnershipId: consultation.partnershipId, consultationId: consultation.id, responseId: gone.id, revision: 1, sign: -1 };
  await db().response.update({ where: { id: gone.id }, data: { withdrawnAt: new Date() } });
  await db().tallyChange.create({ data: revision });
  await nextSet("One was withdrawn");
  const { preview: shown, isCorrection } = await workedOut("approver");
  expect(isCorrection).toBe(true);
  expect(shown!.open).toEqual([]);
  const { answers } = await db().responseRevision.findFirstOrThrow({ where: { responseId: gone.id } });
  const chose = (answers as { bus?: { option: string } }).bus?.option;
  if (chose) expect(shown!.results.questions[0]!.rows.map(({ count }) => count)).toEqual([null, null]);
  expect((await answerOf(previewAction(send("approver", { preview: shown!.id })))).status).toBe(422);
  await answerOf(previewAction(send("approver", { preview: shown!.id, "reason-en": "One response was withdrawn." })));
  expect((await seen()).body).toMatchObject({ versions: [{ number: 2, reason: { en: "One response was withdrawn." } }, { number: 1 }] });
});

test("what was published never changes", async () => {
  await expect(db().publishedResults.updateMany({ where: { consultationId: consultation.id }, data: { number: 9 } })).rejects.toThrow();
});

test("results are taken back with a reason that stands in their place", async () => {
  expect((await answerOf(publicationAction(send("analyst", { deed: "take-back", "reason-en": "Wrong" })))).status).toBe(403);
  expect((await answerOf(publicationAction(send("approver", { deed: "take-back" })))).status).toBe(422);
  await answerOf(publicationAction(send("approver", { deed: "take-back", "reason-en": "The wrong question was counted." })));
  const { status, body } = await seen();
  expect([status, body.results]).toEqual([410, null]);
  expect(body.versions[0]).toMatchObject({ withdrawn: { reason: { en: "The wrong question was counted." } } });
  expect((await answerOf(csvLoader(args(get("/results.csv"))))).status).toBe(404);
  expect((await listFindings(db(), { partnershipId: consultation.partnershipId })).findings).toEqual([]);
});

test("what was worked out and never published is kept for a month", async () => {
  await workedOut("analyst");
  expect(await forgetPreviews(new Date(Date.now() + 29 * day))).toBe(0);
  expect(await forgetPreviews(new Date(Date.now() + 31 * day))).toBe(1);
});
