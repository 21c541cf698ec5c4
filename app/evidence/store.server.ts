// Every query about findings.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { findingSchema, type Finding } from "./finding.ts";

/**
 * Publishes a finding in the transaction of whoever learned it; true when it is new. The first of a kind from a source
 * stands: publishing it again, from any process, changes nothing.
 */
export async function publishFinding(
  transaction: Transaction,
  partnershipId: string,
  finding: Finding,
  now: Date,
): Promise<boolean> {
  const { count } = await transaction.finding.createMany({
    data: { id: newId(), partnershipId, publishedAt: now, ...findingSchema.parse(finding) },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Takes back whatever came from a source that turned out to be wrong, or is published no more. */
export async function withdrawFindings(transaction: Transaction, sourceSubject: string, sourceId: string): Promise<void> {
  await transaction.finding.deleteMany({ where: { sourceSubject, sourceId } });
}

export type PublishedFinding = Finding & { id: string; publishedAt: Date };

/** A partnership's findings, newest first, a page at a time; `after` is the last id of the page before. */
export async function listFindings(
  on: Database,
  { partnershipId, after, most = 20 }: { partnershipId: string; after?: string | null; most?: number },
): Promise<{ findings: PublishedFinding[]; nextAfter: string | null }> {
  const rows = await on.finding.findMany({
    where: { partnershipId },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: most + 1,
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const findings = rows.slice(0, most).map(({ id, publishedAt, link, ...row }) => ({ ...findingSchema.parse({ ...row, link: link ?? undefined }), id, publishedAt }));
  return { findings, nextAfter: rows.length > most ? (findings.at(-1)?.id ?? null) : null };
}
