import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

async function startOnNode(version: string) {
  const folder = await mkdtemp(join(tmpdir(), "folkmoot-node-"));
  const pretence = join(folder, "version.cjs");
  await writeFile(pretence, `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", pretence, "app/commands/start.mjs"], { encoding: "utf8" });
  await rm(folder, { recursive: true });
  return { status, said: stdout + stderr };
}

test.each(["16.20.2", "18.20.8", "20.18.3", "21.7.3", "22.11.0"])("Node %s is told in one sentence that it is too old", async (version) => {
  const { status, said } = await startOnNode(version);
  expect(status).toBe(1);
  expect(said).toBe(`Folkmoot needs Node 20.19, 22.12 or newer, and this is ${version}: install a newer one from https://nodejs.org.\n`);
});
