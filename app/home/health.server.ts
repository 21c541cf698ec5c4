// The facts about an installation that its administrators see: counts, times, sizes and names of jobs; nobody's data, no secret.
import { statfs } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { findLastBackup } from "#app/backups/store.server.ts";
import { checkNewestSeals } from "#app/shared/audit.server.ts";
import { config } from "#app/shared/config.server.ts";
import { isDemonstration, type Database } from "#app/shared/db.server.ts";
import { countLetters } from "#app/shared/mail.server.ts";
import { migrationNames } from "#app/shared/migrate.server.ts";
import { migrationsDir } from "#app/shared/prepare.server.ts";
import { isKeepingPages } from "#app/shared/published-pages.server.ts";
import { isAboutTheLetter } from "#app/shared/sending.ts";
import type { InstallationFacts, LetterFacts } from "./health.ts";

/** Entries whose seals are checked while the page is drawn: some hundredths of a second. */
const mostEntriesChecked = 5_000;

const inMegabytes = (bytes: number) => bytes / 1_000_000;

/** How a partnership's letters are, or everybody's. */
export async function findLetterFacts(on: Database, now: Date, partnershipId: string | null): Promise<LetterFacts> {
  const waiting = { sentAt: null, failedAt: null, givenUpAt: null, ...(partnershipId !== null && { partnershipId }) };
  const { _min } = await on.letter.aggregate({ where: waiting, _min: { createdAt: true } });
  const kept = await on.letter.groupBy({ by: ["lastProblem"], where: { ...waiting, lastProblem: { not: null } }, orderBy: { lastProblem: "asc" } });
  return {
    ...(await countLetters(on, now, partnershipId)),
    oldestWaitingSince: _min.createdAt,
    hasServer: config().smtpUrl !== undefined || isDemonstration(),
    serverProblem: kept.map(({ lastProblem }) => lastProblem).find((problem) => problem !== null && !isAboutTheLetter(problem)) ?? null,
  };
}

export async function findInstallationFacts(on: Database, now: Date): Promise<InstallationFacts> {
  const began = performance.now();
  const [answered] = await on.$queryRaw<[{ version: string; bytes: bigint; connections: number; mostConnections: number }]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
      (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
      current_setting('max_connections')::int AS "mostConnections"`;
  const { version, bytes, ...connections } = answered;
  const answeredInMs = performance.now() - began;
  return {
    database: { ...connections, answeredInMs, version: version.split(" ")[0] ?? version, megabytes: inMegabytes(Number(bytes)) },
    jobs: await findJobFacts(on, now),
    audit: await findAuditFacts(on),
    keepsPages: isKeepingPages(),
    disk: await findDiskFacts(),
    lastBackup: await findLastBackup(on),
    migrations: await findMigrationFacts(on),
    baseUrl: config().baseUrl,
    processes: { web: config().webProcesses, startedAt: new Date(now.getTime() - process.uptime() * 1000) },
  };
}

async function findJobFacts(on: Database, now: Date): Promise<InstallationFacts["jobs"]> {
  const [waiting] = await on.$queryRaw<[{ waiting: number; oldestDueAt: Date | null }]>`
    SELECT count(*)::int AS waiting, min(run_at) AS "oldestDueAt" FROM graphile_worker.jobs
    WHERE run_at <= ${now} AND attempts < max_attempts AND locked_at IS NULL`;
  const failed = await on.$queryRaw<{ name: string; count: number }[]>`
    SELECT task_identifier AS name, count(*)::int AS count FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;
  const [regular] = await on.$queryRaw<[{ lastRegularAt: Date | null }]>`
    SELECT max(last_execution) AS "lastRegularAt" FROM graphile_worker._private_known_crontabs`;
  return { ...waiting, ...regular, failed };
}

async function findAuditFacts(on: Database): Promise<InstallationFacts["audit"]> {
  const last = await on.auditSeal.findFirst({ orderBy: { id: "desc" }, select: { toEntryId: true } });
  const unsealed = await on.auditEntry.findFirst({ where: { id: { gt: last?.toEntryId ?? 0n } }, orderBy: { id: "asc" }, select: { at: true } });
  return { ...(await checkNewestSeals(on, mostEntriesChecked)), oldestUnsealedAt: unsealed?.at ?? null };
}

async function findDiskFacts(): Promise<InstallationFacts["disk"]> {
  const { bavail, blocks, bsize } = await statfs(config().dataDir);
  return { freeMegabytes: inMegabytes(bavail * bsize), allMegabytes: inMegabytes(blocks * bsize) };
}

async function findMigrationFacts(on: Database): Promise<InstallationFacts["migrations"]> {
  const known = await migrationNames(migrationsDir);
  const rows = await on.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  const missing = known.filter((name) => !applied.has(name)).length;
  return { known: known.length, missing, unknown: [...applied].filter((name) => !known.includes(name)).length };
}
