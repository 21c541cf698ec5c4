// Every query about delegations: what the full partnership has left to smaller groups. The caller has asked the policy.
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { By } from "./decisions.store.server.ts";
import type { Delegation, DelegationTexts } from "./delegation.ts";

const storedSchema = z.object({
  ...{ id: z.string(), bodyId: z.string(), scope: textSchema, limits: textSchema },
  limitInPence: z.bigint().nullable().transform((pence) => (pence === null ? null : Number(pence))),
  ...{ startsOn: dayColumn, reviewOn: dayColumn, endedOn: dayColumn.nullable(), decisionId: z.string().nullable(), agreedNote: z.string().nullable() },
});

/** A delegation of the partnership, or 404. */
export async function findDelegation(on: Database, partnershipId: string, id: string | undefined): Promise<Delegation> {
  const row = id === undefined ? null : await on.delegation.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return storedSchema.parse(row);
}

/** The same, held until the transaction ends. */
export async function holdDelegation(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Delegation> {
  await transaction.$queryRaw`SELECT id FROM "Delegation" WHERE id = ${id ?? ""} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findDelegation(transaction, partnershipId, id);
}

/** Those that nobody has taken back, the latest first, to rest a decision on. */
export async function listGiven(on: Database, partnershipId: string): Promise<(Delegation & { bodyName: Text })[]> {
  const rows = await on.delegation.findMany({
    where: { partnershipId, endedOn: null },
    ...{ include: { body: { select: { name: true } } }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 300 },
  });
  return rows.map(({ body, ...row }) => ({ ...storedSchema.parse(row), bodyName: textSchema.parse(body.name) }));
}

/** One as the register has it: to whom, by which decision of those that are public, and how many decisions rest on it. */
export type Registered = Delegation & { body: { slug: string; name: Text }; decision: { id: string; title: Text } | null; decisions: number };

const delegationsAPage = 20;

/** The register, those in force before those that ended and the latest first; `after` is the last of the page before. */
export async function listRegister(
  on: Database,
  { partnershipId, after = null, most = delegationsAPage }: { partnershipId: string; after?: string | null; most?: number },
): Promise<{ delegations: Registered[]; nextAfter: string | null }> {
  const rows = await findRegistered(on, { partnershipId }, { take: most + 1, ...(after && { cursor: { id: after }, skip: 1 }) });
  return { delegations: rows.slice(0, most), nextAfter: rows.length > most ? rows[most - 1]!.id : null };
}

/** One of the register, or 404. */
export async function findInRegister(on: Database, partnershipId: string, id: string | undefined): Promise<Registered> {
  const [found] = id === undefined ? [] : await findRegistered(on, { partnershipId, id }, { take: 1 });
  if (!found) throw notFound();
  return found;
}

async function findRegistered(on: Database, where: { partnershipId: string; id?: string }, page: { take: number; cursor?: { id: string }; skip?: number }): Promise<Registered[]> {
  const decided = { outcomeAt: { not: null } };
  const rows = await on.delegation.findMany({
    ...{ where, ...page, orderBy: [{ endedOn: { sort: "desc", nulls: "first" } }, { startsOn: "desc" }, { id: "asc" }] },
    include: { body: { select: { slug: true, name: true } }, _count: { select: { decisions: { where: decided } } } },
  });
  const ids = rows.flatMap(({ decisionId }) => decisionId ?? []);
  const decisions = await on.decision.findMany({ where: { partnershipId: where.partnershipId, id: { in: ids }, ...decided }, select: { id: true, title: true } });
  const titles = new Map(decisions.map(({ id, title }) => [id, textSchema.parse(title)]));
  return rows.map(({ body, _count, ...row }) => {
    const title = row.decisionId === null ? undefined : titles.get(row.decisionId);
    return {
      ...storedSchema.parse(row),
      body: { slug: body.slug, name: textSchema.parse(body.name) },
      decision: row.decisionId !== null && title ? { id: row.decisionId, title } : null,
      decisions: _count.decisions,
    };
  });
}

function columnsOf({ startsOn, reviewOn, limitInPence, ...texts }: DelegationTexts) {
  return { ...texts, startsOn: dayIn(startsOn), reviewOn: dayIn(reviewOn), limitInPence: limitInPence === null ? null : BigInt(limitInPence) };
}

/** Writes one down, or changes it. The same one sent again is the one that is there. */
export async function saveDelegation(transaction: Transaction, { partnershipId, personId }: By, id: string | null, texts: DelegationTexts): Promise<string> {
  await transaction.$queryRaw`SELECT id FROM "Body" WHERE id = ${texts.bodyId} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  const same = { partnershipId, bodyId: texts.bodyId, startsOn: dayIn(texts.startsOn), scope: { equals: texts.scope } };
  const there = id === null ? await transaction.delegation.findFirst({ where: same, select: { id: true } }) : null;
  if (there) return there.id;
  const saved = id ?? newId();
  if (id === null) await transaction.delegation.create({ data: { id: saved, partnershipId, ...columnsOf(texts) } });
  else await transaction.delegation.update({ where: { id, partnershipId }, data: { ...columnsOf(texts), revision: { increment: 1 } } });
  const action = id === null ? "delegation.give" : "delegation.change";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "delegation", subjectId: saved });
  await dropPublishedPages(transaction, partnershipId);
  return saved;
}

/** Takes it back, from tomorrow on; one that has not begun is over before it does. */
export async function endDelegation(transaction: Transaction, { partnershipId, personId, now }: By, { id, startsOn, endedOn }: Delegation): Promise<void> {
  if (endedOn !== null) return;
  const today = dayOf(now);
  await transaction.delegation.update({ where: { id, partnershipId }, data: { endedOn: dayIn(startsOn > today ? startsOn : today), revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId, personId, action: "delegation.end", subjectKind: "delegation", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}
