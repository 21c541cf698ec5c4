// What the reserves of an election ask of its places, whoever comes to stand.
import type { Reserve } from "./election.ts";

type Asked = { groups: readonly Pick<Reserve["groups"][number], "least" | "most">[] };

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Whether the groups ask for more places than there are: nobody who could stand would make that possible. */
export function asksTooMuch({ groups }: Asked, seats: number): boolean {
  return sum(groups.map(({ least }) => least)) > seats;
}

/** So many places, where the groups may not have all, that only candidates in none of the groups can fill. */
export function placesOutside({ groups }: Asked, seats: number): number {
  return groups.length === 0 ? 0 : Math.max(0, seats - sum(groups.map(({ most }) => most ?? seats)));
}

/**
 * Whether so many groups have a least that it could take long to find which of their places stay empty, where too few stand. The more
 * categories, the fewer groups in each: two of six groups are not too many, nor are three of three.
 */
export function areTooMany(reserves: readonly Asked[]): boolean {
  // in how many ways two places of a category can stay empty
  const waysIn = (kept: number) => ((kept + 1) * (kept + 2)) / 2;
  return reserves.reduce((ways, { groups }) => ways * waysIn(groups.filter(({ least }) => least > 0).length), 1) > 1500;
}
