// The ways back: sends a reference to the e-mail address that was given with it, and nowhere else.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Consultation } from "./consultation.ts";
import { graceEndsAt } from "./life.ts";
import type { Draft } from "./draft.ts";
import { saveTyped } from "./drafts.store.server.ts";
import { lostReferenceLetter, wayBackLetter } from "./letters.ts";
import { linkBack } from "./responses.store.server.ts";
import { findConsultation } from "./store.server.ts";

/** Sends the way back to a draft to an address, kept with it from now on. */
export async function sendWayBack(
  transaction: Transaction,
  asked: { partnership: Partnership; consultation: Consultation; language: Language; now: Date },
  draft: Draft,
  email: string,
): Promise<void> {
  const { partnership, consultation, language, now } = asked;
  await saveTyped(draft, { email, language, now }, transaction);
  const letter = wayBackLetter(
    {
      ...{ to: email, words: wordsFor(language), partnership: partnership.name, consultation: consultation.title },
      ...{ reference: draft.reference, link: linkBack(asked, draft.reference) },
    },
    { keptUntil: draft.expiresAt, sendBy: graceEndsAt(consultation) },
  );
  await saveLetter(transaction, senderOf(partnership), letter);
}

/** The newest come first; nobody needs more than these. */
const most = 20;

async function listReferences(on: Database, partnershipId: string, email: string, now: Date) {
  const addresses = [email, email.toLowerCase()];
  return on.$queryRaw<{ reference: string; consultationId: string; isSent: boolean }[]>`
    SELECT reference, "consultationId", "isSent" FROM (
      SELECT r.reference, r."consultationId", r."receivedAt" AS at, true AS "isSent"
      FROM "ResponseContact" c JOIN "Response" r ON r.id = c."responseId"
      WHERE c.email = ANY(${addresses}) AND r."partnershipId" = ${partnershipId}
        AND r.reference IS NOT NULL AND r."withdrawnAt" IS NULL
      UNION ALL
      SELECT d.reference, d."consultationId", d."savedAt", false
      FROM "DraftContact" c JOIN "Draft" d ON d.id = c."draftId"
      WHERE c.email = ANY(${addresses}) AND d."partnershipId" = ${partnershipId}
        AND d."responseId" IS NULL AND d."expiresAt" > ${now}) found
    ORDER BY at DESC LIMIT ${most}`;
}

/** Sends every reference of an address to it; does nothing where there is none. How many that was. */
export async function sendLostReferences(
  transaction: Transaction,
  { partnershipId, email, language, now }: { partnershipId: string; email: string; language: Language; now: Date },
): Promise<number> {
  const rows = await listReferences(transaction, partnershipId, email, now);
  if (rows.length === 0) return 0;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const found = [];
  for (const { reference, consultationId, isSent } of rows) {
    const consultation = await findConsultation(transaction, partnershipId, consultationId);
    const link = linkBack({ partnership, consultation, language }, reference);
    found.push({ consultation: consultation.title, reference, link, isSent });
  }
  const letter = lostReferenceLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, found);
  await saveLetter(transaction, senderOf(partnership), letter);
  return rows.length;
}
