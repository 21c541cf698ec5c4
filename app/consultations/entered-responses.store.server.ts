// Responses that officers enter for those who answered by other means than online, and correct afterwards: counted like any other.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Channel } from "./channel.ts";
import type { Consultation } from "./consultation.ts";
import { findHeldAnswers } from "./held-answers.store.server.ts";
import { saveContact, saveRevision, type Sent } from "./revisions.store.server.ts";

/** What an officer entered; `receivedAt` is when it came, not when it was entered. */
export type Entered = Sent & { channel: Channel; language: Language; receivedAt: Date; formVersionId: string };
type By = { personId: string; now: Date };
type Of = Pick<Consultation, "id" | "partnershipId">;

function headOf({ channel, language, receivedAt, said: { respondentType, permission, confidentialityRequested } }: Entered) {
  return { channel, language, receivedAt, respondentType, permission, confidentialityRequested };
}

/** Saves what was entered as a response; its id. */
export async function saveEnteredResponse(transaction: Transaction, consultation: Of, entered: Entered, { personId, now }: By): Promise<string> {
  const { id: consultationId, partnershipId } = consultation;
  const { formVersionId, answers } = entered;
  const id = newId();
  await transaction.response.create({
    data: { ...{ id, partnershipId, consultationId, enteredAt: now, enteredById: personId }, ...headOf(entered) },
  });
  await saveRevision(transaction, consultation, { responseId: id, number: 1, formVersionId, answers, now });
  await saveContact(transaction, consultation, id, entered);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "response.enter", subjectKind: "response", subjectId: id },
    facts: { consultationId, channel: entered.channel },
  });
  return id;
}

/** Saves a correction as the next revision; its number. 404 for a response that nobody entered, or that was withdrawn. */
export async function correctEnteredResponse(
  transaction: Transaction,
  consultation: Of,
  responseId: string,
  entered: Entered,
  { personId, now }: By,
): Promise<number> {
  const { id: consultationId, partnershipId } = consultation;
  const [corrected] = await transaction.response.updateManyAndReturn({
    where: { id: responseId, partnershipId, consultationId, withdrawnAt: null, enteredById: { not: null } },
    data: { ...headOf(entered), currentRevision: { increment: 1 } },
    select: { currentRevision: true, excludedAt: true },
  });
  if (!corrected) throw notFound();
  const { currentRevision: number, excludedAt } = corrected;
  const { formVersionId } = entered;
  const answers = { ...entered.answers, ...(await findHeldAnswers(transaction, responseId, number - 1)) };
  await saveRevision(transaction, consultation, { responseId, number, formVersionId, answers, now }, { isCounted: excludedAt === null });
  await saveContact(transaction, consultation, responseId, entered);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "response.correct", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, revision: number },
  });
  return number;
}
