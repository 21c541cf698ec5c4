import { brotliCompressSync } from "node:zlib";
import { build, loadConfigFromFile, mergeConfig } from "vite";
import { expect, test } from "vitest";

test("all scripts of residents' pages together weigh at most 25 kB compressed", async () => {
  const found = await loadConfigFromFile({ command: "build", mode: "production" }, "vite.browser.config.ts");
  const built = await build(
    mergeConfig(found?.config ?? {}, { configFile: false, logLevel: "silent", build: { write: false } }),
  );
  const output = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const scripts = output.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
  expect(scripts.length).toBeGreaterThan(0);
  const weight = scripts.reduce((total, code) => total + brotliCompressSync(code).length, 0);
  expect(weight).toBeLessThanOrEqual(25_000);
  expect(scripts.join("")).not.toMatch(/react/i);
});
