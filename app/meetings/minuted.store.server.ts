// Decisions as `decisions` tells the minutes of them, so that minutes name what was decided at an item without knowing more.
import type { Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";

type Minuted = { partnershipId: string; itemId: string; decisionId: string; text: Text; path: string; isCarried: boolean };

/** Tells what was put to the vote at an item, and whether it was agreed; told again of the same decision, the later word stands. */
export async function minuteDecision(transaction: Transaction, { decisionId, ...told }: Minuted, now: Date): Promise<void> {
  const minuted = { ...told, minutedAt: now };
  await transaction.minutedDecision.upsert({ where: { decisionId }, create: { decisionId, ...minuted }, update: minuted });
}

/** Takes back what was told of a decision whose vote goes on. */
export async function forgetMinuted(transaction: Transaction, { partnershipId, decisionId }: Pick<Minuted, "partnershipId" | "decisionId">): Promise<void> {
  await transaction.minutedDecision.deleteMany({ where: { decisionId, partnershipId } });
}
