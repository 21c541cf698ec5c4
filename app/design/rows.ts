// The rows of a list of options while they are written: added, taken away and moved, with everything typed kept.
import { isWay, type Way } from "#app/shared/way.ts";
import { rowsIn, type Fields, type ListPart } from "./question-parts.ts";

export type RowDeed = { list: ListPart["name"]; deed: "add" } | { list: ListPart["name"]; deed: Way | "remove"; row: string };

const lists = ["options", "rows", "columns"] as const;

/** A button's value: "options add", "rows up car". */
export function rowDeedValue(deed: RowDeed): string {
  return deed.deed === "add" ? `${deed.list} add` : `${deed.list} ${deed.deed} ${deed.row}`;
}

export function readRowDeed(value: string | null): RowDeed | null {
  const [name, deed, row] = (value ?? "").split(" ");
  const list = lists.find((one) => one === name);
  if (!list) return null;
  if (deed === "add") return { list, deed };
  return row !== undefined && (isWay(deed) || deed === "remove") ? { list, deed, row } : null;
}

/** The fields after it, and the row that is to be looked at then: the new one, the moved one, or what took its place. */
export function changeRows(fields: Fields, change: RowDeed): { fields: Fields; row: string | null } {
  const { list } = change;
  const rows = rowsIn(fields, list);
  if (change.deed === "add") {
    const row = newRow(rows);
    return { fields: { ...fields, [list]: [...rows, row].join(" ") }, row };
  }
  const at = rows.indexOf(change.row);
  if (at < 0) return { fields, row: null };
  const without = rows.filter((row) => row !== change.row);
  if (change.deed === "remove") {
    const own = `${list}.${change.row}.`;
    const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== list && !name.startsWith(own)));
    return { fields: { ...kept, ...(without.length > 0 && { [list]: without.join(" ") }) }, row: without[Math.min(at, without.length - 1)] ?? null };
  }
  const to = change.deed === "up" ? Math.max(0, at - 1) : at + 1;
  return { fields: { ...fields, [list]: [...without.slice(0, to), change.row, ...without.slice(to)].join(" ") }, row: change.row };
}

/** A name that no row of the list has. */
function newRow(rows: readonly string[]): string {
  for (let next = 1; ; next += 1) if (!rows.includes(`N${next}`)) return `N${next}`;
}
