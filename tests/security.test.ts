// docs/security.md answers every requirement of OWASP ASVS 5.0.0 up to level 2 once, and what it leads to is there.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { requirementsOf } from "#tests/support/asvs.ts";

const text = readFileSync("docs/security.md", "utf8");
const answers = ["met", "not applicable", "not met"] as const;
const wanted = [...requirementsOf(1), ...requirementsOf(2)];

type Row = { number: string; asks: string; answer: string; where: string };
const rows: Row[] = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(([, number = "", asks = "", answer = "", where = ""]) => ({ number, asks, answer, where }));

const sectionUnder = (heading: string) => text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
const pathsIn = (words: string) => [...words.matchAll(/`((?:app|docs|tests|prisma|locales|public)\/[\w./-]+|[\w.-]+\.(?:json|js|ts|md)|Dockerfile)`/g)].map(([, path = ""]) => path);
const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-")));

test("the list is that of version 5.0.0: 345 requirements", () => {
  expect([1, 2, 3].map((level) => requirementsOf(level as 1 | 2 | 3).length)).toEqual([70, 183, 92]);
});

test("every requirement of levels 1 and 2 is answered once, in order", () => {
  const inOrder = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });
  expect(rows.map(({ number }) => number)).toEqual([...wanted].sort(inOrder));
});

test("every answer is one of three, and what is met says where", () => {
  for (const { number, answer, where } of rows) {
    expect(answers, number).toContain(answer);
    if (answer === "met") expect(pathsIn(where).length + [...where.matchAll(/\]\(#/g)].length, `${number} says where`).toBeGreaterThan(0);
  }
});

test("the summary counts what the tables say", () => {
  const counts = (own: readonly Row[]) => [own.length, ...answers.map((answer) => own.filter((row) => row.answer === answer).length)];
  const told = [...sectionUnder("Summary").matchAll(/^\| (?:V(\d+) )?(.+?) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)];
  expect(told.map(([, chapter]) => chapter ?? "all")).toEqual([...Array.from({ length: 17 }, (_, index) => String(index + 1)), "all"]);
  for (const [, chapter, name = "", ...figures] of told) {
    const own = chapter === undefined ? rows : rows.filter(({ number }) => number.startsWith(`${chapter}.`));
    expect(figures.map(Number), name).toEqual(counts(own));
  }
});

test("what is not met is collected in one list, each with what it would need", () => {
  const listed = [...sectionUnder("What is not met").matchAll(/^- \*\*([\d., ]+)\*\* .{40,}/gm)].flatMap(([, numbers = ""]) => numbers.split(", "));
  expect(listed).toEqual(rows.filter(({ answer }) => answer === "not met").map(({ number }) => number));
});

test("every file it names is there, and every link leads somewhere", () => {
  for (const path of pathsIn(text)) expect(existsSync(path), path).toBe(true);
  for (const [, path = ""] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) expect(existsSync(`docs/${path}`), path).toBe(true);
  for (const [, anchor = ""] of text.matchAll(/\]\(#([^)]+)\)/g)) expect([...headings], anchor).toContain(anchor);
});

test("every package comes from the registry, and is the one whose hash was written down", () => {
  type Package = { version?: string; resolved?: string; integrity?: string; link?: boolean };
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Package> };
  const own = Object.entries(packages).filter(([name]) => name !== "");
  expect(own.length).toBeGreaterThan(500);
  for (const [name, { version, resolved, integrity, link }] of own) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(integrity, name).toMatch(/^sha512-/);
    expect(link, name).toBeUndefined();
    if (resolved !== undefined) expect(resolved, name).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
});
