// Programs that a command runs.
import { expect, test } from "vitest";
import { runSeen } from "#app/commands/run-step.mjs";

const node = (program: string) => runSeen(["--input-type=module", "--eval", program]);

test("a program that ends well says so, and one that fails leaves its last words", async () => {
  expect(await node("")).toEqual({ ok: true, complaint: "It ended with 0." });
  expect(await node('console.error("no such thing"); process.exitCode = 3;')).toEqual({ ok: false, complaint: "no such thing\nIt ended with 3." });
  expect(await node('process.kill(process.pid, "SIGKILL")')).toEqual({ ok: false, complaint: "It ended with SIGKILL." });
});

test("a program has ended when it has, whatever it left running still holds on to its output", async () => {
  const left = 'spawn("sleep", ["60"], { detached: true, stdio: ["ignore", "ignore", "inherit"] })';
  const ended = await node(`import { spawn } from "node:child_process"; const left = ${left}; left.unref(); console.error(left.pid);`);
  expect(ended.complaint).toMatch(/^\d+\nIt ended with 0\.$/);
  process.kill(Number.parseInt(ended.complaint, 10), "SIGKILL");
});
