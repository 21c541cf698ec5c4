// A response that came on paper: entered, counted, corrected, left out, and entered again by somebody else.
import { expect, test } from "vitest";
import { countExcluded } from "#app/consultations/exclusions.store.server.ts";
import { publishNewVersion } from "#app/consultations/store.server.ts";
import { countUp, listTallies } from "#app/consultations/tallies.store.server.ts";
import { findShare, setShare } from "#app/intake/again.store.server.ts";
import { action as again, loader as againLoader } from "#app/intake/pages/again.tsx";
import { action as settle } from "#app/intake/pages/differences.tsx";
import { action as details } from "#app/intake/pages/entry-details.tsx";
import { action as section } from "#app/intake/pages/entry-section.tsx";
import { action as check, loader as checkLoader } from "#app/intake/pages/entry-check.tsx";
import { loader as entries } from "#app/intake/pages/entries.tsx";
import { action as decide, loader as response } from "#app/intake/pages/response.tsx";
import type { Role } from "#app/people/role.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildDefinition, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-03-20T10:00:00Z");
const opensAt = new Date("2026-03-02T09:00:00Z");
const closesAt = new Date("2026-03-16T00:00:00Z");
const means = ["bus", "bike", "car"].map((id) => ({ id, label: { en: id } }));
const definition = buildDefinition([
  {
    ...{ id: "ways", heading: { en: "Ways" }, layout: "one-page" },
    questions: [
      { id: "first", type: "long-text", label: { en: "What first?" } },
      { id: "means", type: "several-choices", label: { en: "How?" }, atMost: 2, required: true, options: means },
    ],
  },
]);
const letter = { channel: "letter", "received-day": "10", "received-month": "3", "received-year": "2026", language: "en", as: "individual", name: "Mair Rees" };

type Page = (args: ReturnType<typeof argsOf>) => unknown;

/** Somebody in the office, and what they open and post. */
async function come(consultation: BuiltConsultation, role: Role = "editor") {
  const { partnership } = consultation;
  const person = await buildPerson({ partnership, role });
  const cookies = await signInCookie(person, now);
  const given = (params: Record<string, string>) => ({ params: { partnership: partnership.slug, consultation: consultation.id, ...params }, now });
  const opens = <Shown>(page: Page, params: Record<string, string> = {}) => answerOf<Shown>(page(argsOf(get("/office", { cookies }), given(params))));
  const posts = (page: Page, params: Record<string, string>, fields: Record<string, string | string[]>) =>
    answerOf<{ errors?: unknown[]; problems?: { field: string }[] }>(page(argsOf(post("/office", fields, { cookies }), given(params))));
  const enters = async (answers: Record<string, string | string[]>, about: Record<string, string> = {}) => {
    const begun = await posts(details, {}, { ...letter, ...about });
    const [, entry = ""] = /sections\/(\w+)\/ways$/.exec(locationOf(begun) ?? "") ?? [];
    await posts(section, { entry, section: "ways" }, { ...answers, _way: "keep" });
    const saved = await posts(check, { entry }, { _way: "save" });
    return /responses\/(\w+)\?done=enter$/.exec(locationOf(saved) ?? "")?.[1] ?? "";
  };
  return { person, opens, posts, enters };
}

const open = () => buildConsultation({ definition, opensAt, closesAt });

async function counted(consultation: BuiltConsultation) {
  await countUp(consultation.id, now);
  const [version] = (await listTallies(db(), consultation.id)).counted;
  return { responses: version?.tally.responses ?? 0, means: version?.tally.questions.means?.counts ?? {} };
}

test("a letter is entered, counts like any other response, and keeps what breaks a rule of the form without counting it", async () => {
  const consultation = await open();
  const editor = await come(consultation);
  await editor.enters({ first: "Mend the roads", means: ["bus"] });
  const id = await editor.enters({ means: ["bus", "bike", "car"] }, { "received-day": "17", original: "Dear all" });
  expect(await counted(consultation)).toEqual({ responses: 2, means: { bus: 1 } });
  const row = await db().response.findUniqueOrThrow({ where: { id }, include: { contact: true, entered: true } });
  expect(row).toMatchObject({ channel: "letter", enteredById: editor.person.id, permission: "summary", reference: null, receivedAt: new Date("2026-03-17T12:00:00Z") });
  expect([row.contact?.name, row.entered?.original]).toEqual(["Mair Rees", "Dear all"]);
  const shown = await editor.opens<Awaited<ReturnType<typeof response>>>(response, { response: id });
  expect(shown.body.isLate).toBe(true);
  expect(shown.body.paper?.notCounted).toMatchObject([{ why: "against-rules", typed: ["bus", "bike", "car"] }]);
  const list = await editor.opens<Awaited<ReturnType<typeof entries>>>(entries);
  expect(list.body.lines.map((line) => [line.id === id, line.isLate]).sort()).toEqual([[false, false], [true, true]]);
});

