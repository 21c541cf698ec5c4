// The embedded PostgreSQL: a real server from npm, brought up when no DATABASE_URL is set. docs/decisions/0001.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { appendFile, chown, mkdir, readdir, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { isRunning, processMark, withLock } from "./lock.server.mjs";
import { PlainError } from "./plain-error.ts";
import { postgresHome, type PostgresHome } from "./postgres-home.server.ts";

export type EmbeddedPostgres = {
  /** For an ordinary role that owns the database `folkmoot` and may create others; not the superuser. */
  url: string;
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

type Passwords = { postgres: string; folkmoot: string };

const database = "folkmoot";

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

async function leave(home: PostgresHome, ticket: string) {
  await rm(ticket, { force: true });
  const others = await removeDeadUsers(home);
  if (others === 0 && existsSync(join(home.folder, "cluster", "postmaster.pid"))) {
    await run(home, "pg_ctl", ["stop", "-D", join(home.folder, "cluster"), "-m", "fast", "-w", "-t", "60"]);
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

/** Made under another name and renamed when it is whole, so that an interrupted first start leaves nothing half done. */
async function createCluster(home: PostgresHome, isSafe: boolean) {
  const cluster = join(home.folder, "cluster");
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const passwords: Passwords = { postgres: newPassword(), folkmoot: newPassword() };
  await writeFile(join(home.folder, "passwords"), JSON.stringify(passwords), { mode: 0o600 });
  const passwordFile = join(home.folder, "password.for-initdb");
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 });
  if (home.user) await chown(passwordFile, home.user.uid, home.user.gid);
  try {
    await run(home, "initdb", [
      ...["-D", unfinished, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      // because this collation belongs to PostgreSQL itself, an upgrade of the system never leaves an index out of order
      ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"],
      ...(isSafe ? [] : ["--no-sync"]),
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await appendFile(join(unfinished, "postgresql.conf"), "\ninclude 'folkmoot.conf'\n");
  await rename(unfinished, cluster);
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

async function readPasswords(home: PostgresHome): Promise<Passwords> {
  const file = join(home.folder, "passwords");
  try {
    return JSON.parse(await readFile(file, "utf8")) as Passwords;
  } catch {
    throw new PlainError(`The password of the embedded database cannot be read from ${file}.`);
  }
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

async function startServer(home: PostgresHome, settings: Record<string, string>): Promise<number> {
  const cluster = join(home.folder, "cluster");
  const log = join(home.folder, "server.log");
  await rename(log, join(home.folder, "server.previous.log")).catch(() => undefined);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    await writeConfiguration(home, { ...baseSettings(port), ...settings });
    await rm(log, { force: true });
    try {
      await run(home, "pg_ctl", ["start", "-D", cluster, "-l", log, "-w", "-t", "600", "-s"]);
      return port;
    } catch (error) {
      const said = await readFile(log, "utf8").catch(() => "");
      // because the workers of a killed server need a moment to notice, and another program may take the port first
      const passing = /still in use|address already in use/i.test(said);
      if (!passing || tries > 20) throw said === "" ? error : new Error(said);
      await wait(500);
    }
  }
}

function baseSettings(port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // because the details of an error may hold what a resident wrote
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
  };
}

async function writeConfiguration(home: PostgresHome, settings: Record<string, string>) {
  const file = join(home.folder, "cluster", "folkmoot.conf");
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  await writeFile(file, ["# Written by Folkmoot at each start.", ...lines, ""].join("\n"));
  if (home.user) await chown(file, home.user.uid, home.user.gid);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
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

/** The programs run as their user and are deaf to the person's own PostgreSQL variables. */
function spawnOptions(home: PostgresHome) {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  // because the user lent by root may not enter the folder the command was given in
  return { ...home.user, cwd: home.folder, env, windowsHide: true };
}

/** Runs one of PostgreSQL's programs; rejects with what it said. */
function run(home: PostgresHome, program: "initdb" | "pg_ctl", args: string[]): Promise<void> {
  const child = spawn(join(home.programs, program), args, { ...spawnOptions(home), stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => (code === 0 ? done() : failed(new Error(said || `${program} ended with ${code}`))));
  });
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
