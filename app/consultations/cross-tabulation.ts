// A table of one question by another: how many of those who gave each answer to the one gave each answer to the other. Only
// responses that answered both are in it; who chose several answers is in each of them, once.
import { lineKey } from "#app/forms/closed.ts";
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { channels } from "./channel.ts";
import { respondentTypes } from "./response.ts";
import { chartsOffered, type BarName } from "./results.ts";

/** What is known of a response besides its answers. */
const held = ["channel", "language", "respondent"] as const;
export type Held = (typeof held)[number];

export type ValueName = BarName | { held: Held; value: string };

/** One side of the table: a question, a line of a matrix, or something held of each response. */
export type Side = {
  /** As it stands in the address: a question's id, "question.line", or ".channel". */
  key: string;
  of: { question: Question; line?: Text } | { held: Held };
  /** Whether one response may be under several of its values. */
  isSeveral: boolean;
  values: { id: string; name: ValueName }[];
};

const heldValues: Record<Held, readonly string[]> = { channel: channels, language: languages, respondent: respondentTypes };

/** Everything that can be one side of a table: the closed questions of every version, in the order of the results, then what is held. */
export function sidesOf(versions: readonly { number: number; definition: FormDefinition }[]): Side[] {
  const questions = chartsOffered(versions).flatMap(({ question, charts }) =>
    charts
      .filter((chart) => chart.of !== "points")
      .map(({ line, about, bars }): Side => ({
        key: line === undefined ? question.id : lineKey(question, line),
        of: { question, ...(about && { line: about }) },
        isSeveral: question.type === "several-choices",
        values: bars.map(({ id, name }) => ({ id, name })),
      })),
  );
  const besides = held.map((one): Side => ({
    ...{ key: `.${one}`, of: { held: one }, isSeveral: false },
    values: heldValues[one].map((value) => ({ id: value, name: { held: one, value } })),
  }));
  return [...questions, ...besides];
}

/** What somebody has to mend before there is a table. */
export type SideProblem = { side: "rows" | "columns"; code: "rows-missing" | "columns-missing" | "same" };

/** The sides that were asked for. Before anything is asked for nothing is wrong. */
export function chooseSides(
  sides: readonly Side[],
  rowsKey: string | null,
  columnsKey: string | null,
): { rows: Side | null; columns: Side | null; problems: SideProblem[] } {
  const [rows = null, columns = null] = [rowsKey, columnsKey].map((wanted) => sides.find(({ key }) => key === wanted) ?? null);
  const problems: SideProblem[] = [];
  if (rowsKey === null && columnsKey === null) return { rows, columns, problems };
  if (!rows) problems.push({ side: "rows", code: "rows-missing" });
  if (!columns) problems.push({ side: "columns", code: "columns-missing" });
  if (rows && rows === columns) problems.push({ side: "columns", code: "same" });
  return { rows, columns, problems };
}

/** So many responses said these; null where one did not answer. */
export type Group = { row: string | string[] | null; column: string | string[] | null; count: number };

export type CrossTable = {
  /** Responses counted, those who answered neither among them. */
  responses: number;
  /** Those who answered both: the base of the table. */
  both: number;
  columns: { id: string; name: ValueName; both: number }[];
  rows: { id: string; name: ValueName; both: number; counts: number[] }[];
};

/** The table of these groups. Of what is held, only what occurs is shown; of a question, every answer it offers. */
export function tabulate(groups: readonly Group[], rows: Side, columns: Side): CrossTable {
  const cells = new Map<string, number>();
  const add = (name: string, count: number) => cells.set(name, (cells.get(name) ?? 0) + count);
  let [responses, both] = [0, 0];
  for (const { row, column, count } of groups) {
    responses += count;
    if (row === null || column === null) continue;
    both += count;
    const [inRows, inColumns] = [[row].flat(), [column].flat()];
    for (const one of inRows) add(`row ${one}`, count);
    for (const other of inColumns) add(`column ${other}`, count);
    for (const one of inRows) for (const other of inColumns) add(`${one} ${other}`, count);
  }
  const countOf = (name: string) => cells.get(name) ?? 0;
  const shown = (side: Side, kind: "row" | "column") =>
    side.values
      .map(({ id, name }) => ({ id, name, both: countOf(`${kind} ${id}`) }))
      .filter((value) => value.both > 0 || !("held" in side.of));
  const across = shown(columns, "column");
  return {
    ...{ responses, both, columns: across },
    rows: shown(rows, "row").map((row) => ({ ...row, counts: across.map(({ id }) => countOf(`${row.id} ${id}`)) })),
  };
}
