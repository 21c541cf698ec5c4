// The closing line of `npm test` never says more passed, or less failed, than did, and each failure is named before it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closingLine, countJourneys, countTests } from "#app/commands/test-counts.mjs";
import { runKept } from "#app/commands/run-step.mjs";

const well = { ok: true, complaint: "" };
const badly = { ok: false, complaint: "It ended with 1." };
// within the project, because its tests import Vitest
mkdirSync(".cache", { recursive: true });
const folder = mkdtempSync(resolve(".cache", "counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const journeys = (...statuses: string[]) => ({
  stats: {
    expected: statuses.filter((status) => status === "expected").length,
    unexpected: statuses.filter((status) => status === "unexpected").length,
    flaky: statuses.filter((status) => status === "flaky").length,
    skipped: statuses.filter((status) => status === "skipped").length,
  },
  errors: [],
  suites: [{ title: "walk.spec.ts", specs: [], suites: [{ title: "in en", specs: statuses.map((status) => ({ title: status, file: "walk.spec.ts", tests: [{ status }] })) }] }],
});

test("a runner that ends badly although every test passed counts as a failure, with its last words", () => {
  const report = { passed: 1, skipped: 0, wrong: [] };
  expect(countTests(report, badly)).toMatchObject({ passed: 1, failed: 1, wrong: [expect.stringContaining("It ended with 1.")] });
  expect(countJourneys(journeys("expected"), badly)).toMatchObject({ passed: 1, failed: 1, wrong: [expect.stringContaining("It ended with 1.")] });
});

test("a runner that leaves no report counts as a failure", () => {
  expect(countTests(undefined, well)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(countJourneys(undefined, well)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});

test("a journey that passes only sometimes has failed, and is named", () => {
  expect(countJourneys(journeys("expected", "unexpected", "flaky", "skipped"), badly)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    wrong: ["walk.spec.ts › in en › unexpected", "walk.spec.ts › in en › flaky"],
  });
});

test("an error of no journey in particular has failed too", () => {
  const report = { ...journeys("expected"), errors: [{ message: "no server" }] };
  expect(countJourneys(report, badly)).toEqual({ passed: 1, failed: 1, skipped: 0, wrong: ["no server"] });
});

test("the last line adds everything up and names the skipped only when there are any", () => {
  const passed = { passed: 3, failed: 0, skipped: 0, wrong: [] };
  expect(closingLine([passed, passed])).toEqual({ line: "6 passed, 0 failed", wrong: [], ok: true });
  const failed = { passed: 0, failed: 1, skipped: 2, wrong: ["a test"] };
  expect(closingLine([passed, failed])).toEqual({ line: "3 passed, 1 failed, 2 skipped", wrong: ["a test"], ok: false });
});

test("a run of no test at all is not a success", () => {
  expect(closingLine([])).toEqual({ line: "0 passed, 0 failed", wrong: [], ok: false });
});

test("what goes wrong in a test, a hook, a file and outside of all is counted and named", async () => {
  const vitest = 'import { afterAll, describe, expect, test } from "vitest";\n';
  writeFileSync(join(folder, "vitest.config.js"), "export default {};");
  writeFileSync(join(folder, "a.test.js"), `${vitest}test("fine", () => {}); test.skip("later", () => {}); test("wrong", () => expect(1).toBe(2));`);
  writeFileSync(join(folder, "hooks.test.js"), `${vitest}afterAll(() => { throw new Error("left open"); }); describe("inner", () => { afterAll(() => { throw new Error("left lit"); }); test("fine", () => {}); });`);
  writeFileSync(join(folder, "broken.test.js"), 'throw new Error("cannot be loaded");');
  writeFileSync(join(folder, "stray.test.js"), `${vitest}test("fine", async () => { setTimeout(() => { throw new Error("too late"); }); await new Promise((done) => setTimeout(done, 50)); });`);
  const reporter = resolve("app/commands/test-report.mjs");
  const report = join(folder, "report.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--root", folder, `--reporter=${reporter}`, `--outputFile=${report}`];
  const ended = await runKept(process.execPath, args);
  expect(ended.said).toBe("");
  const counts = countTests(JSON.parse(readFileSync(report, "utf8")), { ok: ended.ok, complaint: ended.said });
  expect(counts).toMatchObject({ passed: 3, failed: 5, skipped: 1 });
  const [stray, ...named] = counts.wrong;
  expect(stray).toMatch(/^Error: too late\n.*stray\.test\.js/);
  expect(named.map((failure) => failure.split("\n").slice(0, 2).join(": ")).sort()).toEqual([
    "a.test.js › wrong: expected 1 to be 2 // Object.is equality",
    "broken.test.js: cannot be loaded",
    "hooks.test.js › inner: left lit",
    "hooks.test.js: left open",
  ]);
});
