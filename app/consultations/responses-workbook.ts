// What the .xlsx file of the responses says about itself: what is in it, of when, and what is left out or cut.
import type { SheetColumn, WrittenWorkbook } from "#app/shared/workbook.ts";
import type { Words } from "#app/shared/words.ts";
import type { ContactsRequest } from "./contacts-request.ts";
import { excludedInAll, type Excluded } from "./exclusion.ts";

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
export function aboutRows(about: AboutResponses, words: Words): string[][] {
  const { versions, withdrawn, excluded, written } = about;
  const { t, number } = words;
  const row = rowIn(words);
  const count = versions.reduce((sum, version) => sum + version.count, 0);
  const counted = (key: string, many: number, values: Record<string, string> = {}) => t(key, { count: many, number: number(many), ...values });
  return [
    ...madeRows(about, words),
    row("responses", counted("office:export.about.counted", count)),
    ...sheetRows(written, words),
    ...versions.map((version) => row("version", counted("office:results.version", version.count, { version: number(version.number) }))),
    row("withdrawn", counted("office:export.about.withdrawn-count", withdrawn)),
    row("excluded", counted("office:export.about.excluded-count", excludedInAll(excluded))),
    ...excluded.map(({ reason, count: many }) => ["", t("office:results.left-out-reason", { reason: t(`office:excluded.${reason}`), number: number(many) })]),
    row("not-here", t("office:export.about.no-personal")),
    ["", t("office:export.about.no-equality")],
    ["", t("office:export.about.held")],
    ...cutRows(written, words),
  ];
}

export type AboutContacts = Pick<AboutResponses, "title" | "partnership" | "madeAt" | "written"> & { by: string; asked: ContactsRequest };

/** The same of a file with names and addresses: who took it and what for, and how it is to be kept. */
export function aboutContacts(about: AboutContacts, words: Words): string[][] {
  const { by, asked, written } = about;
  const { t } = words;
  const row = rowIn(words);
  return [
    ...madeRows(about, words),
    [t("office:contacts.about.by"), by],
    [t("office:contacts.about.purpose"), asked.words ?? t(`office:contacts.purpose.${asked.purpose}`)],
    [t("office:contacts.about.care"), t("office:contacts.care")],
    ...sheetRows(written, words),
    row("not-here", t("office:contacts.never")),
    ["", t("office:export.about.held")],
    ...cutRows(written, words),
  ];
}

/** Makes a row of a fact by the name that the words have for it. */
export const rowIn = ({ t }: Words) => (name: string, said: string) => [t(`office:export.about.${name}`), said];

/** Of what, whose and of when the file is. */
export function madeRows({ title, partnership, madeAt }: Pick<AboutResponses, "title" | "partnership" | "madeAt">, words: Words): string[][] {
  const row = rowIn(words);
  return [row("consultation", title), row("partnership", partnership), row("made", words.instant(madeAt))];
}

function sheetRows({ sheets }: WrittenWorkbook, { t, number }: Words): string[][] {
  return sheets.map(({ name, rows }) => [t("office:export.about.sheet", { name }), t("office:export.about.rows", { count: rows - 1, number: number(rows - 1) })]);
}

function cutRows({ leftOut, cut, cutAt }: WrittenWorkbook, { t, number }: Words): string[][] {
  const columns = t("office:export.about.columns-left-out", { count: leftOut.length, number: number(leftOut.length), columns: leftOut.join(", ") });
  const texts = cut === 0 ? t("office:export.about.none-cut") : t("office:export.about.cut", { count: cut, number: number(cut), cells: cutAt.join(", ") });
  return [
    ...(leftOut.length === 0 ? [] : [[t("office:export.about.columns"), columns]]),
    [t("office:export.about.long"), texts],
    [t("office:export.about.as-written"), t("office:export.about.no-formulas")],
  ];
}
