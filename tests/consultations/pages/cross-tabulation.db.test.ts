import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { loader as csvLoader } from "#app/consultations/pages/cross-tabulation-csv.tsx";
import { loader as xlsxLoader } from "#app/consultations/pages/cross-tabulation-xlsx.tsx";
import { loader } from "#app/consultations/pages/cross-tabulation.tsx";
import { countWaiting, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";
import { answerOf, argsOf, get, locationOf } from "#tests/support/requests.ts";

type Shown = Extract<Awaited<ReturnType<typeof loader>>, { data: unknown }>["data"];

async function ask({ partnership, id }: BuiltConsultation, query: string, role: Role = "editor") {
  const cookies = await signInCookie(await buildPerson({ partnership, role }));
  return argsOf(get(`/results/cross-tabulation${query}`, { cookies }), { params: { partnership: partnership.slug, consultation: id } });
}

async function see(consultation: BuiltConsultation, query: string, role: Role = "editor") {
  return answerOf<Shown>(loader(await ask(consultation, query, role)));
}

/** Row by row: its name, how many are in it, and how many in each column. */
function rowsOf({ shown }: Shown) {
  return shown?.table.rows.map(({ id, both, counts }) => [id, both, ...counts]);
}

const questions = [buildQuestion("several-choices"), buildQuestion("yes-no-unsure"), buildQuestion("matrix")];

async function answered(all: Answers[]) {
  const consultation = await buildConsultation({ definition: buildForm(questions) });
  const ids: string[] = [];
  for (const answers of all) ids.push((await buildResponse({ consultation, answers })).id);
  return { consultation, ids };
}

test("one question by another: people under each of their choices, of how many answered both, out of all", async () => {
  const { consultation } = await answered([
    { "several-choices": { options: ["park", "shop"] }, "yes-no-unsure": "yes" },
    { "several-choices": { options: ["park"] }, "yes-no-unsure": "no" },
    { "several-choices": { options: ["none"] } },
    { "yes-no-unsure": "unsure" },
    {},
  ]);
  const { status, body } = await see(consultation, "?rows=several-choices&columns=yes-no-unsure");
  expect(status).toBe(200);
  expect(body.waits).toBe(false);
  expect([body.shown?.table.responses, body.shown?.table.both]).toEqual([5, 2]);
  expect(rowsOf(body)).toEqual([
    ["park", 2, 1, 1, 0],
    ["shop", 1, 1, 0, 0],
    ["school", 0, 0, 0, 0],
    ["none", 0, 0, 0, 0],
  ]);
});

test("a changed response counts as it is now, a withdrawn one not at all, whether counted up or counted again", async () => {
  const matrix = { matrix: { monday: "morning" } };
  const { consultation, ids } = await answered([
    { ...matrix, "yes-no-unsure": "yes" },
    { ...matrix, "yes-no-unsure": "yes" },
    { ...matrix, "yes-no-unsure": "yes" },
  ]);
  const ask = async () => rowsOf((await see(consultation, "?rows=yes-no-unsure&columns=matrix.monday")).body);
  expect(await ask()).toEqual([["yes", 3, 3, 0], ["no", 0, 0, 0], ["unsure", 0, 0, 0]]);
  const [changed = "", withdrawn = ""] = ids;
  const { partnershipId, id: consultationId } = consultation;
  const both = { partnershipId, consultationId };
  const { formVersionId } = await db().responseRevision.findFirstOrThrow({ where: { responseId: changed } });
  const answers = { matrix: { monday: "evening" }, "yes-no-unsure": "no" };
  await db().response.update({ where: { id: changed }, data: { currentRevision: 2 } });
  await db().responseRevision.create({ data: { partnershipId, responseId: changed, number: 2, formVersionId, answers, sentAt: new Date() } });
  await db().response.update({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } });
  await db().tallyChange.createMany({
    data: [
      { ...both, responseId: changed, revision: 1, sign: -1 },
      { ...both, responseId: changed, revision: 2, sign: 1 },
      { ...both, responseId: withdrawn, revision: 1, sign: -1 },
    ],
  });
  const expected = [["yes", 1, 1, 0], ["no", 1, 0, 1], ["unsure", 0, 0, 0]];
  expect(await ask()).toEqual(expected);
  await rebuildTallies(consultationId, new Date());
  expect(await ask()).toEqual(expected);
});

