// Reserved places: who must be among the elected, and who can no longer be, so that every group ends between its minimum and its
// maximum. Exact: candidates who hold the same groups are alike, so that it is enough to go through how many of each kind are elected.
// Hill, "STV with constraints", Voting matters 9 (1998); Otten, Voting matters 13 (2001).
import type { Candidate, ReservedCategory } from "./contest.ts";
import { findWay, type Choice, type Way } from "./ways.ts";

/** Where a count stands. `candidates` is how many there are; whoever withdrew is among the `excluded`. */
export type Standing = {
  candidates: number;
  seats: number;
  categories: readonly ReservedCategory[];
  elected: readonly Candidate[];
  excluded: readonly Candidate[];
};

/** Both ascending, of the candidates neither elected nor excluded; empty where there is no way to fill all places. */
export type Guards = { feasible: boolean; guarded: Candidate[]; doomed: Candidate[] };

/** Whether there is a way of filling all places that keeps every minimum and maximum. */
export function canBeFilled(standing: Standing): boolean {
  const kinds = kindsOf(standing);
  return kinds !== null && findWay(kinds.choice, null, null) !== null;
}

/** Guarded is who is in every way of filling all places that keeps every minimum and maximum; doomed, who is in none. */
export function guardsOf(standing: Standing): Guards {
  const kinds = kindsOf(standing);
  const first = kinds && findWay(kinds.choice, null, null);
  if (!kinds || !first) return { feasible: false, guarded: [], doomed: [] };

  // Each way that is found answers for many kinds at once.
  const isTaken = kinds.members.map(() => false);
  const isSpared = kinds.members.map(() => false);
  let known = first;
  const learn = (way: Way) => {
    known = way;
    way.forEach((taken, kind) => {
      if (taken > 0) isTaken[kind] = true;
      if (taken < kinds.members[kind]!.length) isSpared[kind] = true;
    });
  };
  learn(first);

  const guarded: Candidate[] = [];
  const doomed: Candidate[] = [];
  kinds.members.forEach((members, kind) => {
    for (const [isShown, wish] of [
      [isTaken, { kind, least: 1 }],
      [isSpared, { kind, most: members.length - 1 }],
    ] as const) {
      const way = isShown[kind] ? null : findWay(kinds.choice, wish, known);
      if (way) learn(way);
    }
    if (!isTaken[kind]) doomed.push(...members);
    if (!isSpared[kind]) guarded.push(...members);
  });
  return { feasible: true, guarded: guarded.sort(ascending), doomed: doomed.sort(ascending) };
}

/** Candidates still open, those together who hold the same of the groups that can still decide anything; and what is left to choose. */
type Kinds = { members: Candidate[][]; choice: Choice };

/** Null where more of a group are elected than it may have. */
function kindsOf({ candidates, seats, categories, elected, excluded }: Standing): Kinds | null {
  const places = seats - elected.length;
  const isOpen = Array.from({ length: candidates + 1 }, (_, candidate) => candidate > 0);
  for (const candidate of [...elected, ...excluded]) isOpen[candidate] = false;
  const all = isOpen.flatMap((open, candidate) => (open ? [candidate] : []));
  const parted: { least: number; most: number; members: Candidate[] }[][] = [];
  for (const { groups } of categories) {
    const deciding: (typeof parted)[number] = [];
    for (const { min, max, members } of groups) {
      const has = members.filter((candidate) => elected.includes(candidate)).length;
      const open = members.filter((candidate) => isOpen[candidate]);
      if (has > max) return null;
      if (has < min || max - has < Math.min(places, open.length)) deciding.push({ least: Math.max(0, min - has), most: max - has, members: open });
    }
    const others = all.filter((candidate) => !deciding.some(({ members }) => members.includes(candidate)));
    if (deciding.length > 0) parted.push([...deciding, { least: 0, most: others.length, members: others }]);
  }
  if (parted.length === 0) parted.push([{ least: places, most: places, members: all }]);

  const limitOf = new Map(all.map((candidate) => [candidate, [] as number[]]));
  for (const limits of parted) limits.forEach(({ members }, limit) => members.forEach((candidate) => limitOf.get(candidate)!.push(limit)));
  const byLimits = new Map<string, Candidate[]>();
  for (const [candidate, own] of limitOf) byLimits.set(own.join(), [...(byLimits.get(own.join()) ?? []), candidate]);
  const members = [...byLimits.values()];
  const kindsIn = (of: readonly Candidate[]) => members.flatMap(([one], kind) => (of.includes(one!) ? [kind] : []));
  const limits = parted.map((category) => category.map(({ least, most, members: of }) => ({ least, most, kinds: kindsIn(of) })));
  return { members, choice: { sizes: members.map(({ length }) => length), places, categories: limits } };
}

const ascending = (a: number, b: number) => a - b;