test("what is typed against the rules is asked about once before it is kept, and nothing typed is lost", async () => {
  const consultation = await open();
  const editor = await come(consultation);
  const refused = await editor.posts(details, {}, { ...letter, "received-month": "5" });
  expect([refused.status, refused.body.problems?.map(({ field }) => field)]).toEqual([422, ["day"]]);
  const begun = await editor.posts(details, {}, letter);
  const [, entry = ""] = /sections\/(\w+)\/ways$/.exec(locationOf(begun) ?? "") ?? [];
  const asked = await editor.posts(section, { entry, section: "ways" }, { means: ["bus", "bike", "car"], _illegible: "first" });
  expect([asked.status, asked.body.errors]).toMatchObject([422, [{ code: "too-many-choices" }]]);
  const draft = await db().entryDraft.findUniqueOrThrow({ where: { id: entry } });
  expect([draft.entries, draft.illegible]).toEqual([{ means: ["bus", "bike", "car"] }, ["first"]]);
  const other = await come(consultation);
  expect((await other.posts(check, { entry }, { _way: "save" })).status).toBe(404);
});

test("pressed twice, a response is saved once", async () => {
  const consultation = await open();
  const editor = await come(consultation);
  const begun = await editor.posts(details, {}, letter);
  const [, entry = ""] = /sections\/(\w+)\/ways$/.exec(locationOf(begun) ?? "") ?? [];
  await Promise.all([1, 2].map(() => editor.posts(check, { entry }, { _way: "save" })));
  expect(await db().response.count({ where: { consultationId: consultation.id } })).toBe(1);
});

test("a correction is a new revision with who and why, and is counted in place of the one before", async () => {
  const consultation = await open();
  const editor = await come(consultation);
  const id = await editor.enters({ means: ["bus"] });
  const analyst = await come(consultation, "analyst");
  const corrects = await analyst.posts(decide, { response: id }, { deed: "correct" });
  const [, entry = ""] = /check\/(\w+)$/.exec(locationOf(corrects) ?? "") ?? [];
  await analyst.posts(section, { entry, section: "ways" }, { means: ["bike", "car"] });
  expect((await analyst.posts(check, { entry }, { _way: "save" })).status).toBe(422);
  await analyst.posts(check, { entry }, { _way: "save", reason: "A page was overlooked" });
  expect(await counted(consultation)).toEqual({ responses: 1, means: { bike: 1, car: 1 } });
  const shown = await analyst.opens<Awaited<ReturnType<typeof response>>>(response, { response: id });
  expect(shown.body.revisions.map(({ number, reason }) => [number, reason])).toEqual([[2, "A page was overlooked"], [1, null]]);
  const log = await db().auditEntry.findMany({ where: { subjectId: id, action: { not: "response.read" } }, orderBy: { id: "asc" } });
  expect(log.map(({ action, personId }) => [action, personId])).toEqual([["response.enter", editor.person.id], ["response.correct", analyst.person.id]]);
});

test("a paper printed before the questions changed is entered and counted under them, and can be moved to the version it answers", async () => {
  const consultation = await open();
  const changed = buildDefinition(definition.sections.map((one) => ({ ...one, questions: one.questions.slice(1) })));
  await inTransaction((transaction) => publishNewVersion(transaction, consultation, changed, new Date("2026-03-12T10:00:00Z")));
  const editor = await come(consultation);
  const refused = await editor.posts(details, {}, letter);
  expect(refused.body.problems, "it came before the newest was asked").toEqual([{ field: "version", code: "version-later" }]);
  await editor.enters({ first: "Mend the roads", means: ["bus"] }, { version: "1" });
  const id = await editor.enters({ means: ["bike"] }, { "received-day": "17" });
  await countUp(consultation.id, now);
  const numbers = async () => (await listTallies(db(), consultation.id)).counted.map(({ version, tally }) => [version.number, tally.responses]).sort();
  expect(await numbers()).toEqual([[1, 1], [2, 1]]);
  const corrects = await editor.posts(decide, { response: id }, { deed: "correct" });
  const [, entry = ""] = /check\/(\w+)$/.exec(locationOf(corrects) ?? "") ?? [];
  await editor.posts(details, { entry }, { ...letter, "received-day": "17", version: "1" });
  await editor.posts(section, { entry, section: "ways" }, { first: "Mend the bridge", means: ["bike"] });
  await editor.posts(details, { entry }, { ...letter, "received-day": "17", version: "2" });
  type Shown = Awaited<ReturnType<typeof checkLoader>>;
  expect((await editor.opens<Shown>(checkLoader, { entry })).body.elsewhere).toMatchObject([{ id: "first" }]);
  await editor.posts(details, { entry }, { ...letter, "received-day": "17", version: "1" });
  expect((await editor.opens<Shown>(checkLoader, { entry })).body).toMatchObject({ elsewhere: [], answers: { first: "Mend the bridge" } });
  await editor.posts(check, { entry }, { _way: "save", reason: "Printed from the first version" });
  await countUp(consultation.id, now);
  expect(await numbers()).toEqual([[1, 2]]);
});

