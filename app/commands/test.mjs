// `npm test`: installs what the tests need, a browser included, and runs them all. A name (`npm test -- receipt`) runs
// the test files whose path contains it; `--matrix` walks the journeys in every language, width and way; `--hostile` sends ten
// thousand hostile requests rather than a few hundred; `--kills` kills twenty times rather than thrice,
// and has a thousand people send at once rather than some hundreds.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { findBrowser } from "./browser.mjs";
import { checks, runChecks } from "./checks.mjs";
import { build, generate, install, root } from "./prepare.mjs";
import { giveUp, runSeen, say } from "./run-step.mjs";
import { closingLine, countJourneys, countTests } from "./test-counts.mjs";

const results = "test-results";
const given = process.argv.slice(2);
const names = given.filter((argument) => !argument.startsWith("--"));

try {
  process.chdir(root);
  await install();
  await generate();
  const files = testFiles().filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  const journeys = files.filter((file) => file.endsWith(".spec.ts"));
  const tests = files.filter((file) => !file.endsWith(".spec.ts"));
  await mkdir(results, { recursive: true });

  const counts = [];
  if (names.length === 0) counts.push(await runChecks(checks));
  if (tests.some((file) => file.endsWith(".live.test.ts"))) await build();
  if (tests.length > 0) counts.push(await runTests(names.length > 0 ? tests : []));
  if (journeys.length > 0) {
    await build();
    const browser = await findBrowser();
    counts.push(await runJourneys(names.length > 0 ? journeys : [], browser));
  }
  if (counts.length === 0) say(`No test file has ${names.map((name) => `"${name}"`).join(" or ")} in its path.`);

  const { line, wrong, ok } = closingLine(counts);
  // because whoever reads a long run reads its end
  for (const [at, failure] of wrong.entries()) say(`Failed, ${at + 1} of ${wrong.length}: ${failure}\n`);
  say(line);
  process.exitCode = ok ? 0 : 1;
} catch (problem) {
  if (problem instanceof Error) process.on("exit", () => say("0 passed, 1 failed"));
  giveUp(problem);
}

/** @returns {string[]} */
function testFiles() {
  const found = readdirSync("tests", { recursive: true, encoding: "utf8" }).map((file) => `tests/${file.replaceAll("\\", "/")}`);
  return found.filter((file) => /\.(test\.tsx?|spec\.ts)$/.test(file));
}

/** @param {string[]} files none means all */
async function runTests(files) {
  const more = {
    ...(given.includes("--hostile") && { FOLKMOOT_HOSTILE: "10000" }),
    ...(given.includes("--kills") && { FOLKMOOT_KILLS: "20", FOLKMOOT_BURST: "1000" }),
    ...process.env,
  };
  const report = `${results}/tests.json`;
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=./app/commands/test-report.mjs", `--outputFile=${report}`];
  const ended = await runSeen(["node_modules/vitest/vitest.mjs", "run", ...files, ...reporters], more);
  return countTests(read(report), ended);
}

/**
 * @param {string[]} files none means all
 * @param {string} browser
 */
async function runJourneys(files, browser) {
  const report = `${results}/journeys.json`;
  await rm(report, { force: true });
  const matrix = given.includes("--matrix") ? { FOLKMOOT_MATRIX: "full" } : {};
  const ended = await runSeen(["node_modules/playwright/cli.js", "test", ...files], { CHROME_PATH: browser, ...matrix });
  return countJourneys(read(report), ended);
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
}
