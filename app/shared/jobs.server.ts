// Work that happens after the answer has gone out: put down in the transaction that causes it, done by app/jobs.server.ts.
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { db, type Transaction } from "./db.server.ts";
import type { Language } from "./languages.ts";
import { PlainError } from "./plain-error.ts";

/** Every job's name and what it is given. */
export type Jobs = {
  "send-letter": { letterId: string };
  "send-letters": Record<string, never>;
  "count-responses": Record<string, never>;
  "look-at-responses": Record<string, never>;
  "publish-closings": Record<string, never>;
  "seal-audit": Record<string, never>;
  "check-audit": { checkId: string };
  "remove-bytes": { storageKey: string };
  "remove-unclaimed-bytes": { storageKey: string };
  "free-abandoned-jobs": Record<string, never>;
  "send-lost-references": { partnershipId: string; email: string; language: Language };
  "keep-retention": Record<string, never>;
  "keep-diversity": Record<string, never>;
  "remove-unused-pictures": Record<string, never>;
  "preview-results": { previewId: string };
  "forget-previews": Record<string, never>;
  "tell-followers": { partnershipId: string; consultationId: string };
  "raise-outcomes": Record<string, never>;
  "remind-of-replies": Record<string, never>;
  "send-mailings": Record<string, never>;
  "ask-members": Record<string, never>;
  "remind-nominators": Record<string, never>;
  "remind-of-reports": Record<string, never>;
  "tell-partners": Record<string, never>;
  "send-digests": Record<string, never>;
  "count-election": { partnershipId: string; electionId: string; personId: string };
  "seal-ballots": { partnershipId: string; electionId: string; personId: string };
  "finish-sealings": Record<string, never>;
  "send-codes": Record<string, never>;
  "ask-for-papers": { partnershipId: string; electionId: string };
  "tell-of-registered": { partnershipId: string; electionId: string };
  "tell-of-dates": { partnershipId: string; electionId: string; change: unknown };
  "send-reminders": { partnershipId: string; electionId: string };
  "make-set": { consultationId: string };
  "find-campaigns": { setId: string };
  "count-equality": { setId: string };
  "make-suggestions": { runId: string };
  "make-report": { consultationId: string; makingId: string };
  "answer-on-the-roll": { partnershipId: string; electionId: string; email: string; language: Language };
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

/**
 * Connections for the job runner. Those it opens by itself it leaves half closed when it stops, and whatever the database still
 * says to them, such as that it stops too, would end the process.
 */
export function openJobConnections(url: string): pg.Pool {
  const connections = new pg.Pool({ connectionString: url, max: 4 });
  const isReplaced = () => undefined; // because a connection that breaks is replaced on next use
  connections.on("error", isReplaced);
  connections.on("connect", (client) => void client.on("error", isReplaced));
  return connections;
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

const longestJobInMs = 15 * 60_000;

/**
 * Gives back the jobs of whoever took one so long ago, most likely killed; the library would wait four hours. A job that takes
 * so long is begun a second time beside itself, which every job bears.
 */
export async function freeAbandonedJobs(now: Date): Promise<void> {
  const before = new Date(now.getTime() - longestJobInMs);
  await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_at < ${before}))`;
}
