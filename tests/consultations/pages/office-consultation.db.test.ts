import pg from "pg";
import { expect, test, vi } from "vitest";
import { loader as countsLoader } from "#app/consultations/pages/counts.tsx";
import { takeStep, touchDesign } from "#app/consultations/life.store.server.ts";
import { loader } from "#app/consultations/pages/office-consultation.tsx";
import { loader as readPage } from "#app/consultations/pages/read.tsx";
import { action as stepAction, loader as stepLoader } from "#app/consultations/pages/step.tsx";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import type { Role } from "#app/people/role.ts";
import { databaseUrl, db, inTransaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import {
  buildConsultation,
  buildPerson,
  buildResponse,
  signInCookie,
  type BuiltConsultation,
} from "#tests/support/factories.ts";
import { buildLaunchable, signAll } from "#tests/support/launch.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Shown = Awaited<ReturnType<typeof loader>>;
type Asked = Awaited<ReturnType<typeof stepLoader>>;
type Refused = { entries: Record<string, string>; problems: { input: string; about: string; code: string }[] };

async function visit(consultation: BuiltConsultation, role: Role, now = new Date()) {
  const { partnership } = consultation;
  const path = `/${partnership.slug}/office/consultations/${consultation.id}`;
  const params = { partnership: partnership.slug, consultation: consultation.id };
  const person = await buildPerson({ partnership, role });
  const cookies = await signInCookie(person, now);
  const step = (deed: string) => ({ params: { ...params, deed }, now });
  return {
    personId: person.id,
    see: (query = "") => answerOf<Shown>(loader(argsOf(get(path + query, { cookies }), { params, now }))),
    does: (deed: string, fields: Record<string, string> = {}) =>
      answerOf<Refused>(stepAction(argsOf(post(`${path}/steps/${deed}`, fields, { cookies }), step(deed)))),
    /** Approves what lies there, having just read it. */
    async approves() {
      const seen = (await this.asks("approve")).body?.seen ?? "";
      return this.does("approve", { seen });
    },
    asks: (deed: string) => answerOf<Asked>(stepLoader(argsOf(get(`${path}/steps/${deed}`, { cookies }), step(deed)))),
    now: () => findConsultationForOfficer(db(), partnership.id, consultation.id),
  };
}

const auditOf = (consultation: { id: string }) =>
  db().auditEntry.findMany({ where: { subjectId: consultation.id }, orderBy: { id: "asc" } });

test("an editor submits, somebody else approves and schedules it, and each is written down once with who and when", async () => {
  const now = new Date("2026-02-03T10:00:00Z");
  const built = await buildLaunchable(now);
  const editor = await visit(built, "editor", now);
  expect((await editor.see()).body.may).toEqual(["submit"]);
  expect(locationOf(await editor.does("submit", { note: "Look at question 2." }))).toMatch(/\?done=submit$/);
  const approver = await visit(built, "approver", now);
  expect((await approver.see()).body).toMatchObject({ state: "review", may: ["return", "approve"], isOwnWork: false });
  expect(locationOf(await approver.does("approve"))).toMatch(/\/launch\?refused$/);
  await signAll(built, now);
  await approver.approves();
  const dates = { "opens-day": "9", "opens-month": "2", "opens-year": "2026", "closes-day": "3", "closes-month": "5", "closes-year": "2026" };
  await approver.does("schedule", dates);
  expect(await approver.now()).toMatchObject({ publishedAt: now, opensAt: new Date("2026-02-09T00:00:00Z"), closesAt: new Date("2026-05-03T23:00:00Z") });
  const later = await visit(built, "approver", new Date("2026-02-10T10:00:00Z"));
  const { state, history } = (await later.see()).body;
  expect(state).toBe("open");
  expect(history.shown.map(({ what, who, note }) => [what, who, note])).toEqual([
    ["Opened", "By its dates", null],
    ["Published: open from 9 February 2026 at 00:00 until the end of 3 May 2026", "Mair Rees", null],
    ["Approved", "Mair Rees", null],
    ["Signed: what people say will count", "Siân Hughes", "I have looked."],
    ["Signed: there is enough time", "Siân Hughes", "I have looked."],
    ["Signed: people are told enough", "Siân Hughes", "I have looked."],
    ["Signed: it can still change", "Siân Hughes", "I have looked."],
    ["Submitted for review", "Mair Rees", "Look at question 2."],
  ]);
  expect((await auditOf(built)).filter(({ action }) => action !== "consultation.sign-off").map(({ action: what, facts }) => [what, facts])).toEqual([
    ["consultation.submit", {}],
    ["consultation.approve", {}],
    ["consultation.schedule", { opensAt: "2026-02-09T00:00:00.000Z", closesAt: "2026-05-03T23:00:00.000Z" }],
  ]);
});

test("nobody approves their own: not whoever wrote in it, not whoever submitted it, and the database refuses it too", async () => {
  const consultation = await buildConsultation({ publishedAt: null });
  const administrator = await visit(consultation, "administrator");
  await administrator.does("submit");
  expect((await administrator.see()).body).toMatchObject({ may: ["return"], isOwnWork: true });
  expect((await administrator.does("approve")).status).toBe(403);
  const writer = await visit(consultation, "approver");
  await inTransaction((transaction) => touchDesign(transaction, consultation, writer.personId, new Date()));
  expect((await writer.see()).body.state).toBe("draft");
  await administrator.does("submit");
  expect((await writer.does("approve")).status).toBe(403);
  const approved = db().consultation.update({ where: { id: consultation.id }, data: { approvedAt: new Date(), approvedById: writer.personId } });
  await expect(approved).rejects.toThrow(/nobody_approves_their_own/);
});

test("a change to what was approved makes it a draft again, and whoever approved it may write in it", async () => {
  const now = new Date("2026-02-03T10:00:00Z");
  const consultation = await buildLaunchable(now);
  await (await visit(consultation, "editor", now)).does("submit");
  await signAll(consultation, now);
  const approver = await visit(consultation, "approver", now);
  await approver.approves();
  expect((await approver.now()).approvedAt).toEqual(now);
  await inTransaction((transaction) => touchDesign(transaction, consultation, approver.personId, new Date()));
  expect((await approver.see()).body.history.shown[0]?.what).toBe("Changed, and so a draft again");
  expect(await approver.now()).toMatchObject({ submittedAt: null, approvedAt: null });
});

test("nobody approves what was changed and submitted again since they looked", async () => {
  const now = new Date("2026-02-03T10:00:00Z");
  const consultation = await buildLaunchable(now);
  const editor = await visit(consultation, "editor", now);
  await editor.does("submit");
  await signAll(consultation, now);
  const approver = await visit(consultation, "approver", now);
  const { seen } = (await approver.asks("approve")).body;
  const later = new Date("2026-02-03T10:05:00Z");
  await inTransaction((transaction) => touchDesign(transaction, consultation, editor.personId, later));
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "submit", personId: editor.personId, at: later }));
  await signAll(consultation, later);
  const refused = await approver.does("approve", { seen });
  expect([refused.status, (await approver.now()).approvedAt]).toEqual([422, null]);
  await approver.approves();
  expect((await approver.now()).approvedAt).toEqual(now);
});

