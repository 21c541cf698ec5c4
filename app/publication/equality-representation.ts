// Those who answered beside everybody, by an equality question: from figures that have passed the gate, rounded as they are.
import { wilson95, type Interval } from "#app/statistics/interval.ts";
import type { Text } from "#app/shared/languages.ts";
import type { ShownTable } from "./published-results.ts";

// Local policy: DOMAIN B10, no share of fewer.
const fewest = 30;

export type RepresentedEquality = {
  /** Those in a group; null where that is confidential, or follows from what is. */
  base: number | null;
  groups: { id: string; name: Text; count: number | null; reference: number; share: { interval: Interval; index: number | null; isUnder: boolean } | null }[];
};

/** By the shares of everybody that a margin tells; who is in none of its groups is not counted, and never guessed at. */
export function equalityRepresentation({ base, rows }: Pick<ShownTable, "base" | "rows">, shares: Readonly<Record<string, number>>): RepresentedEquality {
  const [grouped, elsewhere] = [sumOf(rows.filter(({ id }) => id in shares)), sumOf(rows.filter(({ id }) => !(id in shares)))];
  const all = grouped ?? (base === null || elsewhere === null ? null : Math.max(0, base - elsewhere));
  const groups = rows.flatMap(({ id, name, count }) => {
    const reference = shares[id];
    if (reference === undefined) return [];
    // because a part that was rounded up may pass a base that was rounded down
    const interval = all === null || count === null || all < fewest ? null : wilson95(Math.min(count, all), all);
    // DOMAIN B11: under-represented where even the upper limit is below the reference
    return [{ id, name, count, reference, share: interval && { interval, index: reference === 0 ? null : (100 * interval.share) / reference, isUnder: interval.high < reference } }];
  });
  return { base: all, groups };
}

/** Null where one of them is hidden. */
function sumOf(rows: readonly { count: number | null }[]): number | null {
  return rows.reduce<number | null>((sum, { count }) => (sum === null || count === null ? null : sum + count), 0);
}