test("a question by how the response came, who answered and in which language", async () => {
  const consultation = await buildConsultation({ definition: buildForm(questions) });
  await buildResponse({ consultation, answers: { "yes-no-unsure": "yes" }, channel: "letter", language: "cy", respondentType: "business" });
  await buildResponse({ consultation, answers: { "yes-no-unsure": "no" } });
  const by = async (side: string) => rowsOf((await see(consultation, `?rows=${side}&columns=yes-no-unsure`)).body);
  expect(await by(".channel")).toEqual([["online", 1, 0, 1, 0], ["letter", 1, 1, 0, 0]]);
  expect(await by(".language")).toEqual([["en", 1, 0, 1, 0], ["cy", 1, 1, 0, 0]]);
  expect(await by(".respondent")).toEqual([["individual", 1, 0, 1, 0], ["business", 1, 1, 0, 0]]);
});

test("what was counted before responses were kept for this is counted again", async () => {
  const { consultation } = await answered([{ "yes-no-unsure": "yes", matrix: { monday: "morning" } }]);
  const { id: consultationId } = consultation;
  await rebuildTallies(consultationId, new Date());
  const asBefore = async () => {
    await db().countedResponse.deleteMany({ where: { consultationId } });
    await db().tally.updateMany({ where: { consultationId }, data: { layout: 1 } });
  };
  await asBefore();
  const { body } = await see(consultation, "?rows=yes-no-unsure&columns=matrix.monday");
  expect([body.waits, rowsOf(body)?.[0]]).toEqual([false, ["yes", 1, 1, 0]]);
  await asBefore();
  await countWaiting(new Date());
  expect(await db().countedResponse.count({ where: { consultationId } })).toBe(1);
});

test("what cannot be a table is said beside its field, and what was chosen stays", async () => {
  const { consultation } = await answered([]);
  const first = await see(consultation, "");
  expect([first.status, first.body.problems, first.body.shown]).toEqual([200, [], null]);
  const { status, body } = await see(consultation, "?rows=yes-no-unsure&columns=drop%20table");
  expect(status).toBe(422);
  expect(body.problems).toEqual([{ side: "columns", code: "columns-missing" }]);
  expect(body.chosen).toEqual({ rows: "yes-no-unsure", columns: "" });
});

test("the table is taken away with its counts, its shares and what it is of; who took it is written down", async () => {
  const both = { "several-choices": { options: ["park"] } };
  const { consultation } = await answered([{ ...both, "yes-no-unsure": "yes" }, { ...both, "yes-no-unsure": "yes" }, { ...both, "yes-no-unsure": "no" }, {}]);
  const table = "?rows=several-choices&columns=yes-no-unsure";
  const csv = await ((await csvLoader(await ask(consultation, table))) as Response).text();
  expect(csv.split("\r\n").slice(1, 2)[0]).toMatch(/,2,1,0,3$/);
  const [counts, shares, about] = await readWorkbook(Buffer.from(await ((await xlsxLoader(await ask(consultation, table))) as Response).arrayBuffer()));
  expect(counts!.data[1]?.slice(1)).toEqual([2, 1, 0, 3]);
  expect(shares!.data[1]?.slice(1)).toEqual([66.7, 33.3, 0, 100]);
  expect(about!.data.map((line) => line.join(": ")).join("\n")).toContain("3 of 4 responses answered both");
  const taken = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: "consultation.export-table" }, orderBy: { id: "asc" } });
  expect(taken.map(({ facts }) => facts)).toMatchObject([{ format: "csv", count: 3 }, { format: "xlsx", down: "several-choices" }]);
  expect(locationOf(await answerOf(csvLoader(await ask(consultation, ""))))).toMatch(/cross-tabulation$/);
});

test("it is for officers who see the results", async () => {
  const { consultation } = await answered([]);
  for (const role of ["editor", "analyst", "statistics"] as const) expect((await see(consultation, "", role)).status).toBe(200);
  expect((await see(consultation, "", "parish-clerk")).status).toBe(403);
});
