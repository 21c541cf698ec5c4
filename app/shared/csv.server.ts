// Tables as CSV (RFC 4180) that spreadsheets open in the right letters, streamed however long they are.
import { ReadableStream } from "node:stream/web";

const byteOrderMark = "\uFEFF"; // because Excel takes a file without one for its own country's code page

const mustBeQuoted = /[",\r\n]/;

/** Rows as lines; a cell that holds a quotation mark, a comma or any sort of line break is quoted. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  let lines = "";
  for (const row of rows) {
    let comma = "";
    for (const cell of row) {
      lines += comma + (mustBeQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      comma = ",";
    }
    lines += "\r\n";
  }
  return lines;
}

type Runs = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

async function* encoded(header: readonly string[], runs: Runs) {
  yield Buffer.from(byteOrderMark + csvLines([header]));
  for await (const rows of runs) yield Buffer.from(csvLines(rows));
}

/**
 * A download of the rows, each run asked for when the one before has gone out. Where a run fails the connection breaks, so
 * that half a file is never taken for a whole one.
 */
export function csvDownload(
  name: string,
  header: readonly string[],
  runs: Runs,
): Response {
  return new Response(ReadableStream.from(encoded(header, runs)) as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
