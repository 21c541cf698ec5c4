import { expect, test } from "vitest";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import { publishTables } from "#app/disclosure/published-table.ts";
import { downloadRuns } from "#app/publication/download.ts";
import { findingsOf } from "#app/publication/finding.ts";
import { cellText, hidesSomething, roundsSomething, shownTable, type Described } from "#app/publication/published-results.ts";
import { crossTable, oneWayTable, tableOf, type Variable } from "#app/publication/tables.ts";
import { languages } from "#app/shared/languages.ts";
import { csvLine } from "#app/shared/csv.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { buildResults } from "#tests/support/published-results.ts";

const now = new Date("2026-03-04T12:00:00Z");
const bus: Variable = { key: "bus", values: ["often", "never"], isSeveral: false, care: "ordinary" };
const who: Variable = { key: ".respondent", values: ["individual", "business", "mp"], isSeveral: false, care: "ordinary" };
const columns = new CountedColumns(100);
const answer = (many: number, respondent: string, said?: string) => {
  for (let one = 0; one < many; one += 1) columns.add({ channel: "online", language: "en", respondent, receivedAt: now, closed: said ? { bus: said } : {} });
};
answer(40, "individual", "often");
answer(30, "individual", "never");
answer(12, "business", "often");
answer(2, "business", "never");
answer(6, "individual");

const values = (ids: readonly string[]) => ids.map((id) => ({ id, name: { en: id.toUpperCase() } }));
const common = { number: null, about: null, of: "answered", order: "longest-first", isSeveral: false, isRounded: false } as const;
const described: Described = { ...common, key: "bus", number: "2", label: { en: "=How often?" }, values: values(bus.values) };
const group: Described = { ...common, key: ".respondent", label: { en: "Who" }, values: values(who.values) };

const counted = [oneWayTable(columns, {}, who), oneWayTable(columns, {}, bus), crossTable(columns, {}, bus, { ...who, isEverybody: true })];
const published = publishTables(counted.map(tableOf));
const question = { ...shownTable(described, published, [group]), section: { en: "Buses" }, versions: [] };
const results = buildResults({ responses: 90, questions: [question], groups: [shownTable(group, published, [])] });

test("what is shown has the figures of the gate, and the groups that somebody is in", () => {
  expect(question.rows.map(({ count }) => count)).toEqual([52, 32]);
  expect(question.by[0]?.columns.map(({ id, count }) => [id, count])).toEqual([["individual", 70], ["business", 14]]);
  expect(question.by[0]?.rows.map(({ counts }) => counts)).toEqual([[null, null], [null, null]]);
  expect([hidesSomething(results), roundsSomething(results)]).toEqual([true, false]);
});

test("a figure is read with its share where the base is large enough, and as [c] where it is hidden", () => {
  const words = { number: wordsFor("en").number, percent: (text: string) => `${text}%` };
  expect([cellText(52, 84, words), cellText(812, 2955, words), cellText(12, 20, words), cellText(null, 84, words)]).toEqual(["52 (62%)", "812 (27.5%)", "12", "[c]"]);
});

test("the file has a line for each figure, hidden ones as [c], and no cell that a spreadsheet would run", () => {
  const lines = [...downloadRuns(results, wordsFor("en"))].flat();
  expect(lines).toContainEqual(["=How often?", "", "OFTEN", "", "", "52", "84", "62"]);
  expect(lines).toContainEqual(["=How often?", "", "NEVER", "Who", "BUSINESS", "[c]", "14", ""]);
  for (const line of lines) expect(csvLine(line)).not.toMatch(/^[=+@-]/);
});

test("evidence is the answer that most gave, unless something of the question is hidden", () => {
  const from = { publicationId: "p1", title: { en: "Our buses" } };
  const [finding, ...more] = findingsOf(results, from, languages.map(wordsFor));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ sourceId: "p1", kind: "bus", figure: { count: 52, base: 84, of: "answered" } });
  expect(finding?.statement.en).toBe("“Our buses”, 2. =How often?: 52 of 84 who answered (62%) chose “OFTEN”.");
  const hidden = { ...question, rows: question.rows.map((row, place) => (place === 0 ? { ...row, count: null } : row)) };
  expect(findingsOf({ questions: [hidden] }, from, languages.map(wordsFor))).toEqual([]);
});

test("results published before those left out were told say none, and are shown as they were", () => {
  expect(buildResults({}).excluded).toBe(0);
});
