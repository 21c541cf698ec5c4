import { beforeEach, expect, test } from "vitest";
import { saveTyped } from "#app/consultations/drafts.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { buildConsultation, buildDefinition, closeAt, type BuiltConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
let consultation: BuiltConsultation;

beforeEach(async () => {
  consultation = await buildConsultation();
});

const base = () => `/${consultation.partnership.slug}/consultations/${consultation.id}/respond`;
const drafts = () => db().draft.findMany({ where: { consultationId: consultation.id }, include: { contact: true } });
const responses = () =>
  db().response.findMany({ where: { consultationId: consultation.id }, include: { revisions: true, contact: true } });

const text = (en: string) => ({ en });

function mixedForm(): FormDefinition {
  return buildDefinition([
    {
      id: "priorities",
      heading: text("Priorities"),
      layout: "one-page",
      questions: [
        { id: "postcode", type: "postcode", label: text("Postcode") },
        { id: "since", type: "date", label: text("Since when?") },
        { id: "bus", type: "yes-no-unsure", label: text("Do you take the bus?") },
      ],
    },
    {
      id: "buses",
      heading: text("Buses"),
      layout: "one-page",
      showWhen: { question: "bus", is: "yes" },
      questions: [{ id: "often", type: "short-text", label: text("How often?") }],
    },
  ]);
}

test("a person answers, says how it may be published, checks, sends and has a receipt", async () => {
  const person = new Respondent(consultation);

  expect((await person.post("")).to).toBe(`${base()}/questions/priorities`);
  expect((await person.post("questions/priorities", { first: "Buses", bus: "often" })).to).toBe(`${base()}/about-you`);
  expect((await person.post("about-you", { as: "individual", name: "Mair", email: "Mair@People.example" })).to).toBe(`${base()}/permission`);
  expect((await person.post("permission", { publish: "named" })).to).toBe(`${base()}/check-answers`);
  expect((await person.open("check-answers")).status).toBe(200);
  expect((await person.post("check-answers")).to).toBe(`${base()}/equality`);

  const [response] = await responses();
  expect(response).toMatchObject({ channel: "online", respondentType: "individual", permission: "named", disclosureVersion: "2026-11" });
  expect(response?.revisions).toMatchObject([{ number: 1, answers: { first: "Buses", bus: { option: "often" } } }]);
  expect(response?.contact).toMatchObject({ name: "Mair", email: "mair@people.example" });
  const receipt = await person.open<{ response: { reference: string } }>("sent");
  expect(receipt.body.response.reference).toBe(response?.reference);
  const letter = await db().letter.findFirst({ where: { toAddress: "Mair@People.example" } });
  expect(letter).toMatchObject({ kind: "consultations/receipt", language: "en" });
  expect(letter?.text).toContain(response?.reference);
  const audit = await db().auditEntry.findMany({ where: { subjectId: response?.id ?? "" } });
  expect(audit).toMatchObject([{ action: "response.send", personId: null }]);
  expect(JSON.stringify(audit, (_, value: unknown) => (typeof value === "bigint" ? "" : value))).not.toContain("Mair");
});

test("a response needs no answers, no name and no account", async () => {
  await new Respondent(consultation).respond({}, {});
  expect((await responses())[0]?.revisions).toMatchObject([{ answers: {} }]);
});

test("a page with an error keeps everything that was typed, right and wrong", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  await person.post("");
  const typed = { postcode: "HR1", "since.day": "31", "since.month": "2", "since.year": "2020", bus: "yes" };
  const refused = await person.post<{ errors: { questionId: string }[] }>("questions/priorities", typed);
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map(({ questionId }) => questionId)).toEqual(["postcode", "since"]);
  const shown = await person.open<{ entries: Record<string, string[]> }>("questions/priorities");
  expect(shown.body.entries).toEqual({
    ...{ postcode: ["HR1"], "since.day": ["31"], "since.month": ["2"], "since.year": ["2020"], bus: ["yes"] },
  });
});

test("what names or reaches a person is kept apart from the answers, in the draft and in the response", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  await person.respond({ postcode: "hr12lx", bus: "no" }, { name: "Mair" });
  const [draft] = await drafts();
  expect(draft?.entries).toEqual({ bus: ["no"] });
  expect(draft?.contact?.entries).toEqual({ postcode: ["hr12lx"] });
  const [response] = await responses();
  expect(response?.revisions[0]?.answers).toEqual({ bus: "no" });
  expect(response?.contact).toMatchObject({ name: "Mair", answers: { postcode: "HR1 2LX" } });
});

