// What administrators see of the audit log, take from it, and find out about its seals.
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { runCheck } from "#app/audit/checks.store.server.ts";
import { action, loader } from "#app/audit/pages/audit.tsx";
import { loader as csvLoader } from "#app/audit/pages/audit-csv.tsx";
import { recordAudit, sealAudit, type AuditFact } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPartnership, buildPerson, signInCookie, type BuiltConsultation, type BuiltPerson } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Loaded = Awaited<ReturnType<typeof loader>>["data"];

let consultation: BuiltConsultation;
let administrator: BuiltPerson;
let cookies: string;

beforeAll(async () => {
  consultation = await buildConsultation();
  administrator = await buildPerson({ role: "administrator", partnership: consultation.partnership, name: "=Siân Rees" });
  cookies = await signInCookie(administrator);
});

const params = () => ({ params: { partnership: consultation.partnership.slug } });
const open = (query = "", as = cookies) => answerOf<Loaded>(loader(argsOf(get(`/x/office/audit${query}`, { cookies: as }), params())));
const rowsAt = async (query = "") => (await open(query)).body.shown?.rows ?? [];
const take = (query = "") => csvLoader(argsOf(get(`/x/office/audit.csv${query}`, { cookies }), params()));
const check = (as = cookies, at = params()) => answerOf(action(argsOf(post("/x/office/audit", { deed: "check" }, { cookies: as }), at)));

function record(fact: Partial<AuditFact> = {}) {
  const { partnershipId, id } = consultation;
  return recordAudit(db(), { partnershipId, action: "consultation.close", subjectKind: "consultation", subjectId: id, ...fact });
}

test("entries are told newest first with names, titles and links, and reading them is written down too", async () => {
  await record({ personId: administrator.id });
  const [newest] = await rowsAt();
  expect(newest).toMatchObject({ who: "=Siân Rees", what: "Closed the consultation" });
  expect(newest?.about).toMatchObject({ title: consultation.title, to: `/${consultation.partnership.slug}/office/consultations/${consultation.id}` });
  expect((await rowsAt())[0]).toMatchObject({ who: "=Siân Rees", what: "Read the audit log" });
});

test("somebody who was erased since does not break the page, and can still be asked for", async () => {
  const gone = await buildPerson();
  await record({ personId: gone.id, action: "responses.export", facts: { count: 3 } });
  await db().person.delete({ where: { id: gone.id } });
  const { body } = await open(`?person=${gone.id}`);
  expect(body.shown?.rows.map(({ who }) => who)).toEqual([`Somebody whose account was erased (${gone.id})`]);
  expect(body.doers).toContainEqual({ value: gone.id, label: `Somebody whose account was erased (${gone.id})` });
});

test("another partnership's entries are neither shown nor counted nor taken", async () => {
  const other = await buildConsultation();
  await recordAudit(db(), { partnershipId: other.partnershipId, action: "consultation.close", subjectKind: "consultation", subjectId: other.id });
  const { shown } = (await open()).body;
  expect(JSON.stringify(shown)).not.toContain(other.id);
  expect(shown?.all).toBe(await db().auditEntry.count({ where: { partnershipId: consultation.partnershipId } }) - 1);
  expect(await (await take()).text()).not.toContain(other.id);
});

test("what is chosen stays chosen from page to page, and nothing stands on two", async () => {
  for (let index = 0; index < 60; index += 1) await record({ action: "consultation.freeze", facts: { place: index } });
  const first = (await open("?action=consultation.freeze&person=nobody")).body;
  const second = (await open(`?action=consultation.freeze&person=nobody&before=${first.shown?.nextBefore}`)).body;
  expect(first.query).toEqual({ action: "consultation.freeze", person: "nobody" });
  expect([first.shown?.rows.length, second.shown?.rows.length, second.shown?.nextBefore]).toEqual([50, 10, null]);
  expect(new Set([...first.shown!.rows, ...second.shown!.rows].map(({ id }) => id)).size).toBe(60);
  expect(first.shown?.count).toBe(60);
  expect(first.shown!.all).toBeGreaterThan(60);
});

test("dates choose whole days, and dates that cannot be are told and kept", async () => {
  expect(await rowsAt("?to-day=1&to-month=1&to-year=2001")).toEqual([]);
  expect((await rowsAt("?from-day=1&from-month=1&from-year=2001")).length).toBeGreaterThan(0);
  const wrong = await open("?from-day=31&from-month=2&from-year=2026");
  expect([wrong.status, wrong.body.shown, wrong.body.problems]).toEqual([422, null, [{ at: "from-day", code: "date-not-real" }]]);
  expect(wrong.body.typed.from).toEqual({ day: "31", month: "2", year: "2026" });
  expect(locationOf(await answerOf(take("?from-day=31&from-month=2&from-year=2026")))).toContain("/office/audit?from-day=31");
});

