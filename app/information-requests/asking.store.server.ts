// Whoever wrote a response that is asked for is asked what they say to that.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { bankHolidaysAnywhere } from "#app/shared/bank-holidays.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { isLanguage } from "#app/shared/languages.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { workingDaysAfter } from "#app/shared/working-days.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { askedLetter } from "./letters.ts";
import type { InformationRequest } from "./requests.store.server.ts";

/** Working days that they have to answer in, of the twenty of the request. Local policy. */
const daysToReply = 5;

/** Whether they left an address to write to. */
export async function mayBeAsked(on: Database, responseId: string): Promise<boolean> {
  return (await on.responseContact.count({ where: { responseId, email: { not: null } } })) > 0;
}

/** Writes to them, and writes down the day; false where they were asked before, or left no address. */
export async function askWriter(transaction: Transaction, partnership: Partnership, request: InformationRequest, responseId: string, { personId, now }: { personId: string; now: Date }): Promise<boolean> {
  const key = { requestId: request.id, responseId, partnershipId: partnership.id };
  const response = await transaction.response.findFirst({
    ...{ where: { id: responseId, partnershipId: partnership.id, withdrawnAt: null } },
    select: { language: true, consultationId: true, contact: { select: { email: true } } },
  });
  const consultation = request.consultations.find(({ id }) => id === response?.consultationId);
  if (!response?.contact?.email || !consultation) return false;
  const { count } = await transaction.informationResponse.updateMany({ where: { ...key, consultedOn: null }, data: { consultedOn: new Date(dayOf(now)) } });
  if (count === 0) return false;
  const words = wordsFor(isLanguage(response.language) ? response.language : "en");
  const replyBy = workingDaysAfter(dayOf(now), daysToReply, bankHolidaysAnywhere);
  await saveLetter(transaction, senderOf(partnership), askedLetter({ to: response.contact.email, words, consultation: consultation.title, partnership: partnership.name, law: request.law, replyBy }));
  await recordAudit(transaction, { partnershipId: partnership.id, personId, action: "information-request.ask-writer", subjectKind: "information-request", subjectId: request.id, facts: { responseId } });
  return true;
}
