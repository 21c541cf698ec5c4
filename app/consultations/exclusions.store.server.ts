// Responses that officers leave out of everything that is counted, and take in again: kept, and out of the tallies meanwhile.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Consultation } from "./consultation.ts";
import type { Excluded, ExclusionReason } from "./exclusion.ts";

type Deciding = { personId: string; now: Date };
type Of = Pick<Consultation, "id" | "partnershipId">;

/** Leaves these out, each with an entry in the audit log; how many that were counted until now. Those withdrawn stay as they are. */
export async function excludeResponses(
  transaction: Transaction,
  { id, partnershipId }: Of,
  responseIds: readonly string[],
  { personId, now, reason }: Deciding & { reason: ExclusionReason },
): Promise<number> {
  const [done] = await transaction.$queryRaw<{ count: number }[]>`
    WITH moved AS (
      UPDATE "Response" SET "excludedAt" = ${now}, "excludedBecause" = ${reason}
      WHERE id = ANY(${[...responseIds]}) AND "consultationId" = ${id} AND "excludedAt" IS NULL AND "withdrawnAt" IS NULL
      RETURNING id, "currentRevision"),
    changes AS (
      INSERT INTO "TallyChange" ("partnershipId", "consultationId", "responseId", revision, sign)
      SELECT ${partnershipId}, ${id}, id, "currentRevision", -1 FROM moved),
    audit AS (
      INSERT INTO "AuditEntry" ("partnershipId", "personId", action, "subjectKind", "subjectId", facts)
      SELECT ${partnershipId}, ${personId}, 'response.exclude', 'response', id,
        jsonb_build_object('consultationId', ${id}::text, 'excluded', ${reason}::text) FROM moved)
    SELECT count(*)::int AS count FROM moved`;
  return done?.count ?? 0;
}

/** Takes these in again; how many that were left out until now. */
export async function includeResponses(
  transaction: Transaction,
  { id, partnershipId }: Of,
  responseIds: readonly string[],
  { personId }: Deciding,
): Promise<number> {
  const [done] = await transaction.$queryRaw<{ count: number }[]>`
    WITH moved AS (
      UPDATE "Response" SET "excludedAt" = NULL, "excludedBecause" = NULL
      WHERE id = ANY(${[...responseIds]}) AND "consultationId" = ${id} AND "excludedAt" IS NOT NULL AND "withdrawnAt" IS NULL
      RETURNING id, "currentRevision"),
    changes AS (
      INSERT INTO "TallyChange" ("partnershipId", "consultationId", "responseId", revision, sign)
      SELECT ${partnershipId}, ${id}, id, "currentRevision", 1 FROM moved),
    audit AS (
      INSERT INTO "AuditEntry" ("partnershipId", "personId", action, "subjectKind", "subjectId", facts)
      SELECT ${partnershipId}, ${personId}, 'response.include', 'response', id, jsonb_build_object('consultationId', ${id}::text) FROM moved)
    SELECT count(*)::int AS count FROM moved`;
  return done?.count ?? 0;
}

/** How many are left out for which reason, the most frequent first; those withdrawn count under no reason. */
export async function countExcluded(on: Database, consultationId: string): Promise<Excluded> {
  const rows = await on.response.groupBy({
    by: ["excludedBecause"],
    where: { consultationId, withdrawnAt: null, excludedAt: { not: null } },
    _count: true,
  });
  return rows
    .map((row) => ({ reason: row.excludedBecause ?? "", count: row._count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
