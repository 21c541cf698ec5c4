// One process at a time: a lock file that names its holder, so that the lock of a killed process is nobody's.
// Plain JavaScript, because the commands use it before anything is installed or built.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * What tells this process from an earlier or later one of the same number: the number and, on Linux, when it began.
 * @param {number} pid
 */
export function processMark(pid) {
  return `${pid}:${statOf(pid)[19] ?? ""}`;
}

/**
 * What Linux says of a process, from its state on; nothing elsewhere.
 * @param {number} pid
 * @returns {string[]}
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/**
 * Whether the process that left this mark still runs.
 * @param {string} mark
 */
export function isRunning(mark) {
  const pid = Number.parseInt(mark, 10);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  if (statOf(pid)[0] === "Z") return false; // because in a container nobody may be there to bury it
  return processMark(pid) === mark || processMark(pid).endsWith(":");
}

/**
 * Runs while no other process holds the lock; `onWait` is called once when it has to wait.
 * @template Value
 * @param {string} file
 * @param {() => Promise<Value>} run
 * @param {() => void} [onWait]
 * @returns {Promise<Value>}
 */
export async function withLock(file, run, onWait) {
  const mine = `${processMark(process.pid)} ${randomUUID()}`;
  const ticket = `${file}.${randomUUID()}`;
  await writeFile(ticket, mine, { mode: 0o600 });
  try {
    for (let tries = 0; !(await took(ticket, file)); tries++) {
      await dropIfAbandoned(file);
      if (tries === 5) onWait?.();
      await wait(100);
    }
    try {
      return await run();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(ticket, { force: true });
  }
}

/**
 * A hard link appears with its contents or not at all, so nobody ever reads half a lock.
 * @param {string} ticket
 * @param {string} file
 */
async function took(ticket, file) {
  try {
    await link(ticket, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
async function dropIfAbandoned(file) {
  const held = await readFile(file, "utf8").catch(() => undefined);
  if (held === undefined || isRunning(held.split(" ")[0] ?? "")) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    // because somebody else may have taken the abandoned lock between our reading and our moving it
    if ((await readFile(aside, "utf8")) !== held) await link(aside, file).catch(() => undefined);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  } finally {
    await rm(aside, { force: true });
  }
}
