// Equality answers: under a key made from the response's id with a secret, so that nobody reads from one to the other. They
// carry no time and no order, and no log tells who gave them.
import type { Answers } from "#app/forms/answer.ts";
import type { Database } from "#app/shared/db.server.ts";
import { keyedHash } from "#app/shared/keys.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";

const keyOf = (responseId: string) => keyedHash("equality", responseId);

/** What whoever sent the response answered so far; empty where nothing. */
export async function findEqualityAnswers(on: Database, consultation: Pick<Consultation, "id">, responseId: string): Promise<Answers> {
  const row = await on.equalityAnswer.findFirst({ where: { key: keyOf(responseId), consultationId: consultation.id } });
  return (row?.answers ?? {}) as Answers;
}

/** Replaces the answers; with none left nothing is kept. */
export async function saveEqualityAnswers(
  on: Database,
  consultation: Pick<Consultation, "id" | "partnershipId">,
  responseId: string,
  answers: Answers,
): Promise<void> {
  if (Object.keys(answers).length === 0) return deleteEqualityAnswers(on, responseId);
  const kept = { answers: answers as Prisma.InputJsonObject };
  await on.equalityAnswer.upsert({
    where: { key: keyOf(responseId) },
    create: { key: keyOf(responseId), partnershipId: consultation.partnershipId, consultationId: consultation.id, ...kept },
    update: kept,
  });
}

export async function deleteEqualityAnswers(on: Database, responseId: string): Promise<void> {
  await on.equalityAnswer.deleteMany({ where: { key: keyOf(responseId) } });
}

/** Saves the answers of many responses that have none yet. */
export async function saveEqualityAnswersOfMany(
  on: Database,
  { id: consultationId, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  given: readonly { responseId: string; answers: Answers }[],
): Promise<void> {
  await on.equalityAnswer.createMany({
    data: given
      .map(({ responseId, answers }) => ({ key: keyOf(responseId), partnershipId, consultationId, answers: answers as Prisma.InputJsonObject }))
      // because the order of the rows would otherwise be that of the responses
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
}
