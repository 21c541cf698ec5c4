// Tables as CSV (RFC 4180) that spreadsheets open in the right letters, streamed however long they are.
import { ReadableStream } from "node:stream/web";

const byteOrderMark = "\uFEFF"; // because Excel takes a file without one for its own country's code page

const mustBeQuoted = /[",\r\n]/;

/** A row as a line; a cell that holds a quotation mark, a comma or any sort of line break is quoted. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return mustBeQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Run = Iterable<readonly string[]>;
type Runs = AsyncIterable<Run> | Iterable<Run>;

async function* encoded(header: readonly string[], runs: Runs) {
  yield Buffer.from(byteOrderMark + csvLine(header));
  for await (const run of runs) {
    let lines = "";
    for (const row of run) lines += csvLine(row);
    if (lines !== "") yield Buffer.from(lines);
  }
}

/**
 * A download of the rows, each run asked for when the one before has gone out. Where a run fails the connection breaks, so
 * that half a file is never taken for a whole one.
 */
export function csvDownload(name: string, header: readonly string[], runs: Runs): Response {
  return new Response(ReadableStream.from(encoded(header, runs)) as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
