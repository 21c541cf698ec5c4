// The checks that run no test: types, lint and who may import whom.
import { say, runKept } from "./run-step.mjs";

const caches = ".cache";

export const checks = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "--project", ".", "--pretty", "false"] },
  {
    name: "lint",
    args: ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0", "--cache", "--cache-strategy", "content", "--cache-location", `${caches}/eslint`],
  },
  {
    name: "who may import whom",
    args: ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "app", "prisma", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long"],
  },
];

export const rulesTests = {
  name: "tests of the rules",
  args: ["node_modules/vitest/vitest.mjs", "run", "--project", "rules", "--reporter", "dot"],
};

/**
 * Runs these side by side and says how each went, with everything a failed one printed.
 * @param {{ name: string, args: string[] }[]} wanted
 * @returns {Promise<import("./test-counts.mjs").Counts>}
 */
export async function runChecks(wanted) {
  const began = Date.now();
  const results = await Promise.all(
    wanted.map(async ({ name, args }) => {
      const { ok, said } = await runKept(process.execPath, args, { env: { NO_COLOR: "1" } });
      say(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (!ok) say(said.trimEnd());
      return ok ? [] : [`${name}\n${said.trimEnd()}`];
    }),
  );
  const wrong = results.flat();
  return { passed: results.length - wrong.length, failed: wrong.length, skipped: 0, wrong };
}
