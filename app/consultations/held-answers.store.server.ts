// Answers that are held: counted, and seen by no officer until they are let go. Who holds one and why is not known here.
import type { Answers } from "#app/forms/answer.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Consultation } from "./consultation.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type Place = { responseId: string; questionId: string };

/** Holds an answer; held already, it stays so. */
export async function holdAnswer(transaction: Transaction, { id: consultationId, partnershipId }: Of, place: Place): Promise<void> {
  await transaction.heldAnswer.createMany({ data: [{ ...place, partnershipId, consultationId }], skipDuplicates: true });
}

/** Lets an answer go, so that officers see it again. */
export async function letAnswerGo(transaction: Transaction, { responseId, questionId }: Place): Promise<void> {
  await transaction.heldAnswer.deleteMany({ where: { responseId, questionId } });
}

/** The answers of a revision that are held. */
export async function findHeldAnswers(on: Database, responseId: string, revision: number): Promise<Answers> {
  const held = await on.heldAnswer.findMany({ where: { responseId }, select: { questionId: true } });
  if (held.length === 0) return {};
  const row = await on.responseRevision.findUnique({ where: { responseId_number: { responseId, number: revision } }, select: { answers: true } });
  const answers = (row?.answers ?? {}) as Answers;
  return Object.fromEntries(held.flatMap(({ questionId }) => (answers[questionId] === undefined ? [] : [[questionId, answers[questionId]]])));
}