test("steps are never rewritten", async () => {
  const { id: consultationId } = await buildConsultation();
  await expect(db().consultationStep.updateMany({ where: { consultationId }, data: { kind: "open" } })).rejects.toThrow(/append-only/);
  await expect(db().consultationStep.deleteMany({ where: { consultationId } })).rejects.toThrow(/append-only/);
});

test("a pause, a longer time and an early closing ask for a reason that everybody reads, with the dates it changes", async () => {
  const consultation = await buildConsultation({ languages: ["en", "cy"] });
  const approver = await visit(consultation, "approver");
  const refused = await approver.does("pause", { "reason-en": " " });
  expect([refused.status, refused.body.problems]).toEqual([422, [{ input: "reason-en", about: "reason", code: "missing" }]]);
  await approver.does("pause", { "reason-en": "Question 2 is wrong.", "reason-cy": "Mae cwestiwn 2 yn anghywir." });
  const read = (language: Language) =>
    answerOf<{ steps: { kind: string }[]; consultation: { pauseReason: unknown } }>(
      readPage(argsOf(get("/"), { params: { partnership: consultation.partnership.slug, consultation: consultation.id }, language })),
    );
  expect((await read("cy")).body.consultation.pauseReason).toEqual({ en: "Question 2 is wrong.", cy: "Mae cwestiwn 2 yn anghywir." });
  await approver.does("resume");
  const closesAt = new Date(consultation.closesAt!.getTime() + 7 * 86_400_000);
  const [day, month, year] = [closesAt.getUTCDate(), closesAt.getUTCMonth() + 1, closesAt.getUTCFullYear()].map(String);
  const fields = { "closes-day": day!, "closes-month": month!, "closes-year": year!, "closes-time": "12:00" };
  expect((await approver.does("extend", fields)).body.problems).toEqual([{ input: "reason-en", about: "reason", code: "missing" }]);
  await approver.does("extend", { ...fields, "reason-en": "To make up for the pause." });
  const { steps } = (await read("en")).body;
  expect(steps.map(({ kind }) => kind)).toEqual(["extend", "resume", "pause"]);
  expect(Object.keys(steps[0]!).sort()).toEqual(["at", "facts", "kind", "reason"]);
  expect(steps[0]).toMatchObject({ facts: { closedAt: consultation.closesAt!.toISOString() }, reason: { en: "To make up for the pause." } });
});

