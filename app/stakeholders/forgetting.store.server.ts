// Stakeholders whose time is over: nobody has said for long that they belong on a list, and what they were invited to is long answered.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";

// A consultation without an outcome counts from the last moment in which somebody could answer, as its responses do.
const forgettable = (until: Date, partnershipId: string | null) => Prisma.sql`
  s."confirmedAt" < ${until} AND (${partnershipId}::text IS NULL OR s."partnershipId" = ${partnershipId})
  AND NOT EXISTS (
    SELECT 1 FROM "MailedLetter" m JOIN "Consultation" c ON c.id = m."consultationId"
    WHERE m."stakeholderId" = s.id
      AND coalesce(c."outcomePublishedAt", c."closesAt" + c."graceInMinutes" * interval '1 minute', 'infinity') >= ${until})`;

/** How many would go, of one partnership or, given null, of all. */
export async function countForgettableStakeholders(on: Database, until: Date, partnershipId: string | null): Promise<number> {
  const [row] = await on.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM "Stakeholder" s WHERE ${forgettable(until, partnershipId)}`;
  return row.count;
}

/** Erases them; how many. */
export function forgetStakeholders(transaction: Transaction, until: Date): Promise<number> {
  return transaction.$executeRaw`DELETE FROM "Stakeholder" s WHERE ${forgettable(until, null)}`;
}
