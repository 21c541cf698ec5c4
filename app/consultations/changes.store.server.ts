// What was changed in consultations that people could read already.
import { recordAudit, type AuditFact } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { consultationChangeSchema, type ChangeKind, type ConsultationChange } from "./consultation-change.ts";
import type { Consultation } from "./consultation.ts";
import { touchDesign } from "./life.store.server.ts";

type Supplement = { personId: string; now: Date; kind: ChangeKind; name: Text; facts?: AuditFact["facts"] };

/** Writes down a change to what stands around the questions; to all, with its date, once the consultation is published. */
export async function recordSupplement(transaction: Transaction, consultation: Consultation, { personId, now, kind, name, facts = {} }: Supplement): Promise<void> {
  const { id, partnershipId, publishedAt } = consultation;
  if (publishedAt === null) await touchDesign(transaction, consultation, personId, now);
  if (publishedAt !== null) {
    await transaction.consultationChange.create({ data: { id: newId(), partnershipId, consultationId: id, at: now, kind, name } });
  }
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action: `consultation.${kind}`, subjectKind: "consultation", subjectId: id, facts });
}

/** The newest first. */
export async function listChanges(on: Database, { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">): Promise<ConsultationChange[]> {
  const rows = await on.consultationChange.findMany({ where: { consultationId: id, partnershipId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 200 });
  return rows.map((row) => consultationChangeSchema.parse(row));
}
