// Serves Folkmoot, as the keeper of it all: brings up the embedded PostgreSQL where no other is set, migrates, seeds the
// demonstration, runs the jobs, and keeps the web processes that answer. docs/decisions/0012.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { workInThreads } from "#app/analysis/text-worker.server.ts";
import { startJobs } from "#app/jobs.server.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase, databaseUrl, db, isDemonstration } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { runCommand } from "#app/shared/command.server.ts";
import { measureKeeper } from "#app/shared/keeper-metrics.server.ts";
import { announce, logWhatNobodyCaught } from "#app/shared/log.server.ts";
import { serveMetrics } from "#app/shared/metrics.server.ts";
import { startWebProcesses } from "#app/web-processes.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";

logWhatNobodyCaught();

await runCommand(async () => {
  const { webProcesses: count, runJobs, port, baseUrl, smtpUrl } = config();
  if (config().databaseUrl && !smtpUrl) {
    throw new PlainError("The setting SMTP_URL is not right: it is needed when DATABASE_URL is set, because letters must reach people.");
  }
  const programs = dirname(fileURLToPath(import.meta.url));
  workInThreads(join(programs, "text-worker.js"));
  const webProcesses = startWebProcesses({ program: join(programs, "web.js"), count, say: announce });
  const database = await openPreparedDatabase(announce);
  database.keepAlive();
  if (isDemonstration()) await seedDemonstration(new Date(), announce);
  await webProcesses.begin({ url: databaseUrl(), isDemonstration: isDemonstration() });
  await webProcesses.listen(port);
  measureKeeper();
  const metrics = await serveMetrics();
  const jobs = runJobs ? await startJobs() : null;
  announce(`Folkmoot is at ${baseUrl}`);
  if ((await listPartnerships(db())).length === 0) announce("There is no partnership yet: npm run setup makes the first.");
  await new Promise<void>((resolve) => {
    // because npm passes on what the terminal sends as well, each signal may come twice
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  announce("Stopping: finishing what is under way.");
  await webProcesses.stop();
  await metrics?.stop();
  await jobs?.stop();
  await closeDatabase();
  await database.stop();
});
