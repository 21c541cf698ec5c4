// What the .xlsx file of the responses says about itself: what is in it, of when, and what is left out or cut.
import type { SheetColumn, WrittenWorkbook } from "#app/shared/workbook.ts";
import type { Words } from "#app/shared/words.ts";
import type { Excluded } from "./exclusion.ts";

export type AboutResponses = {
  title: string;
  partnership: string;
  madeAt: Date;
  /** How many of the responses in it answered each version of the form. */
  versions: readonly { number: number; count: number }[];
  withdrawn: number;
  excluded: Excluded;
  written: WrittenWorkbook;
};

export function aboutColumns({ t }: Words): SheetColumn[] {
  return [
    { heading: t("office:export.about.what"), kind: "text", width: 34 },
    { heading: t("office:export.about.said"), kind: "text", width: 90 },
  ];
}

/** A fact a row: its name, and what there is to say. */
export function aboutRows({ title, partnership, madeAt, versions, withdrawn, excluded, written }: AboutResponses, words: Words): string[][] {
  const { t, number, instant } = words;
  const count = versions.reduce((sum, version) => sum + version.count, 0);
  const counted = (key: string, many: number, values: Record<string, string> = {}) => t(key, { count: many, number: number(many), ...values });
  const excludedInAll = excluded.reduce((sum, one) => sum + one.count, 0);
  const row = (name: string, said: string) => [t(`office:export.about.${name}`), said];
  return [
    row("consultation", title),
    row("partnership", partnership),
    row("made", instant(madeAt)),
    row("responses", counted("office:export.about.counted", count)),
    ...written.sheets.map(({ name, rows }) => [t("office:export.about.sheet", { name }), counted("office:export.about.rows", rows - 1)]),
    ...versions.map((version) => row("version", counted("office:results.version", version.count, { version: number(version.number) }))),
    row("withdrawn", counted("office:export.about.withdrawn-count", withdrawn)),
    row("excluded", counted("office:export.about.excluded-count", excludedInAll)),
    ...excluded.map(({ reason, count: many }) => ["", t("office:results.left-out-reason", { reason: t(`office:excluded.${reason}`), number: number(many) })]),
    row("not-here", t("office:export.about.no-personal")),
    ["", t("office:export.about.no-equality")],
    ["", t("office:export.about.held")],
    ...(written.leftOut.length === 0 ? [] : [row("columns", counted("office:export.about.columns-left-out", written.leftOut.length, { columns: written.leftOut.join(", ") }))]),
    row("long", written.cut === 0 ? t("office:export.about.none-cut") : counted("office:export.about.cut", written.cut, { cells: written.cutAt.join(", ") })),
    row("as-written", t("office:export.about.no-formulas")),
  ];
}
