import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { action, loader } from "#app/consultations/pages/contacts.tsx";
import { loader as takeFile } from "#app/consultations/pages/contacts-file.tsx";
import { loader as takeResponses } from "#app/consultations/pages/responses-csv.tsx";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { everyType } from "#tests/support/forms.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

let consultation: BuiltConsultation;
const params = () => ({ partnership: consultation.partnership.slug, consultation: consultation.id });

beforeAll(async () => {
  consultation = await buildConsultation({ definition: everyType() });
  const contact = { name: "Siân Davies", email: "sian@example.org", confidentialityReason: "=my job", answers: { postcode: "HR1 2AA" } };
  await buildResponse({ consultation, reference: "7KQ2-M4XP-9RTC", answers: { "short-text": "A bench" }, contact });
  await buildResponse({ consultation, answers: { "short-text": "Nobody in particular" } });
});

const cookieOf = async (role: Role) => signInCookie(await buildPerson({ partnership: consultation.partnership, role }));
const say = (cookies: string, fields: Record<string, string>) => answerOf(action(argsOf(post("/contacts", fields, { cookies }), { params: params() })));
const take = async (cookies: string, now = new Date()) => takeFile(argsOf(get("/contacts/file", { cookies }), { params: params(), now }));

test("the data controller says what for, and takes names and addresses without the answers", async () => {
  const cookies = await cookieOf("data-controller");
  const page = await answerOf<Awaited<ReturnType<typeof loader>>>(loader(argsOf(get("/contacts", { cookies }), { params: params() })));
  expect(page.body).toMatchObject({ contacts: 1, responses: 2 });
  expect(locationOf(await say(cookies, { purpose: "write-back", format: "csv" }))).toMatch(/\/contacts\/file$/);
  const rows: Record<string, string>[] = parse(Buffer.from(await (await take(cookies)).arrayBuffer()), { bom: true, columns: true });
  expect(rows).toHaveLength(2);
  expect(rows.find((row) => row["person.name"] === "Siân Davies")).toMatchObject({ "person.email": "sian@example.org", "person.confidential-because": "'=my job", postcode: "HR1 2AA" });
  expect(JSON.stringify(rows)).not.toMatch(/A bench|7KQ2/);
  const log = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: { startsWith: "contacts." } }, orderBy: { id: "asc" } });
  expect(log.map(({ action: deed, facts }) => [deed, facts])).toEqual([
    ["contacts.ask", { purpose: "write-back", format: "csv", withAnswers: false }],
    ["contacts.export", { count: 2, purpose: "write-back", format: "csv", withAnswers: false }],
  ]);
});

test("asked for with the answers they are beside them, and the file says who took it and what for", async () => {
  const cookies = await cookieOf("data-controller");
  await say(cookies, { purpose: "other", words: "The inspector asked", format: "xlsx", answers: "yes" });
  const [responses, columns, about] = await readWorkbook(Buffer.from(await (await take(cookies)).arrayBuffer()));
  expect(JSON.stringify(responses!.data)).toMatch(/Siân Davies.*=my job.*HR1 2AA.*A bench/);
  expect([...new Set(columns!.data.slice(1).map(([column]) => column))]).toEqual(responses!.data[0]);
  expect(about!.data).toContainEqual(["Wanted for", "The inspector asked"]);
});

test("without a purpose there is no file, nor long after it was said", async () => {
  const cookies = await cookieOf("data-controller");
  expect(await say(cookies, { format: "csv" })).toMatchObject({ status: 422, body: { problems: [{ code: "purpose-missing" }] } });
  expect(await say(cookies, { format: "csv", purpose: "other", words: " " })).toMatchObject({ status: 422, body: { problems: [{ code: "words-missing" }], typed: { purpose: "other" } } });
  expect(locationOf(await answerOf(take(cookies)))).toMatch(/\/contacts$/);
  await say(cookies, { purpose: "sent-twice", format: "csv" });
  expect(locationOf(await answerOf(take(cookies, new Date(Date.now() + 11 * 60_000))))).toMatch(/\/contacts$/);
});

test.each(["administrator", "analyst", "statistics", "editor"] as const)("nobody else takes them, and the responses of an %s have no such columns", async (role) => {
  const cookies = await cookieOf(role);
  expect((await answerOf(take(cookies))).status).toBe(403);
  expect((await say(cookies, { purpose: "write-back", format: "csv" })).status).toBe(403);
  const responses = await answerOf(takeResponses(argsOf(get("/responses.csv", { cookies }), { params: params() })));
  if (responses.status === 200) expect(await (await takeResponses(argsOf(get("/responses.csv", { cookies }), { params: params() }))).text()).not.toMatch(/person\.|Siân|HR1/);
});
