import { parse } from "csv-parse/sync";
import type { Pool } from "pg";
import { expect, test } from "vitest";
import { walkResponses } from "#app/consultations/current-responses.store.server.ts";
import { loader as columnsLoader } from "#app/consultations/pages/columns-csv.tsx";
import { loader } from "#app/consultations/pages/responses-csv.tsx";
import { fixedColumns } from "#app/consultations/responses-export.ts";
import type { Role } from "#app/people/role.ts";
import { db, pool } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildForm, buildQuestion, everyType } from "#tests/support/forms.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

async function ask({ partnership, id }: BuiltConsultation, role: Role = "analyst", language: Language = "en") {
  const cookies = await signInCookie(await buildPerson({ partnership, role }));
  return argsOf(get("/responses.csv", { cookies }), { params: { partnership: partnership.slug, consultation: id }, language });
}

type Row = Record<string, string>;

async function read(answer: Response): Promise<Row[]> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)], "byte order mark").toEqual([0xef, 0xbb, 0xbf]);
  return parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" });
}

test("each response that was not withdrawn is a line: what is fixed about it, then its answers", async () => {
  const consultation = await buildConsultation();
  const receivedAt = new Date("2026-03-03T10:00:00Z");
  const { id } = await buildResponse({
    consultation,
    receivedAt,
    ...{ channel: "letter", language: "cy", respondentType: "organisation", permission: "named", confidentialityRequested: true },
    answers: { first: "Homes,\r\n“warm” ones\nand \"dry\"", bus: { option: "often" }, agree: { level: "agree", reasons: "Cynnes" } },
    contact: { name: "Siân Davies", email: "sian@example.org", confidentialityReason: "My job" },
  });
  const { id: withdrawn } = await buildResponse({ consultation, answers: { first: "Taken back" } });
  await db().response.update({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } });
  const answer = await loader(await ask(consultation));
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="responses-${consultation.id}.csv"`);
  expect(await read(answer)).toEqual([
    {
      "response.id": id,
      "response.received": "2026-03-03T10:00:00.000Z",
      "response.channel": "letter",
      "response.language": "cy",
      "response.type": "organisation",
      "response.permission": "named",
      "response.confidentiality": "yes",
      "response.version": "1",
      "response.revision": "1",
      first: "Homes,\r\n“warm” ones\nand \"dry\"",
      bus: "often",
      agree: "agree",
      agree_reasons: "Cynnes",
    },
  ]);
});

test("nothing in it names or reaches a person, opens a response or tells why confidentiality was asked for", async () => {
  const consultation = await buildConsultation({ definition: everyType() });
  const reference = "7KQ2-M4XP-9RTC";
  await buildResponse({
    consultation,
    reference,
    contact: {
      ...{ name: "Siân Davies", email: "sian@example.org", confidentialityReason: "Because of my job" },
      answers: { name: "Siân Davies", postcode: "HR1 2AA" },
    },
  });
  const text = await (await loader(await ask(consultation))).text();
  for (const secret of [reference, "Siân", "sian@example.org", "my job", "HR1"]) expect(text).not.toContain(secret);
  const [header = ""] = text.split("\r\n");
  expect(header.split(",")).not.toEqual(expect.arrayContaining(["name"]));
  expect(header).not.toMatch(/\b(name|email|telephone|address|postcode)\b/);
});

test("no cell is a formula where it is opened in a spreadsheet", async () => {
  const consultation = await buildConsultation();
  const cells = ['=HYPERLINK("http://evil.example")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1"];
  for (const first of cells) await buildResponse({ consultation, answers: { first } });
  const rows = await read(await loader(await ask(consultation)));
  expect(rows.map(({ first }) => first?.startsWith("'")).filter((safe) => !safe)).toEqual([]);
});

test("a form of several versions has the columns of all of them, the newest first", async () => {
  const consultation = await buildConsultation({ definition: buildForm([buildQuestion("rating"), buildQuestion("short-text")]) });
  const { partnershipId, formId } = consultation;
  const id = newId();
  const definition = buildForm([buildQuestion("yes-no-unsure"), buildQuestion("rating")]);
  await db().formVersion.create({ data: { id, partnershipId, formId, number: 2, definition, publishedAt: new Date() } });
  const first = await db().formVersion.findFirstOrThrow({ where: { formId, number: 1 } });
  await buildResponse({ consultation, formVersionId: first.id, answers: { rating: 3, "short-text": "A bench" }, receivedAt: new Date(1) });
  await buildResponse({ consultation, formVersionId: id, answers: { rating: 5, "yes-no-unsure": "yes" }, receivedAt: new Date(2) });
  const rows = await read(await loader(await ask(consultation)));
  expect(Object.keys(rows[0] ?? {})).toEqual([...fixedColumns, "yes-no-unsure", "rating", "short-text"]);
  expect(rows.map((row) => [row["response.version"], row["yes-no-unsure"], row.rating, row["short-text"]])).toEqual([
    ["1", "", "3", "A bench"],
    ["2", "yes", "5", ""],
  ]);
});

test("however many there are, they come in runs as they are asked for", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, answers: { first: "Homes" } });
  await db().$executeRaw`
    WITH copied AS (
      INSERT INTO "Response" (id, "partnershipId", "consultationId", channel, language, "respondentType", permission, "receivedAt")
      SELECT id || n, "partnershipId", "consultationId", channel, language, "respondentType", permission, "receivedAt"
      FROM "Response", generate_series(1, 2499) AS n WHERE id = ${id} RETURNING id)
    INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
    SELECT "partnershipId", copied.id, number, "formVersionId", answers, "sentAt" FROM "ResponseRevision", copied
    WHERE "responseId" = ${id}`;
  const answer = await loader(await ask(consultation));
  const parts: Buffer[] = [];
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
  const lines = parts.map((part) => part.toString("utf8").split("\r\n").length - 1);
  expect(lines.filter((many) => many > 0)).toEqual([1, ...Array.from({ length: 10 }, () => 250)]);
  const rows: Row[] = parse(Buffer.concat(parts), { bom: true, columns: true, record_delimiter: "\r\n" });
  const ids = rows.map((row) => row["response.id"]);
  expect(new Set(ids).size, "each once, though all came in the same moment").toBe(2500);
  expect(ids).toEqual(ids.toSorted());
});

test("what an import puts in between while they are taken pushes nothing out", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, receivedAt: new Date("2026-03-03T10:00:00Z") });
  const copy = (from: number, to: number) => db().$executeRaw`
    WITH copied AS (
      INSERT INTO "Response" (id, "partnershipId", "consultationId", channel, language, "respondentType", permission, "receivedAt")
      SELECT id || n, "partnershipId", "consultationId", channel, language, "respondentType", permission, "receivedAt"
      FROM "Response", generate_series(${from}::int, ${to}::int) AS n WHERE id = ${id} RETURNING id)
    INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
    SELECT "partnershipId", copied.id, number, "formVersionId", answers, "sentAt" FROM "ResponseRevision", copied
    WHERE "responseId" = ${id}`;
  await copy(2001, 2599);
  let asked = 0;
  const query = async (text: string, values: unknown[]) => {
    const found = await pool().query(text, values);
    if (++asked === 1) await copy(1000, 1599);
    return found;
  };
  const taken: string[] = [];
  for await (const run of walkResponses({ query } as unknown as Pool, consultation.id)) taken.push(...Array.from(run, (one) => one.id));
  expect(taken).toEqual([id, ...Array.from({ length: 600 }, (_, n) => `${id}${1000 + n}`), ...Array.from({ length: 599 }, (_, n) => `${id}${2001 + n}`)]);
});

test("a run that fails breaks the file off instead of ending it", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation });
  const answer = await loader(await ask(consultation));
  const reader = answer.body!.getReader();
  expect((await reader.read()).done).toBe(false);
  await db().$executeRaw`ALTER TABLE "ResponseRevision" RENAME TO "Elsewhere"`;
  await expect(reader.read().then(() => reader.read())).rejects.toThrow();
  await db().$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "ResponseRevision"`;
});