test("a response is left out of everything with a reason, and counted again", async () => {
  const consultation = await open();
  const { id } = await buildResponse({ consultation, answers: { means: { options: ["bus"] } } });
  const analyst = await come(consultation, "analyst");
  expect((await analyst.posts(decide, { response: id }, { deed: "exclude" })).status).toBe(422);
  await Promise.all([1, 2].map(() => analyst.posts(decide, { response: id }, { deed: "exclude", reason: "spam" })));
  expect(await counted(consultation)).toEqual({ responses: 0, means: {} });
  expect(await countExcluded(db(), consultation.id)).toEqual([{ reason: "spam", count: 1 }]);
  await analyst.posts(decide, { response: id }, { deed: "include" });
  expect(await counted(consultation)).toEqual({ responses: 1, means: { bus: 1 } });
  const editor = await come(consultation);
  expect((await editor.opens(response, { response: id })).status).toBe(403);
});

test("a second person enters a sample again without seeing the first, and what differs is settled and told", async () => {
  const consultation = await open();
  const editor = await come(consultation);
  const id = await editor.enters({ first: "Mend the roads", means: ["bus"] });
  expect(await findShare(db(), consultation)).toBe(10);
  await inTransaction((transaction) => setShare(transaction, consultation, 100, { personId: editor.person.id, now }));
  type Shown = Awaited<ReturnType<typeof againLoader>>;
  expect((await editor.opens<Shown>(againLoader)).body.drawn).toEqual([]);
  const second = await come(consultation);
  expect((await second.opens<Shown>(againLoader)).body.drawn.map((one) => one.id)).toEqual([id]);
  const begun = await second.posts(again, {}, { response: id });
  const [, entry = ""] = /sections\/(\w+)\/ways$/.exec(locationOf(begun) ?? "") ?? [];
  expect((await db().entryDraft.findUniqueOrThrow({ where: { id: entry } })).entries).toEqual({});
  await second.posts(section, { entry, section: "ways" }, { first: "mend  the roads", means: ["bus", "bike"] });
  expect(locationOf(await second.posts(check, { entry }, { _way: "save" }))).toMatch(new RegExp(`/entries/again/${id}$`));
  expect((await second.posts(settle, { response: id }, {})).status).toBe(422);
  await second.posts(settle, { response: id }, { "right-means": "second" });
  expect(await counted(consultation)).toEqual({ responses: 1, means: { bus: 1, bike: 1 } });
  const { accuracy, drawn, different } = (await second.opens<Shown>(againLoader)).body;
  expect(accuracy).toEqual({ entered: 1, drawn: 1, again: 1, settled: 1, questions: 2, differing: 1, questionsSettled: 2, wrong: 1 });
  expect([drawn, different]).toEqual([[], []]);
});

test("nothing is entered before the opening, nor once the report is published; what is entered after the freezing counts in the next set", async () => {
  const frozen = await open();
  await db().consultation.update({ where: { id: frozen.id }, data: { frozenAt: now, closesAt: new Date(now.getTime() - 172_800_000) } });
  expect((await (await come(frozen)).opens<Awaited<ReturnType<typeof entries>>>(entries)).body).toMatchObject({ mayEnter: true, frozenAt: now });
  // as after results alone
  await db().consultation.update({ where: { id: frozen.id }, data: { reportPublishedAt: now } });
  expect((await (await come(frozen)).opens<Awaited<ReturnType<typeof entries>>>(entries)).body.mayEnter).toBe(true);
  await db().consultation.update({ where: { id: frozen.id }, data: { reportPublicAt: now } });
  const early = await buildConsultation({ definition, opensAt: new Date("2026-04-01T09:00:00Z"), closesAt: null, publishedAt: opensAt });
  for (const consultation of [frozen, early]) {
    const editor = await come(consultation);
    expect(locationOf(await editor.posts(details, {}, letter))).toMatch(/\/entries$/);
    expect((await editor.opens<Awaited<ReturnType<typeof entries>>>(entries)).body.mayEnter).toBe(false);
  }
});
