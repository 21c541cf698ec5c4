// The parts of an .xlsx file (ECMA-376, SpreadsheetML) as text: what is in a cell is there as it is written, and never a formula.
import { beginningOf } from "./cut.ts";
import { onTheClock } from "./dates.ts";
import { directionOf, type Language } from "./languages.ts";

/** What the cells of a column are, where what is written in them can be read as that; all else is text. */
export type CellKind = "text" | "number" | "day" | "moment";

export type SheetColumn = { heading: string; kind: CellKind; width: number };

export type SheetLimits = { rows: number; columns: number; characters: number; bytes: number };

/** Excel's own, and what a ZIP that every program reads has room for. */
export const sheetLimits: SheetLimits = { rows: 1_048_576, columns: 16_384, characters: 32_767, bytes: 3_000_000_000 };

// Where each kind's look stands in the list of looks below.
const looks = { number: 0, text: 1, day: 2, moment: 3, heading: 4, wrapped: 5 } as const;

/** A text that XML 1.0 can hold: what it has no way to write is the sign for what cannot be shown. */
export function xmlText(text: string): string {
  // because Excel reads "_x0041_" as the letter A, wherever it stands
  const read = text.includes("_x") ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;
  if (!mustBeEscaped.test(read)) return read;
  return read
    .replace(/\r\n?/g, "\n")
    .replace(unwritable, "\uFFFD")
    .replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// [XML 1.0, 2.2] what is no Char, the lone halves of a pair among it
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const mustBeEscaped = /[\0-\x08\x0b-\x1f&<>"\ufffe\uffff\ud800-\udfff]/;

const cutMark = " […]";

/** The text as a cell can hold it: one that is too long ends with a mark. */
export function fitText(text: string, most = sheetLimits.characters): string {
  if (text.length <= most) return text;
  return beginningOf(text, most - cutMark.length) + cutMark;
}

/** "A" for the first column, "AA" for the twenty-seventh. */
export function columnName(place: number): string {
  let name = "";
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const longestSheetName = 31;

/** A name that Excel takes for a sheet, unlike those taken already. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted.replace(/[:\\/?*[\]\p{Control}]/gu, " ").replace(/\s+/g, " ").replace(/^[' ]+|[' ]+$/g, "");
  const base = plain === "" || plain.toLowerCase() === "history" ? `${plain} 1`.trim() : plain;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : ` ${number}`;
    const name = beginningOf(base, longestSheetName - ending.length).replace(/[' ]+$/, "") + ending;
    if (!taken.some((one) => one.toLowerCase() === name.toLowerCase())) return name;
  }
}

const dayInMs = 86_400_000;
const beforeFirstDay = Date.UTC(1899, 11, 30);

/** Excel counts days from 1900, of which it believes that it was a leap year: before its March a date is text. */
function serialOf(ms: number): number | null {
  const days = (ms - beforeFirstDay) / dayInMs;
  return days >= 61 && days < 2_958_466 ? days : null;
}

/** The number that a cell of this kind holds for what is written; null where it is text after all. */
export function numberIn(kind: CellKind, written: string): number | null {
  switch (kind) {
    case "text":
      return null;
    case "number":
      // because Excel keeps fifteen figures of a number, and what has more would be another one
      return written.length <= 16 && /^-?\d+(\.\d+)?$/.test(written) && written.replace(/\D/g, "").length <= 15 ? Number(written) : null;
    case "day":
      return /^\d{4}-\d\d-\d\d$/.test(written) ? serialOf(Date.parse(`${written}T00:00:00Z`)) : null;
    case "moment": {
      const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(written) ? new Date(written) : null;
      return instant && !Number.isNaN(instant.getTime()) ? serialOf(onTheClock(instant).getTime()) : null;
    }
  }
}

type Look = keyof typeof looks;

/** A cell as it stands in its row; nothing where nothing is written. */
export function cellXml(column: string, row: string, look: Look, written: string): string {
  if (written === "") return "";
  const isText = look === "text" || look === "heading" || look === "wrapped";
  const value = isText ? null : numberIn(look, written);
  if (value !== null) return `<c r="${column}${row}" s="${looks[look]}"><v>${value}</v></c>`;
  const cell = `<c r="${column}${row}" s="${looks[isText ? look : "text"]}" t="inlineStr"><is>`;
  // because most of a hundred thousand rows are codes, in which there is nothing to look for
  if (written.length < 40 && /^[A-Za-z0-9-]+$/.test(written)) return `${cell}<t>${written}</t></is></c>`;
  const space = /^\s|\s$|[\n\r]/.test(written) ? ' xml:space="preserve"' : "";
  return `${cell}<t${space}>${xmlText(written)}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** What stands in a sheet before its rows: from which side it is read, its first row that stays in sight, how wide its columns are. */
export function sheetBeginning(columns: readonly SheetColumn[], language: Language, isFirst: boolean): string {
  const side = directionOf(language) === "rtl" ? ' rightToLeft="1"' : "";
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  const view = `<sheetView${side}${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView>`;
  const widths = columns.map(({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`);
  return `${head}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><cols>${widths.join("")}</cols><sheetData>`;
}

/** What stands behind its rows: a filter on each column. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;
}

/** A sheet that is written, with the rows it has, its headings among them. */
export type WrittenSheet = { name: string; columns: number; rows: number };

/** What became of the sheets so far, and what had no room in them. */
export type WrittenWorkbook = {
  sheets: WrittenSheet[];
  /** Texts longer than a cell takes, and where the first of them stand. */
  cut: number;
  cutAt: string[];
  /** Columns beyond the last that a sheet has, by their headings. */
  leftOut: string[];
};

export type AboutWorkbook = { title: string; creator: string; language: Language; madeAt: Date };

/** Every other part of the file, known once its sheets are written. The sheets are `xl/worksheets/sheet1.xml` and so on. */
export function otherParts(sheets: readonly WrittenSheet[], { title, creator, language, madeAt }: AboutWorkbook): { name: string; text: string }[] {
  const quoted = (name: string) => xmlText(`'${name.replaceAll("'", "''")}'`);
  const listed = sheets.map(({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`);
  const filters = sheets.map(
    ({ name, columns, rows }, place) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${quoted(name)}!$A$1:$${columnName(columns - 1)}$${rows}</definedName>`,
  );
  const relation = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const related = (all: readonly string[]) => `${head}<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
  const type = (part: string, kind: string) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;
  const ofSheets = "officedocument.spreadsheetml";
  return [
    {
      name: "xl/workbook.xml",
      text: [
        `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>`,
        `<sheets>${listed.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`,
      ].join(""),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: related([
        ...sheets.map((_, place) => relation(place + 1, `${relations}/worksheet`, `worksheets/sheet${place + 1}.xml`)),
        relation(sheets.length + 1, `${relations}/styles`, "styles.xml"),
      ]),
    },
    { name: "xl/styles.xml", text: `${head}${styles}` },
    {
      name: "docProps/core.xml",
      text: [
        `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dc:language>${language}</dc:language>`,
        `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
      ].join(""),
    },
    {
      name: "_rels/.rels",
      text: related([relation(1, `${relations}/officeDocument`, "xl/workbook.xml"), relation(2, `${packages}/relationships/metadata/core-properties`, "docProps/core.xml")]),
    },
    {
      name: "[Content_Types].xml",
      text: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
        type("/xl/workbook.xml", `${ofSheets}.sheet.main`),
        ...sheets.map((_, place) => type(`/xl/worksheets/sheet${place + 1}.xml`, `${ofSheets}.worksheet`)),
        type("/xl/styles.xml", `${ofSheets}.styles`),
        type("/docProps/core.xml", "package.core-properties"),
      ].join("")}</Types>`,
    },
  ];
}

// Text stays text when somebody edits the cell ("@", 49); a day is shown as the reader's computer shows one (14).
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");
