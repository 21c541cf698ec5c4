// What processes cost, as the system accounts for it: seconds of processor (user and system) and memory held. Known where
// there is /proc; elsewhere the figures that need it are left out.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100; // because Linux shows every program the same unit, whatever its own clock
const isKnown = existsSync("/proc/self/stat");

type Process = { pid: number; parent: number; cpu: number };

function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // because the name of a program, in brackets, may hold spaces
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const times = [11, 12, 13, 14].map((index) => Number(fields[index]));
    return { pid, parent: Number(fields[1]), cpu: times.reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond };
  } catch {
    return undefined;
  }
}

function listProcesses(): Process[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => readProcess(Number(name)) ?? []);
}

/** A process and everything it started that still runs, `besides` and what that started left out. */
export function familyOf(pid: number, besides?: number): number[] {
  if (!isKnown) return [];
  const all = listProcesses();
  const below = (parent: number): number[] =>
    parent === besides ? [] : [parent, ...all.filter((one) => one.parent === parent).flatMap((one) => below(one.pid))];
  return below(pid);
}

/** Who started a process. */
export function parentOf(pid: number): number | undefined {
  return isKnown ? readProcess(pid)?.parent : undefined;
}

/** Seconds of processor these have used, with those of their children that have ended; undefined where nobody can say. */
export function cpuOf(pids: readonly number[]): number | undefined {
  if (!isKnown) return undefined;
  return pids.reduce((sum, pid) => sum + (readProcess(pid)?.cpu ?? 0), 0);
}

/** Bytes of memory a process holds. */
export function memoryOf(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
