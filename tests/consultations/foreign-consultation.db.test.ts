import { describe, expect, it } from "vitest";
import { consultationFileOf } from "#app/consultations/consultation-file.ts";
import { saveErratum } from "#app/consultations/errata.store.server.ts";
import { findFileContents } from "#app/consultations/file.store.server.ts";
import { importConsultation } from "#app/consultations/import-consultation.server.ts";
import { findConsultationForOfficer, findCurrentVersion, findNewestDefinition } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildPartnership, buildPerson } from "#tests/support/factories.ts";
import { defraForm, govukForm, xGovForm } from "#tests/support/foreign-forms.ts";
import { limeTables, limeTree, lssOf } from "#tests/support/lime-survey.ts";

const now = new Date("2026-06-15T10:00:00Z");

const limeSurvey = limeTree(lssOf(limeTables));

const forms = [
  { program: "GOV.UK Forms", form: govukForm, questions: 17, title: "A bench for Castle Green" },
  { program: "LimeSurvey", form: limeSurvey, questions: 28, title: "Buses in the valley" },
  { program: "XGov’s form builder", form: xGovForm, questions: 26, title: "Floods in our street" },
  { program: "DEFRA’s forms engine", form: defraForm, questions: 10, title: "A pond for the park" },
];

describe("importing another program's form", () => {
  it.each(forms)("nothing of one of $program is saved before what is not carried over was told and agreed to", async ({ form }) => {
    const partnership = await buildPartnership();
    await expect(importConsultation(partnership, form, { publish: false }, now, () => undefined)).rejects.toThrow(
      /^Not carried over, or not whole:\n {2}[^]*\nNothing is saved\. With --leave-out the rest is taken in without it\.$/,
    );
    expect(await db().consultation.count({ where: { partnershipId: partnership.id } })).toBe(0);
  });

  it.each(forms)("the rest of one of $program is saved where that is asked for, the list is told all the same, and what is exported comes in again", async ({ program, form, questions, title }) => {
    const partnership = await buildPartnership();
    const said: string[] = [];
    const id = await importConsultation(partnership, form, { publish: false, leaveOut: true }, now, (line) => said.push(line));
    expect(said.slice(0, 2)).toEqual([`A form of ${program}.`, "Not carried over, or not whole:"]);
    const consultation = await findConsultationForOfficer(db(), partnership.id, id);
    expect(consultation.publishedAt).toBeNull();
    expect(consultation.title.en).toBe(title);
    const definition = await findNewestDefinition(db(), consultation.formId);
    expect(questionsOf(definition)).toHaveLength(questions);
    const again = await importConsultation(partnership, consultationFileOf(await findFileContents(db(), consultation)), { publish: false }, now, () => undefined);
    const copy = await findConsultationForOfficer(db(), partnership.id, again);
    expect(await findNewestDefinition(db(), copy.formId)).toEqual(definition);
  });

  it("a form of which everything is carried over is saved without more ado", async () => {
    const partnership = await buildPartnership();
    const said: string[] = [];
    const small = { name: "Benches", steps: [{ id: 1, data: { question_text: "Where?", answer_type: "text", is_optional: true } }] };
    await importConsultation(partnership, small, { publish: true }, now, (line) => said.push(line));
    expect(said.slice(0, 3)).toEqual(["A form of GOV.UK Forms.", "Everything in it is carried over.", "Taken in: “Benches”, 1 question in 1 section."]);
    expect(await db().auditEntry.count({ where: { partnershipId: partnership.id, action: "consultation.import" } })).toBe(1);
  });
});

/** What stands in the file of a consultation. */
async function fileOf(partnershipId: string, id: string): Promise<object> {
  const contents = await findFileContents(db(), await findConsultationForOfficer(db(), partnershipId, id));
  return JSON.parse(JSON.stringify(consultationFileOf(contents))) as object;
}

describe("a consultation of ours", () => {
  it("comes back from its file with everything written about it, and what its file does not hold is told", async () => {
    const partnership = await buildPartnership();
    const event = {
      ...{ kind: "stall", title: { en: "In the market", cy: "Yn y farchnad" }, about: {}, venue: { en: "Market" }, booking: {}, access: ["step-free"] },
      ...{ startsAt: "2026-07-01T09:00:00.000Z", endsAt: "2026-07-01T11:00:00.000Z", cancelledAt: null, address: null, attended: 12, heardBy: ["poster"], link: null },
    };
    const file = {
      consultation: {
        ...{ title: { en: "Ducks" }, summary: { en: "Say." }, topics: ["environment"], places: [{ code: "E05000001", name: { en: "Pond" } }], audiences: [{ name: { en: "Swimmers" } }] },
        ...{ contact: { name: { en: "The warden" }, telephone: "01632 960000" }, profile: "custom", minimumDays: 20, shorterTimeReason: { en: "Frost" }, asksResidents: false },
      },
      form: { languages: ["en"], sections: [{ id: "one", heading: { en: "One" }, layout: "one-page", questions: [{ id: "q1", type: "long-text", label: { en: "What?" } }] }] },
      events: [event],
      notices: { privacy: { en: "We keep it." } },
      documents: [{ title: { en: "The plan" }, language: "en", format: "pdf", sizeInBytes: 5 }],
      errata: [{ questionId: "q1", text: { en: "Read ducks for geese" }, datedOn: "2026-05-01" }],
    };
    const said: string[] = [];
    const id = await importConsultation(partnership, file, { publish: false }, now, (line) => said.push(line));
    expect(said.filter((line) => /^(Document|Correction)/.test(line))).toHaveLength(2);
    const back = await fileOf(partnership.id, id);
    expect(back).toMatchObject({ ...file, documents: [], errata: [] });
    const again = await importConsultation(partnership, back, { publish: false }, now, () => undefined);
    expect(await fileOf(partnership.id, again)).toEqual(back);
  });

  it("tells in its file what was corrected while people answered", async () => {
    const { id, partnershipId, formId } = await buildConsultation();
    const erratum = { formVersionId: (await findCurrentVersion(db(), formId)).id, questionId: "bus", text: { en: "Trams are meant too." } };
    const { id: personId } = await buildPerson();
    await inTransaction((transaction) => saveErratum(transaction, { id, partnershipId }, erratum, { personId, now }));
    expect(await fileOf(partnershipId, id)).toMatchObject({ errata: [{ questionId: "bus", text: { en: "Trams are meant too." }, datedOn: "2026-06-15" }] });
  });
});
