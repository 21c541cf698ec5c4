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

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
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

/**
 * The same, stopping the command with `sentence` when the program fails.
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
