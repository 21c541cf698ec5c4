// Figures that add up: tables of one or two variables with their totals, tables of areas that sum to another, and the same
// table as it was published before.
import type { Care, Figure } from "./figure.ts";

/** The parts add up to the total. A group is people of whom each part tells something. */
export type Sum = { total: string; parts: string[]; isGroup: boolean };

/** In the order in which ties are broken. */
export type Cube = { figures: Map<string, Figure>; sums: Sum[] };

export type Variable = {
  values: readonly string[];
  /** Whether one person may be under several values: then they do not add up, and who is not under one can be worked out. */
  isSeveral?: boolean;
};

/** The table whose figures the totals of another are part of; `isAll` where they are the very same people. */
export type Outer = { table: string; isAll: boolean };

export type Table = {
  id: string;
  care: Care;
  rows: Variable;
  /** None for a table of one variable. */
  columns?: Variable;
  /** Everybody in the table. */
  base: number;
  /** People under a value of each; `null` for whatever value. A pair that is missing counts nobody. */
  countOf: (row: string | null, column: string | null) => number;
  /** Which table of one variable holds the totals of the rows, or of the columns. */
  rowsWithin?: Outer;
  columnsWithin?: Outer;
};

/** What joins tables beyond what each says: areas that make up a whole, and what was published of a table before. */
export type Links = {
  areas?: readonly { whole: string; parts: readonly string[] }[];
  earlier?: readonly { table: Table; hidden: ReadonlySet<string> }[];
};

const nobody = "\u0000all";

/** The name of a figure of a table; null stands for the total. */
export function figureId(tableId: string, row: string | null, column: string | null = null): string {
  return JSON.stringify([tableId, row ?? nobody, column ?? nobody]);
}

export function cubeOf(tables: readonly Table[], { areas = [], earlier = [] }: Links = {}): Cube {
  const cube: Cube = { figures: new Map(), sums: [] };
  const byId = new Map(tables.map((table) => [table.id, table]));
  for (const table of tables) addTable(cube, table, (id) => id);
  for (const { whole, parts } of areas) {
    const table = byId.get(whole);
    if (table) for (const [row, column] of placesIn(table)) addSum(cube, idIn(table, row, column), parts.flatMap((part) => partOf(byId.get(part), row, column)));
  }
  for (const { table, hidden } of earlier) {
    addTable(cube, table, (id) => `before ${id}`, hidden);
    const now = byId.get(table.id);
    if (now) for (const [row, column] of placesIn(now)) addSince(cube, idIn(now, row, column), row === null || (now.columns !== undefined && column === null));
  }
  return cube;
}

function partOf(table: Table | undefined, row: string | null, column: string | null): string[] {
  return table ? [idIn(table, row, column)] : [];
}

/** Every figure of a table, totals last. */
export function placesIn({ rows, columns }: Pick<Table, "rows" | "columns">): [row: string | null, column: string | null][] {
  const across: (string | null)[] = columns ? [...columns.values, null] : [null];
  return [...rows.values, null].flatMap((row) => across.map((column): [string | null, string | null] => [row, column]));
}

/** The id of the figure in that place; a total may be a figure of the table it is taken from. */
export function idIn(table: Table, row: string | null, column: string | null): string {
  if (table.columns && column === null && table.rowsWithin?.isAll) return figureId(table.rowsWithin.table, row);
  if (table.columns && row === null && table.columnsWithin?.isAll) return figureId(table.columnsWithin.table, column);
  return figureId(table.id, row, column);
}

type Naming = (id: string) => string;

function addTable(cube: Cube, table: Table, named: Naming, hiddenBefore?: ReadonlySet<string>): void {
  const { care, rows, columns } = table;
  const countAt = (row: string | null, column: string | null) => (row === null && column === null ? table.base : table.countOf(row, column));
  const idAt = (row: string | null, column: string | null) => named(idIn(table, row, column));
  for (const [row, column] of placesIn(table)) {
    const plain = idIn(table, row, column);
    if (cube.figures.has(named(plain))) continue;
    const before = hiddenBefore && (hiddenBefore.has(plain) ? "hidden" : "shown");
    cube.figures.set(named(plain), { id: named(plain), count: countAt(row, column), care, ...(before && { before }) });
  }
  const across = columns ? [...columns.values, null] : [null];
  // because in an ordinary table the columns are the groups, and what they answered is what is told of them
  for (const column of across) addLine(cube, idAt(null, column), rows, (row) => idAt(row, column), true);
  if (!columns) return;
  for (const row of [...rows.values, null]) addLine(cube, idAt(row, null), columns, (column) => idAt(row, column), care === "special");
  if (table.rowsWithin && !table.rowsWithin.isAll) addUnstated(cube, table.rowsWithin.table, rows, (row) => idAt(row, null), named);
  if (table.columnsWithin && !table.columnsWithin.isAll) addUnstated(cube, table.columnsWithin.table, columns, (column) => idAt(null, column), named);
}

/** A line with its total: its values add up, or each adds up with those who are not under it. */
function addLine(cube: Cube, total: string, { values, isSeveral }: Variable, idAt: (value: string) => string, isGroup: boolean): void {
  if (!isSeveral) return addSum(cube, total, values.map(idAt), isGroup);
  for (const value of values) {
    const others = `not ${idAt(value)}`;
    const count = countIn(cube, total) - countIn(cube, idAt(value));
    cube.figures.set(others, { id: others, count, care: careIn(cube, total), kind: "implied" });
    addSum(cube, total, [idAt(value), others], isGroup);
  }
}

/** Those who are in the outer table and not in this one, of whom nothing is told. */
function addUnstated(cube: Cube, outer: string, { values }: Variable, idAt: (value: string | null) => string, named: Naming): void {
  for (const value of [...values, null]) {
    const whole = named(figureId(outer, value));
    if (!cube.figures.has(whole)) continue;
    const rest = `unstated ${idAt(value)} ${whole}`;
    const count = countIn(cube, whole) - countIn(cube, idAt(value));
    cube.figures.set(rest, { id: rest, count, care: "ordinary", kind: "unknown" });
    addSum(cube, whole, [idAt(value), rest]);
  }
}

/** What came or went since the earlier publication; who came is told by their answers, not by the totals. */
function addSince(cube: Cube, id: string, isTotal: boolean): void {
  const before = `before ${id}`;
  if (!cube.figures.has(before) || !cube.figures.has(id)) return;
  const difference = countIn(cube, id) - countIn(cube, before);
  const since = `since ${id}`;
  cube.figures.set(since, { id: since, count: Math.abs(difference), care: careIn(cube, id), kind: isTotal ? "unknown" : "implied" });
  if (difference >= 0) addSum(cube, id, [before, since]);
  else addSum(cube, before, [id, since]);
}

function addSum(cube: Cube, total: string, parts: string[], isGroup = false): void {
  const [whole, sum] = [countIn(cube, total), parts.reduce((all, part) => all + countIn(cube, part), 0)];
  if (whole !== sum) throw new RangeError(`The parts of ${total} add up to ${sum}, not to ${whole}.`);
  cube.sums.push({ total, parts, isGroup });
}

function found(cube: Cube, id: string): Figure {
  const figure = cube.figures.get(id);
  if (!figure) throw new RangeError(`There is no figure ${id}.`);
  return figure;
}

const countIn = (cube: Cube, id: string) => found(cube, id).count;
const careIn = (cube: Cube, id: string) => found(cube, id).care;
