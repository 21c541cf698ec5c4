// Upgrading and going back, walked as docs/upgrading.md tells it: from the migration before the newest, with data that a
// release of that time wrote. releases/ holds a backup made by each release, so that none is ever forgotten.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { jobsTable } from "#app/backups/backup.ts";
import { checkBackup } from "#app/backups/read.server.ts";
import { dropForeignKeys, listTables } from "#app/backups/tables.server.ts";
import { applyMigrations, connect, migrationNames } from "#app/shared/migrate.server.ts";
import { Place } from "#tests/support/places.ts";

const migrationsDir = resolve("prisma/migrations");
const releases = resolve("tests/prisma/releases");
const archives = readdirSync(releases).map((name) => join(releases, name));
const names = await migrationNames(migrationsDir);
const newest = names.at(-1)!;
const before = names.slice(0, -1);
/** When the oldest of the backups was made: its consultation is open. */
const then = new Date("2026-11-22T12:00:00Z");

const folder = mkdtempSync(join(tmpdir(), "folkmoot-upgrade-"));

/** The migrations as a release has them, and some that only a later one has. */
async function migrationsOf(release: string, known: string[], others: Record<string, string> = {}): Promise<string> {
  const dir = join(folder, release);
  for (const name of known) await cp(join(migrationsDir, name), join(dir, name), { recursive: true });
  await cp(join(migrationsDir, "migration_lock.toml"), join(dir, "migration_lock.toml"));
  for (const [name, sql] of Object.entries(others)) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, "migration.sql"), sql);
  }
  return dir;
}

