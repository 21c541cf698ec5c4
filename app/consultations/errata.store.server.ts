// Corrections to published forms: dated, shown to all, and never taken back.
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import type { Consultation } from "./consultation.ts";
import { holdConsultation } from "./store.server.ts";

type By = { personId: string; now: Date };

/** Shows the correction to everybody who reads or answers the version from now on, once however often it is sent. The caller has asked the policy. */
export async function saveErratum(
  transaction: Transaction,
  { id: consultationId, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  erratum: { formVersionId: string; questionId: string | null; text: Text },
  { personId, now }: By,
): Promise<void> {
  await holdConsultation(transaction, partnershipId, consultationId);
  const { text, ...about } = erratum;
  const dated = { partnershipId, ...about, datedOn: new Date(dayOf(now)) };
  // because what is pressed twice would stand there twice for good
  if ((await transaction.erratum.count({ where: { ...dated, text: { equals: text } } })) > 0) return;
  await transaction.erratum.create({ data: { id: newId(), ...dated, text, createdAt: now } });
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.correct", subjectKind: "consultation", subjectId: consultationId },
    facts: { questionId: erratum.questionId },
  });
}
