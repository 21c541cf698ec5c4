// A new version of the questions while people answer: begun and written by one, looked at and published by another, told to everybody.
import { beforeAll, expect, test } from "vitest";
import { action, loader } from "#app/consultations/pages/version.tsx";
import { action as stepAction } from "#app/consultations/pages/version-step.tsx";
import { loader as readPage } from "#app/consultations/pages/read.tsx";
import { saveErratum } from "#app/consultations/errata.store.server.ts";
import { findConsultationForOfficer, findCurrentVersion, listVersions } from "#app/consultations/store.server.ts";
import { findForm, saveEdit } from "#app/design/edits.store.server.ts";
import type { Edit } from "#app/design/edit.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";
import { Respondent } from "#tests/support/respondent.ts";

const now = new Date();
let consultation: BuiltConsultation;
let editor: { id: string; cookies: string };
let approver: { id: string; cookies: string };
let administrator: { id: string; cookies: string };

type Shown = Awaited<ReturnType<typeof loader>>;

beforeAll(async () => {
  consultation = await buildConsultation();
  const { partnership } = consultation;
  const come = async (role: "editor" | "approver" | "administrator") => {
    const { id } = await buildPerson({ role, partnership });
    return { id, cookies: await signInCookie({ id }, now) };
  };
  [editor, approver, administrator] = [await come("editor"), await come("approver"), await come("administrator")];
  await buildResponse({ consultation, answers: { first: "Buses", bus: { option: "often" } } });
  await buildResponse({ consultation, answers: { bus: { option: "never" } } });
});

const at = (step?: string) => {
  const params = { partnership: consultation.partnership.slug, consultation: consultation.id, ...(step && { step }) };
  return { path: `/${params.partnership}/office/consultations/${consultation.id}/version${step ? `/${step}` : ""}`, given: { params, now } };
};
const see = async ({ cookies }: typeof editor) => (await answerOf<Shown>(loader(argsOf(get(at().path, { cookies }), at().given)))).body;
const does = ({ cookies }: typeof editor, fields: Record<string, string>) => answerOf(action(argsOf(post(at().path, fields, { cookies }), at().given)));
const takes = ({ cookies }: typeof editor, step: string, fields: Record<string, string> = {}) =>
  answerOf(stepAction(argsOf(post(at(step).path, fields, { cookies }), at(step).given)));
const edit = (what: Edit) => inTransaction((transaction) => saveEdit(transaction, { consultation, personId: editor.id, now }, what));
const explained = { do: "explain", "reason-en": "A line was added to the map." };

test("from its beginning to its publication by somebody else, nobody's answers are lost and everybody is told", async () => {
  const early = new Respondent(consultation, { now });
  await early.fillIn({ first: "Trams", "bus": "never" });
  expect(await edit({ kind: "remove-question", question: "first" })).toEqual({ ok: false, problem: { code: "closed" } });

  expect(locationOf(await does(editor, { do: "begin" }))).toMatch(/\?done=begun$/);
  expect(await findForm(db(), consultation, now)).toMatchObject({ isEditable: true });
  expect((await see(editor)).making).toMatchObject({ number: 2, of: 1, problems: [expect.stringContaining("Nothing differs"), expect.stringContaining("Say why")] });

  await edit({ kind: "remove-question", question: "first" });
  await edit({ kind: "add-question", section: "priorities", after: "bus", question: { type: "long-text", label: { en: "What of the new line?" } } });
  expect((await does(editor, { do: "explain" })).status).toBe(422);
  await does(editor, explained);

  const seen = (await see(approver)).making!;
  expect(seen.problems).toEqual([]);
  expect(seen.said.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining("New question: 2. What of the new line?"), expect.stringContaining("No longer asked: 1. What should come first?")]));
  expect(seen).toMatchObject({ responses: 2, drafts: [{ number: 1, count: 1 }], isTheirs: true });
  expect(seen.effects).toMatchObject([{ key: "first", asked: 2, answered: 1 }]);

  expect((await takes(editor, "publish", { edits: "2" })).status).toBe(403);
  expect(locationOf(await takes(approver, "publish", { edits: "1" }))).toMatch(/\?done=changed$/);
  expect(locationOf(await takes(approver, "publish", { edits: "2" }))).toMatch(/\?done=published$/);
  expect(await db().formVersion.findFirst({ where: { formId: consultation.formId, number: 2 } })).toMatchObject({ publishedById: approver.id });
  expect(await edit({ kind: "remove-question", question: "bus" })).toEqual({ ok: false, problem: { code: "closed" } });

  const given = { params: { partnership: consultation.partnership.slug, consultation: consultation.id }, now };
  const read = await answerOf<{ questionChanges: object[] }>(readPage(argsOf(get("/"), given)));
  expect(read.body.questionChanges).toMatchObject([{ number: 2, reason: { en: "A line was added to the map." } }]);

  const page = await early.open<{ isOutOfDate: boolean; page: { questions: { id: string }[] } }>("questions/priorities");
  expect(page.body.isOutOfDate).toBe(true);
  expect(page.body.page.questions.map(({ id }) => id)).toContain("first");
});

