import pg from "pg";
import { expect, test, vi } from "vitest";
import { loader as countsLoader } from "#app/consultations/pages/counts.tsx";
import { action, loader } from "#app/consultations/pages/office-consultation.tsx";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import type { Role } from "#app/people/role.ts";
import { databaseUrl, db } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import {
  buildConsultation,
  buildPerson,
  buildResponse,
  signInCookie,
  type BuiltConsultation,
} from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Shown = Awaited<ReturnType<typeof loader>>;
type Refused = { entries: Record<string, string>; problems: { field: string; code: string }[] };

async function visit(consultation: BuiltConsultation, role: Role, now = new Date()) {
  const { partnership } = consultation;
  const path = `/${partnership.slug}/office/consultations/${consultation.id}`;
  const params = { partnership: partnership.slug, consultation: consultation.id };
  const cookies = await signInCookie(await buildPerson({ partnership, role }), now);
  return {
    see: (query = "") => answerOf<Shown>(loader(argsOf(get(path + query, { cookies }), { params, now }))),
    does: (deed: string, fields: Record<string, string> = {}) =>
      answerOf<Refused>(action(argsOf(post(path, { deed, ...fields }, { cookies }), { params, now }))),
    now: () => findConsultationForOfficer(db(), partnership.id, consultation.id),
  };
}

const auditOf = (consultation: { id: string }) =>
  db().auditEntry.findMany({ where: { subjectId: consultation.id }, orderBy: { id: "asc" } });

test("an approver publishes, opens, sets the closing and closes, and each is written down once", async () => {
  const now = new Date("2026-03-03T10:00:00Z");
  const consultation = await buildConsultation({ publishedAt: null, opensAt: null, closesAt: null });
  const approver = await visit(consultation, "approver", now);
  expect((await approver.see()).body.may).toEqual(["publish", "open", "set-closing"]);
  await approver.does("publish");
  await approver.does("set-closing", { "closes-day": "3", "closes-month": "4", "closes-year": "2026", time: "" });
  expect(locationOf(await approver.does("open"))).toMatch(/\?done=open$/);
  expect(await approver.now()).toMatchObject({ publishedAt: now, opensAt: now, closesAt: new Date("2026-04-03T23:00:00Z") });
  const later = await visit(consultation, "approver", new Date("2026-03-10T10:00:00Z"));
  await later.does("close");
  expect((await later.now()).closesAt).toEqual(new Date("2026-03-10T10:00:00Z"));
  expect((await auditOf(consultation)).map(({ action: what, facts }) => [what, facts])).toEqual([
    ["consultation.publish", {}],
    ["consultation.set-closing", { closesAt: "2026-04-03T23:00:00.000Z" }],
    ["consultation.open", {}],
    ["consultation.close", {}],
  ]);
});

test("a second press changes nothing and is not written down", async () => {
  const consultation = await buildConsultation();
  const approver = await visit(consultation, "approver");
  const answers = await Promise.all([approver.does("close"), approver.does("close")]);
  expect(answers.map((answer) => answer.status)).toEqual([302, 302]);
  expect(answers.filter((answer) => locationOf(answer)?.includes("done")).length).toBe(1);
  expect((await auditOf(consultation)).length).toBe(1);
});

test("closing asks once, in words that name the consultation", async () => {
  const consultation = await buildConsultation({ title: { en: "The bus plan" } });
  const approver = await visit(consultation, "approver");
  const { body } = await approver.see("?ask=close");
  expect(body.asking).toEqual({ deed: "close", question: "Close “The bus plan” now?" });
  expect(body.title).toContain("The bus plan");
  const analyst = await visit(consultation, "analyst");
  expect((await analyst.see("?ask=close")).body.asking).toBeNull();
});

test("a change drops the public pages that were kept", async () => {
  const consultation = await buildConsultation();
  const listening = new pg.Client({ connectionString: databaseUrl() });
  await listening.connect();
  const heard: (string | undefined)[] = [];
  listening.on("notification", ({ payload }) => heard.push(payload));
  await listening.query("LISTEN folkmoot_published");
  const approver = await visit(consultation, "approver");
  await approver.does("close");
  await vi.waitFor(() => expect(heard).toEqual([consultation.partnershipId]));
  await listening.end();
});

test("what is wrong with a closing is said, and what was typed is kept", async () => {
  const consultation = await buildConsultation();
  const approver = await visit(consultation, "approver");
  const fields = { "closes-day": "30", "closes-month": "2", "closes-year": "2027", time: "5pm" };
  const refused = await approver.does("set-closing", fields);
  expect(refused.status).toBe(422);
  expect(refused.body).toEqual({
    entries: { day: "30", month: "2", year: "2027", time: "5pm" },
    problems: [{ field: "day", code: "date-not-real" }],
  });
  expect((await approver.now()).closesAt).toEqual(consultation.closesAt);
});

