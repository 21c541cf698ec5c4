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

export type PreparedDatabase = { isEmbedded: boolean; stop: () => Promise<void> };

/** Brings the database of the settings up to date and opens it for this process. */
export async function openPreparedDatabase(): Promise<PreparedDatabase> {
  const { databaseUrl, dataDir } = config();
  const embedded = databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: join(dataDir, "postgres"), report: say });
  const url = databaseUrl ?? embedded!.url;
  const { applied } = await applyMigrations(url, migrationsDir);
  if (applied.length > 0) say(`Database brought up to date (${applied.length} migrations).`);
  await migrateJobs(url);
  openDatabase({ url, isDemonstration: false });
  if (embedded) await recogniseDemonstration();
  return { isEmbedded: embedded !== null, stop: async () => embedded?.stop() };
}
