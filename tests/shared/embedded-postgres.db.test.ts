// The embedded server, truly started, killed and joined, in throwaway folders.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { binaryPackage, postgresHome } from "#app/shared/postgres-home.server.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "#app/shared/embedded-postgres.server.ts";
import { removeFolder } from "../support/folders.ts";

const isRoot = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
let started: EmbeddedPostgres[];
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-postgres-"));
  await chmod(folder, 0o755);
  dataDir = join(folder, "postgres");
  started = [];
  said = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await removeFolder(folder);
});

async function start() {
  // because only the power cut that no test can make would show the difference
  const settings = { fsync: "off" };
  const server = await startEmbeddedPostgres({ dataDir, report: (line) => said.push(line), settings });
  started.push(server);
  return server;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function serverProcess(home = dataDir): Promise<number> {
  return Number((await readFile(join(home, "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  return false;
}

test("a start from nothing gives a database that only this machine and this password can reach", async () => {
  const { url } = await start();
  expect(said).toEqual(["Creating the database"]);
  const address = new URL(url);
  expect([address.hostname, address.pathname]).toEqual(["127.0.0.1", "/folkmoot"]);
  expect(address.password.length).toBeGreaterThanOrEqual(32);
  expect((await stat(join(dataDir, "passwords"))).mode & 0o777).toBe(0o600);
  expect(
    await query(
      url,
      "SELECT current_setting('listen_addresses') AS listens, current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding",
    ),
  ).toEqual([{ listens: "127.0.0.1", checksums: "on", encoding: "UTF8" }]);
  await expect(query(Object.assign(new URL(url), { password: "guess" }).href, "SELECT 1")).rejects.toThrow("password");
});

test("Folkmoot's role owns its database, may create others, is not the superuser, and sorts Welsh as in Welsh", async () => {
  const { url } = await start();
  expect(await query(url, "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user")).toEqual([{ rolsuper: false, rolcreatedb: true }]);
  await query(url, "CREATE EXTENSION pg_trgm");
  await query(url, "CREATE SCHEMA elsewhere");
  const rows = await query(url, `SELECT word FROM unnest(ARRAY['llan', 'lwc', 'chwarae', 'cyngor', 'dydd']) AS word ORDER BY word COLLATE "cy-x-icu"`);
  expect(rows.map(({ word }) => word)).toEqual(["cyngor", "chwarae", "dydd", "lwc", "llan"]);
});

test("what was committed is there after the server is killed and started again", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 1000)");
  const pid = await serverProcess();
  process.kill(pid, "SIGKILL");
  expect(await isGone(pid)).toBe(true);
  const second = await start();
  expect(await query(second.url, "SELECT count(*)::int AS kept FROM kept")).toEqual([{ kept: 1000 }]);
});

test("a server that was killed is given up without a word", async () => {
  const server = await start();
  process.kill(await serverProcess(), "SIGKILL");
  await expect(server.stop()).resolves.toBeUndefined();
});

test("a second process joins the server, and the last one to leave stops it", async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  const pid = await serverProcess();
  await first.stop();
  expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await second.stop();
  expect(await isGone(pid)).toBe(true);
  expect(existsSync(join(dataDir, "cluster", "postmaster.pid"))).toBe(false);
});

test("a server left running by a killed process is joined, and then stopped by whoever joined it", async () => {
  const parent = await startInAnotherProcess();
  const pid = await serverProcess();
  parent.kill("SIGKILL");
  await new Promise((ended) => parent.once("exit", ended));
  const { url, stop } = await start();
  expect(await serverProcess()).toBe(pid);
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await stop();
  expect(await isGone(pid)).toBe(true);
});

async function startInAnotherProcess(): Promise<ChildProcess> {
  const server = await start();
  await server.stop();
  started = [];
  const { programs, user } = await postgresHome(dataDir, (line) => said.push(line));
  const child = spawn(join(programs, "pg_ctl"), ["start", "-D", join(dataDir, "cluster"), "-l", join(dataDir, "server.log"), "-w", "-s"], {
    ...user,
    cwd: dataDir,
    stdio: "ignore",
  });
  await new Promise((ended) => child.once("exit", ended));
  const parent = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
  await mkdir(join(dataDir, "users"), { recursive: true });
  await writeFile(join(dataDir, "users", `${parent.pid}-parent`), `${parent.pid}:`);
  return parent;
}

test("a server that is killed comes back by itself, where it was, as often as it is killed; one that was stopped does not", async () => {
  const server = await start();
  const told: string[] = [];
  server.keepAlive((line) => told.push(line));
  await query(server.url, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
  for (let times = 1; times <= 2; times++) {
    process.kill(await serverProcess(), "SIGKILL");
    await vi.waitFor(async () => expect(await query(server.url, "SELECT id FROM kept")).toEqual([{ id: 1 }]), { timeout: 20_000, interval: 50 });
  }
  const pid = await serverProcess();
  await server.stop();
  await new Promise((later) => setTimeout(later, 500));
  expect(await isGone(pid)).toBe(true);
  expect(existsSync(join(dataDir, "cluster", "postmaster.pid"))).toBe(false);
  expect(told).toEqual(Array(2).fill("The embedded database had ended unexpectedly and was brought back."));
});

test("a server that is started again is where it was, so that whoever knew its address finds it", async () => {
  const first = await start();
  await first.stop();
  expect((await start()).url).toBe(first.url);
});

test("a process number that now belongs to another program does not keep the server from starting", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (id int)");
  await first.stop();
  started = [];
  await writeFile(join(dataDir, "cluster", "postmaster.pid"), `${process.pid}\n${join(dataDir, "cluster")}\n1700000000\n1\n\n127.0.0.1\n\nready\n`);
  const second = await start();
  expect(await query(second.url, "SELECT count(*)::int AS kept FROM kept")).toEqual([{ kept: 0 }]);
});

test("links that npm left out are put back", async () => {
  const own = join(folder, "package");
  await cp(binaryPackage(), own, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(own, "native", "pg-symlinks.json"), "utf8").catch(() => "[]")) as { target: string }[];
  for (const { target } of links) await rm(join(own, target));
  await postgresHome(dataDir, (line) => said.push(line), own);
  expect(links.map(({ target }) => existsSync(join(own, target)))).toEqual(links.map(() => true));
});

test("a first start that was interrupted is begun afresh", async () => {
  await mkdir(join(dataDir, "cluster.unfinished"), { recursive: true });
  await writeFile(join(dataDir, "cluster.unfinished", "PG_VERSION"), "18\n");
  const { url } = await start();
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a data folder that cannot be one is said in one sentence", async () => {
  await writeFile(dataDir, "a file, not a folder");
  await expect(start()).rejects.toThrow(/^[^\n]+\.$/);
});

describe.runIf(isRoot)("as root, in a checkout that only root may enter", () => {
  test("the database is kept where PostgreSQL may go, and is found there again", async () => {
    await chmod(folder, 0o700);
    const first = await start();
    const home = await readFile(join(dataDir, "moved-to"), "utf8");
    try {
      expect(said[0]).toContain(home);
      await query(first.url, "CREATE TABLE kept (id int)");
      await first.stop();
      const second = await start();
      expect(await query(second.url, "SELECT count(*)::int AS kept FROM kept")).toEqual([{ kept: 0 }]);
      expect((await stat(join(home, "cluster"))).uid).not.toBe(0);
    } finally {
      for (const server of started) await server.stop();
      await rm(home, { recursive: true, force: true });
    }
  });

  test("programs that lie in such a checkout are copied to where PostgreSQL may run them", async () => {
    const own = join(folder, "package");
    await cp(binaryPackage(), own, { recursive: true, verbatimSymlinks: true });
    await chmod(folder, 0o700);
    const { programs, folder: home, user } = await postgresHome(dataDir, (line) => said.push(line), own);
    await rm(home, { recursive: true, force: true });
    expect(programs.startsWith(own)).toBe(false);
    expect(spawnSync(join(programs, "postgres"), ["--version"], { ...user, cwd: "/", encoding: "utf8" }).stdout).toContain("(PostgreSQL) 18");
  });

  test("files that only their owner may read by default are lent with the rest", async () => {
    const before = process.umask(0o077);
    try {
      const { url } = await start();
      expect(await query(url, "SELECT current_setting('listen_addresses') AS listens")).toEqual([{ listens: "127.0.0.1" }]);
    } finally {
      process.umask(before);
    }
  });

  test("a copy of that checkout gets a database of its own", async () => {
    await chmod(folder, 0o700);
    const first = await start();
    await query(first.url, "CREATE TABLE original (id int)");
    const original = await readFile(join(dataDir, "moved-to"), "utf8");
    await cp(dataDir, `${dataDir}-copy`, { recursive: true });
    dataDir = `${dataDir}-copy`;
    const second = await start();
    const copied = await readFile(join(dataDir, "moved-to"), "utf8");
    try {
      expect(copied).not.toBe(original);
      expect(await query(second.url, "SELECT to_regclass('original') AS original")).toEqual([{ original: null }]);
    } finally {
      for (const server of started) await server.stop();
      for (const home of [original, copied]) await rm(home, { recursive: true, force: true });
    }
  });
});
