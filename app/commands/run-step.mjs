// Runs one tool of a set-up step: silent while all goes well; when it fails, its last lines and one plain sentence.
import { spawn } from "node:child_process";
import { statfs } from "node:fs/promises";

/** What stops a command and what the person can do about it, in one sentence; `lines` are the tool's last words. */
export class StepFailed extends Error {
  /**
   * @param {string} sentence
   * @param {string[]} [lines]
   */
  constructor(sentence, lines = []) {
    super(sentence);
    this.lines = lines;
  }
}

/** @type {NodeJS.WriteStream} */
let said = process.stdout;

/** From now on what is said stands beside what a command prints, not in it. */
export function sayAside() {
  said = process.stderr;
}

/** @param {string} line */
export function say(line) {
  said.write(`${line}\n`);
}

/**
 * Ends the command with the sentence of what went wrong; a fault of ours keeps its stack.
 * @param {unknown} problem
 * @returns {never}
 */
export function giveUp(problem) {
  if (problem instanceof StepFailed) {
    for (const line of problem.lines) process.stderr.write(`  ${line}\n`);
    process.stderr.write(`${problem.message}\n`);
  } else process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  process.exit(1);
}

const keptLines = 25;

/**
 * Runs a program and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, shell?: boolean, cwd?: string }} [options]
 * @returns {Promise<{ ok: boolean, said: string }>}
 */
export function runKept(program, args, { env = {}, shell = false, cwd } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell,
      ...(cwd === undefined ? {} : { cwd }),
      windowsHide: true,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", (problem) => done({ ok: false, said: problem.message }));
    child.once("close", (code) => done({ ok: code === 0, said }));
  });
}

const keptOfComplaint = 4_000;
const lastWordsWithinMs = 1_000;

/**
 * Runs a program of Node's that is seen as it goes on; what it last said about errors is kept too.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<{ ok: boolean, complaint: string }>} `ok`: whether it ended well
 */
export function runSeen(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe"], env: { ...process.env, ...env } });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      process.stderr.write(text);
      complaint = (complaint + text).slice(-keptOfComplaint);
    });
    // because what the program left running may hold on to its output for ever
    child.once("exit", () => setTimeout(() => child.stderr.destroy(), lastWordsWithinMs).unref());
    child.once("error", ({ message }) => done({ ok: false, complaint: message }));
    child.once("close", (code, signal) => done({ ok: code === 0, complaint: `${complaint}It ended with ${signal ?? code}.` }));
  });
}

/**
 * Runs a program and keeps what it prints, stopping the command with `sentence` when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ sentence: string, env?: Record<string, string | undefined>, shell?: boolean }} options
 */
export async function runQuietly(program, args, { sentence, ...options }) {
  const { ok, said } = await runKept(program, args, options);
  if (!ok) throw explained(said, sentence);
}

/**
 * @param {string} said
 * @param {string} sentence
 */
function explained(said, sentence) {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (/ENOSPC|no space left/i.test(said)) return new StepFailed("The disk is full: free some space and start again.");
  return new StepFailed(sentence, lines.slice(-keptLines));
}

/**
 * Refuses to begin what would fill the disk.
 * @param {string} folder
 * @param {number} bytes
 */
export async function requireFreeSpace(folder, bytes) {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const megabytes = (/** @type {number} */ size) => `${Math.round(size / 1_000_000)} MB`;
  throw new StepFailed(
    `The disk that holds ${folder} has ${megabytes(free)} free, and installing and building Folkmoot takes ${megabytes(bytes)}: free some space and start again.`,
  );
}
