import { brotliCompressSync } from "node:zlib";
import { build, loadConfigFromFile, mergeConfig } from "vite";
import { expect, test } from "vitest";

const found = await loadConfigFromFile({ command: "build", mode: "production" }, "vite.config.ts");
const built = await build(
  mergeConfig(found?.config ?? {}, {
    configFile: false,
    logLevel: "silent",
    build: { write: false, rollupOptions: { input: "app/shell/styles.scss" } },
  }),
);
const files = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
const css = files.flatMap((file) => (file.type === "asset" ? [file.source.toString()] : [])).join("");

test("every style of every page weighs at most 16 kB compressed", () => {
  expect(brotliCompressSync(css).length).toBeLessThanOrEqual(16_000);
});

test("nothing of gov.uk's own is used: no GDS Transport, and no picture or font is fetched", () => {
  expect(css.includes("GDS Transport")).toBe(false);
  expect(css.match(/url\([^#)][^)]*\)/g)).toBeNull();
});

test("what stands left stands right on a page that reads from the right", () => {
  expect(css.includes("[dir=rtl] .govuk-list--bullet{padding-right:20px}")).toBe(true);
});
