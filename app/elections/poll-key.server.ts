// The key of a poll: a file outside the database, made when the poll is prepared and destroyed when its box is sealed. Codes, the box's
// slots, marks and the ballots themselves are made with it, so that the database or a backup alone joins no voter to a ballot, and
// nobody can once the key is gone. It is in no table, no backup, no log. [COUNTING 4.1, 4.2]
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { chownSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { config } from "#app/shared/config.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { mayNotWrite, writeBeside } from "#app/shared/secrets.server.ts";
import { spellCode } from "./voting-code.ts";

/** 32 bytes in hexadecimal. It is never printed; nothing keeps it longer than one request or job. */
export type PollKey = string & { readonly _: unique symbol };

const keyBytes = 32;

function fileOf(electionId: string): string {
  if (!/^[0-9a-z]{4,40}$/.test(electionId)) throw new Error("This is no election's id");
  return join(config().pollKeysDir, electionId);
}

/** Makes the key of a poll, safe on the disk when this returns. Where it has one already, that one stays. */
export function makePollKey(electionId: string): void {
  const file = fileOf(electionId);
  makeFolder();
  const unfinished = writeBeside(file, randomBytes(keyBytes).toString("hex"));
  try {
    linkSync(unfinished, file);
  } catch (problem) {
    if (codeOfProblem(problem) !== "EEXIST") throw problem;
  } finally {
    rmSync(unfinished, { force: true });
  }
  syncFolder();
}

/** The key of a poll; null where it has none, because it was destroyed or lies on another server. */
export function pollKey(electionId: string): PollKey | null {
  const file = fileOf(electionId);
  let key: string;
  try {
    key = readFileSync(file, "utf8").trim();
  } catch (problem) {
    if (codeOfProblem(problem) === "ENOENT") return null;
    if (["EACCES", "EPERM"].includes(codeOfProblem(problem))) throw new PlainError(`Folkmoot may not read ${file}: run it as the user that file belongs to.`);
    throw problem;
  }
  if (!/^[0-9a-f]{64}$/.test(key)) throw new PlainError(`The file ${file} does not hold the key of a poll any more: put it back from where you keep a copy of it.`);
  return key as PollKey;
}

/** Overwrites the key of a poll and takes it away, also what was left of making it; as good as done where it is gone already. */
export function destroyPollKey(electionId: string): void {
  const file = fileOf(electionId);
  for (const name of namesInFolder()) {
    if (name !== electionId && !name.startsWith(`${electionId}.`)) continue;
    overwrite(join(config().pollKeysDir, name));
    rmSync(join(config().pollKeysDir, name), { force: true });
  }
  syncFolder();
  if (namesInFolder().includes(electionId)) throw new Error(`${file} is still there`);
}

function makeFolder(): void {
  const { pollKeysDir } = config();
  if (isFolderThere()) return;
  try {
    mkdirSync(pollKeysDir, { recursive: true, mode: 0o700 });
    // because an administrator may do this for the user whose folder it lies in
    const { uid, gid } = statSync(dirname(pollKeysDir));
    if (process.getuid?.() === 0) chownSync(pollKeysDir, uid, gid);
  } catch (problem) {
    throw ["EACCES", "EPERM", "EROFS"].includes(codeOfProblem(problem)) ? mayNotWrite(pollKeysDir) : problem;
  }
}

function namesInFolder(): string[] {
  try {
    return readdirSync(config().pollKeysDir);
  } catch (problem) {
    if (codeOfProblem(problem) === "ENOENT") return [];
    throw problem;
  }
}

function overwrite(path: string): void {
  const file = openSync(path, "r+");
  try {
    writeSync(file, randomBytes(Math.max(statSync(path).size, keyBytes)), 0, undefined, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(): void {
  if (!isFolderThere()) return;
  const folder = openSync(config().pollKeysDir, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isFolderThere(): boolean {
  return statSync(config().pollKeysDir, { throwIfNoEntry: false }) !== undefined;
}

function codeOfProblem(problem: unknown): string {
  return (problem as NodeJS.ErrnoException).code ?? "";
}

/** What a part of the poll is known by, under the key; a list is written so that no two lists are written alike. */
function under(key: PollKey, label: "code" | "code-hash" | "slot" | "mark" | "ballots", ...parts: (string | number)[]): Buffer {
  return createHmac("sha256", Buffer.from(key, "hex")).update(JSON.stringify(["folkmoot poll", label, ...parts])).digest();
}

/** A voter's code; a higher issue number makes another, and the one before is nobody's any more. */
export function codeOf(key: PollKey, voterId: string, issue: number): string {
  return spellCode(BigInt(`0x${under(key, "code", voterId, issue).toString("hex")}`));
}

/** By what the voter of a code is found, in hexadecimal; the code as `readCode` or `codeOf` gives it. */
export function codeHashOf(key: PollKey, code: string): string {
  return under(key, "code-hash", code).toString("hex");
}

/** Where a voter's ballot lies in the box, in hexadecimal. */
export function slotOf(key: PollKey, voterId: string): string {
  return under(key, "slot", voterId, "ballot").toString("hex");
}

/** Under what it is noted that something was done once for a voter, in hexadecimal; see PollMark. */
export function markOf(key: PollKey, voterId: string, what: string): string {
  return under(key, "mark", voterId, what).toString("hex");
}

const sealedWith = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** Every ballot is filled up to so many bytes before it is encrypted, so that its length tells nothing: room for 200 ranks. */
const filledTo = 1024;

type Place = { electionId: string; slot: string };

function ballotKey(key: PollKey): Buffer {
  return under(key, "ballots");
}

function belongsTo({ electionId, slot }: Place): Buffer {
  return Buffer.from(JSON.stringify(["folkmoot ballot", electionId, slot]));
}

/** Encrypts what a voter casts (AES-256-GCM); it opens only in its own place of its own poll, and all are of one length. */
export function sealBallot(key: PollKey, place: Place, ballot: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(ballot);
  if (bytes.length > filledTo) throw new Error("A ballot is longer than there is room for");
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(sealedWith, ballotKey(key), nonce).setAAD(belongsTo(place));
  const body = Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(filledTo - bytes.length, " ")])), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** What was cast; null where it does not open: another key, another place, or changed since. */
export function openBallot(key: PollKey, place: Place, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length !== nonceBytes + tagBytes + filledTo) return null;
  try {
    const decipher = createDecipheriv(sealedWith, ballotKey(key), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(belongsTo(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8").trimEnd();
  } catch {
    return null;
  }
}
