// How many tests passed, failed and were skipped, from the runners' own reports, and what went wrong by name. A runner
// that ended badly without a failure to show for it, or without a report, counts as one that failed.

/** @typedef {{ passed: number, failed: number, skipped: number, wrong: string[] }} Counts `wrong`: a line or more for each failure */
/** @typedef {{ title: string, specs: { title: string, file: string, tests: { status: string }[] }[], suites?: JourneySuite[] }} JourneySuite */

/**
 * @param {import("./test-report.mjs").TestReport | undefined} report
 * @param {{ ok: boolean, complaint: string }} ended `complaint`: the runner's last words about errors
 * @returns {Counts}
 */
export function countTests(report, ended) {
  if (!report) return crashed(ended.complaint);
  const { passed, skipped, wrong } = report;
  return atLeastOneFailed({ passed, failed: wrong.length, skipped, wrong }, ended);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: { message?: string }[],
 *   suites: JourneySuite[] } | undefined} report Playwright's
 * @param {{ ok: boolean, complaint: string }} ended
 * @returns {Counts}
 */
export function countJourneys(report, ended) {
  if (!report) return crashed(ended.complaint);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const nobodys = report.errors.map(({ message }) => message ?? "an error without a message");
  const wrong = [...report.suites.flatMap(failedJourneys), ...nobodys];
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky + nobodys.length, skipped, wrong }, ended);
}

/**
 * @param {JourneySuite} suite
 * @returns {string[]}
 */
function failedJourneys(suite) {
  const here = suite.specs.filter(({ tests }) => tests.some(({ status }) => status === "unexpected" || status === "flaky"));
  return [...here.map(({ file, title }) => `${file} › ${suite.title} › ${title}`), ...(suite.suites ?? []).flatMap(failedJourneys)];
}

/**
 * @param {string} complaint
 * @returns {Counts}
 */
function crashed(complaint) {
  return { passed: 0, failed: 1, skipped: 0, wrong: [`A runner left no report.\n${complaint}`] };
}

/**
 * @param {Counts} counts
 * @param {{ ok: boolean, complaint: string }} ended
 */
function atLeastOneFailed(counts, { ok, complaint }) {
  if (ok || counts.failed > 0) return counts;
  return { ...counts, failed: 1, wrong: [...counts.wrong, `A runner ended badly, though nothing failed.\n${complaint}`] };
}

/**
 * The last line of a run, and before it what went wrong by name. Running nothing is not a success.
 * @param {Counts[]} all
 */
export function closingLine(all) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ kind) => all.reduce((total, counts) => total + counts[kind], 0);
  const passed = sum("passed");
  const failed = sum("failed");
  const skipped = sum("skipped");
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return { line, wrong: all.flatMap((counts) => counts.wrong), ok: failed === 0 && passed > 0 };
}
