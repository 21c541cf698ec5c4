// The embedded PostgreSQL: a real server from npm, brought up when no DATABASE_URL is set. docs/decisions/0001.
import { spawnSync } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { isRunning, processMark, withLock } from "./lock.server.mjs";
import { PlainError } from "./plain-error.ts";
import {
  baseSettings,
  createCluster,
  lastPort,
  readPasswords,
  run,
  spawnOptions,
  writeConfiguration,
  type Passwords,
} from "./postgres-cluster.server.ts";
import { postgresHome, type PostgresHome } from "./postgres-home.server.ts";

export type EmbeddedPostgres = {
  /** For an ordinary role that owns the database `folkmoot` and may create others; not the superuser. */
  url: string;
  /** From now on brings the server back whenever it ends otherwise than by `stop`; tells so in a line. */
  keepAlive(tell: (line: string) => void): void;
  /** Gives the server up; the last process that does so stops it. */
  stop(): Promise<void>;
};

type Options = {
  /** The folder that holds everything about the database. */
  dataDir: string;
  /** Told one line before each slow step. */
  report: (line: string) => void;
  /** Further lines of postgresql.conf. */
  settings?: Record<string, string>;
};

const database = "folkmoot";
const lookedAfterEveryMs = 200;

/**
 * Starts the server of this folder, or joins it when another process has started it or a killed one has left it running.
 * Every process that uses it is counted by a file in `users/`, and the last to stop stops the server, so a command begun
 * while the web server runs may outlive it.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  endsByExiting();
  starting += 1;
  try {
    const home = await postgresHome(options.dataDir, options.report);
    const lock = join(home.folder, "lock");
    const { port, passwords, ticket } = await withLock(lock, () => joinOrStart(home, options));
    const onExit = () => leaveAtOnce(home, ticket);
    process.once("exit", onExit);
    let left: Promise<void> | undefined;
    return {
      url: `postgresql://folkmoot:${passwords.folkmoot}@127.0.0.1:${port}/${database}`,
      keepAlive: (tell) => void keepAlive({ tell, isLeft: () => left !== undefined, home, port, passwords, lock, options }),
      stop: () => {
        process.off("exit", onExit);
        return (left ??= withLock(lock, () => leave(home, ticket)));
      },
    };
  } catch (error) {
    throw plainly(error, options.dataDir);
  } finally {
    starting -= 1;
    if (starting === 0 && endsWith !== undefined) process.exit(endsWith);
  }
}

async function joinOrStart(home: PostgresHome, { report, settings = {} }: Options) {
  await removeDeadUsers(home);
  if (!existsSync(join(home.folder, "cluster"))) {
    report("Creating the database");
    await createCluster(home, settings.fsync !== "off");
  }
  const passwords = await readPasswords(home);
  const port = (await runningPort(home, passwords)) ?? (await startServer(home, settings));
  const ticket = join(home.folder, "users", `${process.pid}-${randomUUID()}`);
  try {
    await mkdir(join(home.folder, "users"), { recursive: true });
    await writeFile(ticket, processMark(process.pid));
    await createDatabase(port, passwords);
  } catch (error) {
    await leave(home, ticket);
    throw error;
  }
  return { port, passwords, ticket };
}

type Kept = {
  tell: (line: string) => void;
  isLeft: () => boolean;
  home: PostgresHome;
  port: number;
  passwords: Passwords;
  lock: string;
  options: Options;
};

/** Looks after the server several times a second; one that has ended comes back where every connection looks for it. */
async function keepAlive({ tell, isLeft, home, port, passwords, lock, options }: Kept) {
  for (let pause = lookedAfterEveryMs; !isLeft(); await wait(pause, undefined, { ref: false })) {
    if (await isServerRunning(home)) continue;
    try {
      await withLock(lock, async () => {
        if (isLeft() || (await runningPort(home, passwords)) !== undefined) return;
        await startServer(home, options.settings ?? {}, port);
        tell("The embedded database had ended unexpectedly and was brought back.");
      });
      pause = lookedAfterEveryMs;
    } catch (problem) {
      pause = Math.min(pause * 2, 10_000);
      tell(`${(plainly(problem, options.dataDir) as Error).message} It is tried again.`);
    }
  }
}

async function isServerRunning(home: PostgresHome): Promise<boolean> {
  const pid = Number.parseInt(await readFile(join(home.folder, "cluster", "postmaster.pid"), "utf8").catch(() => ""), 10);
  return pid > 0 && isRunning(processMark(pid));
}

async function leave(home: PostgresHome, ticket: string) {
  await rm(ticket, { force: true });
  const others = await removeDeadUsers(home);
  if (others === 0 && existsSync(join(home.folder, "cluster", "postmaster.pid"))) {
    await run(home, "pg_ctl", ["stop", "-D", join(home.folder, "cluster"), "-m", "fast", "-w", "-t", "60"]).catch(async (problem: Error) => {
      // because one that was killed has nothing left to stop
      if (await isServerRunning(home)) throw problem;
    });
  }
}

/** For a process that ends without stopping, after a fault: the same without waiting, unless somebody is just arriving. */
function leaveAtOnce(home: PostgresHome, ticket: string) {
  const users = join(home.folder, "users");
  rmSync(ticket, { force: true });
  if (existsSync(join(home.folder, "lock")) || readdirSync(users).length > 0) return;
  spawnSync(join(home.programs, "pg_ctl"), ["stop", "-D", join(home.folder, "cluster"), "-m", "fast", "-w"], spawnOptions(home));
}