test("a correction made to the newer version is shown to a draft of the older, where it asks the question too", async () => {
  const { id: formVersionId } = await findCurrentVersion(db(), consultation.formId);
  const early = new Respondent(consultation, { now });
  await early.fillIn();
  const [, first] = await listVersions(db(), consultation.formId);
  await db().draft.updateMany({ where: { consultationId: consultation.id, formVersionId }, data: { formVersionId: first!.id } });
  const erratum = { formVersionId, questionId: "bus", text: { en: "Trams are meant too." } };
  await inTransaction((transaction) => saveErratum(transaction, consultation, erratum, { personId: approver.id, now }));
  const page = await early.open<{ errata: object[] }>("questions/priorities");
  expect(page.body.errata).toMatchObject([{ questionId: "bus", text: { en: "Trams are meant too." } }]);
});

test("whoever goes over to the new questions keeps what stays, is asked what is new, and sends under the new version", async () => {
  const [second, first] = await listVersions(db(), consultation.formId);
  const early = new Respondent(consultation, { now: new Date(now.getTime() + 60_000) });
  await early.fillIn({ bus: "often" });
  const reference = (await db().draft.findFirstOrThrow({ where: { consultationId: consultation.id }, orderBy: { startedAt: "desc" } })).reference;
  const entries = { first: ["Trams"], bus: ["often"] };
  await db().draft.update({ where: { reference }, data: { formVersionId: first!.id, entries } });

  const told = await early.open<{ said: { text: string }[]; since: object[] }>("changed-questions");
  expect(told.body.since).toHaveLength(1);
  expect((await early.post("changed-questions")).to).toMatch(/\/questions\/priorities$/);
  expect(await db().draft.findUnique({ where: { reference } })).toMatchObject({ formVersionId: second!.id, entries: { bus: ["often"] } });
  await early.post("questions/priorities", { bus: "often", "what-of-the-new-line": "Good" });
  await early.post("check-answers");
  const [revision] = await db().responseRevision.findMany({ where: { response: { reference } } });
  expect(revision).toMatchObject({ formVersionId: second!.id, answers: { bus: { option: "often" } } });
  expect((await early.open("changed-questions")).to).not.toBeNull();
});

test("a version that is given up leaves the questions as they were, and a later one may be begun", async () => {
  await does(administrator, { do: "begin" });
  await edit({ kind: "remove-question", question: "agree" });
  expect(locationOf(await takes(administrator, "abandon"))).toMatch(/\?done=abandoned$/);
  expect((await see(editor)).making).toBeNull();
  expect((await findCurrentVersion(db(), consultation.formId)).number).toBe(2);
  const steps = await db().consultationStep.findMany({ where: { consultationId: consultation.id, kind: { contains: "version" } }, orderBy: { id: "asc" } });
  expect(steps.map(({ kind }) => kind)).toEqual(["begin-version", "publish-version", "begin-version", "abandon-version"]);
});

test("the database itself refuses that somebody publishes what they wrote in", async () => {
  await does(editor, { do: "begin" });
  const where = { formId: consultation.formId, publishedAt: null };
  await expect(db().formVersion.updateMany({ where, data: { publishedAt: now, publishedById: editor.id } })).rejects.toThrow(/nobody_publishes_their_own/);
});

test("a language that a new version blocks is not begun in by a post either, while whoever began in it goes on", async () => {
  const { id } = consultation;
  await db().consultation.update({ where: { id }, data: { languages: ["en"], blockedLanguages: ["cy"] } });
  const blocked = await findConsultationForOfficer(db(), consultation.partnershipId, id);
  const welsh = new Respondent({ ...blocked, partnership: consultation.partnership }, { now: new Date(now.getTime() + 600_000), language: "cy" });
  const before = await db().draft.count({ where: { consultationId: id } });
  expect((await welsh.post("")).to).toMatch(/\/respond$/);
  expect((await welsh.post("questions/priorities", { bus: "often" })).to).toMatch(/\/respond$/);
  expect(await db().draft.count({ where: { consultationId: id } })).toBe(before);
});