test("taking the responses is written down, with how many they were and who took them", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation });
  await buildResponse({ consultation });
  await read(await loader(await ask(consultation)));
  const [entry] = await db().auditEntry.findMany({ where: { subjectId: consultation.id } });
  expect(entry).toMatchObject({ action: "responses.export", subjectKind: "consultation", facts: { count: 2 } });
  expect(entry?.personId).not.toBeNull();
});

test("only an administrator and an analyst take the responses or their columns", async () => {
  const consultation = await buildConsultation();
  for (const role of ["editor", "approver", "statistics", "parish-clerk", "representative"] as const) {
    expect((await answerOf(loader(await ask(consultation, role)))).status, role).toBe(403);
    expect((await answerOf(columnsLoader(await ask(consultation, role)))).status, role).toBe(403);
  }
  expect(await db().auditEntry.count({ where: { subjectId: consultation.id } })).toBe(0);
});

test("the guide explains every column of the export in the reader's language", async () => {
  const consultation = await buildConsultation({ definition: everyType() });
  await buildResponse({ consultation });
  const [row] = await read(await loader(await ask(consultation)));
  const english = await read(await columnsLoader(await ask(consultation)));
  expect([...new Set(english.map(({ Column }) => Column))]).toEqual(Object.keys(row ?? {}));
  expect(english.find(({ Code }) => Code === "paper_form")).toMatchObject({ "What the code means": "Paper form" });
  const welsh = await read(await columnsLoader(await ask(consultation, "analyst", "cy")));
  expect(welsh.find(({ Cod }) => Cod === "paper_form")).toMatchObject({ Colofn: "response.channel", "Ystyr y cod": "Ffurflen bapur" });
});
