// What is wrong with a file that is to be counted: the line, a code, and the facts that a sentence about it needs.

/** Each has its sentence in English (in-english.ts) and, for pages, `results:file-problem.<code>`, by the same facts. */
export const fileProblemCodes = [
  "empty",
  "not-text",
  "candidates",
  "places",
  "no-candidate",
  "unknown-nick",
  "nick-wrong",
  "nick-count",
  "option",
  "listed-twice",
  "papers",
  "papers-too-many",
  "rank",
  "ranked-twice",
  "id-twice",
  "id-papers",
  "ballot-unfinished",
  "no-end",
  "ballots-after-end",
  "names-missing",
  "names-too-many",
  "name-blank",
  "unclosed",
  "con-fields",
  "con-number",
  "con-bounds",
  "con-two-groups",
  "con-group-twice",
  "con-other-contest",
  "csv-header",
  "csv-name-twice",
  "csv-cells",
  "csv-rank",
] as const;

export type FileProblemCode = (typeof fileProblemCodes)[number];

export type FileProblem = {
  /** From 1. */
  line: number;
  code: FileProblemCode;
  facts: Record<string, string | number>;
};

/** Something wrong at a line, from deep inside a reader; the reader hands it on as a value. */
export class WrongAt extends Error {
  readonly problem: FileProblem;
  constructor(line: number, code: FileProblemCode, facts: FileProblem["facts"] = {}) {
    super(code);
    this.problem = { line, code, facts };
  }
}
