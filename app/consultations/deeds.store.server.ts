// What officers do to a consultation, each written to the audit log with it.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Consultation } from "./consultation.ts";
import type { Deed } from "./office-policy.ts";
import { freezeResponses, publishConsultation, setDates } from "./store.server.ts";

type Done = { deed: Deed; personId: string; now: Date; closesAt?: Date };

/** Does it to a consultation that is held; the caller has asked the policy. `closesAt` is for setting the closing. */
export async function doToConsultation(transaction: Transaction, consultation: Consultation, done: Done): Promise<void> {
  const { deed, personId, now, closesAt } = done;
  switch (deed) {
    case "publish":
      await publishConsultation(transaction, consultation, now);
      break;
    case "open":
      if (!consultation.publishedAt) await publishConsultation(transaction, consultation, now);
      await setDates(transaction, consultation, { opensAt: now });
      break;
    case "set-closing":
      if (closesAt) await setDates(transaction, consultation, { closesAt });
      break;
    case "close":
      await setDates(transaction, consultation, { closesAt: now });
      break;
    case "freeze":
      await freezeResponses(transaction, consultation, now);
      break;
  }
  await recordAudit(transaction, {
    ...{ partnershipId: consultation.partnershipId, personId },
    ...{ action: `consultation.${deed}`, subjectKind: "consultation", subjectId: consultation.id },
    facts: closesAt ? { closesAt: closesAt.toISOString() } : {},
  });
}
