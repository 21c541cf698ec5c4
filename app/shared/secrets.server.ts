// The secrets of this installation, with which cookies are signed and keyed hashes made. The newest makes, all that are known
// still open, so that a new one can be made while the server runs. They lie in the settings or in the data folder.
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { config } from "./config.server.ts";
import { PlainError } from "./plain-error.ts";

export type SecretBefore = { secret: string; replacedAt: Date };
type Kept = { newest: string; before: SecretBefore[] };

/** Processes that share a data folder look for a new secret so often, and make with it only once all have seen it. */
const lookEveryMs = 5_000;
const seenByAllAfterMs = 12_000;

const shortest = 32;

export function secretFile(): string {
  return join(config().dataDir, "secret");
}

function fileOfBefore(): string {
  return join(config().dataDir, "secrets-before");
}

let kept: Kept | undefined;
let lookedAt = 0;

/** Every secret that opens something, the one to make with first. */
export function knownSecrets(now = Date.now()): string[] {
  const { secret, secretsBefore } = config();
  if (secret) return [secret, ...secretsBefore];
  if (!kept || now - lookedAt > lookEveryMs) {
    kept = readKept();
    lookedAt = now;
  }
  const { newest, before } = kept;
  const known = [newest, ...before.map((one) => one.secret), ...secretsBefore];
  const [last] = before;
  return !last || isSeenByAll(before, new Date(now)) ? known : [last.secret, newest, ...known.slice(2)];
}

/** Whether every process has had the time to see the newest. */
export function isSeenByAll([last]: readonly SecretBefore[], now: Date): boolean {
  return !last || now.getTime() - last.replacedAt.getTime() > seenByAllAfterMs;
}

/** The secrets that are kept in the data folder besides the newest, the last replaced first. */
export function secretsReplaced(): SecretBefore[] {
  return readKept().before;
}

/** Every secret there is, newest first, without making one where there is none. */
export function findSecrets(): SecretBefore[] {
  const { secret, secretsBefore } = config();
  const undated = (one: string) => ({ secret: one, replacedAt: new Date(0) });
  if (secret) return [secret, ...secretsBefore].map(undated);
  if (readFile(secretFile()) === undefined) return [];
  const { newest, before } = readKept();
  return [undated(newest), ...before, ...secretsBefore.map(undated)];
}

/** Takes over the secrets of another installation, whose data come too, newest first; only where there is none yet. */
export function adoptSecrets([newest, ...before]: readonly SecretBefore[]): void {
  if (!newest || findSecrets().length > 0) throw new Error("There is a secret already, or none to take over");
  mkdirSync(config().dataDir, { recursive: true });
  const lines = before.map(({ secret, replacedAt }) => `${replacedAt.toISOString()} ${secret}\n`);
  if (lines.length > 0) renameSync(writeBeside(fileOfBefore(), lines.join("")), fileOfBefore());
  renameSync(writeBeside(secretFile(), newest.secret), secretFile());
  kept = undefined;
}

/** Makes a new secret in the data folder; those before it still open what they made. */
export function makeNewSecret(now: Date): void {
  const { newest, before } = readKept();
  // The old one is put by before the new one takes its place, so that no moment is without it.
  const all = [{ secret: newest, replacedAt: now }, ...before];
  const lines = all.map(({ secret, replacedAt }) => `${replacedAt.toISOString()} ${secret}\n`);
  renameSync(writeBeside(fileOfBefore(), lines.join("")), fileOfBefore());
  renameSync(writeBeside(secretFile(), drawSecret()), secretFile());
  kept = undefined;
}

/** What the older secrets made opens no longer. */
export function forgetSecretsBefore(): void {
  rmSync(fileOfBefore(), { force: true });
  kept = undefined;
}

function drawSecret(): string {
  return randomBytes(32).toString("hex");
}

function readKept(): Kept {
  mkdirSync(config().dataDir, { recursive: true });
  const newest = readFile(secretFile()) ?? makeFirst();
  if (newest.length < shortest) {
    throw new PlainError(`The file ${secretFile()} does not hold a secret any more: put it back from where you keep a copy of it.`);
  }
  const lines = (readFile(fileOfBefore()) ?? "").split("\n").map((line) => line.trim().split(" "));
  const before = lines.flatMap(([at = "", secret = ""]) => (secret.length < shortest ? [] : [{ secret, replacedAt: new Date(at) }]));
  return { newest, before: before.filter(({ secret }) => secret !== newest) };
}

/** Whoever comes first makes it; a link appears with its contents or not at all, so nobody reads half a secret. */
function makeFirst(): string {
  const unfinished = writeBeside(secretFile(), drawSecret());
  try {
    linkSync(unfinished, secretFile());
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readFile(secretFile()) ?? "";
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "EACCES" || code === "EPERM") throw new PlainError(`Folkmoot may not read ${path}: run it as the user that file belongs to.`);
    throw problem;
  }
}

/** Writes a file that its owner alone may read, safe on the disk, next to the one it will become. */
export function writeBeside(path: string, text: string): string {
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const file = openSync(unfinished, "wx", 0o600);
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
    // because an administrator may do this for the user whose folder it is
    const { uid, gid } = statSync(dirname(path));
    if (process.getuid?.() === 0) chownSync(unfinished, uid, gid);
    return unfinished;
  } catch (problem) {
    if (!["EACCES", "EPERM", "EROFS"].includes((problem as NodeJS.ErrnoException).code ?? "")) throw problem;
    throw mayNotWrite(dirname(path));
  }
}

/** What is said where a folder of ours takes no file. */
export function mayNotWrite(folder: string): PlainError {
  const [name, setting] = folder === config().pollKeysDir ? ["the folder of the polls' keys", "POLL_KEYS_DIR"] : ["its data folder", "FOLKMOOT_DATA_DIR"];
  return new PlainError(`Folkmoot may not write to ${name} ${folder}: run it as the user who owns the folder, or set ${setting} to another.`);
}
