// The codes of a codeframe as a file, CSV or JSON, to be taken elsewhere and brought in again: every mistake is told where it
// stands, and of a file with a mistake nothing is taken.
import { z } from "zod";
import type { Entries } from "#app/shared/edits.ts";
import { languages, textSchema } from "#app/shared/languages.ts";
import { filledRows, plainHeading, takenOnce, withoutGuard, type TableRow } from "#app/shared/table.ts";
import { line, plain } from "#app/shared/typed.ts";
import { codeAsTyped, inTree, kinds, levels, mostCodes, readCode, type Code, type CodeProblem, type CodeTexts, type Kind, type Level } from "./code.ts";

/** A code of a file: `key` and `under` are whatever names the file uses to say what stands under what. */
export type FileCode = CodeTexts & { key: string; under: string | null; kind: Kind };

const textFields = ["name", "definition", "include", "exclude", "example"] as const;
const marks = { "cross-cutting": "isCrossCutting", equality: "isEquality" } as const;

/** What the columns are called, in every language the same. */
export const fileColumns: readonly string[] = ["id", "under", "kind", ...textFields.flatMap((field) => languages.map((language) => `${field}-${language}`)), ...Object.keys(marks)];

/** The codes in use, those under a code behind it, each once; what went out of use stays behind. */
export function codesForFile(codes: readonly Code[]): FileCode[] {
  return inTree(codes.filter(({ retiredAt }) => retiredAt === null)).map(({ id, parentId, kind, name, definition, include, exclude, example, isCrossCutting, isEquality }) => ({
    ...{ key: id, under: parentId, kind, name, definition, include, exclude, example, isCrossCutting, isEquality },
  }));
}

/** A row for each code, in the order of the columns. */
export function fileRow(code: FileCode): string[] {
  const typed = codeAsTyped(code);
  const cells: Entries = { ...typed, id: code.key, under: code.under ?? "", kind: code.kind, ...Object.fromEntries(Object.entries(marks).map(([column, mark]) => [column, code[mark] ? "yes" : ""])) };
  return fileColumns.map((column) => cells[column] ?? "");
}

/** Where a mistake stands: the line of a table, or which code of a JSON file. The words are `exchange:problem.<code>`. */
export type FileProblem = { at: number; code: FileProblemCode; says: string };
type FileProblemCode = CodeProblem["code"] | "id-repeated" | "under-unknown" | "under-later" | "too-deep" | "kind" | "kind-repeated" | "kind-under" | "mark";

export type FileRead = { codes: FileCode[]; problems: FileProblem[] };

type Row = { at: number; key: string; under: string; kind: string; entries: Entries; marks: { cell: string; mark: "isCrossCutting" | "isEquality" }[] };

const columnNames = new Map(fileColumns.map((column) => [plainHeading(column), column]));

/** Null where no line says what its columns are. */
export function readCodeTable(rows: readonly TableRow[]): FileRead | null {
  const [head, ...rest] = filledRows(rows);
  const columns = takenOnce((head?.cells ?? []).map((cell) => columnNames.get(plainHeading(cell))));
  if (!columns.some((column) => column?.startsWith("name-"))) return null;
  return readRows(
    rest.map(({ line: at, cells }): Row => {
      const own: Entries = Object.fromEntries(columns.flatMap((column, index) => (column ? [[column, withoutGuard(cells[index] ?? "")]] : [])));
      return { at, key: line(own.id ?? ""), under: line(own.under ?? ""), kind: plain(own.kind ?? ""), entries: own, marks: Object.entries(marks).map(([column, mark]) => ({ cell: own[column] ?? "", mark })) };
    }),
  );
}

const mark = z.boolean().default(false);
const documentSchema = z.object({
  codes: z.array(
    z.object({
      ...{ id: z.string().default(""), under: z.string().nullable().default(null), kind: z.string().default("usual") },
      ...{ name: textSchema, definition: textSchema, include: textSchema.default({}), exclude: textSchema.default({}), example: textSchema.default({}) },
      ...{ isCrossCutting: mark, isEquality: mark },
    }),
  ),
});

/** A codeframe as a JSON file. */
export function codeDocument(name: Record<string, string>, codes: readonly FileCode[]): string {
  return `${JSON.stringify({ codeframe: { name }, codes: codes.map(({ key, ...code }) => ({ id: key, ...code })) }, null, 2)}\n`;
}

