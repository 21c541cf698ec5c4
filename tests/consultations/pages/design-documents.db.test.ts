// Editors add, replace, order and remove a consultation's documents; once it is public, people are told.
import { beforeAll, expect, test } from "vitest";
import { listChanges } from "#app/consultations/changes.store.server.ts";
import { listDocuments } from "#app/consultations/documents.store.server.ts";
import { designDocumentsPath, officeDocumentPath } from "#app/consultations/office-paths.ts";
import { consultationPath, documentPath } from "#app/consultations/paths.ts";
import { filePath } from "#app/files/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { pdf } from "#tests/support/files.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const plan = (text: string) => new File([pdf.toString().replace("\n", `\n% ${text}\n`)], "Plan.pdf");

async function begin(wanted: Parameters<typeof buildConsultation>[0] = {}) {
  const consultation = await buildConsultation(wanted);
  const { partnership } = consultation;
  const editor = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const all = designDocumentsPath(partnership, consultation);
  return {
    ...{ consultation, editor, all },
    add: (title: string, fields: Record<string, string | File> = {}) =>
      editor.post(`${all}/new`, { "title-en": title, language: "en", format: "pdf", file: plan(title), ...fields }),
    now: () => listDocuments(db(), consultation),
    changes: async () => (await listChanges(db(), consultation)).map(({ kind, name }) => [kind, name.en]),
    seen: async () => (await new Visitor(application).open(consultationPath(partnership, consultation))).text(),
  };
}

test("while it is designed, documents are added, ordered and removed without a word to anybody", async () => {
  const { editor, all, add, now, changes } = await begin({ publishedAt: null });
  const pressed = await Promise.all([add("The plan"), add("The plan")]);
  expect(pressed.map(locationOf), "pressed twice, it is one document").toEqual([expect.stringMatching(/documents\?saved$/), expect.stringMatching(/documents\?saved$/)]);
  await add("Its costs");
  const [first, second] = await now();
  await editor.post(all, { deed: "up", document: second!.id });
  expect((await now()).map(({ title }) => title.en)).toEqual(["Its costs", "The plan"]);
  expect(await (await editor.open(`${all}?remove=${first!.id}`)).text()).toContain("Remove “The plan”?");
  await editor.post(all, { deed: "remove", document: first!.id });
  expect((await now()).map(({ title }) => title.en)).toEqual(["Its costs"]);
  expect(await changes()).toEqual([]);
});

test("until a consultation is published its documents are its officers' alone, whoever knows where they lie", async () => {
  const { consultation, editor, all, add, now } = await begin({ publishedAt: null });
  const { partnership } = consultation;
  await add("The plan");
  const [{ id, file }] = (await now()) as [Awaited<ReturnType<typeof now>>[0]];
  const [open, office] = [filePath(partnership, file.id), officeDocumentPath(partnership, consultation, id)];
  expect(await (await editor.open(all)).text()).toContain(`href="${office}"`);
  const stranger = new Visitor(application);
  const statuses = async () => [(await stranger.open(open)).status, (await stranger.open(office)).status, (await editor.open(open)).status];
  expect(await statuses()).toEqual([404, 302, 404]);
  const given = await editor.open(office);
  expect([given.status, given.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
  await db().consultation.update({ where: { id: consultation.id }, data: { publishedAt: new Date() } });
  expect(await statuses()).toEqual([200, 302, 200]);
});

test("a document replaced while people answer says so, and what it was before can still be read", async () => {
  const { consultation, editor, all, add, now, changes, seen } = await begin();
  await add("The plan");
  const [{ id, file: first }] = (await now()) as [Awaited<ReturnType<typeof now>>[0]];
  await editor.post(`${all}/${id}`, { "title-en": "The plan", language: "en", format: "pdf", file: plan("with its costs") });
  const [replaced] = await now();
  expect(replaced).toMatchObject({ earlier: [{ file: first }] });
  expect(await changes()).toEqual([["document-replaced", "The plan"], ["document-added", "The plan"]]);
  const html = await seen();
  expect(html).toMatch(/A document was replaced by a new version: The plan/);
  const before = documentPath(consultation.partnership, consultation, replaced!.earlier[0]!.id);
  expect(html).toContain(before);
  expect(await (await new Visitor(application).open(before)).text()).toContain("% The plan");
  await editor.post(all, { deed: "remove", document: id });
  expect((await new Visitor(application).open(before)).status).toBe(404);
  expect((await changes())[0]).toEqual(["document-removed", "The plan"]);
});

test("a file that is not what it is said to be is refused, with what was typed kept", async () => {
  const { add, now } = await begin();
  for (const [fields, words] of [
    [{ format: "audio" }, "not of a kind that goes with"],
    [{ file: "" }, "Choose a file"],
  ] as const) {
    const answer = await add("The plan", fields);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(new RegExp(`${words}.*value="The plan"`, "s"))]);
  }
  expect(await now()).toEqual([]);
});

test("after nobody can answer any more, documents stay as they are", async () => {
  const { add, now, all, editor } = await begin({ opensAt: new Date("2026-01-01T00:00:00Z"), closesAt: new Date("2026-02-01T00:00:00Z") });
  expect((await add("Too late")).status).toBe(422);
  expect(await now()).toEqual([]);
  expect(await (await editor.open(all)).text()).toContain("can no longer be changed here");
});
