// Every query about partnerships.
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { dropPublishedPages, keepRecord } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { isPartnershipSlug, partnershipSchema, type Logo, type NewPartnership, type Partnership } from "./partnership.ts";

const columns = {
  ...{ id: true, slug: true, name: true, welcome: true, tier: true, parentId: true, accentColour: true },
  ...{ senderName: true, senderAddress: true, replyTo: true, contact: true },
  logo: { select: { fileId: true, width: true, height: true, alt: true } },
  domains: { where: { since: { not: null } }, orderBy: { since: "desc" }, take: 1, select: { host: true } },
} satisfies Prisma.PartnershipSelect;

type PartnershipRow = Prisma.PartnershipGetPayload<{ select: typeof columns }>;

function read({ domains, ...row }: PartnershipRow): Partnership {
  return partnershipSchema.parse({ ...row, domain: domains[0]?.host ?? null });
}

/** The partnership of an address, or 404. */
export async function findPartnership(on: Database, slug: string | undefined): Promise<Partnership> {
  const row = slug === undefined ? null : await on.partnership.findUnique({ where: { slug }, select: columns });
  if (!row) throw notFound();
  return read(row);
}

/** The same from memory, where it may be some moments old: for what every page asks. */
export function recallPartnership(slug: string | undefined, now: Date): Promise<Partnership> {
  return keepRecord(`partnership ${slug}`, now, () => findPartnership(db(), slug), ({ id }) => id);
}

/** A partnership of a record of ours, or 404. */
export async function findPartnershipById(on: Database, id: string): Promise<Partnership> {
  const row = await on.partnership.findUnique({ where: { id }, select: columns });
  if (!row) throw notFound();
  return read(row);
}

/** Every partnership, those above before those below, by slug. */
export async function listPartnerships(on: Database): Promise<Partnership[]> {
  const rows = await on.partnership.findMany({ select: columns, orderBy: { slug: "asc" } });
  const all = rows.map(read);
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
export async function savePartnership(transaction: Transaction, partnership: NewPartnership): Promise<void> {
  const { id, slug, name, welcome, tier, parentId, accentColour, senderName, senderAddress, contact } = partnership;
  if (!isPartnershipSlug(slug)) throw new PlainError(`No partnership can have the address “${slug}”.`);
  await transaction.partnership.create({
    data: {
      ...{ id, slug, name, welcome, tier, parentId, accentColour, senderName, senderAddress, contact },
      localAuthorityCode: partnership.localAuthorityCode ?? null,
    },
  });
  await dropPublishedPages(transaction, id);
}

/** What may change of a partnership by itself. A new sender's address has to be confirmed first (settings/). */
export type PartnershipChange = Partial<
  Pick<Partnership, "name" | "welcome" | "contact" | "accentColour" | "senderName" | "senderAddress" | "replyTo">
>;

/** Changes a partnership; its kept pages are dropped in every process. */
export async function changePartnership(transaction: Transaction, id: string, change: PartnershipChange): Promise<void> {
  await transaction.partnership.update({ where: { id }, data: change });
  await dropPublishedPages(transaction, id);
}

/** Puts a logo beside a partnership's name, or takes it away; the file of the one before, which is the caller's to remove. */
export async function changeLogo(transaction: Transaction, partnershipId: string, logo: Logo | null): Promise<string | null> {
  const before = await transaction.partnershipLogo.findUnique({ where: { partnershipId }, select: { fileId: true } });
  if (logo) {
    await transaction.partnershipLogo.upsert({ where: { partnershipId }, create: { partnershipId, ...logo }, update: logo });
  } else await transaction.partnershipLogo.deleteMany({ where: { partnershipId } });
  await dropPublishedPages(transaction, partnershipId);
  return before && before.fileId !== logo?.fileId ? before.fileId : null;
}
