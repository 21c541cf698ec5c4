// A consultation that passes the launch gate but for what a test takes from it.
import { tests } from "#app/consultations/launch-gate.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { saveFile } from "#app/files/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPerson, type BuiltConsultation } from "./factories.ts";
import { pdf } from "./files.ts";

/** A draft that says everything; the dates are those of `now` and twelve weeks on. */
export async function buildLaunchable(now: Date): Promise<BuiltConsultation> {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const consultation = await buildConsultation({
    ...{ publishedAt: null, opensAt: inDays(10), closesAt: inDays(100), decisionOn: inDays(130).toISOString().slice(0, 10) },
    ...{ openToChange: [{ en: "The hours" }], otherWays: { telephone: "01632 960220" } },
  });
  const { id: consultationId, partnershipId } = consultation;
  const saved = await saveFile(db(), { partnershipId, visibility: "public", name: "draft.pdf", bytes: pdf });
  const fileId = saved.ok ? saved.value.id : "";
  await db().consultationDocument.create({ data: { id: newId(), partnershipId, consultationId, fileId, title: { en: "Draft" }, language: "en", format: "pdf", place: 1 } });
  await db().consultation.update({ where: { id: consultationId }, data: { profile: "compact" } });
  return consultation;
}

/** Somebody puts their name to each of the four tests. */
export async function signAll(consultation: BuiltConsultation, now: Date): Promise<void> {
  const { id: personId } = await buildPerson({ partnership: consultation.partnership, role: "editor", name: "Siân Hughes" });
  for (const test of tests) {
    await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "sign-off", personId, at: now, note: "I have looked.", facts: { test } }));
  }
}
