// Publishes what people said in the consultation of the demonstration that was answered: the outcome rests on it.
import { findSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { findConsultationForOfficer, listVersions } from "#app/consultations/store.server.ts";
import { countUp } from "#app/consultations/tallies.store.server.ts";
import { askedInYear, publishable, type Choice } from "#app/publication/choice.ts";
import { makeResults } from "#app/publication/make.server.ts";
import { publishResults, saveChoice } from "#app/publication/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";

/** Each closed question, counted from the frozen responses; on the day that its report is said to be from. */
export async function publishAnswered(now: Date): Promise<void> {
  const found = await db().consultation.findFirstOrThrow({ where: { outcomePublishedAt: { not: null } }, select: { id: true, partnershipId: true } });
  const consultation = await findConsultationForOfficer(db(), found.partnershipId, found.id);
  const { id: consultationId, frozenAt } = consultation;
  const report = await db().consultationStep.findFirstOrThrow({ where: { consultationId, kind: "publish-report" } });
  if (!frozenAt || !report.personId) return;
  await countUp(consultationId, now);
  const offered = publishable(await listVersions(db(), consultation.formId), askedInYear(consultation, now));
  const choice: Choice = { questions: Object.fromEntries(offered.map(({ question }) => [question.id, "counts" as const])), byRespondent: false, area: null, equality: [] };
  await makeSet({ consultationId }, () => now);
  const set = await findSet(db(), consultation, "1");
  const made = await makeResults(consultation, set, choice, now, () => Promise.resolve(true));
  if (!made) return;
  const by = { personId: report.personId, now: report.at };
  await inTransaction(async (transaction) => {
    await saveChoice(transaction, consultation, choice, by);
    await publishResults(transaction, consultation, { ...made, reason: null }, by);
  });
}
