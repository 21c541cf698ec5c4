// The tables of a report as lines of files, one figure a line, each file in the reader's language: for any program to read.
import { downloadColumns, downloadRuns } from "#app/publication/download.ts";
import type { ShownTable } from "#app/publication/published-results.ts";
import { textIn } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { ReportShown } from "./shown.ts";

export type TableFile = { name: string; heading: string[]; runs: Iterable<string[][]> };

/** A file of who answered, one of each question with its themes, one of what runs through them all. */
export function tableFiles({ groups, questions, crossCutting, method }: ReportShown, words: Words): TableFile[] {
  const heading = downloadColumns(words).map((column) => column.heading);
  const file = (name: string, tables: readonly ShownTable[]): TableFile[] => (tables.length === 0 ? [] : [{ name: `${name}.csv`, heading, runs: downloadRuns({ groups: [...tables], questions: [] }, words) }]);
  const named = (table: ShownTable | null, key: string): ShownTable[] => (table === null ? [] : [{ ...table, about: { [words.language]: words.t(key) } }]);
  return [
    ...file("who", groups),
    ...questions.flatMap(({ id, number, closed, themes, stances }) => file(`question-${plainName(number ?? id)}`, [...closed, ...named(themes, "reports:themes.caption"), ...named(stances, "reports:stances.caption")])),
    ...file("cross-cutting", crossCutting ? [crossCutting] : []),
    {
      name: "campaigns.csv",
      heading: ["question", "all", "unique", "campaign"].map((column) => words.t(`reports:file.${column}`)),
      runs: [questions.flatMap(({ label, three }) => (three ? [[textIn(label, words.language).text, ...[three.all, three.unique, three.campaign].map((count) => (count === null ? "[c]" : String(count)))]] : []))],
    },
    {
      name: "left-out.csv",
      heading: ["why", "number"].map((column) => words.t(`reports:file.${column}`)),
      runs: [method.absences.map(({ because, count }) => [words.t(because === "withdrawn" ? "analysis:because.withdrawn" : `office:excluded.${because}`), String(count)])],
    },
  ];
}

function plainName(number: string): string {
  return number.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
}
