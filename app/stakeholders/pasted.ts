// A pasted list of stakeholders: what each line says, which lines cannot be taken and why, and which say the same as an earlier one.
import { beginningOf } from "#app/shared/cut.ts";
import type { Language } from "#app/shared/languages.ts";
import { filledRows, withoutGuard, type TableRow } from "#app/shared/table.ts";
import { entriesGuessed, entriesUnder, readColumns, type Columns, type ColumnMeaning } from "./columns.ts";
import { fillIn, keyOf, readStakeholder, type StakeholderField, type StakeholderHead, type StakeholderProblem } from "./stakeholder.ts";

export type ReadLine = { line: number; head: StakeholderHead };
/** `says` is what stands in the line, as far as it helps to find it. */
export type Mistake = { line: number; says: string; problems: StakeholderProblem[] };
/** A line that repeats an earlier one; where it says something else, the earlier one stays. */
export type Repeat = { line: number; of: number; differs: StakeholderField[] };

export type Pasted = {
  columns: { heading: string; meaning: ColumnMeaning | null }[];
  hasHeadings: boolean;
  /** One for each who can be taken, in the order of their first lines. */
  read: ReadLine[];
  mistakes: Mistake[];
  repeats: Repeat[];
};

const longestSaid = 100;

/** Every line is in one of the three lists, the headings and blank lines apart. */
export function readPasted(rows: readonly TableRow[], otherwise: Language): Pasted {
  const filled = filledRows(rows);
  const headings = filled[0]?.cells ?? [];
  const columns: Columns = readColumns(headings);
  const { hasHeadings, meanings } = columns;
  const firsts = new Map<string, ReadLine>();
  const mistakes: Mistake[] = [];
  const repeats: Repeat[] = [];
  for (const { line, cells } of hasHeadings ? filled.slice(1) : filled) {
    const said = cells.map(withoutGuard);
    const read = readStakeholder(hasHeadings ? entriesUnder(columns, said) : entriesGuessed(said), otherwise);
    if (!read.ok) {
      mistakes.push({ line, says: beginningOf(said.filter((cell) => cell.trim() !== "").join(", "), longestSaid), problems: read.problem });
      continue;
    }
    const key = keyOf(read.value);
    const first = firsts.get(key);
    if (first) {
      const { merged, differs } = fillIn(first.head, read.value);
      first.head = merged;
      repeats.push({ line, of: first.line, differs });
    } else firsts.set(key, { line, head: read.value });
  }
  return {
    columns: hasHeadings ? headings.map((heading, index) => ({ heading: heading.trim(), meaning: meanings[index] ?? null })).filter(({ heading }) => heading !== "") : [],
    ...{ hasHeadings, read: [...firsts.values()], mistakes, repeats },
  };
}
