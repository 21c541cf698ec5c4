// Tables as CSV (RFC 4180) that spreadsheets open in the right letters, streamed however long they are.
import { ReadableStream } from "node:stream/web";
import { stringify } from "csv-stringify/sync";

const byteOrderMark = "\uFEFF"; // because Excel takes a file without one for its own country's code page

/** Rows as lines; a cell that holds any sort of line break is quoted. */
function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
}

type Runs = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

async function* encoded(header: readonly string[], runs: Runs) {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvLines([header]));
  for await (const rows of runs) yield encoder.encode(csvLines(rows));
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
