import { describe, expect, it } from "vitest";
import { beginDraft, findDraft } from "#app/consultations/drafts.store.server.ts";
import { importNewVersion } from "#app/consultations/import-consultation.server.ts";
import { findCurrentVersion, findFormVersion, publishNewVersion } from "#app/consultations/store.server.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation } from "#tests/support/factories.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const now = new Date("2026-06-01T10:00:00Z");
const first = buildForm([buildQuestion("long-text"), buildQuestion("yes-no-unsure")]);
const second = buildForm([...(first.sections[0]?.questions ?? []), buildQuestion("rating")]);
const publish = (consultation: { formId: string; partnershipId: string }, definition: FormDefinition) =>
  inTransaction((transaction) => publishNewVersion(transaction, consultation, definition, now));

describe("a new version of a form", () => {
  it("is asked from now on, while a draft keeps the version it began with", async () => {
    const consultation = await buildConsultation({ definition: first });
    const { id: formVersionId } = await findCurrentVersion(db(), consultation.formId);
    const { reference } = await beginDraft(consultation, { formVersionId, language: "en", now });

    expect(await publish(consultation, second)).toEqual({ ok: true, value: 2 });

    expect((await findCurrentVersion(db(), consultation.formId)).definition).toEqual(second);
    const draft = await findDraft(consultation.partnershipId, reference, now);
    expect((await findFormVersion(db(), draft?.formVersionId ?? "")).definition).toEqual(first);
  });

  it("may not give a question another type under its old id", async () => {
    const consultation = await buildConsultation({ definition: first });
    const changed = buildForm([buildQuestion("number", { id: "long-text" })]);
    const refused = await publish(consultation, changed);
    expect(refused).toMatchObject({ ok: false, problem: [{ code: "type-changed", values: { id: "long-text" } }] });
    expect((await findCurrentVersion(db(), consultation.formId)).number).toBe(1);
  });

  it("published twice at once is two versions, one after the other", async () => {
    const consultation = await buildConsultation({ definition: first });
    const numbers = await Promise.all([publish(consultation, second), publish(consultation, second)]);
    expect(numbers.map((published) => published.ok && published.value).sort()).toEqual([2, 3]);
  });

  it("is never rewritten, because the database refuses it", async () => {
    const { formId } = await buildConsultation({ definition: first });
    const { id } = await findCurrentVersion(db(), formId);
    await expect(db().formVersion.update({ where: { id }, data: { number: 9 } })).rejects.toThrow(/published form version never changes/);
    await expect(db().formVersion.delete({ where: { id } })).rejects.toThrow(/published form version never changes/);
  });

  it("is refused by the command for a consultation that nobody has published", async () => {
    const { id } = await buildConsultation({ publishedAt: null });
    const file = { consultation: { title: { en: "Streets" }, summary: { en: "Streets" } }, form: first };
    await expect(importNewVersion(id, file, now, () => undefined)).rejects.toThrow(`There is no published consultation ${id}.`);
  });
});
