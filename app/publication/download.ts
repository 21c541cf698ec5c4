// Published tables as lines of a file: one figure a line, so that any program can read them.
import { within } from "#app/forms/wording.ts";
import { confidential } from "#app/disclosure/published-table.ts";
import { shownShare } from "#app/disclosure/share.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { SheetColumn } from "#app/shared/workbook.ts";
import type { Words } from "#app/shared/words.ts";
import { hidesSomething, roundsSomething, tablesOf, type PublishedResults, type ShownTable } from "./published-results.ts";

const widths = { question: 50, about: 30, answer: 40, group: 30, value: 30, count: 12, base: 12, percent: 12 };
const figures: readonly string[] = ["count", "base", "percent"];

export function downloadColumns({ t }: Words): SheetColumn[] {
  return Object.entries(widths).map(([name, width]) => ({ heading: t(`publication:column.${name}`), kind: figures.includes(name) ? "number" : "text", width }));
}

export type AboutDownload = { title: Text; partnership: Text; address: string; latest: { number: number; publishedAt: Date; reason: Text | null }; results: PublishedResults };

/** What the file is of and how it is to be read, a fact a row. */
export function downloadAbout({ title, partnership, address, latest, results }: AboutDownload, words: Words): string[][] {
  const { t, number, instant } = words;
  const { set, frozenAt, responses, excluded, notPublished } = results;
  const counted = (key: string, count: number) => t(`publication:${key}`, { count, number: number(count) });
  return [
    [t("office:export.about.consultation"), within(title, words)],
    [t("office:export.about.partnership"), within(partnership, words)],
    [t("publication:versions.version", { number: number(latest.number) }), t("publication:published", { at: instant(latest.publishedAt) })],
    ...(latest.reason ? [[t("publication:versions.reason"), within(latest.reason, words)]] : []),
    [t("publication:download.address"), address],
    [t("publication:download.how"), counted("responses", responses)],
    ...(set === null ? [] : [["", t("publication:from-set", { set: number(set), at: instant(new Date(frozenAt)) })]]),
    ["", t("publication:no-poll")],
    ...(hidesSomething(results) ? [["", t("publication:confidential", { mark: confidential })]] : []),
    ...(roundsSomething(results) ? [["", t("publication:rounded")]] : []),
    ...(excluded > 0 ? [["", counted("excluded", excluded)]] : []),
    ...(notPublished > 0 ? [["", counted("not-published", notPublished)]] : []),
  ];
}

/** A run of lines for each table; every text in the reader's language, or in the one it is written in. */
export function* downloadRuns(results: Pick<PublishedResults, "questions" | "groups">, words: Words): Generator<string[][]> {
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
