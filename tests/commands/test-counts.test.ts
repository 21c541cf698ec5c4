// The closing line of `npm test` never says more passed, or less failed, than did.
import { expect, test } from "vitest";
import { closingLine, countJourneys, countTests } from "#app/commands/test-counts.mjs";

const file = (...statuses: string[]) => ({
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status) => ({ status })),
});

const report = (...files: ReturnType<typeof file>[]) => {
  const all = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => all.filter((test) => test.status === status).length;
  return { numPassedTests: count("passed"), numPendingTests: count("pending"), testResults: files };
};

test("tests are counted one by one", () => {
  expect(countTests(report(file("passed", "failed", "pending"), file("passed")), false)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test("a file that could not be loaded counts as a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(countTests(report(file("passed"), broken), false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a runner that ends badly although every test passed counts as a failure", () => {
  expect(countTests(report(file("passed")), false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(countJourneys({ stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a runner that leaves no report counts as a failure", () => {
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countJourneys(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a journey that passes only sometimes has failed", () => {
  expect(countJourneys({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] }, false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("the last line adds everything up and names the skipped only when there are any", () => {
  const passed = { passed: 3, failed: 0, skipped: 0 };
  expect(closingLine([passed, passed])).toEqual({ line: "6 passed, 0 failed", ok: true });
  expect(closingLine([passed, { passed: 0, failed: 1, skipped: 2 }])).toEqual({ line: "3 passed, 1 failed, 2 skipped", ok: false });
});

test("a run of no test at all is not a success", () => {
  expect(closingLine([])).toEqual({ line: "0 passed, 0 failed", ok: false });
});
