// Ballots as a table: a row for each paper, a column for each candidate, and in each cell the rank that the paper gives. Spreadsheets write
// it with commas or semicolons. A column called `papers` says how many papers are alike.
import { mostCandidates } from "./blt.ts";
import type { Ballot, Contest, Preference } from "./contest.ts";
import { WrongAt, type FileProblem } from "./file-problem.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

const papersColumn = "papers";

/** No rank is higher: a slip with more figures is a mistake. */
const highestRank = 9999;

/** The contest of a table for so many places, or the first thing that is wrong with it. */
export function readCsvMatrix(text: string, { title, seats }: { title: string; seats: number }): Result<Contest, FileProblem> {
  try {
    return succeed({ title, seats, withdrawn: [], ...read(text) });
  } catch (wrong) {
    if (wrong instanceof WrongAt) return fail(wrong.problem);
    throw wrong;
  }
}

type Row = { cells: string[]; line: number };

function read(text: string): Pick<Contest, "candidates" | "ballots"> {
  if (text.includes("\0")) throw new WrongAt(1, "not-text");
  const rows = rowsOf(text.replace(/^\uFEFF/, ""));
  const [header, ...papers] = rows;
  if (!header) throw new WrongAt(1, "empty");
  const columns = header.cells.map((name) => name.trim());
  const weights = columns.findIndex((name) => name.toLowerCase() === papersColumn);
  const candidates = columns.filter((_, column) => column !== weights);
  if (candidates.length > mostCandidates || candidates.includes("") || candidates.every((name) => /^\d*$/.test(name))) {
    throw new WrongAt(header.line, "csv-header");
  }
  const twice = columns.find((name, column) => columns.indexOf(name) !== column);
  if (twice !== undefined) throw new WrongAt(header.line, "csv-name-twice", { found: twice });

  let total = 0;
  const ballots = papers.map(({ cells, line }): Ballot => {
    if (cells.length !== columns.length) throw new WrongAt(line, "csv-cells", { found: cells.length, wanted: columns.length });
    const weight = weights < 0 ? 1 : papersOf(cells[weights]!, line);
    total += weight;
    if (total > Number.MAX_SAFE_INTEGER) throw new WrongAt(line, "papers-too-many");
    const ranks = cells.filter((_, column) => column !== weights).map((cell, index) => rankOf(cell, candidates[index]!, line));
    return { papers: weight, preferences: preferencesOf(ranks) };
  });
  return { candidates, ballots };
}

function papersOf(cell: string, line: number): number {
  const papers = Number(cell.trim());
  if (!/^\s*\d+\s*$/.test(cell) || papers < 1 || !Number.isSafeInteger(papers)) throw new WrongAt(line, "papers", { found: cell.trim() });
  return papers;
}

/** 0 where the paper gives none. */
function rankOf(cell: string, candidate: string, line: number): number {
  const written = cell.trim();
  if (written === "") return 0;
  const rank = Number(written);
  if (!/^\d+$/.test(written) || rank < 1 || rank > highestRank) throw new WrongAt(line, "csv-rank", { candidate, found: written, most: highestRank });
  return rank;
}

/** Candidates in the order of their ranks; ranks that were left out, however many, are one. */
function preferencesOf(ranks: readonly number[]): Preference[] {
  const preferences: Preference[] = [];
  let last = 0;
  for (const rank of [...new Set(ranks)].filter((given) => given > 0).sort((a, b) => a - b)) {
    if (rank > last + 1) preferences.push([]);
    const alike = ranks.flatMap((given, index) => (given === rank ? [index + 1] : []));
    preferences.push(alike.length === 1 ? alike[0]! : alike);
    last = rank;
  }
  return preferences;
}

/** Rows with the line on which each begins; a row whose line is wholly blank is none. Cells as in RFC 4180. */
function rowsOf(text: string): Row[] {
  const [head = ""] = text.split(/[\r\n]/, 1);
  const separator = head.includes(";") && !head.replace(/"[^"]*"/g, "").includes(",") ? ";" : ",";
  const rows: Row[] = [];
  let row: Row = { cells: [], line: 1 };
  let cell = "";
  let line = 1;
  const endRow = () => {
    row.cells.push(cell);
    if (row.cells.length > 1 || cell.trim() !== "") rows.push(row);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === separator) {
      row.cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endRow();
      line += 1;
      row = { cells: [], line };
    } else if (sign === '"' && cell.trim() === "") {
      const end = closing(text, at);
      if (end < 0) throw new WrongAt(line, "unclosed", { opening: '"' });
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
      at = end;
    } else cell += sign;
  }
  endRow();
  return rows;
}

/** Where the quotation mark stands that ends the cell which begins here. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
