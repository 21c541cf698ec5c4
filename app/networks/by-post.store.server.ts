// Members without an e-mail address, who are asked by post or by telephone whether they still belong.
import { dayIn } from "#app/bodies/columns.server.ts";
import type { By } from "#app/bodies/organisations.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { memberColumns, readMember, stateInRows, type Member } from "./members.store.server.ts";
import type { Network } from "./networks.store.server.ts";

/** Shown at once; the rest once these were asked. */
const mostByPost = 200;

/** Those to whom the question is due and whom no e-mail reaches, by name. */
export async function listToAskByPost(on: Database, network: Network, today: string): Promise<Member[]> {
  const ids = await on.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "NetworkMember" m JOIN "Organisation" o ON o.id = m."organisationId"
    WHERE m."networkId" = ${network.id} AND m."askedOn" IS NULL AND ${stateInRows(network, today)} = 'due'
      AND NOT EXISTS (SELECT 1 FROM "NetworkDelegate" d WHERE d."memberId" = m.id AND d.email IS NOT NULL)
    ORDER BY o."sortName" LIMIT ${mostByPost}`;
  const rows = await on.networkMember.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, select: memberColumns, orderBy: { organisation: { sortName: "asc" } } });
  return rows.map(readMember);
}

/** Writes down that they were asked today, so that the time counts in which they answer or lapse; how many. */
export async function recordAskedByPost(transaction: Transaction, { partnershipId, personId, now }: By, network: Network, ids: readonly string[]): Promise<number> {
  const { count } = await transaction.networkMember.updateMany({
    where: { networkId: network.id, id: { in: ids.slice(0, mostByPost) }, askedOn: null, leftOn: null },
    data: { askedOn: dayIn(dayOf(now)) },
  });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "network-members.ask-by-post", subjectKind: "network", subjectId: network.id, facts: { count } });
  return count;
}
