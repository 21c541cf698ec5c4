// Guarded and doomed candidates, for the second counter: docs/counting.md, "Reserved places".
//
// One way of filling the places is looked for; whoever is in it is not doomed, and whoever is not in it is not guarded. For everybody
// about whom that is still open, a way without them, or with them, is looked for in turn. A search takes candidates in and leaves them
// out one by one, draws at once what follows from it, and turns back where a group can no longer be kept.
import type { Candidate, ReservedCategory, ReservedGroup } from "../counting/contest.ts";

export type Prospects = { guarded: ReadonlySet<Candidate>; doomed: ReadonlySet<Candidate> };

/** What is decided of those still open, in their order. */
type Marks = Int8Array;

const [inside, outside, undecided] = [1, -1, 0];

/** Between how many of these, by their place among the open, must be in. */
type Limit = { least: number; most: number; members: readonly number[] };

/** The limits that a search must keep, and who is alike in all of them. */
type Field = { limits: readonly Limit[]; kinds: readonly string[] };

/** Whose place is certain and whose is out of the question; null where the places cannot be filled as the reserves ask. */
export function prospects(
  open: readonly Candidate[],
  elected: readonly Candidate[],
  seats: number,
  reserved: readonly ReservedCategory[],
): Prospects | null {
  const field = fieldOf(open, elected, seats, reserved);
  const some = search(field, new Int8Array(open.length));
  if (some === null) return null;
  // what nobody has shown yet: a way with somebody out, or in
  const neverOut = new Set(open.keys());
  const neverIn = new Set(open.keys());
  const learn = (way: Marks) => way.forEach((mark, at) => (mark === inside ? neverIn : neverOut).delete(at));
  learn(some);
  for (const [never, mark] of [[neverOut, outside], [neverIn, inside]] as const) {
    for (const at of [...never]) {
      if (!never.has(at)) continue;
      const way = search(field, new Int8Array(open.length).fill(mark, at, at + 1));
      if (way !== null) learn(way);
    }
  }
  const named = (places: Set<number>) => new Set([...places].map((at) => open[at]!));
  return { guarded: named(neverOut), doomed: named(neverIn) };
}

/** What is left to fill: of all places, of every group, and of those in no group of a category. */
function fieldOf(open: readonly Candidate[], elected: readonly Candidate[], seats: number, reserved: readonly ReservedCategory[]): Field {
  const places = seats - elected.length;
  const limits: Limit[] = [{ least: places, most: places, members: [...open.keys()] }];
  for (const { groups } of reserved) {
    const left = groups.map((group) => leftOf(group, open, elected));
    // the others take what the groups have no room for, and at most what the groups do not need
    const room = left.reduce((sum, { most, members }) => sum + Math.min(most, members.length), 0);
    const need = left.reduce((sum, { least }) => sum + Math.max(least, 0), 0);
    const others = [...open.keys()].filter((at) => !left.some(({ members }) => members.includes(at)));
    limits.push(...left, { least: places - room, most: places - need, members: others });
  }
  const kinds = [...open.keys()].map((at) => limits.map(({ members }) => (members.includes(at) ? "1" : "0")).join(""));
  return { limits, kinds };
}

function leftOf({ min, max, members }: ReservedGroup, open: readonly Candidate[], elected: readonly Candidate[]): Limit {
  const already = elected.filter((candidate) => members.includes(candidate)).length;
  return { least: min - already, most: max - already, members: [...open.keys()].filter((at) => members.includes(open[at]!)) };
}

/** A way of filling the places in which these marks hold; null where there is none. */
function search(field: Field, given: Marks): Marks | null {
  const marks = drawn(field.limits, given);
  if (marks === null || !marks.includes(undecided)) return marks;
  const pressing = tightest(field.limits, marks);
  const next = pressing.members.find((at) => marks[at] === undecided)!;
  const first = count(pressing, marks, inside) < pressing.least ? inside : outside;
  const tried = marks.slice();
  tried[next] = first;
  const way = search(field, tried);
  if (way !== null) return way;
  // nor can anybody else of their kind be so: it would be the same with the two exchanged
  return search(field, marks.map((mark, at) => (mark === undecided && field.kinds[at] === field.kinds[next] ? -first : mark)));
}

/** The limit in which something is undecided and least can still go either way. */
function tightest(limits: readonly Limit[], marks: Marks): Limit {
  const leeway = (limit: Limit) => {
    const [has, open] = [count(limit, marks, inside), count(limit, marks, undecided)];
    return open === 0 ? Infinity : Math.min(has + open - limit.least, limit.most - has);
  };
  return limits.map((limit) => ({ limit, leeway: leeway(limit) })).reduce((least, one) => (one.leeway < least.leeway ? one : least)).limit;
}

function count({ members }: Limit, marks: Marks, mark: number): number {
  let many = 0;
  for (const at of members) if (marks[at] === mark) many += 1;
  return many;
}

/** The marks with all that follows from them: a full group takes nobody more, one that is short takes whoever is left; null where one breaks. */
function drawn(limits: readonly Limit[], given: Marks): Marks | null {
  const marks = given.slice();
  for (let changed = true; changed; ) {
    changed = false;
    for (const limit of limits) {
      const [has, open] = [count(limit, marks, inside), count(limit, marks, undecided)];
      if (has > limit.most || has + open < limit.least) return null;
      if (open === 0 || (has < limit.most && has + open > limit.least)) continue;
      changed = true;
      for (const at of limit.members) if (marks[at] === undecided) marks[at] = has === limit.most ? outside : inside;
    }
  }
  return marks;
}
