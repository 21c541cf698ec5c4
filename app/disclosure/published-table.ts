// The gate: tables go in with what they count, and come out as what may be seen, with a log of what was hidden and why.
import { atOnce } from "./at-once.ts";
import { cubeOf, idIn, placesIn, type Links, type Table } from "./cube.ts";
import { isSmall, shownCount } from "./figure.ts";
import { suppressing, type Hiding, type Why } from "./suppression.ts";

/** What stands where a figure is confidential: never a blank, never a nought. */
export const confidential = "[c]";

/** What may be seen of a table; null for a figure that is confidential. */
export type PublishedTable = {
  id: string;
  base: number | null;
  /** For each value of its rows, in order. */
  rows: { value: string; all: number | null; counts: (number | null)[] }[];
  /** The totals of the columns; empty in a table of one variable. */
  columns: { value: string; all: number | null }[];
};

/** Where a figure stands; null for a total. */
export type Place = { table: string; row: string | null; column: string | null };
export type Hidden = Place & { because: Why["because"]; protects: Place[] };

export type Published = {
  tables: PublishedTable[];
  /** The ids of the tables of two variables that are not shown at all. */
  leftOut: string[];
  /** For officers alone: which figures are the small ones is a part of what is hidden. */
  log: Hidden[];
  /** What anybody can work out because of an earlier publication. While there is any, nothing may be published. */
  open: string[];
  /** The ids of what is hidden, for the next publication of the same tables. */
  hidden: string[];
};

/**
 * What may be seen of the tables. A table of two variables is left out as a whole where most of it would be hidden in any case,
 * or where something in it could be worked out whatever is hidden.
 */
export function publishTables(tables: readonly Table[], links: Links = {}): Published {
  return atOnce(publishing(tables, links));
}

/** The same a little at a time; it begins again whenever a table is left out on the way. */
export function* publishing(tables: readonly Table[], links: Links = {}): Generator<Hiding, Published> {
  let kept: readonly Table[] = tables.filter((table) => !isMostlySmall(table));
  for (;;) {
    const cube = cubeOf(kept, links);
    const { hidden, open } = yield* suppressing(cube);
    const without = withoutOpen(kept, new Set(open));
    if (without.length < kept.length) {
      kept = without;
      continue;
    }
    const shownAt = (table: Table, row: string | null, column: string | null) => {
      const figure = cube.figures.get(idIn(table, row, column));
      return figure === undefined || hidden.has(figure.id) ? null : shownCount(figure);
    };
    return {
      tables: kept.map((table) => ({
        id: table.id,
        base: shownAt(table, null, null),
        rows: table.rows.values.map((value) => ({
          value,
          all: shownAt(table, value, null),
          counts: (table.columns?.values ?? []).map((column) => shownAt(table, value, column)),
        })),
        columns: (table.columns?.values ?? []).map((value) => ({ value, all: shownAt(table, null, value) })),
      })),
      leftOut: tables.filter((table) => !kept.includes(table)).map(({ id }) => id),
      log: logOf(hidden, kept),
      open,
      hidden: [...hidden.keys()],
    };
  }
}

/** Without the tables of two variables that an open figure stands in or is a total of; then without those of one. */
function withoutOpen(tables: readonly Table[], open: ReadonlySet<string>): Table[] {
  const isOpen = (table: Table) => placesIn(table).some(([row, column]) => open.has(idIn(table, row, column)));
  const openTables = new Set(tables.filter(isOpen).map(({ id }) => id));
  const isNear = ({ id, columns, rowsWithin, columnsWithin }: Table) =>
    columns !== undefined && [id, rowsWithin?.table, columnsWithin?.table].some((one) => one !== undefined && openTables.has(one));
  const fewer = tables.filter((table) => !isNear(table));
  return fewer.length < tables.length ? fewer : tables.filter(({ id }) => !openTables.has(id));
}

/** Whether at least half of the figures within a table of two variables, noughts apart, are so few that they are hidden. */
function isMostlySmall({ rows, columns, care, countOf }: Table): boolean {
  const counts = rows.values.flatMap((row) => (columns?.values ?? []).map((column) => countOf(row, column))).filter((count) => count > 0);
  return counts.length > 0 && 2 * counts.filter((count) => isSmall({ count, care })).length >= counts.length;
}

/** In the order of the tables; what follows from a figure that is never shown is told of the one it belongs to. */
function logOf(hidden: ReadonlyMap<string, Why>, tables: readonly Table[]): Hidden[] {
  const places = new Map<string, Place>();
  for (const table of tables) {
    for (const [row, column] of placesIn(table)) {
      const id = idIn(table, row, column);
      if (!places.has(id)) places.set(id, { table: table.id, row, column });
    }
  }
  return [...places].flatMap(([id, place]) => {
    const why = hidden.get(id);
    const protects = why?.because === "protects" ? why.protects.flatMap((one) => places.get(one) ?? []) : [];
    return why ? [{ ...place, because: why.because, protects }] : [];
  });
}
