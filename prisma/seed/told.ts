// Saves that the partners of Tolbridge were told of an outcome, as letters tell them, without writing letters that would wait.
import { dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";

type Outcome = { partnershipId: string; decisionId: string; outcomeAt: Date };

/** Every partner that has an address has its letter; who has none stands in the log as such. */
export async function seedTold(transaction: Transaction, { partnershipId, decisionId, outcomeAt }: Outcome, at: Date): Promise<void> {
  const organisations = await transaction.organisation.findMany({
    where: { partnershipId, OR: [{ closedOn: null }, { closedOn: { gt: new Date(dayOf(at)) } }] },
    select: { id: true, _count: { select: { contacts: { where: { email: { not: null } } } } } },
    orderBy: { sortName: "asc" },
  });
  await transaction.decisionNotice.createMany({
    data: organisations.map(({ id, _count }) => ({ id: newId(), partnershipId, decisionId, outcomeAt, organisationId: id, state: _count.contacts > 0 ? "sent" : "no-address", at })),
  });
  await transaction.decisionStep.create({ data: { partnershipId, decisionId, kind: "told", at, reason: {} } });
  await transaction.decision.update({ where: { id: decisionId }, data: { notifiedAt: at } });
}
