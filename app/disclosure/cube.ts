// Figures that add up: tables of one or two variables with their totals, tables of areas that sum to another, and the same
// table as it was published before.
import type { Care, Figure } from "./figure.ts";

/**
 * The parts add up to the total. A group is people who have something in common, of whom each part tells something more;
 * everybody in a table is none, because they have nothing in common but that they answered. In a loose one the last part is
 * whoever is left over, of whom nothing is told. `table` is where it stands.
 */
export type Sum = { total: string; parts: string[]; kind: "group" | "everybody" | "plain" | "loose"; table: string };

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
  /** Whether how many that are is told beside the tables whatever is hidden in this one. */
  isBaseKnown?: boolean;
  /** People under a value of each; `null` for whatever value. A pair that is missing counts nobody. */
  countOf: (row: string | null, column: string | null) => number;
  /** Which table of one variable holds the totals of the rows, or of the columns. */
  rowsWithin?: Outer;
  columnsWithin?: Outer;
};

/** What joins tables beyond what each says: areas that make up a whole, and what was published before. */
export type Links = {
  areas?: readonly { whole: string; parts: readonly string[] }[];
  earlier?: readonly Earlier[];
};

/** All tables of an earlier publication, and the ids of the figures that were hidden in it. */
export type Earlier = { tables: readonly Table[]; hidden: ReadonlySet<string> };

/** The name of a figure of a table; null stands for the total. */
function figureId(tableId: string, row: string | null, column: string | null = null): string {
  return JSON.stringify([tableId, row, column]);
}

/** Whether it is everybody in a table. */
function isBase(id: string): boolean {
  return id.endsWith(",null,null]");
}

export function cubeOf(tables: readonly Table[], { areas = [], earlier = [] }: Links = {}): Cube {
  const cube: Cube = { figures: new Map(), sums: [] };
  const byId = new Map(tables.map((table) => [table.id, table]));
  for (const table of tables) addTable(cube, table, (id) => id);
  for (const { whole, parts } of areas) {
    const table = byId.get(whole);
    // because areas of which one is not shown tell nothing of the whole
    if (table && parts.every((part) => byId.has(part))) for (const [row, column] of placesIn(table)) addSum(cube, `areas of ${whole}`, idIn(table, row, column), parts.flatMap((part) => partOf(byId.get(part), row, column)));
  }
  for (const [index, { tables: before, hidden }] of earlier.entries()) {
    const named = (id: string) => `before ${index} ${id}`;
    for (const table of before) addTable(cube, table, named, hidden);
    const places = tables.flatMap((table) => placesIn(table).map(([row, column]) => [idIn(table, row, column), table.id] as const));
    for (const [id, table] of new Map(places)) addSince(cube, table, id, named(id), `since ${index} ${id}`);
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
  const inTable = named(table.id);
  const countAt = (row: string | null, column: string | null) => (row === null && column === null ? table.base : table.countOf(row, column));
  const idAt = (row: string | null, column: string | null) => named(idIn(table, row, column));
  for (const [row, column] of placesIn(table)) {
    const plain = idIn(table, row, column);
    if (cube.figures.has(named(plain))) continue;
    const before = hiddenBefore && (hiddenBefore.has(plain) ? "hidden" : "shown");
    const isKnown = table.isBaseKnown && row === null && column === null;
    cube.figures.set(named(plain), { id: named(plain), count: countAt(row, column), care, ...(isKnown && { isKnown }), ...(before && { before, about: plain }) });
  }
  const across = columns ? [...columns.values, null] : [null];
  // because in an ordinary table the columns are the groups, and what they answered is what is told of them
  for (const column of across) addLine(cube, inTable, idAt(null, column), rows, (row) => idAt(row, column), column === null ? "everybody" : "group");
  if (!columns) return;
  for (const row of [...rows.values, null]) addLine(cube, inTable, idAt(row, null), columns, (column) => idAt(row, column), care !== "special" ? "plain" : row === null ? "everybody" : "group");
  if (table.rowsWithin && !table.rowsWithin.isAll) addUnstated(cube, inTable, table.rowsWithin.table, rows, (row) => idAt(row, null), named);
  if (table.columnsWithin && !table.columnsWithin.isAll) addUnstated(cube, inTable, table.columnsWithin.table, columns, (column) => idAt(null, column), named);
}

/** A line with its total: its values add up, or each adds up with those who are not under it. */
function addLine(cube: Cube, table: string, total: string, { values, isSeveral }: Variable, idAt: (value: string) => string, kind: Sum["kind"]): void {
  if (!isSeveral) return addSum(cube, table, total, values.map(idAt), kind);
  for (const value of values) {
    const others = `not ${idAt(value)}`;
    const count = countIn(cube, total) - countIn(cube, idAt(value));
    cube.figures.set(others, { id: others, count, care: careIn(cube, total), kind: "implied", about: idAt(value) });
    addSum(cube, table, total, [idAt(value), others], kind);
  }
}

/** Those who are in the outer table and not in this one, of whom nothing is told. */
function addUnstated(cube: Cube, table: string, outer: string, { values }: Variable, idAt: (value: string | null) => string, named: Naming): void {
  for (const value of [...values, null]) {
    const whole = named(figureId(outer, value));
    if (!cube.figures.has(whole)) continue;
    const rest = `unstated ${idAt(value)} ${whole}`;
    const count = countIn(cube, whole) - countIn(cube, idAt(value));
    cube.figures.set(rest, { id: rest, count, care: "ordinary", kind: "unknown" });
    addSum(cube, table, whole, [idAt(value), rest], "loose");
  }
}

/** What came or went since the earlier publication; who came is told by what they answered, not by how many came. */
function addSince(cube: Cube, table: string, id: string, before: string, since: string): void {
  if (!cube.figures.has(before)) return;
  const difference = countIn(cube, id) - countIn(cube, before);
  cube.figures.set(since, { id: since, count: Math.abs(difference), care: careIn(cube, id), kind: isBase(id) ? "unknown" : "implied", about: id });
  if (difference >= 0) addSum(cube, table, id, [before, since]);
  else addSum(cube, table, before, [id, since]);
}

function addSum(cube: Cube, table: string, total: string, parts: string[], kind: Sum["kind"] = "plain"): void {
  const [whole, sum] = [countIn(cube, total), parts.reduce((all, part) => all + countIn(cube, part), 0)];
  if (whole !== sum) throw new RangeError(`The parts of ${total} add up to ${sum}, not to ${whole}.`);
  cube.sums.push({ total, parts, kind, table });
}

function found(cube: Cube, id: string): Figure {
  const figure = cube.figures.get(id);
  if (!figure) throw new RangeError(`There is no figure ${id}.`);
  return figure;
}

const countIn = (cube: Cube, id: string) => found(cube, id).count;
const careIn = (cube: Cube, id: string) => found(cube, id).care;