let place: Place;
beforeEach(async () => {
  place = await Place.open();
});
afterEach(() => place.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each table holds in the columns it had, whatever columns it has gained. */
async function contentsIn(columns: Map<string, string[]>) {
  const all: Record<string, unknown[]> = {};
  for (const [table, names] of columns) {
    const list = names.map((name) => `"${name}"`).join(", ");
    all[table] = await place.ask(`SELECT ${list} FROM "${table}" ORDER BY ${list}`);
  }
  return all;
}

async function columnsNow(): Promise<Map<string, string[]>> {
  const rows = await place.ask<{ table: string; columns: string[] }>(`
    SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' GROUP BY 1`);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** The product itself, on this database: what people and officers read of it. */
async function readAsPeopleDo() {
  const { Respondent, loader, closeDatabase, argsOf, get, findBrokenSeal, db } = await place.load(async () => ({
    ...(await import("#tests/support/respondent.ts")),
    ...(await import("#app/consultations/pages/read.tsx")),
    ...(await import("#tests/support/requests.ts")),
    ...(await import("#app/shared/db.server.ts")),
    ...(await import("#app/shared/audit-walk.server.ts")),
  }));
  const found = await place.ask<{ id: string; slug: string; reference: string }>(`
    SELECT c.id, p.slug, r.reference FROM "Response" r JOIN "Consultation" c ON c.id = r."consultationId" JOIN "Partnership" p ON p.id = c."partnershipId"
    WHERE r.reference IS NOT NULL ORDER BY r.id`);
  const [{ slug: partnership, id: consultation }] = found as [(typeof found)[number]];
  const address = `/${partnership}/consultations/${consultation}`;
  const page = await loader(argsOf(get(address), { now: then, params: { partnership, consultation } }));
  expect(JSON.stringify(page)).toContain("Draft strategy");
  for (const { id, slug, reference } of found) {
    const person = new Respondent({ id, partnership: { slug } } as ConstructorParameters<typeof Respondent>[0], { now: then });
    await person.post(`/${slug}/responses`, { reference });
    const receipt = await person.open<{ response: { reference: string } }>("sent");
    expect(receipt.body.response.reference).toBe(reference);
  }
  expect(await findBrokenSeal(db())).toBeNull();
  await closeDatabase();
}

/** The newest backup of a release that did not have the newest migration yet. */
async function backupOfBefore(): Promise<string> {
  const all = await Promise.all(archives.map(async (file) => ({ file, head: (await checkBackup(file, null)).head })));
  const older = all.filter(({ head }) => head.migrations.every((name) => before.includes(name)));
  const last = older.sort((one, other) => (one.head.madeAt < other.head.madeAt ? -1 : 1)).at(-1);
  if (!last) throw new Error("No release before the newest migration has left a backup");
  return last.file;
}

test.each(archives.map((file) => [file.slice(releases.length + 1), file]))("a backup made by a release is restored today: %s", async (_, file) => {
  const { closing } = await place.restore(file);
  const counts = Object.entries(closing.tables).filter(([table]) => table !== jobsTable);
  for (const [table, { rows }] of counts) {
    const [found] = await place.ask<{ rows: number }>(`SELECT count(*)::int AS rows FROM "${table}"`);
    expect(found?.rows, table).toBe(table === "AuditEntry" ? rows + 1 : rows);
  }
  await readAsPeopleDo();
}, 120_000);

test("from the migration before the newest, with data of its time, nothing is lost, and two starts at once migrate once", async () => {
  const old = await migrationsOf("old", before);
  await place.restore(await backupOfBefore(), { migrationsDir: old });
  expect(await applyMigrations(place.url, old)).toEqual({ applied: [] });
  const columns = await columnsNow();
  const contents = await contentsIn(columns);
  expect(contents.Response?.length).toBeGreaterThan(0);

  const both = await Promise.all([applyMigrations(place.url, migrationsDir), applyMigrations(place.url, migrationsDir)]);
  expect(both.flatMap(({ applied }) => applied)).toEqual([newest]);
  expect(await contentsIn(columns)).toEqual(contents);
  await readAsPeopleDo();
});

test("the release before goes on writing what it wrote, on the tables of the newest", async () => {
  const old = await migrationsOf("writes", before);
  await place.restore(await backupOfBefore(), { migrationsDir: old });
  const columns = await columnsNow();
  const contents = await contentsIn(columns);
  const upgraded = await Place.open({ template: new URL(place.url).pathname.slice(1) });
  try {
    await applyMigrations(upgraded.url, migrationsDir);
    // every row as the release before writes it: the columns that it knows and no others
    const client = await connect(upgraded.url);
    await client.query("BEGIN");
    const checkReferences = await dropForeignKeys(client);
    for (const { name } of await listTables(client)) {
      const known = columns.get(name)?.map((column) => `"${column}"`).join(", ");
      if (known === undefined) continue;
      await client.query(`CREATE TEMP TABLE "as written" ON COMMIT DROP AS SELECT ${known} FROM "${name}"`);
      await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
      await client.query(`DELETE FROM "${name}"`);
      await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
      const written = await client.query(`INSERT INTO "${name}" (${known}) SELECT ${known} FROM "as written"`);
      expect(written.rowCount, name).toBe(contents[name]?.length);
      await client.query(`DROP TABLE "as written"`);
    }
    await checkReferences();
    await client.query("COMMIT");
    await client.end();
  } finally {
    await upgraded.close();
  }
});

test("a release goes back to the one before: it starts on the newer tables, which stay as they are", async () => {
  const later = { "29990101000000_later": 'CREATE TABLE "Later" (id INT); ALTER TABLE "Response" ADD COLUMN "later" TEXT;' };
  await place.restore(await backupOfBefore(), { migrationsDir: await migrationsOf("newer", names, later) });
  expect(await applyMigrations(place.url, migrationsDir)).toEqual({ applied: [] });
  await readAsPeopleDo();
  expect(await place.ask(`SELECT to_regclass('"Later"') IS NOT NULL AS there`)).toEqual([{ there: true }]);
});

test("where a migration says that it breaks earlier releases, they refuse to start and say what to do", async () => {
  const breaking = { "29990101000000_breaks_letters": 'ALTER TABLE "Letter" DROP COLUMN "text";' };
  await applyMigrations(place.url, await migrationsOf("breaking", names, breaking));
  await expect(applyMigrations(place.url, migrationsDir)).rejects.toThrow(
    /^The database at \S+ belongs to a later Folkmoot, whose migration 29990101000000_breaks_letters this version cannot work with: start that version again, or restore a backup made before it\.$/,
  );
});

test("so do they where the tables of the job runner are too new for them", async () => {
  const { migrateJobs } = await import("#app/shared/jobs.server.ts");
  await migrateJobs(place.url);
  await place.ask("INSERT INTO graphile_worker.migrations (id, breaking) VALUES (9999, true)");
  await expect(migrateJobs(place.url)).rejects.toThrow(/^The database belongs to a later Folkmoot, whose job runner .*\.$/);
});
