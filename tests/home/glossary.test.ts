import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { olderWords, ourWords } from "#app/home/glossary.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const { t } = wordsFor("en");

test("every word is explained in words of its own, and none twice", () => {
  const explained = [...ourWords.map((word) => `ours-word.${word}`), ...Object.keys(olderWords).map((word) => `older-word.${word}`)].map((key) => [t(`glossary:${key}.word`), t(`glossary:${key}.meaning`)]);
  expect(new Set(explained.map(([word]) => word)).size).toBe(explained.length);
  expect(new Set(explained.map(([, meaning]) => meaning)).size).toBe(explained.length);
});

const seed = sharedFile("seed/glossary.json");
test.skipIf(seed === null)("every term of the papers of 2005 is there, short and long", () => {
  const { terms } = JSON.parse(readFileSync(seed!, "utf8")) as { terms: { acronym: string | null; term: string }[] };
  const ours = Object.entries(olderWords).map(([key, short]) => `${short} ${t(`glossary:older-word.${key}.word`)}`.toLowerCase());
  expect(terms.map(({ acronym, term }) => `${acronym} ${term}`.toLowerCase()).filter((term) => !ours.includes(term))).toEqual([]);
});
