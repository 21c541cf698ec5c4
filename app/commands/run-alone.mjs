// `npm run NAME` for a command that needs no database and no server: a small bundle of it alone, which starts at once and is made anew
// only where a file that it was made from has changed. Where what makes bundles has been removed (npm prune --omit=dev), or nothing
// may be written, the one in the build. Plain JavaScript and Node alone, because it runs before anything is installed.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const [name = ""] = process.argv.splice(2, 1);
// because files are named from where the person stood
process.env.INIT_CWD ??= process.cwd();
const bundle = join(root, ".cache", "alone", `${name}.mjs`);

try {
  const program = isOfNow(bundle) ? bundle : await renewed();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
} catch (problem) {
  const { giveUp } = await import("./run-step.mjs");
  giveUp(problem);
}

/**
 * Whether a bundle was made from what its files hold now; its first line names them.
 * @param {string} file
 */
function isOfNow(file) {
  try {
    const text = readFileSync(file, "utf8");
    const { files, made } = JSON.parse(text.slice(2, text.indexOf("\n")));
    return made === markOf(files);
  } catch {
    return false;
  }
}

/** @param {string[]} files from the root */
function markOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The bundle made anew, or the program of the build. */
async function renewed() {
  const { sayAside } = await import("./run-step.mjs");
  const { buildDir, install, isInstalled } = await import("./prepare.mjs");
  sayAside();
  const built = join(buildDir, "server", `${name}.js`);
  if (existsSync(built) && !isInstalled(root) && isInstalled(root, "to run")) return built;
  try {
    await install();
    return await made();
  } catch (problem) {
    if (existsSync(built) && ["EACCES", "EPERM", "EROFS"].includes(String(/** @type {NodeJS.ErrnoException} */ (problem).code))) return built;
    throw problem;
  }
}

/** The bundle made anew. */
async function made() {
  const { StepFailed } = await import("./run-step.mjs");
  const source = join(root, "app", "commands", `${name}.ts`);
  if (!existsSync(source)) throw new StepFailed(`There is no command “${name}”; the README lists those there are.`);
  process.chdir(root);
  const { build } = await import("vite");
  const outputs = await build({
    ...{ configFile: false, root, logLevel: "error", publicDir: false },
    build: { ssr: source, write: false, target: "node20", rollupOptions: { output: { inlineDynamicImports: true } } },
  });
  const [chunk] = [outputs].flat().flatMap((one) => ("output" in one ? one.output : []));
  if (chunk?.type !== "chunk") throw new Error(`Nothing came of ${source}.`);
  const files = chunk.moduleIds.filter(existsSync).map((file) => relative(root, file));
  keep(`//${JSON.stringify({ made: markOf(files), files })}\n${chunk.code}`);
  return bundle;
}

/**
 * Puts a bundle in its place whole, because another command may be reading it.
 * @param {string} text
 */
function keep(text) {
  mkdirSync(join(bundle, ".."), { recursive: true });
  const own = `${bundle}.${randomUUID()}`;
  try {
    writeFileSync(own, text);
    renameSync(own, bundle);
  } finally {
    rmSync(own, { force: true });
  }
}
