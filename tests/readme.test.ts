import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { environment } from "#app/shared/config.server.ts";

const readme = readFileSync("README.md", "utf8");
const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts;

/** The rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const [, section = ""] = readme.split(`\n## ${heading}\n`);
  const [body = ""] = section.split("\n## ");
  const rows = body.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(1).map((line) => line.slice(2, -2).split(" | "));
}

test("the README begins with the two commands", () => {
  expect(readme.split("\n").slice(2, 5).join("\n")).toMatch(/^```\nnpm start .*\nnpm test /);
});

test("the README's table has every setting there is, and no other", () => {
  expect(tableUnder("Settings").map(([name]) => name)).toEqual(Object.keys(environment.shape).map((name) => `\`${name}\``));
});

test("a default in the README is the setting's own", () => {
  const defaults: Record<string, unknown> = environment.parse({});
  for (const [name = "", written = ""] of tableUnder("Settings")) {
    const own = defaults[name.replaceAll("`", "")];
    if (own !== undefined) expect(written, name).toBe(`\`${String(own)}\``);
    else expect(written, name).not.toMatch(/^`[^`]*`$/);
  }
});

test("the README tells of every command there is", () => {
  const told = tableUnder("Commands").map(([command = ""]) => command);
  for (const name of Object.keys(scripts)) {
    expect(told.some((command) => command.startsWith(`\`npm ${["start", "test"].includes(name) ? name : `run ${name}`}`)), name).toBe(true);
  }
});

test("the README's links to files lead somewhere", () => {
  for (const [, path = ""] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(path), path).toBe(true);
});

test("each word of the glossary is explained once", () => {
  const words = tableUnder("Words").map(([word]) => word);
  expect(new Set(words).size).toBe(words.length);
});
