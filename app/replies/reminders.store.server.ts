// Reminds officers of the replies they owe: before the promised day, on it, and every four weeks after it.
import { officeOutcomePath } from "#app/consultations/office-paths.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import { senderOf } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById, listAbove } from "#app/partnerships/store.server.ts";
import { listWhoHolds } from "#app/people/roles.store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { replyDueLetter } from "./letters.ts";
import { reminderDue, replyPromisedOn } from "./outcome.ts";
import { findOutcome } from "./outcome.store.server.ts";

type Owed = { id: string; partnershipId: string };

/** Writes to the editors and approvers of each consultation whose next reminder is due; how many consultations that was. */
export async function remindOfReplies(now: Date): Promise<number> {
  // The first reminder comes eight weeks after the close, the last twelve weeks after the promised day.
  const owed = await db().$queryRaw<Owed[]>`
    SELECT id, "partnershipId" FROM "Consultation"
    WHERE "publishedAt" IS NOT NULL AND "outcomePublishedAt" IS NULL AND "archivedAt" IS NULL
      AND "closesAt" < ${now}::timestamptz - interval '55 days'
    ORDER BY "closesAt", id`;
  let reminded = 0;
  for (const one of owed) if (await inTransaction((transaction) => remindOf(transaction, one, now))) reminded += 1;
  return reminded;
}

async function remindOf(transaction: Transaction, { id, partnershipId }: Owed, now: Date): Promise<boolean> {
  const consultation = await findConsultation(transaction, partnershipId, id);
  // because two job runners may come to it at once
  await transaction.$queryRaw`
    INSERT INTO "Outcome" ("consultationId", "partnershipId") VALUES (${id}, ${partnershipId})
    ON CONFLICT ("consultationId") DO UPDATE SET told = "Outcome".told RETURNING told`;
  const { remindedAt } = await transaction.outcome.findUniqueOrThrow({ where: { consultationId: id }, select: { remindedAt: true } });
  const promisedOn = replyPromisedOn(consultation, await findOutcome(transaction, id));
  const days = promisedOn === null ? null : reminderDue(promisedOn, dayOf(now));
  if (promisedOn === null || days === null || days === remindedAt) return false;
  const partnership = await findPartnershipById(transaction, partnershipId);
  for (const { email, ...person } of await listWhoHolds(transaction, await listAbove(transaction, partnershipId), ["editor", "approver"])) {
    const language = isLanguage(person.language) ? person.language : defaultLanguage;
    const link = siteOfPartnership(partnership) + pathInLanguage(officeOutcomePath(partnership, consultation), language);
    const about = { to: email, words: wordsFor(language), consultation: consultation.title, partnership: partnership.name };
    await saveLetter(transaction, senderOf(partnership), replyDueLetter(about, { link, promisedOn, days }));
  }
  await transaction.outcome.update({ where: { consultationId: id }, data: { remindedAt: days } });
  return true;
}
