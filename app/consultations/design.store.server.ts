// Changes to what a consultation says of itself, each written to the audit log with the names of what changed and none of its words.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { recordSupplement } from "./changes.store.server.ts";
import type { Consultation } from "./consultation.ts";
import type { TextsChange } from "./design-texts.ts";
import { touchDesign } from "./life.store.server.ts";
import type { RegisterEntry } from "./register.ts";

/** Changes a consultation that is held and may be designed; `changed` names what. The caller has asked the policy. */
export async function changeConsultation(
  transaction: Transaction,
  consultation: Consultation,
  { personId, changed, now }: { personId: string; changed: readonly string[]; now: Date },
  { decisionOn, ...change }: TextsChange,
): Promise<void> {
  const { id, partnershipId } = consultation;
  const decision = decisionOn === undefined ? {} : { decisionOn: decisionOn === null ? null : new Date(decisionOn) };
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: { ...change, ...decision } });
  const facts = { changed: changed.join(" ") };
  // because whom to ask may be changed while people read it
  if (change.contact) return recordSupplement(transaction, consultation, { personId, now, kind: "contact-changed", name: {}, facts });
  await touchDesign(transaction, consultation, personId, now);
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.change-texts", subjectKind: "consultation", subjectId: id },
    facts,
  });
}

/** Changes what the register finds it by, where that differs. The consultation is held and may be designed. */
export async function changeRegisterEntry(
  transaction: Transaction,
  consultation: Consultation,
  { personId, now }: { personId: string; now: Date },
  before: RegisterEntry,
  after: RegisterEntry,
): Promise<void> {
  const { id, partnershipId } = consultation;
  const changed = (["topics", "places", "audiences"] as const).filter((list) => JSON.stringify(before[list]) !== JSON.stringify(after[list]));
  if (changed.length === 0) return;
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: after });
  await touchDesign(transaction, consultation, personId, now);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.change-register", subjectKind: "consultation", subjectId: id },
    facts: { changed: changed.join(" ") },
  });
}
