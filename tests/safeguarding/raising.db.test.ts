// An answer that shows somebody at risk: raised in two presses, seen by the contacts alone, hidden until they let it go.
import { expect, test } from "vitest";
import { walkResponses } from "#app/consultations/current-responses.store.server.ts";
import { loader as answers } from "#app/consultations/pages/answers.tsx";
import { countUp, listTallies, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import type { Role } from "#app/people/role.ts";
import { startSession, whoIsAsking } from "#app/people/session.server.ts";
import { grantRole } from "#app/people/store.server.ts";
import { nameContact } from "#app/safeguarding/contacts.store.server.ts";
import { action as doIt, loader as open } from "#app/safeguarding/pages/case.tsx";
import { loader as list } from "#app/safeguarding/pages/cases.tsx";
import { action as raise, loader as quote } from "#app/safeguarding/pages/raise.tsx";
import { db, inTransaction, pool } from "#app/shared/db.server.ts";
import { buildConsultation, buildPartnership, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Page = (args: ReturnType<typeof argsOf>) => unknown;
const now = new Date();
const words = "My neighbour hits his mother";

async function come(consultation: BuiltConsultation, role: Role) {
  const { partnership } = consultation;
  const person = await buildPerson({ partnership, role });
  const cookies = await signInCookie(person);
  const given = (params: Record<string, string>) => ({ params: { partnership: partnership.slug, consultation: consultation.id, ...params }, now });
  return {
    person,
    opens: <Shown>(page: Page, params: Record<string, string> = {}, query = "") => answerOf<Shown>(page(argsOf(get(`/office${query}`, { cookies }), given(params)))),
    posts: (page: Page, fields: Record<string, string>, params: Record<string, string> = {}, query = "") =>
      answerOf(page(argsOf(post(`/office${query}`, fields, { cookies }), given(params)))),
  };
}

async function raised() {
  const consultation = await buildConsultation();
  const contact = await come(consultation, "representative");
  await inTransaction((transaction) =>
    nameContact(transaction, { partnershipId: consultation.partnershipId, personId: contact.person.id, byId: contact.person.id, now }),
  );
  const { id } = await buildResponse({ consultation, answers: { first: words }, contact: { email: "mair@people.example" } });
  const analyst = await come(consultation, "analyst");
  const query = `?response=${id}&question=first`;
  await Promise.all([1, 2].map(() => analyst.posts(raise, {}, {}, query)));
  const found = await db().safeguardingCase.findMany({ where: { partnershipId: consultation.partnershipId } });
  return { consultation, contact, analyst, id, query, cases: found, caseId: found[0]?.id ?? "" };
}

const page = async (who: Awaited<ReturnType<typeof come>>) => (await who.opens<Awaited<ReturnType<typeof answers>>>(answers, { question: "first" })).body;
const written = async (who: Awaited<ReturnType<typeof come>>) => (await page(who)).written.length;

async function exported({ id }: BuiltConsultation) {
  const all = [];
  for await (const run of walkResponses(pool(), id)) all.push(...run);
  return all.map((one) => one.answers.first ?? null);
}

test("pressed twice it is raised once, and the letter to the contact holds no word of the answer", async () => {
  const { consultation, contact, cases } = await raised();
  expect(cases).toHaveLength(1);
  const letters = await db().letter.findMany({ where: { partnershipId: consultation.partnershipId, kind: "safeguarding/raised" } });
  expect(letters.map(({ toAddress }) => toAddress)).toEqual([contact.person.email]);
  expect(`${letters[0]?.subject} ${letters[0]?.text}`).not.toMatch(/neighbour|hits|consultation|strategy/i);
  expect(letters[0]?.text).toContain(`/office/safeguarding/cases/${cases[0]?.id}`);
});

test("the contact alone opens it; to everybody else, administrators too, there is nothing there", async () => {
  const { consultation, contact, caseId } = await raised();
  const shown = await contact.opens<Awaited<ReturnType<typeof open>>>(open, { case: caseId });
  expect(shown.body).toMatchObject({ lines: [words], about: { email: "mair@people.example" } });
  for (const role of ["administrator", "data-controller", "analyst"] as const) {
    const other = await come(consultation, role);
    expect([role, (await other.opens(open, { case: caseId })).status, (await other.opens(list)).status]).toEqual([role, 404, 404]);
    expect((await other.posts(doIt, { deed: "release", text: "x" }, { case: caseId })).status).toBe(404);
  }
});

test("the answer is in no list and no export until the contact lets it go, and counts all the same", async () => {
  const { consultation, contact, analyst, query, caseId } = await raised();
  const answered = async () => {
    await countUp(consultation.id, now);
    return (await listTallies(db(), consultation.id)).counted[0]?.tally.questions.first?.answered;
  };
  expect([await written(analyst), await exported(consultation), await answered()]).toEqual([0, [null], 1]);
  expect((await page(analyst)).count).toBe(0);
  expect((await analyst.opens(quote, {}, query)).status).toBe(404);
  await rebuildTallies(consultation.id, now);
  expect(await answered()).toBe(1);
  expect((await contact.posts(doIt, { deed: "release" }, { case: caseId })).status).toBe(422);
  await contact.posts(doIt, { deed: "release", text: "Told the adult safeguarding team." }, { case: caseId });
  expect([await written(analyst), await exported(consultation)]).toEqual([1, [words]]);
  expect((await page(analyst)).count).toBe(1);
});

test("the audit log says that something was done and nothing of what it was about", async () => {
  const { analyst, id, caseId } = await raised();
  const log = await db().auditEntry.findMany({ where: { personId: analyst.person.id } });
  expect(log.map(({ action, subjectKind, subjectId, facts }) => [action, subjectKind, subjectId, facts])).toEqual([["restricted.keep", "restricted", caseId, {}]]);
  expect(JSON.stringify(log, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(id);
});

test("without a contact nothing is raised, and the page says whom to tell", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, answers: { first: words } });
  const analyst = await come(consultation, "analyst");
  const query = `?response=${id}&question=first`;
  expect(locationOf(await analyst.posts(raise, {}, {}, query))).toContain(query);
  expect((await analyst.opens<{ hasContacts: boolean }>(quote, {}, query)).body.hasContacts).toBe(false);
  expect(await written(analyst)).toBe(1);
});

test("a contact who has no role in the partnership any more sees nothing, is told nothing and is on no list", async () => {
  const { consultation, contact, analyst, caseId } = await raised();
  const { partnershipId } = consultation;
  expect((await contact.opens(open, { case: caseId })).status).toBe(200);
  await db().roleGrant.deleteMany({ where: { personId: contact.person.id, partnershipId } });
  const elsewhere = await buildPartnership();
  await inTransaction((transaction) => grantRole(transaction, { personId: contact.person.id, partnershipId: elsewhere.id, role: "editor", includesBelow: false }));
  expect([(await contact.opens(open, { case: caseId })).status, (await contact.opens(list)).status]).toEqual([404, 404]);
  const { id } = await buildResponse({ consultation, answers: { first: words } });
  await analyst.posts(raise, {}, {}, `?response=${id}&question=first`);
  expect(await db().safeguardingCase.count({ where: { partnershipId } })).toBe(1);
});

test("a contact signs in with two factors, be they a representative", async () => {
  const { contact } = await raised();
  const cookies = await inTransaction((transaction) => startSession(transaction, contact.person.id, now));
  expect((await whoIsAsking(get("/", { cookies }), now))?.lacking).toBe("set-up");
});
