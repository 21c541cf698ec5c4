// A roll of people as it is brought: what each line says and which lines cannot be taken, and why. One mistake and none is taken.
import { beginningOf } from "#app/shared/cut.ts";
import { filledRows, plainHeading, takenOnce, withoutGuard, type TableRow } from "#app/shared/table.ts";
import { readLanguage } from "#app/shared/typed.ts";
import { readVoter, type VoterHead, type VoterProblem } from "./roll.ts";

/** What a column holds; the words are `roll:column.<column>`. */
export const rollColumns = ["name", "email", "post", "language"] as const;
export type RollColumn = (typeof rollColumns)[number];

// As lists of members head their columns, besides our own words.
const headings: Record<RollColumn, readonly string[]> = {
  name: ["name", "full name", "voter", "resident", "member", "enw", "enw llawn", "نام"],
  email: ["email", "e mail", "email address", "e mail address", "ebost", "e bost", "cyfeiriad e bost", "ای میل", "ای میل پتہ"],
  post: ["address", "postal address", "post", "cyfeiriad", "cyfeiriad post", "پتہ", "ڈاک کا پتہ"],
  language: ["language", "preferred language", "iaith", "زبان"],
};

/** The most lines a roll may have. */
export const mostLines = 20_000;

/** The words are `roll:file.problem.<code>`. */
export type LineProblem = { line: number; says: string; code: VoterProblem["code"] | "language" | "again"; of?: number };
export type RollFile = { heads: VoterHead[]; problems: LineProblem[]; unreached: number };

const longestSaid = 60;

/** The rows of a table as a roll; null where no heading says which column holds the name. A person is told by name, e-mail and post together. */
export function readRollFile(rows: readonly TableRow[], ownHeadings: Partial<Record<RollColumn, readonly string[]>>): RollFile | null {
  const [head, ...lines] = filledRows(rows);
  const columns = takenOnce((head?.cells ?? []).map((cell) => rollColumns.find((column) => [...headings[column], ...(ownHeadings[column] ?? []).map(plainHeading)].includes(plainHeading(cell)))));
  if (!columns.includes("name")) return null;
  const at = Object.fromEntries(rollColumns.map((column) => [column, columns.indexOf(column)])) as Record<RollColumn, number>;
  const [heads, problems, firsts]: [VoterHead[], LineProblem[], Map<string, number>] = [[], [], new Map()];
  for (const { line, cells } of lines) {
    const under = (column: RollColumn) => (at[column] < 0 ? "" : withoutGuard(cells[at[column]] ?? ""));
    const says = beginningOf(cells.filter((cell) => cell.trim() !== "").join(", "), longestSaid);
    const language = under("language").trim() === "" ? "" : readLanguage(under("language"));
    const read = readVoter({ name: under("name"), email: under("email"), post: under("post"), language: language ?? "" }, "people");
    if (!read.ok) problems.push(...read.problem.map(({ code }) => ({ line, says, code })));
    if (language === undefined) problems.push({ line, says, code: "language" });
    if (!read.ok || language === undefined) continue;
    const { reason: _, ...voter } = read.value;
    const key = [voter.name.toLowerCase(), voter.email ?? "", (voter.post ?? "").toLowerCase()].join("\n");
    const of = firsts.get(key);
    if (of === undefined) firsts.set(key, line);
    else problems.push({ line, says, code: "again", of });
    heads.push(voter);
  }
  return { heads, problems, unreached: heads.filter(({ email, post }) => email === null && post === null).length };
}
