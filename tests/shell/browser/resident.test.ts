import { brotliCompressSync } from "node:zlib";
import { build, loadConfigFromFile, mergeConfig } from "vite";
import { expect, test } from "vitest";

test("all scripts of residents' pages together weigh at most 25 kB compressed, and the recount's by itself", async () => {
  const found = await loadConfigFromFile({ command: "build", mode: "production" }, "vite.browser.config.ts");
  const built = await build(
    mergeConfig(found?.config ?? {}, { configFile: false, logLevel: "silent", build: { write: false } }),
  );
  const output = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const works = output.filter((file) => file.type === "chunk" && file.facadeModuleId?.endsWith("elections/browser/recount.ts"));
  expect(works.length).toBe(1);
  for (const file of works) if (file.type === "chunk") expect(brotliCompressSync(file.code).length).toBeLessThanOrEqual(25_000);
  const scripts = output.flatMap((file) => (file.type === "chunk" && !works.includes(file) ? [file.code] : []));
  expect(scripts.length).toBeGreaterThan(0);
  const weight = scripts.reduce((total, code) => total + brotliCompressSync(code).length, 0);
  expect(weight).toBeLessThanOrEqual(25_000);
  expect(scripts.join("")).not.toMatch(/react/i);
});
