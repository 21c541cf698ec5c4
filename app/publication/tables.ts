// The tables of a publication, exact, as they go to the gate: one of each question, one of each group, and each question by
// each group.
import type { CountedColumns, Part } from "#app/consultations/counted-columns.ts";
import type { Group } from "#app/consultations/cross-tabulation.ts";
import type { Table } from "#app/disclosure/cube.ts";
import type { Care } from "#app/disclosure/figure.ts";

/** Something that respondents are counted by. */
export type Variable = {
  key: string;
  values: readonly string[];
  isSeveral: boolean;
  care: Care;
  /** Which of the values what is held counts under, where it is not one itself. */
  valueFor?: (held: string) => string;
};

/** A table as it is written down: every figure in it, null for a total. */
export type CountedTable = Omit<Table, "countOf"> & { figures: [row: string | null, column: string | null, count: number][] };

export function tableOf({ figures, ...table }: CountedTable): Table {
  const counts = new Map(figures.map(([row, column, count]) => [JSON.stringify([row, column]), count]));
  return { ...table, countOf: (row, column) => counts.get(JSON.stringify([row, column])) ?? 0 };
}

/** What everybody in a set has, so that those who are counted by it are as many as the set has responses. */
const ofEverybody: readonly string[] = [".respondent", ".channel", ".language"];

/**
 * How many responses a set has stands beside whatever is published of it: where a table is of all of them, its total is known, and
 * nothing is hidden behind it.
 */
export function withKnownBase(table: CountedTable, responses: number): CountedTable {
  const isSpread = table.figures.filter(([, , count]) => count > 0).length > 1;
  return ofEverybody.includes(table.id) && table.base === responses && isSpread ? { ...table, isBaseKnown: true } : table;
}

export function crossId(question: string, group: string): string {
  return `${question} by ${group}`;
}

const asHeld = (held: string) => held;

/** Everybody of the part who answered, by their answers. */
export function oneWayTable(columns: CountedColumns, part: Part, { key, values, isSeveral, care, valueFor = asHeld }: Variable): CountedTable {
  const found = columns.count(part, [key]).of.get(key);
  const counts = new Map<string, number>();
  for (const [held, count] of Object.entries(found?.counts ?? {})) counts.set(valueFor(held), (counts.get(valueFor(held)) ?? 0) + count);
  const figures = values.map((value): CountedTable["figures"][number] => [value, null, counts.get(value) ?? 0]);
  const base = isSeveral ? (found?.answered ?? 0) : figures.reduce((sum, [, , count]) => sum + count, 0);
  return { id: key, care, rows: { values, isSeveral }, base, figures };
}

/** Everybody who answered both. A group that everybody is in has the question's own totals. */
export function crossTable(columns: CountedColumns, part: Part, question: Variable, group: Variable & { isEverybody: boolean }): CountedTable {
  const { valueFor = asHeld } = question;
  const groups = columns.together(part, question.key, group.key).flatMap(({ row, column, count }): Group[] =>
    row === null || typeof column !== "string" || !group.values.includes(column) ? [] : [{ row: [row].flat().map(valueFor), column, count }],
  );
  const countOf = (row: string | null, column: string | null) =>
    groups.reduce((sum, one) => (isIn(one, row, column) ? sum + one.count : sum), 0);
  const inUse = group.values.filter((value) => countOf(null, value) > 0);
  const figures = [...question.values, null].flatMap((row) => [...inUse, null].map((column): CountedTable["figures"][number] => [row, column, countOf(row, column)]));
  return {
    id: crossId(question.key, group.key),
    care: stricter(question.care, group.care),
    rows: { values: question.values, isSeveral: question.isSeveral },
    columns: { values: inUse },
    base: countOf(null, null),
    rowsWithin: { table: question.key, isAll: group.isEverybody },
    columnsWithin: { table: group.key, isAll: false },
    figures,
  };
}

function isIn({ row, column }: Group, wantedRow: string | null, wantedColumn: string | null): boolean {
  return (wantedRow === null || [row].flat().includes(wantedRow)) && (wantedColumn === null || column === wantedColumn);
}

const order: readonly Care[] = ["ordinary", "small-area", "special"];

function stricter(one: Care, other: Care): Care {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}
