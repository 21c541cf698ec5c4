import { expect, test } from "vitest";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";



test("a person answers, says how it may be published, checks, sends and has a receipt", async () => {
  const consultation = await buildConsultation();
  const person = new Respondent(consultation);
  const base = `/${consultation.partnership.slug}/consultations/${consultation.id}/respond`;

  expect((await person.post("")).to).toBe(`${base}/questions/priorities`);
  expect((await person.post("questions/priorities", { first: "Buses", bus: "often" })).to).toBe(`${base}/about-you`);
  expect((await person.post("about-you", { as: "individual" })).to).toBe(`${base}/about-you/contact`);
  expect((await person.post("about-you/contact", { name: "Mair", email: "Mair@People.example" })).to).toBe(`${base}/permission`);
  expect((await person.post("permission", { publish: "named" })).to).toBe(`${base}/check-answers`);
  expect((await person.open("check-answers")).status).toBe(200);
  expect((await person.post("check-answers")).to).toBe(`${base}/equality`);

  const [response] = await db().response.findMany({
    where: { consultationId: consultation.id },
    include: { revisions: true, contact: true },
  });
  expect(response).toMatchObject({ channel: "online", respondentType: "individual", permission: "named", disclosureVersion: "2026-11" });
  expect(response?.revisions).toMatchObject([{ number: 1, answers: { first: "Buses", bus: { option: "often" } } }]);
  expect(response?.contact).toMatchObject({ name: "Mair", email: "mair@people.example" });
  const receipt = await person.open<{ response: { reference: string } }>("sent");
  expect(receipt.body.response.reference).toBe(response?.reference);
  const letter = await db().letter.findFirst({ where: { toAddress: "Mair@People.example" } });
  expect(letter?.kind).toBe("consultations/receipt");
  expect(letter?.text).toContain(response?.reference);
});

test("a response needs no answers, no name and no account", async () => {
  const consultation = await buildConsultation();
  await new Respondent(consultation).respond({}, {});
  const response = await db().response.findFirst({ where: { consultationId: consultation.id }, include: { revisions: true } });
  expect(response?.revisions).toMatchObject([{ answers: {} }]);
});
