// The pages a form is edited on: what is typed is never lost, whoever else edits the same, and whoever may not is turned away.
import { beforeAll, expect, test } from "vitest";
import { findWorkingCopy } from "#app/design/edits.store.server.ts";
import { newQuestionPath, questionPath, reusePath, sectionPath } from "#app/design/paths.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { publishConsultation } from "#app/consultations/life.store.server.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildDefinition, buildPerson, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;

beforeAll(async () => {
  application = await openApplication();
});

async function start() {
  const definition: FormDefinition = { ...buildDefinition(), languages: ["en", "cy"] };
  const consultation = await buildConsultation({ publishedAt: null, definition });
  const come = async (name: string) => new Visitor(application, {}, [await signInCookie(await buildPerson({ name, role: "editor", partnership: consultation.partnership }))]);
  return { consultation, mair: await come("Mair Rees"), tom: await come("Tom Oakes") };
}

const of = (consultation: BuiltConsultation) => [consultation.partnership, consultation] as const;
const question = async (consultation: BuiltConsultation, id: string) => questionsOf((await findWorkingCopy(db(), consultation))!.definition).find((one) => one.id === id);
const save = { do: "save", edits: "0" };
const first = { ...save, type: "long-text", number: "1", "label-en": "What should come first?" };

test("two people write the same question in different fields: both are saved and nobody is asked", async () => {
  const { consultation, mair, tom } = await start();
  const path = questionPath(...of(consultation), "first");
  expect((await mair.post(path, { ...first, "label-en": "What comes first?" })).status).toBe(302);
  expect((await tom.post(path, { ...first, "label-cy": "Beth ddylai ddod gyntaf?" })).status).toBe(302);
  expect(await question(consultation, "first")).toEqual({ id: "first", type: "long-text", number: "1", label: { en: "What comes first?", cy: "Beth ddylai ddod gyntaf?" } });
});

test("two people write the same words: the second sees both, chooses, and what is not chosen is in the list of what was done", async () => {
  const { consultation, mair, tom } = await start();
  const path = questionPath(...of(consultation), "first");
  await mair.post(path, { ...first, "label-en": "Mair’s words" });
  const asked = await tom.post(path, { ...first, "label-en": "Tom’s words", "hint-en": "A hint" });
  const page = await asked.text();
  expect(asked.status).toBe(409);
  for (const said of ["Mair Rees", "Mair’s words", "Tom’s words", "A hint", "keep.label-en"]) expect(page).toContain(said);
  expect((await question(consultation, "first"))?.label.en).toBe("Mair’s words");
  const edits = /name="edits" value="(\d+)"/.exec(page)?.[1] ?? "";
  const theirs = await tom.post(path, { ...first, edits, "label-en": "Tom’s words", "hint-en": "A hint", "keep.label-en": "theirs" });
  expect(theirs.status).toBe(302);
  expect(await question(consultation, "first")).toMatchObject({ label: { en: "Mair’s words" }, hint: { en: "A hint" } });
  await tom.post(path, { ...first, edits: "2", "label-en": "Tom’s words", "hint-en": "A hint", "keep.label-en": "mine" });
  expect((await question(consultation, "first"))?.label.en).toBe("Tom’s words");
});

test("a question that somebody removed meanwhile comes back with everything typed, to be added again", async () => {
  const { consultation, mair, tom } = await start();
  const path = questionPath(...of(consultation), "bus");
  await mair.post(path, { do: "remove" });
  const typed = { ...save, type: "one-choice", "label-en": "How do you come?", options: "often N1", "options.often.label-en": "By bus", "options.N1.label-en": "On foot" };
  const page = await tom.post(path, typed);
  const html = await page.text();
  expect(page.status).toBe(409);
  for (const said of ["Mair Rees has removed", "How do you come?", "By bus", "On foot"]) expect(html).toContain(said);
  const [, to = ""] = /<form method="post"[^>]*action="([^"]+new-question[^"]+)"/.exec(html) ?? [];
  const again = await tom.post(to.replaceAll("&amp;", "&"), typed);
  expect(again.status).toBe(302);
  expect(await question(consultation, "how-do-you-come")).toMatchObject({ options: [{ id: "by-bus" }, { id: "on-foot" }] });
});

test("a row is added to the options without anything being saved or lost", async () => {
  const { consultation, tom } = await start();
  const where = { section: "priorities", after: "first", type: "one-choice" };
  const page = await tom.post(newQuestionPath(...of(consultation), where), { do: "options add", "label-en": "Half a thou", options: "N1", "options.N1.label-en": "One" });
  const html = await page.text();
  expect(page.status).toBe(200);
  for (const said of ["Half a thou", 'value="One"', 'value="N1 N2"']) expect(html).toContain(said);
  expect((await findWorkingCopy(db(), consultation))?.edits).toBe(0);
});

test("a wrong field is told beside it, and what a form cannot be without is not removed", async () => {
  const { consultation, tom } = await start();
  const refused = await tom.post(questionPath(...of(consultation), "first"), { ...first, "label-en": "", maxWords: "many" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('href="#maxWords"');
  const section = await tom.post(sectionPath(...of(consultation), "priorities"), { do: "remove" });
  expect(section.status).toBe(409);
  expect(await section.text()).toContain("A form keeps at least one section.");
});

test("once people can read the form nothing is saved any more, and what was typed is still on the page", async () => {
  const { consultation, tom } = await start();
  await inTransaction((transaction) => publishConsultation(transaction, consultation, new Date()));
  const page = await tom.post(newQuestionPath(...of(consultation), { section: "priorities", after: null, type: "long-text" }), { ...save, "label-en": "Too late?" });
  expect(page.status).toBe(409);
  expect(await page.text()).toContain("Too late?");
  const overview = await (await tom.open(formPath(...of(consultation)))).text();
  expect(overview).not.toContain('name="do"');
});

test("undoing names who did it, and does nothing where somebody has done something else since", async () => {
  const { consultation, mair, tom } = await start();
  const path = formPath(...of(consultation));
  await mair.post(path, { do: "down question first" });
  expect(await (await tom.open(path)).text()).toContain("Mair Rees");
  await mair.post(path, { do: "down question first" });
  expect(locationOf(await tom.post(path, { do: "undo 1" }))).toContain("?nothing");
  expect(locationOf(await tom.post(path, { do: "undo 2" }))).toContain("?edit=3");
});

test("a question of another consultation is found by its words and taken over as a copy, and nobody else's is", async () => {
  const { consultation, tom } = await start();
  const { partnership } = consultation;
  const other = await buildConsultation({ partnership, title: { en: "Parks plan" } });
  await buildConsultation({ title: { en: "Somebody else’s parks" } });
  const found = await (await tom.open(`${reusePath(...of(consultation))}?words=take+the+bus`)).text();
  expect(found).toContain("Parks plan");
  const none = await (await tom.open(`${reusePath(...of(consultation))}?words=100%25`)).text();
  expect(none).not.toContain("Parks plan");
  const path = reusePath(...of(consultation), { from: other.id, words: "" });
  expect((await tom.post(path, { do: "question bus", section: "priorities" })).status).toBe(302);
  const ids = questionsOf((await findWorkingCopy(db(), consultation))!.definition).map(({ id }) => id);
  expect(ids).toEqual(["first", "bus", "agree", "how-often-do-you-take-the-bus"]);
  expect((await tom.post(path, { do: "section priorities" })).status).toBe(302);
});
