// A table of one question by another as rows of a file: the counts, their shares of each row, and what the file is of.
import type { SheetColumn } from "#app/shared/workbook.ts";
import type { Words } from "#app/shared/words.ts";
import { answerText } from "./answer-name.ts";
import type { CrossTable, Side } from "./cross-tabulation.ts";
import { excludedInAll, type Excluded } from "./exclusion.ts";
import { chosenText } from "./filter-text.ts";
import { madeRows, rowIn } from "./responses-workbook.ts";
import type { Chosen } from "./result-filter.ts";
import { sideText } from "./side-text.ts";

type Shown = { rows: Side; columns: Side; table: CrossTable };

const answerWidth = 40;
const countWidth = 16;

export function crossColumns({ table }: Shown, words: Words): SheetColumn[] {
  const { t } = words;
  return [
    { heading: t("office:results.answer"), kind: "text", width: answerWidth },
    ...table.columns.map(({ name }): SheetColumn => ({ heading: answerText(name, words), kind: "number", width: countWidth })),
    { heading: t("office:cross.everybody"), kind: "number", width: countWidth },
  ];
}

/** A row for each answer down the side, then one for everybody. */
export function crossCounts({ table }: Shown, words: Words): string[][] {
  return rowsWith(table, words, (count) => String(count));
}

/** The same as percentages of everybody in the row; blank where there is nobody. */
export function crossShares({ table }: Shown, words: Words): string[][] {
  return rowsWith(table, words, (count, base) => (base === 0 ? "" : String(Math.round((1000 * count) / base) / 10)));
}

function rowsWith({ rows, columns, both }: CrossTable, words: Words, figure: (count: number, base: number) => string): string[][] {
  return [
    ...rows.map(({ name, counts, both: base }) => [answerText(name, words), ...counts.map((count) => figure(count, base)), figure(base, base)]),
    [words.t("office:cross.all"), ...columns.map((column) => figure(column.both, both)), figure(both, both)],
  ];
}

export type AboutCross = { title: string; partnership: string; madeAt: Date; shown: Shown; chosen: readonly Chosen[]; matching: number; all: number; excluded: Excluded };

/** What the file is of, of how many, and that it is not for everybody. */
export function aboutCross({ title, partnership, madeAt, shown, chosen, matching, all, excluded }: AboutCross, words: Words): string[][] {
  const { t, number, share } = words;
  const { rows, columns, table } = shown;
  const { both, responses } = table;
  const leftOut = excludedInAll(excluded);
  const about = rowIn(words);
  return [
    ...madeRows({ title, partnership, madeAt }, words),
    [t("office:cross.rows"), sideText(rows, words)],
    [t("office:cross.columns"), sideText(columns, words)],
    about("responses", t("office:cross.base", { count: responses, both: number(both), responses: number(responses), share: share(both, responses) })),
    ...(chosen.length === 0 ? [] : [["", t("office:filter.matching", { count: all, matching: number(matching), all: number(all), share: share(matching, all) })]]),
    ...chosen.map((one) => ["", chosenText(one, words)]),
    about("excluded", t("office:export.about.excluded-count", { count: leftOut, number: number(leftOut) })),
    ["", t("office:cross.shares")],
    ...(rows.isSeveral ? [["", t("office:cross.several-rows")]] : []),
    ...(columns.isSeveral ? [["", t("office:cross.several-columns")]] : []),
    [t("office:contacts.about.care"), t("office:cross.download.care")],
  ];
}
