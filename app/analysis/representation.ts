// Whether those who answered are like everybody, as far as a margin knows everybody. It describes those who answered: where people chose
// to answer, no interval says anything of those who did not.
import type { Side, ValueName } from "#app/consultations/cross-tabulation.ts";
import { wilson95, type Interval } from "#app/statistics/interval.ts";
import type { Margin } from "./margin.ts";
import { fewestForShares } from "./set-table.ts";

export type RepresentedGroup = {
  id: string;
  name: ValueName;
  count: number;
  /** Of everybody, as the margin has it. */
  reference: number;
  /** Null where too few answered to say more than how many. */
  share: { interval: Interval; index: number | null; isUnder: boolean } | null;
};

export type Representation = {
  groups: RepresentedGroup[];
  /** Those who are in a group. */
  base: number;
  /** Answered something that is no group of the margin, such as that they prefer not to say. */
  elsewhere: { id: string; name: ValueName; count: number }[];
  /** Answered nothing. They are never guessed at. */
  blank: number;
};

export function representationOf(counted: { answered: number; counts: Record<string, number> }, responses: number, { values }: Pick<Side, "values">, { shares }: Pick<Margin, "shares">): Representation {
  const said = values.map(({ id, name }) => ({ id, name, count: counted.counts[id] ?? 0 }));
  const known = said.filter(({ id }) => id in shares);
  const base = known.reduce((sum, { count }) => sum + count, 0);
  const groups = known.map(({ id, name, count }): RepresentedGroup => {
    const reference = shares[id]!;
    const interval = base < fewestForShares ? null : wilson95(count, base);
    // DOMAIN B11: under-represented where even the upper limit is below the reference
    const share = interval && { interval, index: reference === 0 ? null : (100 * interval.share) / reference, isUnder: interval.high < reference };
    return { id, name, count, reference, share };
  });
  return { groups, base, elsewhere: said.filter(({ id, count }) => !(id in shares) && count > 0), blank: responses - counted.answered };
}
