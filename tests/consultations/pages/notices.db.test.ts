// What people are told before they send: worded by administrators and editors, and kept as it was told.
import { beforeAll, expect, test } from "vitest";
import { publishConsultation } from "#app/consultations/life.store.server.ts";
import { findNoticeTexts, listNotices } from "#app/consultations/notices.store.server.ts";
import { designNoticesPath } from "#app/consultations/office-paths.ts";
import { consultationPath, noticesPath } from "#app/consultations/paths.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { noticesSettingsPath } from "#app/partnerships/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

async function begin(wanted: Parameters<typeof buildConsultation>[0] = {}) {
  const consultation = await buildConsultation(wanted);
  const { partnership } = consultation;
  const administrator = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "administrator", partnership }))]);
  const now = () => findConsultationForOfficer(db(), partnership.id, consultation.id);
  const post = async (path: string, text: string, latest?: string) => {
    const [standing] = await listNotices(db(), await now(), "disclosure");
    return administrator.post(path, { kind: "disclosure", "disclosure-en": text, latest: latest ?? standing.version });
  };
  return {
    ...{ consultation, partnership, now, post, all: noticesSettingsPath(partnership), own: designNoticesPath(partnership, consultation) },
    told: async () => (await findNoticeTexts(db(), await now())).disclosure.en,
    seen: async (path: string) => (await new Visitor(application).open(path)).text(),
  };
}

test("a draft goes by the partnership's latest words; once published it keeps those it was published with", async () => {
  const { partnership, now, post, all, told } = await begin({ publishedAt: null });
  await post(all, "Officers see it.");
  expect(await told()).toBe("Officers see it.");
  await inTransaction(async (transaction) => publishConsultation(transaction, await now(), new Date()));
  const latest = (await db().notice.findFirstOrThrow({ where: { partnershipId: partnership.id } })).id;
  await post(all, "Officers and partners see it.", latest);
  expect([await told(), (await now()).disclosureVersion]).toEqual(["Officers see it.", latest]);
});

test("a consultation published before there were versions goes on with ours, whatever the partnership words later", async () => {
  const { consultation, post, all, told } = await begin();
  await db().consultation.update({ where: { id: consultation.id }, data: { disclosureVersion: null, privacyVersion: null } });
  await post(all, "Officers see it.");
  expect(await told()).toMatch(/^We publish a summary of all responses/);
});

test("a new version while people answer is dated, told beside the old, and recorded by responses from then on", async () => {
  const { consultation, partnership, now, post, own, seen } = await begin();
  await new Respondent(consultation).respond();
  expect((await post(own, "We publish a summary.")).status).toBe(302);
  const { disclosureVersion } = await now();
  await new Respondent({ ...consultation, ...(await now()), partnership }).respond();
  const versions = (await db().response.findMany({ where: { consultationId: consultation.id }, orderBy: { receivedAt: "asc" } })).map((response) => response.disclosureVersion);
  expect(versions).toEqual(["2026-11", disclosureVersion]);
  expect(await seen(consultationPath(partnership, consultation))).toContain("A notice was replaced by a new version: Who may see your response");
  expect(await seen(noticesPath(partnership, consultation))).toMatch(/We publish a summary\.<.*1 earlier version.*Taken out later:.*<del>/s);
});

test("two who word a notice at once: the second is shown the first's, and nothing of theirs is lost", async () => {
  const { post, own, told } = await begin({ publishedAt: null });
  await post(own, "First.");
  const answer = await post(own, "Second.", "2026-11");
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(/Somebody else saved a version.*First\..*Second\.<\/textarea>/s)]);
  expect((await post(own, "First.")).status).toBe(422);
  expect(await told()).toBe("First.");
});

test("the database refuses to change what people were told", async () => {
  const { post, own, consultation } = await begin({ publishedAt: null });
  await post(own, "First.");
  await expect(db().notice.updateMany({ where: { consultationId: consultation.id }, data: { text: {} } })).rejects.toThrow(/append-only/);
});
