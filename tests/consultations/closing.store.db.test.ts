import { expect, test } from "vitest";
import { publishClosings } from "#app/consultations/closing.store.server.ts";
import { listFindings } from "#app/evidence/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildResponse } from "#tests/support/factories.ts";

const dates = { opensAt: new Date("2026-01-01T00:00:00Z"), closesAt: new Date("2026-02-01T00:00:00Z"), graceInMinutes: 60 };
const ended = new Date("2026-02-01T01:00:00Z");

test("when the last response could be sent, how many came and in how many ways is published, once", async () => {
  const consultation = await buildConsultation({ ...dates, title: { en: "The bus plan", cy: "Y cynllun bysiau" } });
  await buildResponse({ consultation, channel: "online" });
  await buildResponse({ consultation, channel: "letter" });
  const { id } = await buildResponse({ consultation, channel: "phone" });
  await db().response.update({ where: { id }, data: { withdrawnAt: new Date() } });
  expect(await publishClosings(new Date(ended.getTime() - 1))).toBe(0);
  const published = await Promise.all([publishClosings(ended), publishClosings(ended)]);
  expect(published.sort()).toEqual([0, 1]);
  expect(await publishClosings(new Date("2026-03-01"))).toBe(0);
  const { findings } = await listFindings(db(), { partnershipId: consultation.partnershipId });
  expect(findings).toMatchObject([
    {
      ...{ sourceSubject: "consultations", sourceId: consultation.id, kind: "responses-received", publishedAt: ended },
      figure: { count: 2, base: 3, of: "responses" },
      statement: {
        en: "2 responses to “The bus plan” were received. They came in 2 different ways.",
        cy: "Derbyniwyd 2 ymateb i “Y cynllun bysiau”. Daethant mewn 2 ffordd wahanol.",
      },
    },
  ]);
});

test("a consultation that nobody answered says so", async () => {
  const consultation = await buildConsultation({ ...dates, title: { en: "The bus plan" } });
  await publishClosings(ended);
  const { findings } = await listFindings(db(), { partnershipId: consultation.partnershipId });
  expect(findings[0]).toMatchObject({
    figure: { count: 0, base: 0 },
    statement: { en: "No response to “The bus plan” was received." },
  });
});

test("one that is not published, or has no closing, publishes nothing", async () => {
  await buildConsultation({ ...dates, publishedAt: null });
  await buildConsultation({ ...dates, closesAt: null });
  expect(await publishClosings(new Date("2026-12-31"))).toBe(0);
});
