// What anybody may know of single responses, because they are or were published one by one.
import type { Database } from "#app/shared/db.server.ts";

export type PublicAnswers = {
  /** Responses that have, or were proposed to have, an address of their own. */
  responseIds: string[];
  /** The questions with answers to choose from whose answers stood beside them at any time. */
  questions: string[];
};

/**
 * For the gate in front of every figure: of these responses these answers are known, and what is hidden must not follow from them.
 * It is more than what is public now: what was taken back, withdrawn or withheld may be remembered, and of an individual only the answers
 * to questions of whose published tables nothing is hidden were ever shown.
 */
export async function findPublicAnswers(on: Database, { id: consultationId }: { id: string }): Promise<PublicAnswers> {
  const [decisions, responses] = await Promise.all([
    on.responsesPublication.findMany({ where: { consultationId, publishedAt: { not: null } }, select: { questions: true } }),
    on.publicResponse.findMany({ where: { consultationId }, select: { responseId: true } }),
  ]);
  if (decisions.length === 0) return { responseIds: [], questions: [] };
  return { responseIds: responses.map(({ responseId }) => responseId), questions: [...new Set(decisions.flatMap(({ questions }) => questions))] };
}

/**
 * Of these it is known who answered and in which language, because what they wrote was given to somebody who asked for information: that
 * is as good as published, and what was chosen from what was offered never goes with it.
 */
export async function findGivenResponses(on: Database, { id: consultationId }: { id: string }): Promise<string[]> {
  const given = await on.informationResponse.findMany({ where: { consultationId, givenAt: { not: null } }, select: { responseId: true }, distinct: ["responseId"] });
  return given.map(({ responseId }) => responseId);
}
