// Every language says everything, nothing is said that nobody asks for, and every text asked for exists.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages, type Language } from "#app/shared/languages.ts";
import { texts } from "#app/shared/words.server.ts";

const plural = /_(zero|one|two|few|many|other)$/;

function keysOf(tree: unknown, path = ""): Map<string, string> {
  if (typeof tree === "string") return new Map([[path, tree]]);
  return new Map(
    Object.entries(tree as object).flatMap(([key, part]) => [...keysOf(part, path === "" ? key : `${path}.${key}`)]),
  );
}

function textsIn(language: Language): Map<string, string> {
  return new Map(
    Object.entries(texts[language]).flatMap(([subject, tree]) =>
      [...keysOf(tree)].map(([key, text]) => [`${subject}:${key}`, text] as const),
    ),
  );
}

const all = Object.fromEntries(languages.map((language) => [language, textsIn(language)])) as Record<Language, Map<string, string>>;

/** A key without its plural ending. */
const bare = (key: string) => key.replace(plural, "");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });
}

const code = [...sources("app"), ...sources("prisma").filter((source) => !source.startsWith("\n/* !!! This is code generated"))].join("\n");
const subjects = Object.keys(texts.en).join("|");
const literal = new RegExp(`["'\`]((?:${subjects}):[a-zA-Z0-9_-]+(?:\\.[a-zA-Z0-9_-]+)*)["'\`]`, "g");
const beginning = new RegExp(`["'\`]((?:${subjects}):[a-zA-Z0-9_.-]*)\\$\\{`, "g");
const asked = new Set([...code.matchAll(literal)].map((match) => match[1]!));
const begun = [...new Set([...code.matchAll(beginning)].map((match) => match[1]!))];

describe("the texts", () => {
  it.each(languages.filter((language) => language !== "en"))("of %s say all that English says, and nothing else", (language) => {
    const english = new Set([...all.en.keys()].map(bare));
    const own = new Set([...all[language].keys()].map(bare));
    expect([...english].filter((key) => !own.has(key)), "missing").toEqual([]);
    expect([...own].filter((key) => !english.has(key)), "not in English").toEqual([]);
  });

  it.each(languages)("of %s have every plural the language needs", (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...all[language].keys()].filter((key) => plural.test(key)).map(bare));
    const missing = [...plurals].flatMap((key) =>
      needed.filter((category) => !all[language].has(`${key}_${category}`)).map((category) => `${key}_${category}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(languages)("of %s are not blank and not left in English", (language) => {
    const blank = [...all[language]].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(blank).toEqual([]);
    if (language === "en") return;
    const same = [...all[language]]
      .filter(([key, text]) => all.en.get(key) === text && /[a-z]{4,} [a-z]{3,}/i.test(text.replaceAll(/\{\{.*?\}\}/g, "")))
      .map(([key]) => key);
    expect(same).toEqual([]);
  });

  it.each(languages.filter((language) => language !== "en"))("of %s fill in the same values as English", (language) => {
    const values = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!))].sort();
    const differing = [...all[language]].filter(([key, text]) => {
      const english = all.en.get(key) ?? all.en.get(`${bare(key)}_other`) ?? "";
      // A plural form may leave out its number: "one answer", "dim ymateb".
      const needed = values(english).filter((value) => value !== "count" || !plural.test(key));
      const given = values(text).filter((value) => value !== "count" || !plural.test(key));
      return JSON.stringify(needed) !== JSON.stringify(given);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("asked for by the code all exist", () => {
    const english = new Set([...all.en.keys()].map(bare));
    expect([...asked].filter((key) => !english.has(key) && !all.en.has(key))).toEqual([]);
  });

  it("are all asked for by the code", () => {
    const unused = [...all.en.keys()].filter(
      (key) => !asked.has(key) && !asked.has(bare(key)) && !begun.some((start) => start.length > start.indexOf(":") + 1 && key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
