// What Vitest's tests came to, written where `npm test` reads it: unlike Vitest's own report it names everything that
// went wrong, a hook's, a whole file's and nobody's failures too.
import { writeFileSync } from "node:fs";

/** @typedef {{ passed: number, skipped: number, wrong: string[] }} TestReport `wrong`: a line or more for each failure */

export default class {
  #file = "";

  /** @param {import("vitest/node").Vitest} vitest */
  onInit(vitest) {
    const { outputFile } = vitest.config;
    if (typeof outputFile !== "string") throw new Error("--outputFile says where the report goes");
    this.#file = outputFile;
  }

  /**
   * @param {readonly import("vitest/node").TestModule[]} files
   * @param {readonly { message: string, stack?: string }[]} unhandled
   */
  onTestRunEnd(files, unhandled) {
    writeFileSync(this.#file, JSON.stringify(reportOf(files, unhandled)));
  }
}

/**
 * @param {readonly import("vitest/node").TestModule[]} files
 * @param {readonly { message: string, stack?: string }[]} unhandled
 * @returns {TestReport}
 */
function reportOf(files, unhandled) {
  const report = { passed: 0, skipped: 0, wrong: unhandled.map(({ message, stack }) => stack ?? message) };
  for (const file of files) {
    const name = file.relativeModuleId;
    for (const { message } of file.errors()) report.wrong.push(`${name}\n${message}`);
    for (const suite of file.children.allSuites()) {
      for (const { message } of suite.errors()) report.wrong.push(`${name} › ${suite.fullName}\n${message}`);
    }
    for (const test of file.children.allTests()) {
      const { state, errors } = test.result();
      if (state === "passed") report.passed += 1;
      else if (state === "skipped") report.skipped += 1;
      else report.wrong.push([`${name} › ${test.fullName}`, ...(errors ?? []).map(({ message }) => message)].join("\n"));
    }
  }
  return report;
}
