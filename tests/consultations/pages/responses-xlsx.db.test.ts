import readWorkbook from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { excludeResponses } from "#app/consultations/exclusions.store.server.ts";
import { loader } from "#app/consultations/pages/responses-xlsx.tsx";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

let consultation: BuiltConsultation;
let personId: string;

async function ask(role: "analyst" | "editor" | "data-controller", language: Language = "en") {
  const person = await buildPerson({ partnership: consultation.partnership, role });
  personId = person.id;
  return argsOf(get("/responses.xlsx", { cookies: await signInCookie(person) }), { params: { partnership: consultation.partnership.slug, consultation: consultation.id }, language });
}

beforeAll(async () => {
  consultation = await buildConsultation();
  const receivedAt = new Date("2026-07-03T10:00:00Z");
  const contact = { name: "Siân Davies", email: "sian@example.org", confidentialityReason: "My job" };
  await buildResponse({ consultation, receivedAt, channel: "letter", answers: { first: "=1+1 homes", bus: { option: "often" } }, contact });
  const spam = await buildResponse({ consultation, answers: { first: "Buy now" } });
  const by = { personId: (await buildPerson()).id, now: new Date(), reason: "spam" as const };
  await inTransaction((transaction) => excludeResponses(transaction, consultation, [spam.id], by));
  const withdrawn = await buildResponse({ consultation, answers: { first: "Taken back" } });
  await db().response.update({ where: { id: withdrawn.id }, data: { withdrawnAt: new Date() } });
});

test("each response that counts is a row, with a sheet of what the columns mean and one of what is left out", async () => {
  const answer = await loader(await ask("analyst"));
  expect(answer.headers.get("Content-Type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="responses-${consultation.id}.xlsx"`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const [responses, columns, about] = await readWorkbook(bytes);
  expect(responses).toMatchObject({ sheet: "Responses" });
  const [header = [], ...rows] = responses!.data;
  expect(rows).toHaveLength(1);
  const row = Object.fromEntries(header.map((name, place) => [String(name), rows[0]![place]]));
  expect(row).toMatchObject({ "response.received": new Date("2026-07-03T11:00:00Z"), "response.channel": "letter", "response.version": 1, first: "=1+1 homes", bus: "often", agree: null });
  expect([...new Set(columns!.data.slice(1).map(([column]) => column))]).toEqual(header);
  const said = about!.data.map((line) => line.join(": ")).join("\n");
  for (const part of ["Sheet “Responses”: 1 row under", "Version 1: 1 response", "1 response was taken back", "1 response was left out", "Advertising or spam: 1", "No text is cut"]) expect(said).toContain(part);
  for (const secret of ["Siân", "sian@example.org", "My job", "Buy now", "Taken back"]) expect(JSON.stringify([responses, columns, about])).not.toContain(secret);
  const [entry] = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: "responses.export" } });
  expect(entry).toMatchObject({ personId, facts: { count: 1, format: "xlsx" } });
});

test("in Urdu its sheets are named in Urdu", async () => {
  const sheets = await readWorkbook(Buffer.from(await (await loader(await ask("analyst", "ur"))).arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["جوابات", "کالم", "اس فائل کے بارے میں"]);
});

test.each(["editor", "data-controller"] as const)("it is not for the role of %s", async (role) => {
  expect((await answerOf(loader(await ask(role)))).status).toBe(403);
});
