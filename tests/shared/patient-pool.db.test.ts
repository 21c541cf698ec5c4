// A pool on a server that truly comes and goes, in a throwaway folder.
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "#app/shared/embedded-postgres.server.ts";
import { PatientPool } from "#app/shared/patient-pool.server.ts";
import { removeFolder } from "../support/folders.ts";

let folder: string;
let server: EmbeddedPostgres;
let started: EmbeddedPostgres[] = [];
let pool: PatientPool;
async function start() {
  server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), report: () => undefined, settings: { fsync: "off" } });
  started.push(server);
}

async function stop() {
  for (const one of started) await one.stop();
  started = [];
}


beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-pool-"));
  await chmod(folder, 0o755);
  await start();
});
afterAll(async () => {
  await stop();
  await removeFolder(folder);
});
beforeEach(() => {
  pool = new PatientPool({ connectionString: server.url, max: 3 });
});
afterEach(() => pool.end());

async function kill() {
  process.kill(Number((await readFile(join(folder, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]), "SIGKILL");
  await wait(300);
}

test("whoever asks while the database is away is answered when it is back, and nobody notices the lost connections", async () => {
  await Promise.all([1, 2, 3].map(() => pool.query("SELECT pg_sleep(0.05)")));
  await kill();
  const asked = Array.from({ length: 12 }, (_, number) => pool.query<{ number: number }>("SELECT $1::int AS number", [number]));
  await wait(500);
  await start();
  expect((await Promise.all(asked)).map(({ rows }) => rows[0]?.number)).toEqual(Array.from({ length: 12 }, (_, number) => number));
  expect(pool.losses).toBeGreaterThan(0);
});

test("what was under way on a connection that is lost fails, once, and is not done again", async () => {
  await pool.query("CREATE TABLE IF NOT EXISTS done (at timestamptz)");
  const client = await pool.connect();
  const doing = client.query("INSERT INTO done SELECT now() FROM pg_sleep(2)").then(() => "done", () => "lost");
  await wait(200);
  const before = pool.losses;
  await kill();
  expect(await Promise.race([doing, wait(5_000)])).toBe("lost");
  client.release();
  expect(pool.losses).toBeGreaterThan(before);
  await start();
  expect((await pool.query("SELECT * FROM done")).rows).toEqual([]);
});

test("after some seconds whoever asks is told that it is away, and from then on at once, until it is back", async () => {
  const pool = new PatientPool({ connectionString: server.url }, 1_500);
  await pool.query("SELECT 1");
  await stop();
  await expect(pool.query("SELECT 1")).rejects.toThrow("The database is away");
  const began = Date.now();
  await expect(pool.query("SELECT 1")).rejects.toThrow("The database is away");
  expect(Date.now() - began).toBeLessThan(1_000);
  await start();
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("waiting for a turn has no limit while turns come", async () => {
  const asked = Array.from({ length: 60 }, () => pool.query("SELECT pg_sleep(0.02)"));
  expect((await Promise.allSettled(asked)).every(({ status }) => status === "fulfilled")).toBe(true);
});

test("a password that is wrong is said at once, however long the database may be waited for", async () => {
  const stranger = new PatientPool({ connectionString: Object.assign(new URL(server.url), { password: "guess" }).href });
  const began = Date.now();
  await expect(stranger.query("SELECT 1")).rejects.toThrow("password authentication failed");
  expect(Date.now() - began).toBeLessThan(2_000);
  await stranger.end();
});

test("what is asked of one connection at once is asked one after the other, and one that fails keeps nobody from the next", async () => {
  const client = await pool.connect();
  const warned: string[] = [];
  const listen = ({ message }: Error) => void warned.push(message);
  process.on("warning", listen);
  const asked = await Promise.allSettled([1, 0, 3].map((by) => client.query<{ part: number }>("SELECT 6 / $1::int AS part, pg_sleep(0.02)", [by])));
  client.release();
  await wait(20);
  process.off("warning", listen);
  expect(asked.map((one) => (one.status === "fulfilled" ? one.value.rows[0]?.part : "failed"))).toEqual([6, "failed", 2]);
  expect(warned).toEqual([]);
});