test("the export holds what was chosen, every cell safe for a spreadsheet, and is written down before it goes out", async () => {
  await record({ personId: administrator.id, action: "consultation.set-closing", facts: { closesAt: "2026-03-03T10:00:00.000Z" } });
  const answer = await take("?action=consultation.set-closing");
  const rows: string[][] = parse(await answer.text(), { bom: true, record_delimiter: "\r\n" });
  expect(rows.map(([, , ...row]) => row)).toEqual([
    ["Who", "Id of the person", "What", "Action", "Kind of subject", "Id of the subject", "Facts"],
    ["'=Siân Rees", administrator.id, "Set when the consultation closes", "consultation.set-closing", "consultation", consultation.id, '{"closesAt":"2026-03-03T10:00:00.000Z"}'],
  ]);
  const told = await db().auditEntry.findFirst({ where: { action: "audit.export", personId: administrator.id }, orderBy: { id: "desc" } });
  expect(told).toMatchObject({ partnershipId: consultation.partnershipId, facts: { count: 1, ofInstallation: false } });
});

test("a long export goes through every entry once", async () => {
  await db().$executeRaw`
    INSERT INTO "AuditEntry" ("partnershipId", action, "subjectKind", "subjectId")
    SELECT ${consultation.partnershipId}, 'consultation.import', 'consultation', place::text FROM generate_series(1, 2500) place`;
  const rows: string[][] = parse(await (await take("?action=consultation.import")).text(), { bom: true, record_delimiter: "\r\n" });
  expect(new Set(rows.map((row) => row[7])).size).toBe(2501);
});

test("what belongs to no partnership, such as signing in, is for the administrators of the topmost", async () => {
  const id = newId();
  await recordAudit(db(), { personId: administrator.id, action: "person.sign-in", subjectKind: "person", subjectId: id, facts: { by: "link" } });
  expect(JSON.stringify(await rowsAt())).not.toContain(id);
  expect((await rowsAt("?of=installation"))[0]).toMatchObject({ what: "Signed in", who: "=Siân Rees" });
  const below = await buildPartnership({ parentId: consultation.partnershipId });
  const theirs = await signInCookie(await buildPerson({ role: "administrator", partnership: below }));
  const { body } = await answerOf<Loaded>(loader(argsOf(get("/x/office/audit?of=installation", { cookies: theirs }), { params: { partnership: below.slug } })));
  expect(body.isOfAll).toBe(false);
  expect(JSON.stringify(body.shown)).not.toContain(id);
  expect((await check(theirs, { params: { partnership: below.slug } })).status).toBe(403);
});

const logs = ["AuditEntry", "AuditSeal"];

/** Does to the log what only the owner of its tables could. */
async function tamper(statement: string) {
  const eachLog = (what: string) => logs.map((log) => db().$executeRawUnsafe(`ALTER TABLE "${log}" ${what} TRIGGER USER`));
  await db().$transaction([...eachLog("DISABLE"), db().$executeRawUnsafe(statement), ...eachLog("ENABLE")]);
}

const found = async () => (await open()).body.check?.found;
const seal = async (entries: number) => {
  for (let index = 0; index < entries; index += 1) await record();
  await sealAudit(new Date(Date.now() + 3_600_000));
};

test("a check finds that a log nobody touched holds, and each place where it was touched", async () => {
  for (const entries of [3, 2, 4]) await seal(entries);
  expect(locationOf(await check())).toBe(`/${consultation.partnership.slug}/office/audit#check`);
  const sealed = await db().auditSeal.aggregate({ _sum: { entries: true }, _count: true });
  expect(await found()).toMatchObject({ brokenSeals: 0, broken: [], seals: sealed._count, entries: sealed._sum.entries });
  const [last, middle, first] = await db().auditSeal.findMany({ orderBy: { id: "desc" }, take: 3 });
  await tamper(`UPDATE "AuditEntry" SET facts = '{"place": 9}' WHERE id = ${first!.toEntryId}`);
  await tamper(`DELETE FROM "AuditSeal" WHERE id = ${middle!.id}`);
  await check();
  const run = ({ fromEntryId, toEntryId }: { fromEntryId: bigint; toEntryId: bigint }) => ({ fromEntryId: `${fromEntryId}`, toEntryId: `${toEntryId}` });
  expect(await found()).toMatchObject({ brokenSeals: 2, broken: [{ ...run(first!), why: "entries" }, { ...run(last!), why: "chain" }] });
  const told = await db().auditEntry.findMany({ where: { action: "audit.check" }, orderBy: { id: "asc" } });
  expect(told.map(({ facts }) => (facts as { broken: number }).broken)).toEqual([0, 2]);
});

test("a long log is checked by a job that tells how far it is, and no second check begins meanwhile", async () => {
  await db().$executeRaw`
    INSERT INTO "AuditEntry" (at, action, "subjectKind", "subjectId") SELECT now() - interval '1 hour', 'response.send', 'response', place::text FROM generate_series(1, 20500) place`;
  await sealAudit(new Date(Date.now() + 3_600_000));
  await check();
  await check();
  const jobs = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'check-audit'`;
  expect(jobs).toEqual([{ count: 1 }]);
  const underWay = (await open()).body.check;
  expect(underWay).toMatchObject({ passed: 0, found: null });
  const steps: number[] = [];
  await runCheck(underWay!.id, () => new Date(Date.now() + steps.push(1)));
  expect(steps.length).toBeGreaterThan(10);
  const finished = (await open()).body.check;
  expect(finished?.found?.brokenSeals).toBe(2);
  expect(finished?.passed).toBe(finished?.found?.entries);
});
