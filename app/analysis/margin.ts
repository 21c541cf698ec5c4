// What is known of everybody from elsewhere, such as a census: how many are in each group. A margin belongs to the question whose
// answers are its groups, and is read from a table whose every line says where it comes from.
import { answerText } from "#app/consultations/answer-name.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { within } from "#app/forms/wording.ts";
import { filledRows, plainHeading, takenOnce, withoutGuard, type TableRow } from "#app/shared/table.ts";
import { isRealDate, line, plain, readDate } from "#app/shared/typed.ts";
import type { Words } from "#app/shared/words.ts";

export type Margin = {
  /** The key of the side whose answers are its groups. */
  side: string;
  area: string;
  source: string;
  /** The day of which it is. */
  asOf: string;
  /** By the ids of answers; they add up to 1. */
  shares: Record<string, number>;
};

/** Columns of the table; the words are `tables:margins.column.<column>`. */
const marginColumns = ["variable", "group", "count", "share", "area", "source", "date"] as const;
type MarginColumn = (typeof marginColumns)[number];

/** The words are `tables:margins.problem.<code>`. */
export type MarginProblem = {
  line: number;
  code: "no-question" | "several" | "no-answer" | "repeated" | "count" | "share" | "date" | "area-missing" | "source-missing" | "differs" | "sum" | "nobody" | "one-group";
  says: string;
};

export type MarginsRead = { margins: Margin[]; problems: MarginProblem[] };

type Line = { line: number; cells: Partial<Record<MarginColumn, string>> };
/** What can be compared, by every name that a line may give it. */
export type Named = { side: Side; names: ReadonlySet<string>; answers: ReadonlyMap<string, string> };

const longestCell = 300;

/** Questions and answers by their names in every language, and questions by their numbers too. */
export function namedSides(sides: readonly Side[], inEach: readonly Words[]): Named[] {
  return sides.map((side) => ({
    side,
    names: new Set([side.key, ...inEach.flatMap((words) => [sideText(side, words), ...ownNames(side, words)])].map(plainHeading)),
    answers: new Map(side.values.flatMap(({ id, name }) => inEach.map((words) => [plainHeading(answerText(name, words)), id] as const))),
  }));
}

/** A question by its words or its number alone; not the line of one, which is named with it. */
function ownNames({ of }: Side, words: Words): string[] {
  if ("held" in of || of.line) return [];
  const { label, number } = of.question;
  return [within(label, words), ...(number === undefined ? [] : [String(number)])];
}

/** Null where no line says what its columns are. Margins that have a problem are not among those that can be taken. */
export function readMargins(rows: readonly TableRow[], named: readonly Named[], headingsOf: (column: MarginColumn) => readonly string[]): MarginsRead | null {
  const [head, ...rest] = filledRows(rows);
  const columns = takenOnce((head?.cells ?? []).map((cell) => marginColumns.find((column) => column === plainHeading(cell) || headingsOf(column).some((one) => plainHeading(one) === plainHeading(cell)))));
  if (!columns.includes("variable") || !columns.includes("group") || columns.includes("count") === columns.includes("share")) return null;
  const lines = rest.map(({ line: at, cells }): Line => ({ line: at, cells: Object.fromEntries(columns.flatMap((column, index) => (column ? [[column, line(withoutGuard(cells[index] ?? "")).slice(0, longestCell)]] : []))) }));
  const groups = new Map<string, Line[]>();
  for (const one of lines) groups.set(plainHeading(one.cells.variable ?? ""), [...(groups.get(plainHeading(one.cells.variable ?? "")) ?? []), one]);
  const read = [...groups].map(([variable, of]) => readMargin(variable, of, named));
  const problems = read.flatMap((one) => one.problems).sort((one, other) => one.line - other.line);
  return { margins: read.flatMap(({ margin }) => margin ?? []), problems };
}

function readMargin(variable: string, lines: readonly Line[], named: readonly Named[]): { margin: Margin | null; problems: MarginProblem[] } {
  const [first] = lines;
  const problems: MarginProblem[] = [];
  const wrong = ({ line: at, cells }: Line, code: MarginProblem["code"], column: MarginColumn) => problems.push({ line: at, code, says: cells[column] ?? "" });
  const found = named.find(({ names }) => names.has(variable));
  if (!first || !found || variable === "" || found.side.isSeveral) {
    if (first) wrong(first, found?.side.isSeveral ? "several" : "no-question", "variable");
    return { margin: null, problems };
  }
  const figures: Record<string, number> = {};
  const isShare = first.cells.share !== undefined;
  for (const one of lines) {
    const answer = found.answers.get(plainHeading(one.cells.group ?? ""));
    if (answer === undefined) wrong(one, "no-answer", "group");
    else if (answer in figures) wrong(one, "repeated", "group");
    const figure = isShare ? readShare(one.cells.share ?? "") : readCount(one.cells.count ?? "");
    if (figure === null) wrong(one, isShare ? "share" : "count", isShare ? "share" : "count");
    if (answer !== undefined) figures[answer] = figure ?? 0;
    for (const column of ["area", "source", "date"] as const) if (one !== first && one.cells[column] !== first.cells[column]) wrong(one, "differs", column);
  }
  const asOf = readAsOf(first.cells.date ?? "");
  if (asOf === null) wrong(first, "date", "date");
  if (!first.cells.area) wrong(first, "area-missing", "area");
  if (!first.cells.source) wrong(first, "source-missing", "source");
  const sum = Object.values(figures).reduce((all, figure) => all + figure, 0);
  // because shares are rounded where they are published: of a hundred, or of one
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole / 100);
  if (problems.length === 0 && Object.keys(figures).length < 2) wrong(first, "one-group", "variable");
  if (problems.length === 0 && isShare && !isWhole) wrong(first, "sum", "variable");
  if (problems.length === 0 && sum === 0) wrong(first, "nobody", "variable");
  if (problems.length > 0 || asOf === null) return { margin: null, problems };
  const shares = Object.fromEntries(Object.entries(figures).map(([answer, figure]) => [answer, figure / sum]));
  return { margin: { side: found.side.key, area: first.cells.area!, source: first.cells.source!, asOf, shares }, problems };
}

function readCount(typed: string): number | null {
  const written = plain(typed).replaceAll(/[ ,]/g, "");
  return /^\d{1,9}$/.test(written) ? Number(written) : null;
}

function readShare(typed: string): number | null {
  const written = plain(typed).replace(/ ?%$/, "");
  return /^\d{1,3}(\.\d+)?$/.test(written) && Number(written) <= 100 ? Number(written) : null;
}

/** "2021-03-21" or "21/3/2021". */
function readAsOf(typed: string): string | null {
  const written = plain(typed);
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written) ?? [];
  return isRealDate(written) ? written : (readDate(day, month, year) ?? null);
}
