// Every query about disputes: disagreements between a group and the partnership, or between partners. The caller has asked the policy.
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { disputeRoutes } from "#app/bodies/safeguard.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { outcomes } from "./decision.ts";
import type { By } from "./decisions.store.server.ts";
import type { Dispute, DisputeTexts } from "./dispute.ts";

const storedSchema = z.object({
  ...{ id: z.string(), bodyId: z.string(), decisionId: z.string().nullable(), route: z.enum(disputeRoutes), about: textSchema, outcome: textSchema },
  ...{ mediator: z.string().nullable(), notes: z.string(), openedOn: dayColumn, closedOn: dayColumn.nullable() },
  body: z.object({ name: textSchema }),
  decision: z.object({ title: textSchema, outcome: z.enum(outcomes).nullable() }).nullable(),
});

type FoundDispute = Dispute & { body: { name: Text }; decision: z.infer<typeof storedSchema>["decision"] };

const columns = { body: { select: { name: true } }, decision: { select: { title: true, outcome: true } } } as const;

/** A dispute of the partnership, or 404. */
export async function findDispute(on: Database, partnershipId: string, id: string | undefined): Promise<FoundDispute> {
  const row = id === undefined ? null : await on.dispute.findFirst({ where: { id, partnershipId }, include: columns });
  if (!row) throw notFound();
  return storedSchema.parse(row);
}

/** The same, held until the transaction ends. */
export async function holdDispute(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<FoundDispute> {
  await transaction.$queryRaw`SELECT id FROM "Dispute" WHERE id = ${id ?? ""} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findDispute(transaction, partnershipId, id);
}

const disputesAPage = 50;

/** Those that are open first, then the latest to end. */
export async function listDisputes(on: Database, partnershipId: string, after: string | null): Promise<{ disputes: FoundDispute[]; nextAfter: string | null }> {
  const rows = await on.dispute.findMany({
    ...{ where: { partnershipId }, include: columns, take: disputesAPage + 1 },
    orderBy: [{ closedOn: { sort: "desc", nulls: "first" } }, { openedOn: "desc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const disputes = rows.slice(0, disputesAPage).map((row) => storedSchema.parse(row));
  return { disputes, nextAfter: rows.length > disputesAPage ? (disputes.at(-1)?.id ?? null) : null };
}

/** Those about a decision, the latest first. */
export async function listDisputesOf(on: Database, decisionId: string): Promise<FoundDispute[]> {
  const rows = await on.dispute.findMany({ where: { decisionId }, include: columns, orderBy: [{ openedOn: "desc" }, { id: "asc" }], take: 20 });
  return rows.map((row) => storedSchema.parse(row));
}

/** Writes one down, or changes it. The same one sent again is the one that is there. */
export async function saveDispute(transaction: Transaction, { partnershipId, personId, now }: By, id: string | null, texts: DisputeTexts): Promise<string> {
  await transaction.$queryRaw`SELECT id FROM "Body" WHERE id = ${texts.bodyId} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  const openedOn = dayIn(dayOf(now));
  const same = { partnershipId, bodyId: texts.bodyId, openedOn, about: { equals: texts.about } };
  const there = id === null ? await transaction.dispute.findFirst({ where: same, select: { id: true } }) : null;
  if (there) return there.id;
  const saved = id ?? newId();
  if (id === null) await transaction.dispute.create({ data: { id: saved, partnershipId, openedOn, ...texts } });
  else await transaction.dispute.update({ where: { id, partnershipId }, data: { ...texts, revision: { increment: 1 } } });
  const action = id === null ? "dispute.open" : "dispute.change";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "dispute", subjectId: saved });
  await dropPublishedPages(transaction, partnershipId);
  return saved;
}

/** Closes it, or opens it again. */
export async function closeDispute(transaction: Transaction, { partnershipId, personId, now }: By, { id }: Pick<Dispute, "id">, closes: boolean): Promise<void> {
  const { count } = await transaction.dispute.updateMany({
    where: { id, partnershipId, closedOn: closes ? null : { not: null } },
    data: { closedOn: closes ? dayIn(dayOf(now)) : null, revision: { increment: 1 } },
  });
  if (count === 0) return;
  const action = closes ? "dispute.close" : "dispute.reopen";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "dispute", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}
