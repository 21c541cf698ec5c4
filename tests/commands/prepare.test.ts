// When packages count as installed, when a build counts as up to date, and what a failed step tells.
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprint, isInstalled } from "#app/commands/prepare.mjs";
import { requireFreeSpace, runQuietly, StepFailed } from "#app/commands/run-step.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-prepare-"));
});

afterEach(() => rm(folder, { recursive: true }));

type Packages = Record<string, { version: string; optional?: boolean; dev?: boolean }>;

async function write(wanted: Packages, found: Packages | null) {
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": { version: "0.1.0" }, ...wanted } }));
  if (found) await writeFile(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages: found }));
}

const zod = { "node_modules/zod": { version: "4.1.0" } };
const forMacs = { "node_modules/for-macs": { version: "1.0.0", optional: true } };

describe("packages are installed", () => {
  test("when each is there in the version of package-lock.json", async () => {
    await write(zod, zod);
    expect(isInstalled(folder)).toBe(true);
  });

  test("also without the optional ones of other systems", async () => {
    await write({ ...zod, ...forMacs }, zod);
    expect(isInstalled(folder)).toBe(true);
  });
});

test("packages that only building takes may be gone where Folkmoot runs, and no others", async () => {
  const forBuilding = { "node_modules/vite": { version: "6.4.6", dev: true } };
  await write({ ...zod, ...forBuilding }, zod);
  expect([isInstalled(folder), isInstalled(folder, "to run")]).toEqual([false, true]);
  await write({ ...zod, ...forBuilding }, forBuilding);
  expect(isInstalled(folder, "to run")).toBe(false);
});

describe("packages are not installed", () => {
  test.each<[string, Packages, Packages | null]>([
    ["when one is missing", zod, {}],
    ["when one has another version", zod, { "node_modules/zod": { version: "4.0.0" } }],
    ["when one is there that should not be", {}, zod],
    ["when an installation was interrupted", zod, null],
  ])("%s", async (_, wanted, found) => {
    await write(wanted, found);
    expect(isInstalled(folder)).toBe(false);
  });

  test("in a fresh clone", async () => {
    await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: zod }));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("a fingerprint of the sources", () => {
  const now = () => fingerprint(folder, ["app", "vite.config.ts", "not-there"]);

  beforeEach(async () => {
    await mkdir(join(folder, "app/home"), { recursive: true });
    await writeFile(join(folder, "app/home/front.tsx"), "one");
    await writeFile(join(folder, "vite.config.ts"), "two");
  });

  test("stays when nothing changed", () => {
    expect(now()).toBe(now());
  });

  test.each<[string, () => Promise<void>]>([
    ["a file is changed", () => writeFile(join(folder, "app/home/front.tsx"), "three")],
    ["a file is added", () => writeFile(join(folder, "app/home/back.tsx"), "")],
    ["a file is renamed", () => rename(join(folder, "app/home/front.tsx"), join(folder, "app/home/first.tsx"))],
    ["a file is removed", () => rm(join(folder, "vite.config.ts"))],
  ])("changes when %s", async (_, change) => {
    const before = now();
    await change();
    expect(now()).not.toBe(before);
  });
});

describe("a step that fails", () => {
  const failWith = (said: string) =>
    runQuietly(process.execPath, ["-e", `console.error(${JSON.stringify(said)}); process.exit(3)`], { sentence: "It could not be built." });

  test("ends with one sentence and the last lines of what its tool said", async () => {
    const problem: unknown = await failWith(Array.from({ length: 100 }, (_, line) => `line ${line}`).join("\n")).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StepFailed);
    expect((problem as StepFailed).message).toBe("It could not be built.");
    expect((problem as StepFailed).lines).toHaveLength(25);
    expect((problem as StepFailed).lines.at(-1)).toBe("line 99");
  });

  test("on a full disk says just that", async () => {
    await expect(failWith("Error: ENOSPC: no space left on device, write")).rejects.toThrow("The disk is full: free some space and start again.");
  });

  test("is not even begun on a disk with too little space", async () => {
    await expect(requireFreeSpace(folder, 0)).resolves.toBeUndefined();
    await expect(requireFreeSpace(folder, 1e18)).rejects.toThrow(/has \d+ MB free, and installing and building Folkmoot takes/);
  });
});
