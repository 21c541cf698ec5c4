// Two entries of the same paper, made by two people who did not see each other's: where they differ, and how often the first
// was wrong.
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { entriesOf, fieldsOf, type Entries } from "#app/forms/entries.ts";

export type Comparison = {
  /** Questions under which either of them typed something. */
  questions: number;
  /** Of those, the ones that differ. */
  differing: string[];
};

/** Blanks, case and the shape of quotation marks make no difference; the order in which boxes were ticked does not either. */
export function compareEntries(definition: FormDefinition, first: Entries, second: Entries): Comparison {
  const asked = questionsOf(definition).map((question) => {
    const of = (entries: Entries) => fieldsOf(question).map((field) => entriesOf(entries, field).map(levelled).filter(Boolean).sort());
    return { id: question.id, first: of(first), second: of(second) };
  });
  const written = asked.filter((one) => [...one.first, ...one.second].some((typed) => typed.length > 0));
  const differing = written.filter((one) => JSON.stringify(one.first) !== JSON.stringify(one.second));
  return { questions: written.length, differing: differing.map(({ id }) => id) };
}

function levelled(typed: string): string {
  return typed
    .normalize("NFKC")
    .toLocaleLowerCase("en")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** What the sample says of the entries: responses drawn, entered again and settled; questions compared, differing and first wrong. */
export type Accuracy = {
  entered: number;
  drawn: number;
  again: number;
  settled: number;
  questions: number;
  differing: number;
  /** Only of those that are settled. */
  questionsSettled: number;
  wrong: number;
};
