// Every query about how those who answered a consultation came to answer it.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { openConsultation, type SurveyDesign } from "./survey-design.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** As it was set; an open consultation where nobody has said otherwise. */
export async function findDesign(on: Database, { id: consultationId, partnershipId }: Of): Promise<SurveyDesign> {
  const found = await on.surveyDesign.findFirst({ where: { consultationId, partnershipId }, select: { isSample: true, drawn: true, population: true } });
  return found ?? openConsultation;
}

/** Sets it; the same again changes nothing. The caller has asked the policy, and holds the consultation. */
export async function saveDesign(transaction: Transaction, of: Of, design: SurveyDesign, { personId, now }: { personId: string; now: Date }): Promise<void> {
  const { id: consultationId, partnershipId } = of;
  const before = await findDesign(transaction, of);
  if (before.isSample === design.isSample && before.drawn === design.drawn && before.population === design.population) return;
  const set = { ...design, setById: personId, setAt: now };
  await transaction.surveyDesign.upsert({ where: { consultationId }, create: { consultationId, partnershipId, ...set }, update: set });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "analysis.set-design", subjectKind: "consultation", subjectId: consultationId },
    facts: { isSample: design.isSample, population: design.population },
  });
}
