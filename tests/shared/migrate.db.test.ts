import { expect, test } from "vitest";
import pg from "pg";
test("x", async () => {
  const c = new pg.Client({connectionString: process.env.DATABASE_URL}); await c.connect();
  const r = await c.query("select migration_name, applied_steps_count, finished_at, logs, checksum from _prisma_migrations"); console.log(r.rows);
  console.log((await c.query("select count(*) from pg_tables where schemaname='public'")).rows, (await c.query("select current_user, current_database(), version()")).rows);
  await c.end(); expect(1).toBe(1);
});