test("the responses are frozen by an analyst once the last could be sent, and the set keeps its time", async () => {
  const opensAt = new Date("2026-01-01T00:00:00Z");
  const consultation = await buildConsultation({ opensAt, closesAt: new Date("2026-02-01T00:00:00Z") });
  const tooEarly = await visit(consultation, "analyst", new Date("2026-02-01T12:00:00Z"));
  await tooEarly.does("freeze");
  expect((await tooEarly.now()).frozenAt).toBeNull();
  const now = new Date("2026-02-03T12:00:00Z");
  const analyst = await visit(consultation, "analyst", now);
  expect((await analyst.see()).body.may).toEqual(["freeze"]);
  await analyst.does("freeze");
  expect((await analyst.now()).frozenAt).toEqual(now);
  await (await visit(consultation, "analyst", new Date("2026-02-09T12:00:00Z"))).does("freeze");
  expect((await analyst.now()).frozenAt).toEqual(now);
});

test("what a role does not allow is refused, and what no page of ours posts is a bad request", async () => {
  const consultation = await buildConsultation();
  const analyst = await visit(consultation, "analyst");
  const approver = await visit(consultation, "approver");
  const clerk = await visit(consultation, "parish-clerk");
  expect((await clerk.see()).status).toBe(403);
  expect((await clerk.does("close")).status).toBe(403);
  expect((await analyst.does("close")).status).toBe(403);
  expect((await approver.does("freeze")).status).toBe(403);
  expect((await approver.does("delete")).status).toBe(400);
});

test("another partnership's officers do not find it", async () => {
  const consultation = await buildConsultation();
  const elsewhere = await buildConsultation();
  const stranger = await visit({ ...consultation, partnership: elsewhere.partnership }, "administrator");
  expect((await stranger.see()).status).toBe(404);
  expect((await stranger.does("close")).status).toBe(404);
});

test("responses are counted by day in Europe/London, channel and language, those withdrawn apart", async () => {
  const opensAt = new Date("2026-06-01T08:00:00Z");
  const consultation = await buildConsultation({ opensAt, closesAt: new Date("2026-06-04T22:59:00Z") });
  const at = (time: string) => ({ consultation, receivedAt: new Date(time) });
  await buildResponse({ ...at("2026-06-01T10:00:00Z"), channel: "online", language: "cy" });
  await buildResponse({ ...at("2026-06-01T23:30:00Z"), channel: "letter", language: "en" });
  await buildResponse({ ...at("2026-06-02T10:00:00Z"), channel: "online", language: "en" });
  const { id } = await buildResponse(at("2026-06-02T11:00:00Z"));
  await db().response.update({ where: { id }, data: { withdrawnAt: new Date() } });
  const { partnershipId, formId } = consultation;
  const version = await db().formVersion.findFirstOrThrow({ where: { formId } });
  const draft = { partnershipId, consultationId: consultation.id, formVersionId: version.id, language: "en", startedAt: opensAt };
  for (const expiresAt of [new Date("2026-07-01"), new Date("2026-06-02")]) {
    await db().draft.create({ data: { ...draft, id: newId(), reference: newReference(), savedAt: opensAt, expiresAt } });
  }
  const officer = await visit(consultation, "editor", new Date("2026-06-03T10:00:00Z"));
  const { counts } = (await officer.see()).body;
  expect(counts.days.map(({ date, count }) => [date, count])).toEqual([
    ["2026-06-01", 1],
    ["2026-06-02", 2],
    ["2026-06-03", 0],
  ]);
  expect(counts.channels.map(({ name, figure }) => [name, figure])).toEqual([
    ["Online", "2 of 3 (67%)"],
    ["Letter", "1 of 3 (33%)"],
  ]);
  expect(counts.languages.map(({ name, count }) => [name, count])).toEqual([
    ["English", 2],
    ["Cymraeg", 1],
  ]);
  expect([counts.receivedText, counts.withdrawn, counts.drafts]).toEqual(["3", "1", "1"]);
});

test("a page that is open refreshes the same counts in its own language, and only for those who may see them", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation });
  const { partnership, id } = consultation;
  const path = `/${partnership.slug}/office/consultations/${id}/counts`;
  const params = { partnership: partnership.slug, consultation: id };
  const ask = async (role: Role) => {
    const cookies = await signInCookie(await buildPerson({ partnership, role }));
    return countsLoader(argsOf(get(path, { cookies }), { params, language: "cy" }));
  };
  const answer = await ask("editor");
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  expect(await answer.json()).toMatchObject({ received: 1, channels: [{ name: "Ar-lein", figure: "1 o 1 (100%)" }] });
  expect((await answerOf(ask("representative"))).status).toBe(403);
});
