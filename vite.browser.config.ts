// The second build: the small scripts of residents' pages, apart from Remix and without any framework.
// It writes <build>/browser/NAME-HASH.js, served under /browser/, and <build>/browser/manifest.json, Vite's own manifest:
// manifest["app/shell/browser/resident.ts"].file is the script's name there and .imports the chunks to preload.
import { resolve } from "node:path";
import { defineConfig } from "vite";

/** Every script that a page may name; all of them together weigh at most 25 kB compressed. */
export const entries = ["app/shell/browser/resident.ts", "app/consultations/browser/keep-answers.ts", "app/settings/browser/colour-field.ts", "app/people/browser/password-field.ts", "app/people/browser/passkey.ts", "app/elections/browser/keep-looking.ts"];

/** Scripts of a page that does a work of its own, such as counting thousands of ballots: each weighs at most 25 kB compressed by itself. */
export const works = ["app/elections/browser/recount.ts"];

const nameOf = (entry: string): string => entry.replace(/^.*\//, "").replace(/\.ts$/, "");

const notice = "/*! Contains govuk-frontend, (c) 2017 Crown Copyright (Government Digital Service), MIT licence */\n";

export default defineConfig({
  plugins: [
    {
      name: "notice",
      generateBundle(_options, files) {
        for (const file of Object.values(files)) if (file.type === "chunk") file.code = notice + file.code;
      },
    },
  ],
  base: "/browser/",
  publicDir: false,
  esbuild: { legalComments: "none" },
  build: {
    outDir: resolve(process.env.FOLKMOOT_BUILD_DIR ?? "build", "browser"),
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: false,
    target: "es2020",
    rollupOptions: {
      input: Object.fromEntries([...entries, ...works].map((entry) => [nameOf(entry), entry])),
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
