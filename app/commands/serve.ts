// Serves Folkmoot, as the keeper of it all: brings up the embedded PostgreSQL where no other is set, migrates, seeds the
// demonstration, runs the jobs, and keeps the web processes that answer. docs/decisions/0012.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startJobs } from "#app/jobs.server.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase, databaseUrl, db, isDemonstration } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { runCommand, say } from "#app/shared/command.server.ts";
import { startWebProcesses } from "#app/web-processes.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";

await runCommand(async () => {
  const { webProcesses: count, runJobs, port, baseUrl, smtpUrl } = config();
  if (config().databaseUrl && !smtpUrl) {
    throw new PlainError("The setting SMTP_URL is not right: it is needed when DATABASE_URL is set, because letters must reach people.");
  }
  const program = join(dirname(fileURLToPath(import.meta.url)), "web.js");
  const webProcesses = startWebProcesses({ program, count, say });
  const database = await openPreparedDatabase();
  database.keepAlive();
  if (isDemonstration()) await seedDemonstration(new Date(), say);
  await webProcesses.begin({ url: databaseUrl(), isDemonstration: isDemonstration() });
  await webProcesses.listen(port);
  const jobs = runJobs ? await startJobs() : null;
  say(`Folkmoot is at ${baseUrl}`);
  if ((await listPartnerships(db())).length === 0) say("There is no partnership yet: npm run setup makes the first.");
  await new Promise<void>((resolve) => {
    // because npm passes on what the terminal sends as well, each signal may come twice
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  say("Stopping: finishing what is under way.");
  await webProcesses.stop();
  await jobs?.stop();
  await closeDatabase();
  await database.stop();
});
