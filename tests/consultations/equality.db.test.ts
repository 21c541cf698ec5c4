import { beforeEach, expect, test } from "vitest";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, type BuiltConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

let consultation: BuiltConsultation;
let person: Respondent;

beforeEach(async () => {
  consultation = await buildConsultation();
  person = new Respondent(consultation);
});

const base = () => `/${consultation.partnership.slug}/consultations/${consultation.id}/respond`;
const rows = () => db().equalityAnswer.findMany({ where: { consultationId: consultation.id } });

test("the explanation comes after sending, says that we have the response, and can be skipped", async () => {
  await person.respond();
  const shown = await person.open<{ reference: string }>("equality");
  expect(shown.body.reference).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect((await person.post("equality", { answer: "skip" })).to).toBe(`${base()}/sent`);
  expect((await person.post("equality", { answer: "yes" })).to).toBe(`${base()}/equality/questions/equality`);
  expect((await person.post("equality")).status).toBe(422);
  expect(await rows()).toEqual([]);
});

test("each question may be skipped, and the last leads to the receipt", async () => {
  await person.respond();
  let to = `${base()}/equality/questions/equality`;
  for (let page = 0; page < 20 && to.includes("/equality/questions/"); page += 1) to = (await person.post(to)).to ?? "";
  expect(to).toBe(`${base()}/sent`);
  expect(await rows()).toEqual([]);
});

test("equality answers can be changed without being given again", async () => {
  await person.respond();
  await person.post("equality/questions/equality", { "age-band": "25-34" });
  await person.post("equality/questions/religion", { religion: "other", "religion.other": "Baha'i" });
  const shown = await person.open<{ entries: object }>("equality/questions/religion");
  expect(shown.body.entries).toEqual({ "age-band": ["25-34"], religion: ["other"], "religion.other": ["Baha'i"] });
  await person.post("equality/questions/religion", { religion: "none" });
  expect((await rows()).map(({ answers }) => answers)).toEqual([{ "age-band": { option: "25-34" }, religion: { option: "none" } }]);
});

test("an answer that no longer applies is let go", async () => {
  await person.respond();
  await person.post("equality/questions/ethnic-group", { "ethnic-group": "asian" });
  await person.post("equality/questions/ethnic-asian", { "ethnic-asian": "indian" });
  await person.post("equality/questions/ethnic-group", { "ethnic-group": "prefer-not-to-say" });
  expect((await rows())[0]?.answers).toEqual({ "ethnic-group": { option: "prefer-not-to-say" } });
});

test("equality answers carry nothing that leads to the response, and the response nothing that leads to them", async () => {
  const reference = await person.respond({ first: "Buses" }, { name: "Mair", email: "mair@people.example" });
  await person.post("equality/questions/equality", { "age-band": "25-34" });
  const [row] = await rows();
  const response = await db().response.findFirstOrThrow({ where: { consultationId: consultation.id }, include: { revisions: true, contact: true } });
  const draft = await db().draft.findFirstOrThrow({ where: { consultationId: consultation.id }, include: { contact: true } });
  const written = JSON.stringify([response, draft, await db().letter.findMany()]);
  expect(written).not.toContain(row?.key);
  expect(written).not.toContain("25-34");
  const own = JSON.stringify(row);
  for (const leading of [response.id, draft.id, reference, "Mair"]) expect(own).not.toContain(leading);
  expect(Object.keys(row ?? {}).sort()).toEqual(["answers", "consultationId", "key", "partnershipId"]);
  const audit = await db().auditEntry.findMany({ where: { partnershipId: consultation.partnership.id } });
  expect(audit.map(({ action }) => action)).toEqual(["response.send"]);
});

test("a consultation that does not ask the equality questions goes straight to the receipt", async () => {
  consultation = await buildConsultation({ asksEquality: false });
  person = new Respondent(consultation);
  await person.fillIn();
  expect((await person.post("check-answers")).to).toBe(`${base()}/sent`);
  expect((await person.open("equality")).to).toBe(`${base()}/sent`);
});

test("nobody answers them without having sent a response", async () => {
  await person.fillIn();
  expect((await person.open("equality")).to).toBe(`${base()}/check-answers`);
  expect((await person.post("equality/questions/equality", { "age-band": "25-34" })).to).toBe(`${base()}/check-answers`);
  expect(await rows()).toEqual([]);
});
