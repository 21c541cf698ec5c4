// What of a round of nominations goes a year after it ended: addresses, and what was said of people. Who was appointed or accepted, and by whom they
// were named, was published and stays; the names of whoever else was named go.
import type { Database, Transaction } from "#app/shared/db.server.ts";

const kept = (endedUntil: Date, partnershipId: string | null) => ({ contact: { not: "" }, round: { endedAt: { lt: endedUntil } }, ...(partnershipId !== null && { partnershipId }) });

/** How many invitations of rounds that ended before then still say whom they went to. */
export function countForgettableNominations(on: Database, endedUntil: Date, partnershipId: string | null): Promise<number> {
  return on.nominatingInvitation.count({ where: kept(endedUntil, partnershipId) });
}

/** Empties them, with what was said of whom they named; how many. */
export async function forgetNominations(transaction: Transaction, endedUntil: Date): Promise<number> {
  const named = { invitation: { round: { endedAt: { lt: endedUntil } } } };
  // because that an organisation named somebody stays, and who it was only where that was published
  await transaction.bodyNomination.updateMany({ where: { ...named, OR: [{ ruling: null }, { ruling: "invalid" }, { consentedAt: null }, { withdrawnAt: { not: null } }] }, data: { name: "" } });
  await transaction.bodyNomination.updateMany({ where: named, data: { namedBy: "", email: null, telephone: null, howChosen: "", statement: "", substitute: "" } });
  const { count } = await transaction.nominatingInvitation.updateMany({ where: kept(endedUntil, null), data: { contact: "", email: null, post: null, letterId: null } });
  return count;
}
