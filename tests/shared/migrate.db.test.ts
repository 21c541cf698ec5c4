// Migrations applied at start, and what a person is told when DATABASE_URL is wrong.
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { applyMigrations } from "#app/shared/migrate.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { askDatabase, dropDatabase, withDatabase } from "#tests/support/databases.ts";

const { url: serverUrl } = inject("testDatabase");
const database = `folkmoot_migrate_${process.pid}`;
const url = withDatabase(serverUrl, database);
let folder: string;

async function addMigration(name: string, sql: string) {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "migration.sql"), sql);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-migrations-"));
  await chmod(folder, 0o755);
  await writeFile(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  await askDatabase(serverUrl, `CREATE DATABASE ${database}`);
});

afterEach(async () => {
  await dropDatabase(serverUrl, database);
  await rm(folder, { recursive: true });
});

const withFunctionBody = `
  CREATE TABLE moot (id int PRIMARY KEY);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'nobody may change this; not even once';
  END;
  $$;
  CREATE TRIGGER no_change BEFORE UPDATE ON moot FOR EACH ROW EXECUTE FUNCTION refuse();`;

test("a new database gets every migration, in order, and a second start applies nothing", async () => {
  await addMigration("20260101000000_first", withFunctionBody);
  await addMigration("20260102000000_second", "ALTER TABLE moot ADD COLUMN name text;");
  expect(await applyMigrations(url, folder)).toEqual({ applied: ["20260101000000_first", "20260102000000_second"] });
  expect(await applyMigrations(url, folder)).toEqual({ applied: [] });
  expect(await askDatabase(url, "SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1")).toEqual([
    { migration_name: "20260101000000_first", applied_steps_count: 1, done: true },
    { migration_name: "20260102000000_second", applied_steps_count: 1, done: true },
  ]);
});

test("the body of a function, semicolons and all, arrives whole", async () => {
  await addMigration("20260101000000_first", withFunctionBody);
  await applyMigrations(url, folder);
  await askDatabase(url, "INSERT INTO moot VALUES (1)");
  await expect(askDatabase(url, "UPDATE moot SET id = 2")).rejects.toThrow("nobody may change this; not even once");
});

test("two processes that start at once apply each migration once", async () => {
  await addMigration("20260101000000_first", withFunctionBody);
  const both = await Promise.all([applyMigrations(url, folder), applyMigrations(url, folder)]);
  expect(both.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first"]);
});

test("a migration that fails leaves nothing of itself and says which one it was", async () => {
  await addMigration("20260101000000_broken", "CREATE TABLE half (id int); SELECT nonsense;");
  await expect(applyMigrations(url, folder)).rejects.toThrow(/^[^\n]*20260101000000_broken[^\n]*nonsense[^\n]*\.$/);
  expect(await askDatabase(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
});

test("a migration that failed or was interrupted is tried again at the next start", async () => {
  await addMigration("20260101000000_first", "CREATE TABLE half (id int); SELECT nonsense;");
  await expect(applyMigrations(url, folder)).rejects.toThrow();
  await writeFile(join(folder, "20260101000000_first", "migration.sql"), "CREATE TABLE whole (id int);");
  expect(await applyMigrations(url, folder)).toEqual({ applied: ["20260101000000_first"] });
});

test("the real migrations apply to an empty database", async () => {
  const { applied } = await applyMigrations(url, resolve("prisma/migrations"));
  expect(applied.length).toBeGreaterThan(0);
});

async function refusalOf(address: string): Promise<string> {
  const error: unknown = await applyMigrations(address, folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlainError);
  return (error as PlainError).message;
}

const password = "open-sesame";

test.each([
  ["a wrong user and password", () => Object.assign(new URL(url), { username: "stranger", password }).href, /refused the user "\w+" or the password .* database "folkmoot_migrate_\d+"/],
  ["a database that is not there", () => withDatabase(serverUrl, "nowhere"), /no database "nowhere"/],
  ["a port nobody listens on", () => `postgresql://clerk:${password}@127.0.0.1:1/folkmoot`, /Nothing answers at 127\.0\.0\.1:1,.*"folkmoot"/],
  ["a host nobody knows", () => `postgresql://clerk:${password}@database.invalid/folkmoot`, /database\.invalid of the database "folkmoot"/],
  ["another kind of database", () => `mysql://clerk:${password}@localhost/folkmoot`, /not an address of a PostgreSQL database/],
  ["a password with a bare # in it", () => `postgresql://clerk:12#${password}@localhost/folkmoot`, /special characters/],
])("%s in DATABASE_URL is said in one sentence without the password", async (_, address, sentence) => {
  const said = await refusalOf(address());
  expect(said).toMatch(sentence);
  expect(said).toMatch(/^[^\n]+\.$/);
  expect(said).not.toContain(password);
  expect(said).not.toContain(new URL(serverUrl).password || password);
});

test("a host that answers but is no database is said in one sentence", async () => {
  const stranger = createServer((socket) => socket.on("error", () => undefined).resume().end("220 mail.example ESMTP\r\n"));
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
  const { port } = stranger.address() as AddressInfo;
  const said = await refusalOf(`postgresql://clerk:${password}@127.0.0.1:${port}/folkmoot`);
  await new Promise((closed) => stranger.close(closed));
  expect(said).toContain(`The database "folkmoot" at 127.0.0.1:${port} cannot be reached`);
  expect(said).not.toContain(password);
});
