// Tables as CSV (RFC 4180) that spreadsheets open in the right letters, streamed however long they are.
import { downloadOf } from "./download.server.ts";

const byteOrderMark = "\uFEFF"; // because Excel takes a file without one for its own country's code page

const mustBeQuoted = /[",\r\n]/;

/** A row as a line; a cell that holds a quotation mark, a comma or any sort of line break is quoted. */
export function csvLine(row: readonly string[]): string {
  return `${row.map((cell) => quoted(safeCell(cell))).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return mustBeQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A cell that no spreadsheet runs as a formula: a text that begins as one does (= + - @, their full-width forms, a tab or
 * a line break) gets an apostrophe in front. Plain numbers stay as they are.
 */
export function safeCell(cell: string): string {
  const first = cell.charCodeAt(0);
  // because nearly every cell is blank or begins with a letter or a figure, as no formula does
  if (cell === "" || (first >= 48 && first <= 57) || (first >= 65 && first <= 122)) return cell;
  if (/^-?\d+(\.\d+)?$/.test(cell)) return cell;
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

export type Run = Iterable<readonly string[]>;
export type Runs = AsyncIterable<Run> | Iterable<Run>;

/** The bytes of a file of these rows, a run at a time. */
export async function* csvBytes(header: readonly string[], runs: Runs): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(header));
  for await (const run of runs) {
    let lines = "";
    for (const row of run) lines += csvLine(row);
    if (lines !== "") yield Buffer.from(lines);
  }
}

/** A download of the rows, a run at a time. */
export function csvDownload(name: string, header: readonly string[], runs: Runs): Response {
  return downloadOf(name, "text/csv; charset=utf-8", csvBytes(header, runs));
}
