// How many tests passed, failed and were skipped, from the runners' own reports. A runner that ended badly without a
// failed test to show for it, or without a report, counts as one that failed.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report Vitest's
 * @param {boolean} ok
 * @returns {Counts}
 */
export function countTests(report, ok) {
  if (!report) return crashed;
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const failedHere = assertionResults.filter((test) => test.status === "failed").length;
    // because a file that could not even be loaded has no test to fail
    failed += failedHere === 0 && status === "failed" ? 1 : failedHere;
  }
  return atLeastOneFailed({ passed: report.numPassedTests, failed, skipped: report.numPendingTests + (report.numTodoTests ?? 0) }, ok);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | undefined} report Playwright's
 * @param {boolean} ok
 * @returns {Counts}
 */
export function countJourneys(report, ok) {
  if (!report) return crashed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky, skipped }, ok && report.errors.length === 0);
}

/** @type {Counts} */
const crashed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Counts} counts
 * @param {boolean} ok
 */
function atLeastOneFailed(counts, ok) {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/**
 * The last line of a run. Running nothing is not a success.
 * @param {Counts[]} all
 */
export function closingLine(all) {
  const sum = (/** @type {keyof Counts} */ kind) => all.reduce((total, counts) => total + counts[kind], 0);
  const passed = sum("passed");
  const failed = sum("failed");
  const skipped = sum("skipped");
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return { line, ok: failed === 0 && passed > 0 };
}