test("an answer that another hides stays in the draft and leaves the response", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  await person.post("");
  await person.post("questions/priorities", { bus: "yes" });
  await person.post("questions/buses", { often: "Daily" });
  await person.post("questions/priorities", { bus: "no" });
  await person.post("about-you", { as: "individual" });
  await person.post("permission", { publish: "summary" });
  await person.post("check-answers");
  expect((await drafts())[0]?.entries).toMatchObject({ often: ["Daily"] });
  expect((await responses())[0]?.revisions[0]?.answers).toEqual({ bus: "no" });
});

test("changing an answer from the check leads back to it, by way of a page that the change shows", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  await person.fillIn({ bus: "no" });
  const changed = await person.post("questions/priorities?from=check", { bus: "yes" });
  expect(changed.to).toBe(`${base()}/questions/buses?from=check`);
  expect((await person.post("questions/buses?from=check", { often: "Daily" })).to).toBe(`${base()}/check-answers`);
});

test("pressing send twice, one after the other or at once, saves one response and sends one letter", async () => {
  const person = new Respondent(consultation);
  await person.fillIn({ first: "Buses" }, { email: "mair@people.example" });
  const pressed = await Promise.all([person.post("check-answers"), person.post("check-answers"), person.post("check-answers")]);
  expect(pressed.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect((await person.post("check-answers")).to).toBe(`${base()}/sent`);
  expect(await responses()).toHaveLength(1);
  expect((await responses())[0]?.revisions).toHaveLength(1);
  expect(await db().tallyChange.count({ where: { consultationId: consultation.id } })).toBe(1);
  expect(await db().letter.count({ where: { partnershipId: consultation.partnership.id } })).toBe(1);
});

test("going back after sending leads to the receipt", async () => {
  const person = new Respondent(consultation);
  await person.respond();
  for (const page of ["check-answers", "questions/priorities", "about-you", "permission", "save"]) {
    expect((await person.open(page)).to, page).toBe(`${base()}/sent`);
  }
});

test("a page sent again from the browser's memory after sending changes nothing while it says the same", async () => {
  const person = new Respondent(consultation);
  await person.respond({ first: "Buses" });
  await person.post("questions/priorities", { first: "Buses" });
  expect((await drafts())[0]?.sentAt).not.toBeNull();
  await person.post("questions/priorities", { first: "Trains" });
  expect((await drafts())[0]?.sentAt).toBeNull();
  expect((await responses())[0]?.revisions[0]?.answers).toEqual({ first: "Buses" });
});

test("a draft that lacks what is needed is not sent, and says what is missing", async () => {
  const person = new Respondent(consultation);
  await person.post("");
  expect((await person.post("check-answers")).status).toBe(422);
  expect((await person.open("check-answers")).status).toBe(422);
  expect(await responses()).toHaveLength(0);
});

test("pressing start twice begins one response, and whoever typed something before is asked whether to go on with it", async () => {
  const person = new Respondent(consultation);
  const first = `${base()}/questions/priorities`;
  expect((await person.post("")).to).toBe(first);
  expect((await person.post("")).to).toBe(first);
  expect(await drafts()).toHaveLength(1);
  await person.post("questions/priorities", { first: "Buses", _intent: "keep" });
  expect((await person.post("")).to).toBe(base());
  expect((await person.open<{ draft: object | null }>("")).body.draft).toMatchObject({ mayFillIn: true, goesOnAt: first });
  expect((await person.post("", { _intent: "afresh" })).to).toBe(first);
  expect((await drafts()).map(({ entries }) => entries)).toEqual(expect.arrayContaining([{ first: ["Buses"] }, {}]));
});

test("what is posted without a draft, because its cookie is gone, begins a fresh one", async () => {
  const person = new Respondent(consultation);
  const posted = await person.post("questions/priorities", { first: "Typed for an hour" });
  expect(posted.to).toBe(`${base()}/about-you`);
  expect((await drafts())[0]?.entries).toEqual({ first: ["Typed for an hour"] });
  expect((await person.post("about-you", { as: "organisation" })).to).toBe(`${base()}/about-you/organisation`);
  expect(await drafts()).toHaveLength(1);
});

test("a fresh draft with an error shows it once the browser has the draft", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  const posted = await person.post("questions/priorities", { postcode: "HR1" });
  expect(posted.to).toBe(`${base()}/questions/priorities?errors`);
  const shown = await person.open<{ errors: unknown[] }>("questions/priorities?errors");
  expect(shown.status).toBe(422);
  expect(shown.body.errors).toHaveLength(1);
});

test("a cookie that was tampered with opens nothing", async () => {
  const person = new Respondent(consultation);
  await person.fillIn();
  const stranger = new Respondent(consultation);
  for (const [name, pair] of person.cookies) stranger.cookies.set(name, `${pair}x`);
  expect((await stranger.open("questions/priorities")).to).toBe(base());
});

