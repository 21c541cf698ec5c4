// Reserved places: who must be among the elected, and who can no longer be, so that every group ends between its minimum and its
// maximum. Exact: candidates who hold the same groups are alike, so that it is enough to go through how many of each kind are elected.
// Hill, "STV with constraints", Voting matters 9 (1998); Otten, Voting matters 13 (2001).
import type { Candidate, ReservedCategory } from "./contest.ts";

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

/** Guarded is who is in every way of filling all places that keeps every minimum and maximum; doomed, who is in none. */
export function guardsOf(standing: Standing): Guards {
  const kinds = kindsOf(standing);
  const first = kinds && waysOf(kinds, {});
  if (!kinds || !first) return { feasible: false, guarded: [], doomed: [] };

  // Each way that is found answers for many kinds at once.
  const isTaken = kinds.of.map(() => false);
  const isSpared = kinds.of.map(() => false);
  const learn = (way: readonly number[]) =>
    way.forEach((taken, kind) => {
      if (taken > 0) isTaken[kind] = true;
      if (taken < kinds.of[kind]!.members.length) isSpared[kind] = true;
    });
  learn(first);

  const guarded: Candidate[] = [];
  const doomed: Candidate[] = [];
  kinds.of.forEach(({ members }, kind) => {
    for (const [known, bound] of [
      [isTaken, { kind, least: 1 }],
      [isSpared, { kind, most: members.length - 1 }],
    ] as const) {
      const way = known[kind] ? null : waysOf(kinds, bound);
      if (way) learn(way);
    }
    if (!isTaken[kind]) doomed.push(...members);
    if (!isSpared[kind]) guarded.push(...members);
  });
  return { feasible: true, guarded: guarded.sort(ascending), doomed: doomed.sort(ascending) };
}

/** Candidates still open who hold the same groups, of the groups that can still decide anything. */
type Kind = { members: Candidate[]; groups: number[] };

/** What is left to decide: `need` and `room` for each group, places, and the groups of each category. */
type Kinds = { of: Kind[]; need: number[]; room: number[]; places: number; categories: number[][] };

/** Null where more of a group are elected than it may have. */
function kindsOf({ candidates, seats, categories, elected, excluded }: Standing): Kinds | null {
  const places = seats - elected.length;
  const isOpen = Array.from({ length: candidates + 1 }, (_, candidate) => candidate > 0);
  for (const candidate of [...elected, ...excluded]) isOpen[candidate] = false;
  const kinds: Kinds = { of: [], need: [], room: [], places, categories: [] };
  const groupsOf = isOpen.map((): number[] => []);
  for (const { groups } of categories) {
    const category: number[] = [];
    for (const { min, max, members } of groups) {
      const has = members.filter((candidate) => elected.includes(candidate)).length;
      const open = members.filter((candidate) => isOpen[candidate]);
      if (has > max) return null;
      if (has >= min && max - has >= Math.min(places, open.length)) continue;
      const group = kinds.need.push(Math.max(0, min - has)) - 1;
      kinds.room.push(max - has);
      category.push(group);
      for (const candidate of open) groupsOf[candidate]!.push(group);
    }
    if (category.length > 0) kinds.categories.push(category);
  }
  const byGroups = new Map<string, Kind>();
  for (let candidate = 1; candidate <= candidates; candidate++) {
    if (!isOpen[candidate]) continue;
    const groups = groupsOf[candidate]!;
    const kind = byGroups.get(groups.join()) ?? { members: [], groups };
    kind.members.push(candidate);
    byGroups.set(groups.join(), kind);
  }
  kinds.of = inSearchOrder([...byGroups.values()], kinds);
  return kinds;
}

/** The groups with the least choice first, one after the other, because they settle the most. */
function inSearchOrder(of: readonly Kind[], { need, room }: Kinds): Kind[] {
  const size = need.map((_, group) => of.reduce((sum, { members, groups }) => sum + (groups.includes(group) ? members.length : 0), 0));
  const choice = size.map((open, group) => Math.min(room[group]!, open) - need[group]!);
  const order = size.map((_, group) => group).sort((a, b) => choice[a]! - choice[b]! || size[a]! - size[b]! || a - b);
  const place = size.map((_, group) => order.indexOf(group));
  const key = ({ groups }: Kind) => groups.map((group) => place[group]!).sort(ascending);
  return of.toSorted((a, b) => compare(key(a), key(b)));
}

/** One way to fill the places, as how many of each kind; null where there is none. A bound asks for a way with so many of one kind. */
function waysOf(kinds: Kinds, bound: { kind?: number; least?: number; most?: number }): number[] | null {
  const { of, categories } = kinds;
  const need = [...kinds.need];
  const room = [...kinds.room];
  const way = of.map(() => 0);
  const left = leftAfter(kinds);
  const dead = new Set<string>();

  /** Whether the kinds from here on can fill the places. */
  const canFill = (from: number, places: number): boolean => {
    const { ofGroup, outside, all } = left[from]!;
    if (places < 0 || places > all) return false;
    for (let group = 0; group < need.length; group++) {
      if (room[group]! < 0 || need[group]! > Math.min(room[group]!, ofGroup[group]!)) return false;
    }
    for (const [index, groups] of categories.entries()) {
      let least = 0;
      let most = outside[index]!;
      for (const group of groups) {
        least += Math.max(0, need[group]!);
        most += Math.min(room[group]!, ofGroup[group]!);
      }
      if (least > places || most < places) return false;
    }
    if (from === of.length) return true;

    // Two ways to have come here are the same where nothing is left to tell them apart.
    const here = [
      from,
      places,
      ...need.map((least) => Math.max(0, least)),
      ...room.map((most, group) => Math.min(most, ofGroup[group]!, places)),
    ].join();
    if (dead.has(here)) return false;
    const { members, groups } = of[from]!;
    const isBound = bound.kind === from;
    const least = (isBound && bound.least) || 0;
    for (let taken = Math.min((isBound ? bound.most : null) ?? members.length, places); taken >= least; taken--) {
      for (const group of groups) {
        need[group]! -= taken;
        room[group]! -= taken;
      }
      way[from] = taken;
      const isFilled = canFill(from + 1, places - taken);
      for (const group of groups) {
        need[group]! += taken;
        room[group]! += taken;
      }
      if (isFilled) return true;
    }
    dead.add(here);
    return false;
  };
  return canFill(0, kinds.places) ? way : null;
}

/** For each kind, how many candidates it and those after it have: in each group, in no group of each category, and in all. */
function leftAfter({ of, need, categories }: Kinds) {
  const left = [{ ofGroup: need.map(() => 0), outside: categories.map(() => 0), all: 0 }];
  for (const { members, groups } of of.toReversed()) {
    const after = left[0]!;
    left.unshift({
      ofGroup: after.ofGroup.map((count, group) => count + (groups.includes(group) ? members.length : 0)),
      outside: after.outside.map(
        (count, index) => count + (categories[index]!.some((group) => groups.includes(group)) ? 0 : members.length),
      ),
      all: after.all + members.length,
    });
  }
  return left;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const by = (a[index] ?? Infinity) - (b[index] ?? Infinity);
    if (by !== 0) return by;
  }
  return 0;
}

const ascending = (a: number, b: number) => a - b;