/** What is wrong with its shape is told by where it is, such as "codes.3.name". */
export function readCodeDocument(source: string): FileRead | { shape: string } {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return { shape: "" };
  }
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) return { shape: parsed.error.issues[0]?.path.join(".") ?? "" };
  const asMark = (is: boolean) => (is ? "yes" : "");
  return readRows(
    parsed.data.codes.map(({ id, under, kind, ...code }, index): Row => ({
      ...{ at: index + 1, key: line(id), under: line(under ?? ""), kind: plain(kind), entries: codeAsTyped(code) },
      marks: [{ cell: asMark(code.isCrossCutting), mark: "isCrossCutting" }, { cell: asMark(code.isEquality), mark: "isEquality" }],
    })),
  );
}

const yes = ["yes", "y", "true", "1", "x"];
const no = ["", "no", "n", "false", "0"];

function readRows(rows: readonly Row[]): FileRead {
  const problems: FileProblem[] = [];
  const codes: FileCode[] = [];
  const wrong = ({ at }: Row, code: FileProblemCode, says: string) => problems.push({ at, code, says });
  for (const row of rows) {
    const kind = kinds.find((one) => one === (row.kind === "" ? "usual" : row.kind.toLowerCase()));
    if (!kind) wrong(row, "kind", row.kind);
    const known = row.marks.map(({ cell, mark: name }) => {
      const said = plain(cell).toLowerCase();
      if (![...yes, ...no].includes(said)) wrong(row, "mark", cell);
      return yes.includes(said) ? [name] : [];
    });
    const read = readCode({ ...row.entries, marks: known.flat().join(" ") });
    if (!read.ok) for (const { field, code } of read.problem) wrong(row, code, field);
    if (row.key !== "" && codes.some(({ key }) => key === row.key)) wrong(row, "id-repeated", row.key);
    if (kind !== undefined && kind !== "usual") {
      if (row.under !== "") wrong(row, "kind-under", kind);
      if (codes.some((code) => code.kind === kind)) wrong(row, "kind-repeated", kind);
    }
    const texts = read.ok ? read.value : { name: {}, definition: {}, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false };
    const code: FileCode = { ...texts, key: row.key, under: row.under === "" ? null : row.under, kind: kind ?? "usual" };
    tellOfPlace(row, code, codes, rows, wrong);
    codes.push(code);
  }
  return { codes, problems: problems.sort((one, other) => one.at - other.at) };
}

/** A code stands under one before it, no deeper than there are levels, with a name of its own there. */
function tellOfPlace(row: Row, code: FileCode, before: readonly FileCode[], rows: readonly Row[], wrong: (row: Row, code: FileProblemCode, says: string) => unknown): void {
  if (code.under !== null) {
    const parent = before.find(({ key }) => key === code.under);
    if (!parent) wrong(row, rows.some(({ key }) => key === code.under) ? "under-later" : "under-unknown", code.under);
    else if (parent.kind !== "usual") wrong(row, "kind-under", parent.kind);
    else if (depthOf(before, parent) >= levels.length) wrong(row, "too-deep", code.under);
  }
  const beside = before.filter(({ under }) => under === code.under);
  const taken = languages.find((language) => code.name[language] && beside.some(({ name }) => name[language]?.toLowerCase() === code.name[language]?.toLowerCase()));
  if (taken) wrong(row, "name-taken", code.name[taken] ?? "");
}

function depthOf(codes: readonly FileCode[], code: FileCode): number {
  const parent = code.under === null ? undefined : codes.find(({ key }) => key === code.under);
  return parent && parent !== code ? 1 + depthOf(codes, parent) : 1;
}

/** Each code of a file without mistakes with its level, in the order of the file. */
export function levelsOf(codes: readonly FileCode[]): (FileCode & { level: Level })[] {
  return codes.map((code) => ({ ...code, level: levels[depthOf(codes, code) - 1] ?? "sub-code" }));
}

/** Whether nothing is in a codeframe yet but what every one has. */
export function isEmptyFrame(codes: readonly Code[]): boolean {
  return codes.every(({ kind }) => kind !== "usual");
}

/** Whether there is room for the codes of a file; what every codeframe has is not made again. */
export function hasRoomFor(codes: readonly Code[], file: readonly FileCode[]): boolean {
  const added = file.filter(({ kind }) => kind === "usual").length;
  return codes.filter(({ retiredAt }) => retiredAt === null).length + added <= mostCodes && codes.length + added <= mostCodes * 2;
}
