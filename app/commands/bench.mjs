// `npm run bench`: prepares what is not up to date, puts the measurements of tests/bench together and runs them with the
// words that follow: names of sections, and `--json` or `--json=FILE`.
import { giveUp } from "./run-step.mjs";

try {
  const { install, prepare, root } = await import("./prepare.mjs");
  const { join } = await import("node:path");
  const { pathToFileURL } = await import("node:url");
  process.chdir(root);
  await install();
  await prepare();
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  // because from two folders down what is measured with finds the packages and the checkout where its sources do
  const outDir = join(root, ".cache", "bench");
  await build({
    ...{ configFile: false, logLevel: "error", publicDir: false },
    build: { ssr: join(root, "tests/bench/bench.ts"), outDir, emptyOutDir: true, target: "node20", rollupOptions: { output: { entryFileNames: "bench.js" } } },
  });
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(outDir, "bench.js")).href);
} catch (problem) {
  giveUp(problem);
}
