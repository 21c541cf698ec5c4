// Serves Folkmoot: brings up the embedded PostgreSQL where no other is set, migrates, seeds the demonstration, listens.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { startJobs } from "#app/jobs.server.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { listen, makeApplication } from "#app/server.ts";
import { browserScripts } from "#app/shared/browser-scripts.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase, db, isDemonstration } from "#app/shared/db.server.ts";
import { listenForDrops } from "#app/shared/published-pages.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { runCommand, say } from "#app/shared/command.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";

await runCommand(async () => {
  if (Object.keys(browserScripts()).length === 0) {
    throw new PlainError("The residents' scripts are missing from the build: delete the folder build and start again.");
  }
  if (config().databaseUrl && !config().smtpUrl) {
    throw new PlainError("The setting SMTP_URL is not right: it is needed when DATABASE_URL is set, because letters must reach people.");
  }
  const database = await openPreparedDatabase();
  if (isDemonstration()) await seedDemonstration(new Date(), say);
  const buildDir = join(fileURLToPath(import.meta.url), "../..");
  const application = makeApplication(build, join(buildDir, "client"), join(buildDir, "browser"));
  const published = listenForDrops();
  const listening = await listen(application);
  const jobs = config().runJobs ? await startJobs() : null;
  say(`Folkmoot is at ${config().baseUrl}`);
  if ((await listPartnerships(db())).length === 0) say("There is no partnership yet: npm run setup makes the first.");
  await new Promise<void>((resolve) => {
    // because npm passes on what the terminal sends as well, each signal may come twice
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  say("Stopping: finishing what is under way.");
  await listening.stop();
  await jobs?.stop();
  await published.stop();
  await closeDatabase();
  await database.stop();
});
