// Counts of codes as rows of a file, one for each figure, each with the set and the codeframe that it comes from.
import { stances, type Stance } from "./coding.ts";
import type { ThreeCounts } from "./campaign.ts";

export type CodeRow = ThreeCounts & { id: string; code: string; individuals: number; organisations: number; stances: Record<Stance, number> };
type Base = { all: number; individuals: number; organisations: number };

/** Whether more than a tenth of what is coded fits no code. [B7.2] */
export function isOtherLarge(other: number, coded: number): boolean {
  return other * 10 > coded;
}

/** A row's figures by their names, `stance.<stance>` for those of one stance, each with what it is a part of. */
function figuresOf(row: CodeRow, base: Base): { name: string; count: number; of: number | null }[] {
  return [
    { name: "all", count: row.all, of: base.all },
    ...(["unique", "campaign"] as const).map((name) => ({ name, count: row[name], of: null })),
    ...(["individuals", "organisations"] as const).map((name) => ({ name, count: row[name], of: base[name] })),
    ...stances.map((stance) => ({ name: `stance.${stance}`, count: row.stances[stance], of: row.all })),
  ];
}

/** Percentages to one decimal; none of too few answers. */
export function countRows(rows: readonly CodeRow[], base: Base, { before, nameOf, fewest }: { before: readonly string[]; nameOf: (figure: string) => string; fewest: number }): string[][] {
  return rows.flatMap((row) =>
    figuresOf(row, base).map(({ name, count, of }) => [
      ...[...before, row.code, nameOf(name), String(count), of === null ? "" : String(of)],
      of === null || of < fewest ? "" : String(Math.round((1000 * count) / of) / 10),
    ]),
  );
}
