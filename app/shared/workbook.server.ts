// An .xlsx file, written as it goes out: a run of rows at a time, however many there are.
import type { Run, Runs } from "./csv.server.ts";
import { downloadOf } from "./download.server.ts";
import {
  cellXml,
  columnName,
  fitText,
  otherParts,
  sheetBeginning,
  sheetEnd,
  sheetLimits,
  sheetName,
  type AboutWorkbook,
  type SheetColumn,
  type SheetLimits,
  type WrittenSheet,
  type WrittenWorkbook,
} from "./workbook.ts";
import { zipOf, type ZipEntry } from "./zip.server.ts";

export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  /** A cell for each column; asked for when the sheets before are written. */
  rows: (written: WrittenWorkbook) => Runs;
  /** Whether long texts are shown over several lines. */
  wraps?: boolean;
};

export type Workbook = AboutWorkbook & { sheets: readonly Sheet[] };

const mostTold = 100;
/** About as much as is put together before it goes on. */
const piece = 64 * 1024;

/** The bytes of the file. Rows that one sheet has no room for stand in another of its name and a number. */
export async function* workbookBytes(workbook: Workbook, limits: SheetLimits = sheetLimits): AsyncGenerator<Buffer> {
  yield* zipOf(entriesOf(workbook, limits));
}

async function* entriesOf({ sheets, ...about }: Workbook, limits: SheetLimits): AsyncGenerator<ZipEntry> {
  const written: WrittenWorkbook = { sheets: [], cut: 0, cutAt: [], leftOut: [] };
  for (const sheet of sheets) {
    const columns = sheet.columns.slice(0, limits.columns);
    written.leftOut.push(...sheet.columns.slice(limits.columns).map(({ heading }) => heading));
    const rows = new Rows(sheet.rows(written));
    try {
      do {
        const one: WrittenSheet = { name: sheetName(sheet.name, written.sheets.map(({ name }) => name)), columns: columns.length, rows: 0 };
        const isFirst = written.sheets.length === 0;
        yield { name: `xl/worksheets/sheet${written.sheets.length + 1}.xml`, bytes: sheetBytes(one, { ...sheet, columns }, rows, { about, isFirst, written, limits }) };
        written.sheets.push(one);
      } while (!(await rows.isAtEnd()));
    } finally {
      await rows.stop();
    }
  }
  for (const { name, text } of otherParts(written.sheets, about)) yield { name, bytes: [Buffer.from(text)] };
}

type Writing = { about: AboutWorkbook; isFirst: boolean; written: WrittenWorkbook; limits: SheetLimits };

async function* sheetBytes(one: WrittenSheet, { columns, wraps }: Sheet, rows: Rows, { about, isFirst, written, limits }: Writing): AsyncGenerator<Buffer> {
  const names = columns.map((_, place) => columnName(place));
  const looks = columns.map(({ kind }) => (wraps && kind === "text" ? "wrapped" : kind));
  const rowXml = (cells: readonly string[], isHeading = false) => {
    const number = String((one.rows += 1));
    let xml = `<row r="${number}">`;
    for (const [place, name] of names.entries()) {
      const whole = cells[place] ?? "";
      const text = fitText(whole, limits.characters);
      if (text !== whole) {
        written.cut += 1;
        if (written.cutAt.length < mostTold) written.cutAt.push(`${one.name}!${name}${number}`);
      }
      xml += cellXml(name, number, isHeading ? "heading" : looks[place]!, text);
    }
    return `${xml}</row>`;
  };
  let text = sheetBeginning(columns, about.language, isFirst) + rowXml(columns.map(({ heading }) => heading), true);
  let bytes = 0;
  while (one.rows < limits.rows && bytes < limits.bytes) {
    const row = rows.inHand() ?? (await rows.next());
    if (row === null) break;
    text += rowXml(row);
    if (text.length >= piece) {
      const part = Buffer.from(text);
      bytes += part.length;
      text = "";
      yield part;
    }
  }
  yield Buffer.from(text + sheetEnd(columns.length, one.rows));
}

/** Rows one by one, out of runs of them; what is in hand is had without waiting. */
class Rows {
  private readonly runs: Iterator<Run> | AsyncIterator<Run>;
  private run: Iterator<readonly string[]> | null = null;
  private ahead: readonly string[] | null = null;

  constructor(runs: Runs) {
    this.runs = Symbol.asyncIterator in runs ? runs[Symbol.asyncIterator]() : runs[Symbol.iterator]();
  }

  inHand(): readonly string[] | null {
    if (this.ahead) {
      const row = this.ahead;
      this.ahead = null;
      return row;
    }
    const next = this.run?.next();
    return next && next.done !== true ? next.value : null;
  }

  /** The next row of a run still to come, past those without rows; null where there is none any more. */
  async next(): Promise<readonly string[] | null> {
    for (;;) {
      const found = await this.runs.next();
      if (found.done === true) return null;
      this.run = found.value[Symbol.iterator]();
      const row = this.inHand();
      if (row) return row;
    }
  }

  async isAtEnd(): Promise<boolean> {
    this.ahead = this.inHand() ?? (await this.next());
    return this.ahead === null;
  }

  async stop(): Promise<void> {
    await this.runs.return?.();
  }
}

export function workbookDownload(name: string, workbook: Workbook): Response {
  return downloadOf(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbookBytes(workbook));
}
