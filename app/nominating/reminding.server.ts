// Reminds organisations that have not answered, once, from the day that was set for it.
import { dayIn } from "#app/bodies/columns.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { remind } from "./invitations.store.server.ts";
import { isReminderDue } from "./round.ts";
import { holdRound } from "./rounds.store.server.ts";

/** Every round whose reminder is due; how many letters went. */
export async function remindNominators(now: Date): Promise<number> {
  const today = dayOf(now);
  const due = await db().nominatingRound.findMany({ where: { remindedAt: null, ending: null, invitedAt: { not: null }, remindOn: { lte: dayIn(today) }, closesOn: { gte: dayIn(today) } }, select: { id: true, partnershipId: true } });
  let letters = 0;
  for (const { id, partnershipId } of due) {
    const partnership = await findPartnershipById(db(), partnershipId);
    letters += await inTransaction(async (transaction) => {
      const round = await holdRound(transaction, partnershipId, id);
      return isReminderDue(round, today) ? remind(transaction, { partnershipId, now }, { partnership, round }) : 0;
    });
  }
  return letters;
}
