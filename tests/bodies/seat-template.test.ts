// The shapes that a version of seats may begin from: each adds up, can be changed, and is as its partnership described it.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lineAsTyped, readLine, readTotals, totalsAsTyped } from "#app/bodies/line-form.ts";
import { startOfScheme, startOfTemplate, templateCodes, templates, type TemplateCode } from "#app/bodies/seat-template.ts";
import { checkScheme, seatsOfScheme, type SeatScheme } from "#app/bodies/seat-scheme.ts";
import { readStructures, type FileScheme } from "#app/bodies/structure-file.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const say = (key: string) => Object.fromEntries(languages.map((language) => [language, wordsFor(language).t(key)]));

function schemeOf({ totalLeast, totalMost, lines }: FileScheme): SeatScheme {
  return { totalLeast, totalMost, lines: lines.map(({ within, ...line }, index) => ({ ...line, id: String(index), withinId: within === null ? null : String(within) })) };
}

const seats: Record<TemplateCode, { least: number; most: number }> = {
  "small-executive": { least: 12, most: 17 },
  "fixed-and-gaps": { least: 22, most: 27 },
  "two-tiers": { least: 23, most: 23 },
  "large-with-pool": { least: 41, most: 41 },
  "residents-first": { least: 26, most: 26 },
};

describe.each(templateCodes)("%s", (code) => {
  test("adds up, to the seats it is said to have in every language", () => {
    const scheme = schemeOf(templates[code]);
    expect(checkScheme(scheme)).toEqual([]);
    expect(seatsOfScheme(scheme)).toEqual(seats[code]);
    for (const language of languages) expect(wordsFor(language).t(`seats:template.${code}.text`)).toContain(String(seats[code].least));
  });

  test("every line and what is said of the whole is as an officer might type it, in every language", () => {
    const start = startOfTemplate(code, say);
    for (const [index, { within, ...line }] of start.lines.entries()) {
      const typed = { ...line, id: String(index), withinId: within === null ? null : String(within) };
      expect(readLine(lineAsTyped(typed), { within: start.lines.map((_, at) => String(at)), organisations: [], networks: [] })).toEqual({ ok: true, value: { ...line, withinId: typed.withinId } });
    }
    expect(readTotals(totalsAsTyped(start))).toMatchObject({ ok: true, value: { totalLeast: start.totalLeast, totalMost: start.totalMost, rules: start.rules } });
  });
});

test("what begins as an agreed version has its lines in their order, within those they were within, and its turns", () => {
  const start = startOfTemplate("fixed-and-gaps", say);
  const lines = start.lines.map(({ within, ...line }, index) => ({ ...line, id: `line ${index}`, fromId: "another", withinId: within === null ? null : `line ${within}` }));
  const turns = { turns: 3, from: "2026-04-01" };
  expect(startOfScheme({ ...start, lines, turns: turns.turns, turnsFrom: turns.from })).toEqual({ ...start, turns });
});

const path = sharedFile("seed/case-study-partnerships.json");

test.skipIf(path === null)("the seats by sector are those of the partnerships that were described", () => {
  const read = readStructures(JSON.parse(readFileSync(path!, "utf8")));
  const described = read.ok ? read.value : [];
  const from: Record<TemplateCode, [key: string, body: string]> = {
    "small-executive": ["gloucester", "Executive"],
    "fixed-and-gaps": ["lambeth", "Partnership"],
    "two-tiers": ["devon", "Partnership forum"],
    "large-with-pool": ["manchester", "Steering group"],
    "residents-first": ["southwark", "LSP"],
  };
  const shapeOf = ({ totalLeast, totalMost, rules, lines }: FileScheme) => ({
    ...{ totalLeast, totalMost, rules },
    lines: lines.map(({ sector, count, countMost, poolSize, within }) => ({ sector, count, countMost, poolSize, within })),
  });
  for (const [code, [key, name]] of Object.entries(from)) {
    const body = described.find((one) => one.key === key)?.bodies.find((one) => one.name === name);
    expect(shapeOf(templates[code as TemplateCode]), code).toEqual(shapeOf(body!.scheme!));
  }
});