let isEndedByExiting = false;
/** Servers on their way up: only once one is there can it be stopped, so a signal waits for it. */
let starting = 0;
let endsWith: number | undefined;

/** A signal that nobody else takes would end the process without its `exit`, and leave the server running. */
function endsByExiting() {
  if (isEndedByExiting) return;
  isEndedByExiting = true;
  for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) > 1) return;
      if (starting === 0) process.exit(128 + number);
      endsWith = 128 + number;
    });
  }
}

/** How many processes use the server, the ones that died without saying so left out. */
async function removeDeadUsers(home: PostgresHome): Promise<number> {
  const users = join(home.folder, "users");
  let living = 0;
  for (const name of await readdir(users).catch(() => [])) {
    if (isRunning(await readFile(join(users, name), "utf8").catch(() => ""))) living++;
    else await rm(join(users, name), { force: true });
  }
  return living;
}

/** The port of the server that already runs on this cluster; leftovers of one that does not run are cleared away. */
async function runningPort(home: PostgresHome, passwords: Passwords): Promise<number | undefined> {
  const cluster = join(home.folder, "cluster");
  const pidFile = join(cluster, "postmaster.pid");
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(200)) {
    const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
    const pid = Number(lines[0]);
    if (!(pid > 0) || !isRunning(processMark(pid))) return undefined;
    const port = Number(lines[3]);
    if (port > 0 && (await answersFor(cluster, port, passwords))) return port;
    if (!(await isServerOf(cluster, pid))) {
      await rm(pidFile, { force: true });
      return undefined;
    }
  }
  await run(home, "pg_ctl", ["stop", "-D", cluster, "-m", "immediate", "-w"]);
  return undefined;
}

async function answersFor(cluster: string, port: number, passwords: Passwords): Promise<boolean> {
  try {
    const found = await asSuperuser(port, passwords, (client) => client.query<{ data_directory: string }>("SHOW data_directory"));
    return found.rows[0]?.data_directory === (await realpath(cluster)) || found.rows[0]?.data_directory === cluster;
  } catch {
    return false;
  }
}

/** A process number in a pid file may by now be another program's. Where the system cannot say, it is taken for ours. */
async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  if (!existsSync("/proc/self/cwd")) return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === (await realpath(cluster));
}

/** Starts it on this port, else where it was last, so that whoever knows its address finds it again; else on a free one. */
async function startServer(home: PostgresHome, settings: Record<string, string>, wanted?: number): Promise<number> {
  const cluster = join(home.folder, "cluster");
  const log = join(home.folder, "server.log");
  await rename(log, join(home.folder, "server.previous.log")).catch(() => undefined);
  const last = await lastPort(home);
  for (let tries = 1; ; tries++) {
    const port = wanted ?? (last !== undefined && tries < 20 && (await isFree(last)) ? last : await freePort());
    await writeConfiguration(home, { ...baseSettings(port), ...settings });
    await rm(log, { force: true });
    try {
      await run(home, "pg_ctl", ["start", "-D", cluster, "-l", log, "-w", "-t", "600", "-s"]);
      return port;
    } catch (error) {
      const said = await readFile(log, "utf8").catch(() => "");
      // because the workers of a killed server need a moment to notice, and another program may take the port first
      const passing = /still in use|address already in use|lock file .* already exists/i.test(said);
      if (!passing || tries > 100) throw said === "" ? error : new Error(said);
      // because PostgreSQL takes a killed process that nobody has buried for a living one; that its workers still live it knows from their memory
      if (!(await isServerRunning(home))) await rm(join(cluster, "postmaster.pid"), { force: true });
      await wait(100);
    }
  }
}

/** A port below those that systems lend to outgoing connections, which could take it while the server is down. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((done) => {
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}

async function createDatabase(port: number, passwords: Passwords) {
  await asSuperuser(port, passwords, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'folkmoot') AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
      [database],
    );
    if (!rows[0]?.role) await client.query(`CREATE ROLE folkmoot LOGIN CREATEDB PASSWORD '${passwords.folkmoot}'`);
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${database} OWNER folkmoot`);
  });
}

async function asSuperuser<Value>(port: number, passwords: Passwords, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({
    ...{ host: "127.0.0.1", port, user: "postgres", database: "postgres", password: passwords.postgres },
    ...{ connectionTimeoutMillis: 5_000, query_timeout: 30_000 },
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function plainly(error: unknown, dataDir: string): unknown {
  if (error instanceof PlainError || !(error instanceof Error)) return error;
  const said = error.message;
  if (/ENOSPC|No space left/i.test(said)) return new PlainError(`The disk that holds ${dataDir} is full.`);
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system|has wrong ownership/i.test(said)) {
    return new PlainError(`Folkmoot may not write to its data folder ${dataDir}: run it as the user who owns the folder, or set FOLKMOOT_DATA_DIR to another.`);
  }
  if (/initialized by PostgreSQL version|incompatible with server/i.test(said)) {
    return new PlainError(`The database in ${dataDir} was made by another version of PostgreSQL: restore it from a backup into a new data folder.`);
  }
  const reason = said.split("\n").findLast((line) => /FATAL|PANIC|error:|could not/i.test(line)) ?? said.split("\n").find(Boolean);
  return new PlainError(`The embedded database in ${dataDir} did not start (${reason?.trim()}).`);
}
