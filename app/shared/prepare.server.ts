// A database ready for use: the council's own or the embedded one, migrated and open.
import { join } from "node:path";
import { applyMigrations } from "./migrate.server.ts";
import { say } from "./command.server.ts";
import { config } from "./config.server.ts";
import { openDatabase, recogniseDemonstration } from "./db.server.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.server.ts";
import { migrateJobs } from "./jobs.server.ts";

/** Migrations lie beside the build, so that a copy of both runs anywhere. */
export const migrationsDir = join(process.cwd(), "prisma/migrations");

export type PreparedDatabase = {
  isEmbedded: boolean;
  /** Brings an embedded database back whenever it ends by itself. A council's own is not ours to start. */
  keepAlive: () => void;
  stop: () => Promise<void>;
};

/** The folder of the embedded database. */
export function embeddedDatabaseDir(): string {
  return join(config().dataDir, "postgres");
}

/** The database of the settings, there to be connected to and otherwise as it is. */
export async function startDatabase(report = say): Promise<PreparedDatabase & { url: string }> {
  const { databaseUrl, webProcesses, databasePool } = config();
  if (databaseUrl) return { url: databaseUrl, isEmbedded: false, keepAlive: () => undefined, stop: () => Promise.resolve() };
  // the keeper and every web process, each with its pool and what listens beside it, and some for commands
  const connections = Math.max(100, (webProcesses + 1) * (databasePool + 5) + 30);
  const settings = { max_connections: String(connections) };
  const embedded = await startEmbeddedPostgres({ dataDir: embeddedDatabaseDir(), report, settings });
  return { url: embedded.url, isEmbedded: true, keepAlive: () => embedded.keepAlive(report), stop: () => embedded.stop() };
}

/** Brings the database of the settings up to date and opens it for this process; `report` is told what takes its time. */
export async function openPreparedDatabase(report = say): Promise<PreparedDatabase> {
  const { url, isEmbedded, keepAlive, stop } = await startDatabase(report);
  const { applied } = await applyMigrations(url, migrationsDir);
  if (applied.length > 0) report(`Database brought up to date (${applied.length} migrations).`);
  await migrateJobs(url);
  openDatabase({ url, isDemonstration: false });
  if (isEmbedded) await recogniseDemonstration();
  return { isEmbedded, keepAlive, stop };
}
