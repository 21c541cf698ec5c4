// Who sits on the bodies of a partnership, by what they say of themselves: asked of them, counted, and seen only through the
// disclosure gate. [A1.5]
import { equalityOptions, preferNotToSay, type EqualityQuestion } from "#app/disclosure/equality-options.ts";
import type { Table } from "#app/disclosure/cube.ts";
import { publishTables, type PublishedTable } from "#app/disclosure/published-table.ts";

export const diversityQuestions = Object.keys(equalityOptions) as EqualityQuestion[];

/** Of each question the option that was chosen; one that was left out is not there. */
export type Diversity = { [question in EqualityQuestion]?: string };

export function optionsOf(question: EqualityQuestion): readonly string[] {
  return [...equalityOptions[question], preferNotToSay];
}

/** Whether an option stands apart from the others, as one that tells nothing. */
export function isApart(option: string): boolean {
  return option === preferNotToSay;
}

/** What was chosen of what was asked; what nobody asked is not read. */
export function readDiversity(typed: Readonly<Record<string, unknown>>): Diversity {
  const chosen = diversityQuestions.flatMap((question) => {
    const option = optionsOf(question).find((one) => one === typed[question]);
    return option === undefined ? [] : [[question, option]];
  });
  return Object.fromEntries(chosen) as Diversity;
}

/** What may be seen of the answers of those who sit: a table a question, of those who answered it. */
export function diversityTables(answers: readonly Diversity[]): PublishedTable[] {
  const tables = diversityQuestions.map((question): Table => {
    const given = answers.flatMap((one) => one[question] ?? []);
    const countOf = (row: string | null) => given.filter((option) => row === null || option === row).length;
    return { id: question, care: "special", rows: { values: optionsOf(question) }, base: given.length, countOf };
  });
  return publishTables(tables).tables;
}
