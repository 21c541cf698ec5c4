// Work that happens after the answer has gone out: put down in the transaction that causes it, done by app/jobs.server.ts.
import { runMigrations } from "graphile-worker";
import type { Transaction } from "./db.server.ts";
import type { Language } from "./languages.ts";
import { PlainError } from "./plain-error.ts";

/** Every job's name and what it is given. */
export type Jobs = {
  "send-letter": { letterId: string };
  "send-letters": Record<string, never>;
  "count-responses": Record<string, never>;
  "publish-closings": Record<string, never>;
  "seal-audit": Record<string, never>;
  "remove-bytes": { storageKey: string };
  "remove-unclaimed-bytes": { storageKey: string };
  "forget-sign-ins": Record<string, never>;
  "send-lost-references": { partnershipId: string; email: string; language: Language };
  "delete-expired-drafts": Record<string, never>;
};

/**
 * Puts a job down in this transaction; it runs once that has committed. Jobs of one key that wait are one job.
 * Failed attempts are tried again, ever more slowly.
 */
export async function addJob<Name extends keyof Jobs>(
  transaction: Transaction,
  name: Name,
  payload: Jobs[Name],
  { key, attempts = 25, runAt }: { key?: string; attempts?: number; runAt?: Date } = {},
): Promise<void> {
  await transaction.$executeRaw`
    SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, run_at := ${runAt ?? null}::timestamptz,
                                   max_attempts := ${attempts}::int, job_key := ${key ?? null})`;
}

/** Brings the tables of the job runner up to date. */
export async function migrateJobs(url: string): Promise<void> {
  try {
    await runMigrations({ connectionString: url });
  } catch (problem) {
    if (!(problem instanceof Error) || !problem.message.includes("breaking migration")) throw problem;
    throw new PlainError(
      "The database belongs to a later Folkmoot, whose job runner this version cannot work with: start that version again, or restore a backup made before it.",
    );
  }
}
