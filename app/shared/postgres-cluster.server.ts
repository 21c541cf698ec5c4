// The cluster of the embedded PostgreSQL: its folder, its passwords, its configuration, and the programs that run on it.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "./plain-error.ts";
import type { PostgresHome } from "./postgres-home.server.ts";

export type Passwords = { postgres: string; folkmoot: string };

/** Made under another name and renamed when it is whole, so that an interrupted first start leaves nothing half done. */
export async function createCluster(home: PostgresHome, isSafe: boolean) {
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

export async function readPasswords(home: PostgresHome): Promise<Passwords> {
  const file = join(home.folder, "passwords");
  try {
    return JSON.parse(await readFile(file, "utf8")) as Passwords;
  } catch {
    throw new PlainError(`The password of the embedded database cannot be read from ${file}.`);
  }
}

export async function lastPort(home: PostgresHome): Promise<number | undefined> {
  const written = await readFile(join(home.folder, "cluster", "folkmoot.conf"), "utf8").catch(() => "");
  const port = Number(/^port = '(\d+)'$/m.exec(written)?.[1]);
  return port > 0 ? port : undefined;
}

export function baseSettings(port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // because after a crash one call to the system makes everything sure that else takes one for each of a thousand files
    ...(process.platform === "linux" && { recovery_init_sync_method: "syncfs" }),
    // because an error's details, its statement and even its message may hold what a resident wrote; whoever caused the error
    // is told it, and our own log says where
    log_min_messages: "log",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
  };
}

export async function writeConfiguration(home: PostgresHome, settings: Record<string, string>) {
  const file = join(home.folder, "cluster", "folkmoot.conf");
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  await writeFile(file, ["# Written by Folkmoot at each start.", ...lines, ""].join("\n"));
  if (home.user) await chown(file, home.user.uid, home.user.gid);
}

/** The programs run as their user and are deaf to the person's own PostgreSQL variables. */
export function spawnOptions(home: PostgresHome) {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  // because the user lent by root may not enter the folder the command was given in
  return { ...home.user, cwd: home.folder, env, windowsHide: true };
}

/** Runs one of PostgreSQL's programs; rejects with what it said. */
export function run(home: PostgresHome, program: "initdb" | "pg_ctl", args: string[]): Promise<void> {
  const child = spawn(join(home.programs, program), args, { ...spawnOptions(home), stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => (code === 0 ? done() : failed(new Error(said || `${program} ended with ${code}`))));
  });
}
