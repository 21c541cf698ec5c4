// One process at a time, also when a holder was killed or its number was given to another program.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning, processMark, withLock } from "#app/shared/lock.server.mjs";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-lock-"));
  lock = join(folder, "lock");
});

afterEach(() => rm(folder, { recursive: true }));

function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("five processes that count in one file under the lock lose no count and leave nothing behind", async () => {
  const counter = join(folder, "counter");
  await writeFile(counter, "0");
  const module = pathToFileURL(resolve("app/shared/lock.server.mjs")).href;
  const script = `
    import { readFile, writeFile } from "node:fs/promises";
    const { withLock } = await import(${JSON.stringify(module)});
    for (let i = 0; i < 3; i++) {
      await withLock(${JSON.stringify(lock)}, async () => {
        const count = Number(await readFile(${JSON.stringify(counter)}, "utf8"));
        await new Promise((later) => setTimeout(later, 10));
        await writeFile(${JSON.stringify(counter)}, String(count + 1));
      });
    }`;
  const ended = Array.from({ length: 5 }, () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
    return new Promise((done) => child.once("exit", done));
  });
  expect(await Promise.all(ended)).toEqual([0, 0, 0, 0, 0]);
  expect(await readFile(counter, "utf8")).toBe("15");
  expect(await readdir(folder)).toEqual(["counter"]);
});

test("the lock of a process that was killed is nobody's", async () => {
  await writeFile(lock, `${deadProcess()}: left`);
  expect(await withLock(lock, () => Promise.resolve("mine"))).toBe("mine");
});

test("whoever waits is told so once", async () => {
  let told = 0;
  let second: Promise<void> | undefined;
  await withLock(lock, async () => {
    second = withLock(lock, () => Promise.resolve(), () => told++);
    await new Promise((later) => setTimeout(later, 1_000));
  });
  await second;
  expect(told).toBe(1);
});

test("a failure under the lock gives the lock back", async () => {
  await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await readdir(folder)).toEqual([]);
});

test("a process is running while it runs, and a mark of nothing never is", () => {
  expect(isRunning(processMark(process.pid))).toBe(true);
  expect(isRunning(`${deadProcess()}:`)).toBe(false);
  expect(isRunning("")).toBe(false);
});

test.runIf(process.platform === "linux")("a process number that was given to another program is not the same process", () => {
  expect(isRunning(`${process.pid}:1`)).toBe(false);
});
