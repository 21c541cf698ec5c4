// The gate: tables go in with what they count, and come out as what may be seen, with a log of what was hidden and why.
import { cubeOf, idIn, placesIn, type Links, type Table } from "./cube.ts";
import { shownCount } from "./figure.ts";
import { suppress, type Why } from "./suppression.ts";

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
  /** For officers alone: which figures are the small ones is a part of what is hidden. */
  log: Hidden[];
  /** What anybody can work out because of an earlier publication. While there is any, nothing may be published. */
  open: string[];
  /** The ids of what is hidden, for the next publication of the same tables. */
  hidden: string[];
};

export function publishTables(tables: readonly Table[], links: Links = {}): Published {
  const cube = cubeOf(tables, links);
  const { hidden, open } = suppress(cube);
  const shownAt = (table: Table, row: string | null, column: string | null) => {
    const figure = cube.figures.get(idIn(table, row, column));
    return figure === undefined || hidden.has(figure.id) ? null : shownCount(figure);
  };
  return {
    tables: tables.map((table) => ({
      id: table.id,
      base: shownAt(table, null, null),
      rows: table.rows.values.map((value) => ({
        value,
        all: shownAt(table, value, null),
        counts: (table.columns?.values ?? []).map((column) => shownAt(table, value, column)),
      })),
      columns: (table.columns?.values ?? []).map((value) => ({ value, all: shownAt(table, null, value) })),
    })),
    log: logOf(hidden, tables),
    open,
    hidden: [...hidden.keys()],
  };
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
  const placeOf = (id: string) => places.get(id) ?? places.get(id.replace(/^(not|since|before) /, ""));
  return [...places].flatMap(([id, place]) => {
    const why = hidden.get(id);
    const protects = why?.because === "protects" ? why.protects.flatMap((one) => placeOf(one) ?? []) : [];
    return why ? [{ ...place, because: why.because, protects }] : [];
  });
}
