// When backups were made and restored, as the audit log tells it.
import type pg from "pg";
import type { Database } from "#app/shared/db.server.ts";

export type MadeBackup = { name: string; madeAt: Date; bytes: number; rows: number; files: number; isWhole: boolean };

/** The backup made last of this database, or null: what a restored one knows of is the one before that it came from. */
export async function findLastBackup(on: Database): Promise<MadeBackup | null> {
  const entry = await on.auditEntry.findFirst({ where: { subjectKind: "backup", action: "backup.make" }, orderBy: { id: "desc" } });
  if (!entry) return null;
  const { bytes = 0, rows = 0, files = 0, isWhole = false } = (entry.facts ?? {}) as Partial<MadeBackup>;
  return { name: entry.subjectId, madeAt: entry.at, bytes, rows, files, isWhole };
}

/** Writes down what was done, in words that every version of the tables knows: a backup may be of an older one. */
export async function recordDeed(
  client: pg.Client,
  action: "backup.make" | "backup.restore",
  name: string,
  facts: Record<string, string | number | boolean | null>,
): Promise<void> {
  await client.query(`INSERT INTO "AuditEntry" (action, "subjectKind", "subjectId", facts) VALUES ($1, 'backup', $2, $3::jsonb)`, [
    action,
    name,
    JSON.stringify(facts),
  ]);
}
