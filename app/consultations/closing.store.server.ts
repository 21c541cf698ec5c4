// Consultations that have ended: what they leave as evidence is published once.
import { publishFinding } from "#app/evidence/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { closingFinding, closingFindingKind } from "./closing.ts";
import { countResponses } from "./counts.store.server.ts";
import { findConsultation } from "./store.server.ts";

const batch = 50;

/** Publishes the finding of each consultation whose grace is over and that has none yet; how many that was. */
export async function publishClosings(now: Date): Promise<number> {
  const ended = await db().$queryRaw<{ id: string; partnershipId: string }[]>`
    SELECT consultation.id, consultation."partnershipId" FROM "Consultation" consultation
    WHERE consultation."publishedAt" IS NOT NULL
      AND consultation."closesAt" + consultation."graceInMinutes" * interval '1 minute' <= ${now}
      AND NOT EXISTS (SELECT FROM "Finding" finding WHERE finding."sourceSubject" = 'consultations'
        AND finding."sourceId" = consultation.id AND finding.kind = ${closingFindingKind})
    ORDER BY consultation."closesAt" LIMIT ${batch}`;
  let published = 0;
  for (const { id, partnershipId } of ended) {
    const isNew = await inTransaction(async (transaction) => {
      const consultation = await findConsultation(transaction, partnershipId, id);
      const { received, withdrawn, byChannel } = await countResponses(transaction, id, now);
      const came = { received, withdrawn, channels: byChannel.length };
      return publishFinding(transaction, partnershipId, closingFinding(consultation, came, languages.map(wordsFor)), now);
    });
    if (isNew) published += 1;
  }
  return published;
}
