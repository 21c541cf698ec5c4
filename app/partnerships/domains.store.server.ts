// Every query about partnerships' own host names. Of those in use the latest is the address; the others lead there.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** `since` is null while the name waits to be checked. */
export type OwnDomain = { host: string; since: Date | null };

/** More host names than these no partnership needs. */
export const mostDomains = 10;

/** The names a partnership asked for: its address first, then those it had before, then those that wait. */
export async function listDomains(on: Database, partnershipId: string): Promise<OwnDomain[]> {
  return on.partnershipDomain.findMany({
    where: { partnershipId },
    orderBy: [{ since: { sort: "desc", nulls: "last" } }, { createdAt: "asc" }],
    select: { host: true, since: true },
    take: mostDomains,
  });
}

/** Notes a name that waits to be checked; what another partnership uses is not taken from it, what only waits there is. */
export async function addDomain(
  transaction: Transaction,
  partnershipId: string,
  host: string,
): Promise<Result<void, "taken" | "too-many">> {
  if ((await transaction.partnershipDomain.count({ where: { partnershipId } })) >= mostDomains) return fail("too-many");
  const noted = await transaction.$executeRaw`
    INSERT INTO "PartnershipDomain" (host, "partnershipId") VALUES (${host}, ${partnershipId})
    ON CONFLICT (host) DO UPDATE SET "partnershipId" = excluded."partnershipId"
    WHERE "PartnershipDomain".since IS NULL OR "PartnershipDomain"."partnershipId" = excluded."partnershipId"`;
  return noted === 1 ? succeed(undefined) : fail("taken");
}

/** Makes a name that was noted the partnership's address; whether it was noted. */
export async function takeDomainIntoUse(transaction: Transaction, partnershipId: string, host: string, now: Date): Promise<boolean> {
  const { count } = await transaction.partnershipDomain.updateMany({ where: { partnershipId, host }, data: { since: now } });
  await dropPublishedPages(transaction, partnershipId);
  return count === 1;
}

/** Forgets a name; the one that was the address before it is the address again. Whether there was such a name. */
export async function removeDomain(transaction: Transaction, partnershipId: string, host: string): Promise<boolean> {
  const { count } = await transaction.partnershipDomain.deleteMany({ where: { partnershipId, host } });
  await dropPublishedPages(transaction, partnershipId);
  return count === 1;
}
