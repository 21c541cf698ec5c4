// A table of a set: one question by another, or one by itself. Only those who answered are in it, those who did not are told
// beside it, and what can be said of anybody else depends on how people came to answer.
import { tabulate, type CrossTable, type Group, type Side, type ValueName } from "#app/consultations/cross-tabulation.ts";
import { associationIn, type Association } from "#app/statistics/association.ts";
import { wilson95, type Interval } from "#app/statistics/interval.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** Of fewer people a percentage would look like more than it is: their counts alone are told. */
export const fewestForShares = 30;
/** One in twenty tables looks by chance as if it told something; from more than these on it is said. */
const manyTested = 10;
/** With more rows each has no chart of its own. */
export const mostCharts = 12;

/** Of the responses that are looked at: who answered the one alone, the other alone, or neither. */
export type Blanks = { rowsAlone: number; columnsAlone: number; neither: number };

/** The answer whose shares are furthest apart between two rows, of those with enough people in them. */
export type Widest = { answer: ValueName; most: RowShare; least: RowShare };
type RowShare = { name: ValueName; count: number; base: number };

export type SetTable = {
  table: CrossTable;
  blanks: Blanks;
  widest: Widest | null;
  /** Null where there is nothing to test. */
  association: Association | null;
  /** Whether people may be in several rows or columns, so that no test holds. */
  isSeveral: boolean;
};

export function setTableOf(groups: readonly Group[], rows: Side, columns: Side): SetTable {
  const table = tabulate(groups, rows, columns);
  const blanks: Blanks = { rowsAlone: 0, columnsAlone: 0, neither: 0 };
  for (const { row, column, count } of groups) {
    if (row !== null && column === null) blanks.rowsAlone += count;
    if (row === null && column !== null) blanks.columnsAlone += count;
    if (row === null && column === null) blanks.neither += count;
  }
  const isSeveral = rows.isSeveral || columns.isSeveral;
  const association = isSeveral ? null : associationIn(table.rows.map(({ counts }) => counts));
  return { table, blanks, widest: widestIn(table), association, isSeveral };
}

function widestIn({ rows, columns }: CrossTable): Widest | null {
  const enough = rows.filter(({ both }) => both >= fewestForShares);
  let found: { gap: number; widest: Widest } | null = null;
  for (const [index, { name: answer }] of columns.entries()) {
    const shares = enough.map(({ name, counts, both }) => ({ name, count: counts[index]!, base: both, share: counts[index]! / both }));
    shares.sort((one, other) => other.share - one.share);
    const [most, least] = [shares[0], shares.at(-1)];
    if (!most || !least) continue;
    const gap = most.share - least.share;
    if (gap > (found?.gap ?? 0)) found = { gap, widest: { answer, most, least } };
  }
  return found?.widest ?? null;
}

/** What has to be said beside a test; the words are `tables:caveat.<caveat>`. */
export type Caveat = "chose-themselves" | "drawn" | "small" | "many";

export function caveatsOf(association: Association, { isSample }: SurveyDesign, tested: number): Caveat[] {
  // because the distribution that is looked into holds for larger counts (W. G. Cochran, Biometrics 10 (1954), 417–451)
  const isSmall = association.leastExpected < 1 || association.shareUnderFive > 0.2;
  return [isSample ? "drawn" : "chose-themselves", ...(isSmall ? ["small" as const] : []), ...(tested > manyTested ? ["many" as const] : [])];
}

/** Between which shares that of the whole population lies; null of an open consultation, and of too few. */
export function intervalOf(count: number, base: number, { isSample, population }: SurveyDesign): Interval | null {
  return isSample && base >= fewestForShares ? wilson95(count, base, population ?? undefined) : null;
}

export type OneWay = { responses: number; answered: number; values: { id: string; name: ValueName; count: number }[] };

/** One question by itself. Of what is held of a response, only what occurs is shown. */
export function oneWayOf(counted: { answered: number; counts: Record<string, number> }, responses: number, side: Side): OneWay {
  const values = side.values.map(({ id, name }) => ({ id, name, count: counted.counts[id] ?? 0 }));
  return { responses, answered: counted.answered, values: values.filter(({ count }) => count > 0 || !("held" in side.of)) };
}

/** Those of the values that most gave; none where nobody gave any. */
export function leadersIn<Value extends { count: number }>(values: readonly Value[]): Value[] {
  const most = Math.max(0, ...values.map(({ count }) => count));
  return most === 0 ? [] : values.filter(({ count }) => count === most);
}

/** A table as it was asked for. */
export type Shown = { rows: Side } & ({ columns: Side; two: SetTable } | { columns: null; one: OneWay });
