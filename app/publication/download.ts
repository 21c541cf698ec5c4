// Published tables as lines of a file: one figure a line, so that any program can read them.
import { confidential } from "#app/disclosure/published-table.ts";
import { shownShare } from "#app/disclosure/share.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { tablesOf, type PublishedResults, type ShownTable } from "./published-results.ts";

const columns = ["question", "about", "answer", "group", "value", "count", "base", "percent"] as const;

export function downloadHeader({ t }: Words): string[] {
  return columns.map((column) => t(`publication:column.${column}`));
}

/** A run of lines for each table; every text in the reader's language, or in the one it is written in. */
export function* downloadRuns(results: PublishedResults, words: Words): Generator<string[][]> {
  for (const table of tablesOf(results)) yield linesOf(table, words);
}

function linesOf(table: ShownTable, { language }: Words): string[][] {
  const said = (text: Text | null) => text ? textIn(text, language).text : "";
  const figure = (count: number | null, base: number | null) => {
    const share = shownShare(count, base);
    return [count === null ? confidential : String(count), base === null ? confidential : String(base), share === null ? "" : String(share.percent)];
  };
  const about = [said(table.label), said(table.about)];
  const own = table.rows.map(({ name, count }) => [...about, said(name), "", "", ...figure(count, table.base)]);
  const crossed = table.by.flatMap((cross) =>
    cross.columns.flatMap((column, place) =>
      cross.rows.map(({ name, counts }) => [...about, said(name), said(cross.name), said(column.name), ...figure(counts[place] ?? null, column.count)]),
    ),
  );
  return [...own, ...crossed];
}