test("a second press changes nothing and is not written down", async () => {
  const consultation = await buildConsultation();
  const approver = await visit(consultation, "approver");
  const close = () => approver.does("close", { "reason-en": "Enough." });
  const answers = await Promise.all([close(), close()]);
  expect(answers.map((answer) => answer.status)).toEqual([302, 302]);
  expect(answers.map((answer) => locationOf(answer)?.split("?")[1]).sort()).toEqual(["done=close", "late=close"]);
  expect((await approver.see("?late=close")).body, "whoever pressed twice has closed it").toMatchObject({ done: "close", isNothingDone: false });
  const other = await visit(consultation, "administrator");
  expect((await other.see("?late=close")).body, "whoever was slower has not").toMatchObject({ done: null, isNothingDone: true });
  expect((await auditOf(consultation)).length).toBe(1);
});

test("closing asks once, in words that name the consultation, and only whoever may close it", async () => {
  const consultation = await buildConsultation({ title: { en: "The bus plan" } });
  const approver = await visit(consultation, "approver");
  const { body } = await approver.asks("close");
  expect(body.question).toBe("Close “The bus plan” now?");
  expect(body.title).toContain("The bus plan");
  expect((await (await visit(consultation, "analyst")).asks("close")).status).toBe(403);
  expect(locationOf(await approver.asks("resume"))).toMatch(new RegExp(`/consultations/${consultation.id}$`));
});

test("a change drops the public pages that were kept", async () => {
  const consultation = await buildConsultation();
  const listening = new pg.Client({ connectionString: databaseUrl() });
  await listening.connect();
  const heard: (string | undefined)[] = [];
  listening.on("notification", ({ payload }) => heard.push(payload));
  await listening.query("LISTEN folkmoot_published");
  const approver = await visit(consultation, "approver");
  await approver.does("close", { "reason-en": "Enough." });
  await vi.waitFor(() => expect(heard).toEqual([consultation.partnershipId]));
  await listening.end();
});

test("what is wrong with a closing is said, and what was typed is kept", async () => {
  const consultation = await buildConsultation();
  const approver = await visit(consultation, "approver");
  const fields = { "closes-day": "30", "closes-month": "2", "closes-year": "2027", "closes-time": "5pm", "reason-en": "More time." };
  const refused = await approver.does("extend", fields);
  expect(refused.status).toBe(422);
  expect(refused.body.entries).toMatchObject(fields);
  expect(refused.body.problems).toEqual([{ input: "closes-day", about: "closes", code: "date-not-real" }]);
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
  expect((await approver.does("delete")).status).toBe(404);
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
