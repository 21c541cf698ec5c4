// Every query about margins: what is known of everybody from elsewhere, for one consultation.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Margin } from "./margin.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** One for each question at most. */
export async function listMargins(on: Database, { id: consultationId, partnershipId }: Of): Promise<Margin[]> {
  const rows = await on.referenceMargin.findMany({ where: { consultationId, partnershipId }, select: { side: true, area: true, source: true, asOf: true, shares: true }, orderBy: { side: "asc" } });
  return rows.map(({ shares, ...row }) => ({ ...row, shares: shares as Record<string, number> }));
}

/** Takes margins in; one of the same question as before takes its place. The caller has asked the policy, and holds the consultation. */
export async function saveMargins(transaction: Transaction, { id: consultationId, partnershipId }: Of, margins: readonly Margin[], { personId, now }: { personId: string; now: Date }): Promise<void> {
  for (const { side, ...rest } of margins) {
    const set = { ...rest, loadedById: personId, loadedAt: now };
    await transaction.referenceMargin.upsert({ where: { consultationId_side: { consultationId, side } }, create: { consultationId, partnershipId, side, ...set }, update: set });
  }
  await recordAudit(transaction, { partnershipId, personId, action: "analysis.load-margins", subjectKind: "consultation", subjectId: consultationId, facts: { questions: margins.map(({ side }) => side).join(", "), loaded: margins.length } });
}

/** Takes one away; false where there was none. */
export async function removeMargin(transaction: Transaction, { id: consultationId, partnershipId }: Of, side: string, personId: string): Promise<boolean> {
  const { count } = await transaction.referenceMargin.deleteMany({ where: { consultationId, partnershipId, side } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "analysis.remove-margin", subjectKind: "consultation", subjectId: consultationId, facts: { questions: side } });
  return count > 0;
}
