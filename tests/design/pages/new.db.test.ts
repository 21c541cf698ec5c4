// Editors begin a consultation from nothing, from a template, or as a copy of one of their partnership's.
import { beforeAll, expect, test } from "vitest";
import { newConsultationPath } from "#app/consultations/office-paths.ts";
import { findConsultationForOfficer, findNewestDefinition } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

async function begin() {
  const partnership = await buildPartnership({ contact: { telephone: "01432 260000" } });
  const editor = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const path = newConsultationPath(partnership);
  return {
    ...{ partnership, editor, path },
    create: (fields: Record<string, string | string[]>) => editor.post(path, fields),
    made: async (answer: { headers: Headers }) => {
      const consultation = await findConsultationForOfficer(db(), partnership.id, /consultations\/(\w+)/.exec(locationOf(answer) ?? "")?.[1]);
      return { consultation, form: await findNewestDefinition(db(), consultation.formId) };
    },
  };
}

test("one made from a template is nobody's but its officers', asked in the languages chosen, without dates", async () => {
  const { create, made, partnership } = await begin();
  const { consultation, form } = await made(await create({ "title-en": "Our budget", "title-cy": "Ein cyllideb", languages: ["en", "cy"], from: "budget" }));
  expect(consultation).toMatchObject({ title: { en: "Our budget", cy: "Ein cyllideb" }, languages: ["en", "cy"], opensAt: null, closesAt: null, publishedAt: null });
  expect(consultation.otherWays).toEqual(partnership.contact);
  expect(questionsOf(form).map(({ id }) => id)).toContain("points");
  expect(form.languages).toEqual(["en", "cy"]);
  const entries = await db().auditEntry.findMany({ where: { subjectId: consultation.id } });
  expect(entries.map(({ action, facts }) => [action, facts])).toEqual([["consultation.create", { madeFrom: "budget" }]]);
});

test("a copy has the texts and the form, and neither the dates nor the publication", async () => {
  const { create, made, partnership, editor } = await begin();
  const old = await buildConsultation({ partnership, decisionOn: "2030-01-01", topics: ["transport"], openToChange: [{ en: "Routes" }] });
  expect(await (await editor.open(newConsultationPath(partnership, old))).text()).toContain(`<option value="${old.id}" selected`);
  const { consultation, form } = await made(await create({ "title-en": "Again", from: "copy", copied: old.id }));
  expect(consultation).toMatchObject({ title: { en: "Again" }, summary: old.summary, openToChange: [{ en: "Routes" }], decisionOn: null, opensAt: null, publishedAt: null });
  expect(consultation.formId).not.toBe(old.formId);
  expect(form).toEqual(await findNewestDefinition(db(), old.formId));
});

test("what another partnership asked is not copied", async () => {
  const { create } = await begin();
  const others = await buildConsultation();
  const answer = await create({ "title-en": "Theirs", from: "copy", copied: others.id });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('value="Theirs"')]);
});

test("only who may write a consultation may begin one, and finds the way there", async () => {
  const { partnership, editor, path } = await begin();
  expect(await (await editor.open(`/${partnership.slug}/office`)).text()).toContain(`href="${path}"`);
  const analyst = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "analyst", partnership }))]);
  expect((await analyst.open(path)).status).toBe(403);
  expect((await analyst.post(path, { "title-en": "Mine", languages: "en", from: "blank" })).status).toBe(403);
  expect(await (await analyst.open(`/${partnership.slug}/office`)).text()).not.toContain(`href="${path}"`);
});
