// Every query about partnerships.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isPartnershipSlug, partnershipSchema, type Partnership } from "./partnership.ts";

const columns = {
  ...{ id: true, slug: true, name: true, welcome: true, tier: true, parentId: true, accentColour: true },
  ...{ senderName: true, senderAddress: true, contact: true },
} as const;

/** The partnership of an address, or 404. */
export async function findPartnership(on: Database, slug: string | undefined): Promise<Partnership> {
  const row = slug === undefined ? null : await on.partnership.findUnique({ where: { slug }, select: columns });
  if (!row) throw notFound();
  return partnershipSchema.parse(row);
}

/** A partnership of a record of ours, or 404. */
export async function findPartnershipById(on: Database, id: string): Promise<Partnership> {
  const row = await on.partnership.findUnique({ where: { id }, select: columns });
  if (!row) throw notFound();
  return partnershipSchema.parse(row);
}

/** Every partnership, those above before those below, by slug. */
export async function listPartnerships(on: Database): Promise<Partnership[]> {
  const rows = await on.partnership.findMany({ select: columns, orderBy: { slug: "asc" } });
  const all = rows.map((row) => partnershipSchema.parse(row));
  const below = (parentId: string | null): Partnership[] =>
    all.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...below(one.id)]);
  return below(null);
}

/** Ids of the partnership and of those above it, nearest first. */
export async function listAbove(on: Database, partnershipId: string): Promise<string[]> {
  const rows = await on.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, "parentId", 0 AS distance FROM "Partnership" WHERE id = ${partnershipId}
      UNION ALL
      SELECT p.id, p."parentId", above.distance + 1 FROM "Partnership" p JOIN above ON p.id = above."parentId"
      WHERE above.distance < 20)
    SELECT id FROM above ORDER BY distance`;
  return rows.map((row) => row.id);
}

/** The demonstration, `npm run setup` or a second start of either may all come first; whoever waits here finds it done. */
export async function takeTurnAtFirstPartnership(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot first partnership'))`;
}

/** Saves a new partnership. Throws where its slug is no address it may have: a language's, say, or the installation's own. */
export async function savePartnership(
  transaction: Transaction,
  partnership: Partnership & { localAuthorityCode?: string },
): Promise<void> {
  if (!isPartnershipSlug(partnership.slug)) throw new PlainError(`No partnership can have the address “${partnership.slug}”.`);
  await transaction.partnership.create({ data: partnership });
}
