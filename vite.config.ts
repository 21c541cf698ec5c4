import { vitePlugin as remix } from "@remix-run/dev";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NodePackageImporter } from "sass";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

// The server build is not Remix's alone: every command is an entry of it, so that all share one copy of everything.
function commandsAsEntries(): Plugin {
  return {
    name: "folkmoot-commands",
    enforce: "post",
    config(_config, { isSsrBuild }) {
      if (!isSsrBuild) return undefined;
      const commands = readdirSync("app/commands")
        .filter((name) => name.endsWith(".ts"))
        .map((name) => [name.replace(/\.ts$/, ""), join("app/commands", name)]);
      return {
        build: { rollupOptions: { input: Object.fromEntries(commands), output: { entryFileNames: "[name].js" } } },
      };
    },
  };
}

export default defineConfig({
  plugins: [process.env.VITEST ? [] : remix(remixConfig), commandsAsEntries()],
  build: { target: ["es2022", "safari15"], cssTarget: ["safari15"], assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  // because its package asks for Prisma's command line as a peer: 350 MB that a server has no use for
  ssr: { noExternal: [/^@prisma\/client/] },
  // because every file of govuk-frontend must come in by one road: settings given to it on another road would be lost
  css: { preprocessorOptions: { scss: { quietDeps: true, importers: [new NodePackageImporter(import.meta.dirname)] } } },
});
