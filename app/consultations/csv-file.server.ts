// Reads a CSV file line by line, however long it is, and knows on which line each row began.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { CsvError, parse } from "csv-parse";
import { PlainError } from "#app/shared/plain-error.ts";

/** A row and the line it begins on, from 1; `share` is how much of the file has been read, from 0 to 1. */
export type CsvRow = { line: number; cells: string[]; share: number };

/** What the file cannot be read any further for; rows before it have all been given. */
export class UnreadableCsv extends PlainError {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`From line ${line} on the file cannot be read: ${reason}.`);
  }
}

const mostCharactersInRow = 2_000_000;

/**
 * Every row of the file, blank lines left out. Line ends of every kind count as one; a quote inside a cell that is not
 * quoted is a quote. Throws UnreadableCsv where the rest cannot be told apart.
 */
export async function* readCsv(
  path: string,
  { encoding, separator }: { encoding: "utf-8" | "windows-1252" | "utf-16le"; separator: string },
): AsyncGenerator<CsvRow> {
  const size = Math.max(1, (await stat(path)).size);
  const rows: Omit<CsvRow, "share">[] = [];
  let nextLine = 1;
  const parser = parse({
    ...{ delimiter: separator, record_delimiter: "\n", bom: true, relax_quotes: true, relax_column_count: true },
    ...{ skip_empty_lines: true, max_record_size: mostCharactersInRow },
    on_record(cells: string[], { lines }) {
      const within = cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
      rows.push({ line: lines - within, cells });
      nextLine = lines + 1;
      return null;
    },
  });
  let problem: Error | undefined;
  parser.on("error", (error) => (problem ??= error));
  parser.resume();
  const feed = (text: string) => new Promise<void>((done) => parser.write(text, () => done()));
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableCsv(nextLine, `it is not written in ${encoding}; save it as CSV UTF-8, or name its "encoding" in the map`);
    }
  };
  let share = 0;
  let bytesRead = 0;
  const read = function* () {
    for (const row of rows.splice(0)) yield { ...row, share };
    if (problem) throw unreadable(problem, nextLine);
  };
  let held = "";
  for await (const chunk of createReadStream(path)) {
    bytesRead += (chunk as Buffer).length;
    share = Math.min(1, bytesRead / size);
    const text = held + decode(chunk as Buffer);
    // because a line end may be parted between two chunks
    held = text.endsWith("\r") ? "\r" : "";
    await feed(text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n"));
    yield* read();
  }
  await feed(held.replace("\r", "\n") + decode());
  await new Promise<void>((done) => {
    parser.once("close", done);
    parser.end();
  });
  yield* read();
}

function unreadable(problem: Error, line: number): UnreadableCsv {
  const code = problem instanceof CsvError ? problem.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new UnreadableCsv(line, "a quotation mark opens a cell there and none closes it");
  }
  return new UnreadableCsv(line, problem.message);
}
