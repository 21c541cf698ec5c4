// Tables as people bring them: rows, what their columns are called, and the lines that repeat an earlier one.
import { line } from "./typed.ts";

/** A row of a table and the line it begins on, from 1. */
export type TableRow = { line: number; cells: readonly string[] };

/** Our own tables have an apostrophe before a cell that a spreadsheet would run as a formula, such as "+44 …". */
export function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, "");
}

/** The rows in which something stands. */
export function filledRows(rows: readonly TableRow[]): TableRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** A heading in lower case and without punctuation, to be compared. */
export function plainHeading(heading: string): string {
  return line(heading).toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
}

/** The meanings of columns with each taken once, by the first column that has it; `again` says which may be there many times. */
export function takenOnce<Meaning>(meanings: readonly (Meaning | undefined)[], again: (meaning: Meaning) => boolean = () => false): (Meaning | undefined)[] {
  const taken = new Set<Meaning>();
  return meanings.map((meaning) => {
    if (meaning === undefined || (taken.has(meaning) && !again(meaning))) return undefined;
    taken.add(meaning);
    return meaning;
  });
}
