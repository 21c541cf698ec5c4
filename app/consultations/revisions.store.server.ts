// What every response is saved with, whoever saves it: its revisions, each put down to be counted, and what names or reaches the person.
import type { Answers } from "#app/forms/answer.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import type { SaidOfOneself } from "./response.ts";

export type Sent = { said: SaidOfOneself; answers: Answers; personal: Answers };

/** The columns of its contact. */
function contactOf({ said, personal }: Pick<Sent, "said" | "personal">) {
  return {
    name: said.name,
    organisation: said.organisation ?? Prisma.DbNull,
    email: said.email?.toLowerCase() ?? null,
    answers: personal as Prisma.InputJsonObject,
    confidentialityReason: said.confidentialityReason,
  };
}

type Revision = { responseId: string; number: number; formVersionId: string; answers: Answers; now: Date };

/** Saves the first revision, or the next in place of the one before it; one that is left out of the counts stays out. */
export async function saveRevision(
  transaction: Transaction,
  { id: consultationId, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  { responseId, number, formVersionId, answers, now }: Revision,
  { isCounted = true }: { isCounted?: boolean } = {},
): Promise<void> {
  const change = { partnershipId, consultationId, responseId };
  if (isCounted && number > 1) await transaction.tallyChange.create({ data: { ...change, revision: number - 1, sign: -1 } });
  await transaction.responseRevision.create({
    data: { partnershipId, responseId, number, formVersionId, answers: answers as Prisma.InputJsonObject, sentAt: now },
  });
  if (isCounted) await transaction.tallyChange.create({ data: { ...change, revision: number, sign: 1 } });
}

/** Saves what names or reaches the person in place of what was there. */
export async function saveContact(
  transaction: Transaction,
  { partnershipId }: Pick<Consultation, "partnershipId">,
  responseId: string,
  sent: Pick<Sent, "said" | "personal">,
): Promise<void> {
  const contact = contactOf(sent);
  await transaction.responseContact.upsert({
    where: { responseId },
    create: { responseId, partnershipId, ...contact },
    update: contact,
  });
}