test("what the browser keeps quietly is saved without being checked or counted as passed", async () => {
  consultation = await buildConsultation({ definition: mixedForm() });
  const person = new Respondent(consultation);
  await person.post("");
  const kept = await person.post("questions/priorities", { postcode: "HR1", _intent: "keep" });
  expect(kept.to).toBe(`${base()}/questions/priorities`);
  expect((await drafts())[0]).toMatchObject({ pagesSeen: [], contact: { entries: { postcode: ["HR1"] } } });
});

test("every way out of a page keeps what was typed on it", async () => {
  const person = new Respondent(consultation);
  await person.post("");
  expect((await person.post("questions/priorities", { first: "One", _intent: "later" })).to).toBe(`${base()}/save`);
  expect((await drafts())[0]?.entries).toEqual({ first: ["One"] });
  expect((await person.post("questions/priorities", { first: "Two", _intent: "back" })).to).toBe(base().replace(/\/respond$/, ""));
  expect((await drafts())[0]?.entries).toEqual({ first: ["Two"] });
  expect((await person.post("questions/priorities", { first: "Three", _page: "priorities" })).to).toBe(`${base()}/questions/priorities`);
  expect((await drafts())[0]?.entries).toEqual({ first: ["Three"] });
});

test("two devices that save different pages at once do not undo each other", async () => {
  const person = new Respondent(consultation);
  await person.post("");
  const [draft] = await drafts();
  const now = new Date();
  const pages = Array.from({ length: 20 }, (_, index) => `field-${index}`);
  await Promise.all(
    pages.map((field) =>
      saveTyped(draft!, { passed: field, answers: { fields: [field], entries: { [field]: ["typed"] } }, language: "en", now }),
    ),
  );
  const [saved] = await drafts();
  expect(Object.keys(saved?.entries as object).sort()).toEqual([...pages].sort());
  expect([...(saved?.pagesSeen ?? [])].sort()).toEqual([...pages].sort());
});

test("a draft begun before closing can be finished and sent in the grace, and not after it", async () => {
  const person = new Respondent(consultation);
  await person.fillIn({ first: "Buses" });
  await closeAt(consultation, new Date(person.now.getTime() + minute));
  person.now = new Date(person.now.getTime() + 2 * minute);
  expect((await person.open("questions/priorities")).status).toBe(200);
  await person.post("questions/priorities", { first: "Buses and trains" });
  expect((await person.post("check-answers")).to).toBe(`${base()}/equality`);
  expect((await responses())[0]?.revisions[0]?.answers).toEqual({ first: "Buses and trains" });

  const late = new Respondent(consultation, { now: person.now });
  expect((await late.post("")).to).toBe(base());
  expect((await late.open<{ isOpen: boolean }>("")).body.isOpen).toBe(false);
});

test("after the grace a draft can be read, is not sent, and keeps what was typed last", async () => {
  const person = new Respondent(consultation);
  await person.fillIn({ first: "Buses" });
  await closeAt(consultation, new Date(person.now.getTime() + minute));
  person.now = new Date(person.now.getTime() + 2 * day);
  expect((await person.open("questions/priorities")).to).toBe(`${base()}/check-answers`);
  expect((await person.post("questions/priorities", { first: "Typed too late" })).to).toBe(`${base()}/check-answers`);
  const shown = await person.open<{ isInTime: boolean; form: { answers: object } }>("check-answers");
  expect(shown.status).toBe(200);
  expect(shown.body).toMatchObject({ isInTime: false, form: { answers: { first: "Typed too late" } } });
  expect((await person.post("check-answers")).to).toBe(`${base()}/check-answers`);
  expect(await responses()).toHaveLength(0);
});

test("a draft that nobody touched for 28 days opens nothing any more", async () => {
  const person = new Respondent(consultation);
  await person.fillIn();
  person.now = new Date(person.now.getTime() + 28 * day);
  expect((await person.open("questions/priorities")).to).toBe(base());
});

test("an address that is no page of the form is not found", async () => {
  const person = new Respondent(consultation);
  await person.post("");
  expect((await person.open("questions/nothing")).status).toBe(404);
  expect((await person.post("questions/nothing", { first: "x" })).status).toBe(404);
  expect((await person.open("about-you/nothing")).status).toBe(404);
  expect((await person.post("about-you/nothing", { as: "individual" })).status).toBe(404);
  expect((await person.open("about-you/permission")).status).toBe(404);
  expect((await person.open("permission/permission")).status).toBe(404);
});
