// One PostgreSQL for a whole run of tests: an embedded one in a throwaway folder, or the server TEST_DATABASE_URL names
// (PostgreSQL 15, for instance). It holds one migrated template, which every test file clones (database-of-file.ts).
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#app/shared/embedded-postgres.server.ts";
import { migrateJobs } from "#app/shared/jobs.server.ts";
import { applyMigrations } from "#app/shared/migrate.server.ts";
import { askDatabase, dropDatabase, withDatabase } from "./databases.ts";
import { removeFolder } from "./folders.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the server's maintenance connection, the database to clone, and where the server's own log lies if it is ours. */
    testDatabase: { url: string; template: string; log: string | null };
  }
}

/** Settings that trade the safety of a test's data for speed. */
const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

type Template = { url: string; template: string; log: string | null; drop: () => Promise<void> };
type Shared = { projects: number; template: Promise<Template> };

/** Each project of tests loads this file anew, and all of a run use one server. */
const run = globalThis as typeof globalThis & { folkmootTests?: Shared };

export default async function setup(project: TestProject) {
  run.folkmootTests ??= { projects: 0, template: makeTemplate() };
  const shared = run.folkmootTests;
  shared.projects += 1;
  const { drop, ...testDatabase } = await shared.template;
  project.provide("testDatabase", testDatabase);
  return async () => {
    shared.projects -= 1;
    if (shared.projects === 0) await drop();
  };
}

async function makeTemplate(): Promise<Template> {
  const server = process.env.TEST_DATABASE_URL ? outsideServer(process.env.TEST_DATABASE_URL) : await embeddedServer();
  const template = `folkmoot_template_${process.pid}`;
  await askDatabase(server.url, `CREATE DATABASE ${template}`);
  await applyMigrations(withDatabase(server.url, template), resolve("prisma/migrations"));
  await migrateJobs(withDatabase(server.url, template));
  const drop = async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
  return { url: server.url, template, log: server.log, drop };
}

function outsideServer(url: string) {
  return { url, log: null, stop: () => Promise.resolve() };
}

async function embeddedServer() {
  const folder = await mkdtemp(join(tmpdir(), "folkmoot-tests-"));
  // because root lends the database to another user, who must be able to get in
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), report: () => undefined, settings: hasty });
  return {
    url: server.url,
    log: join(folder, "postgres", "server.log"),
    stop: async () => {
      await server.stop();
      await removeFolder(folder);
    },
  };
}
