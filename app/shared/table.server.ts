// Tables as officers bring them: pasted from a spreadsheet or a letter, or as a CSV file of whatever program.
import { CsvError, parse } from "csv-parse/sync";
import { fail, succeed, type Result } from "./result.ts";
import type { TableRow } from "./table.ts";

/** The text of a file: UTF-8 or UTF-16 where it says so or is so, else what Excel writes here (Windows-1252). */
export function textOfFile(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether it is written, unlike what is read out of a workbook or a picture. */
export function isPlainText(text: string): boolean {
  return !/[\x01-\x08\x0e-\x19\x1c-\x1f]/.test(text);
}

const separators = ["\t", ";", ","] as const;

/** What parts the columns: whichever the first line has most of, or the first lines where that has none; else a comma. */
function separatorOf(text: string): string {
  const head = text.split("\n", 20).join("\n").replace(/"[^"]*"/g, "");
  const most = (part: string) => {
    const counts = separators.map((separator) => ({ separator, count: part.split(separator).length - 1 })).filter(({ count }) => count > 0);
    return counts.sort((one, other) => other.count - one.count)[0]?.separator;
  };
  return most(head.split("\n", 1)[0] ?? "") ?? most(head) ?? ",";
}

// One line of nothing but addresses, as it is copied from the "To" of a mail program.
function partedAddresses(text: string): string | null {
  const parts = text.trim().split(/[;,]\s*/).filter((part) => part.trim() !== "");
  return !text.trim().includes("\n") && parts.length > 1 && parts.every((part) => part.includes("@")) ? parts.join("\n") : null;
}

/** The rows with the lines they begin on; or from which line on the rest cannot be told apart, because a quotation mark is not closed. */
export function readTable(given: string): Result<TableRow[], { line: number }> {
  const plain = given.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const text = partedAddresses(plain) ?? plain;
  const rows: TableRow[] = [];
  let nextLine = 1;
  try {
    parse(text, {
      ...{ delimiter: separatorOf(text), record_delimiter: "\n", relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
      on_record(cells: string[], { lines }) {
        const within = cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
        rows.push({ line: lines - within, cells });
        nextLine = lines + 1;
        return null;
      },
    });
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    return fail({ line: nextLine });
  }
  return succeed(rows);
}
