// Guarded and doomed candidates, for the second counter: docs/counting.md, "Reserved places".
//
// Those still open are gone through one by one, each taken in or left out. What matters later of the choices so far is only how many
// of each group are in: a state. Every way of filling the places is a path through these states. Somebody is guarded when no path
// that ends well leaves them out, and doomed when none takes them in.
import type { Candidate, ReservedCategory } from "../counting/contest.ts";

export type Prospects = { guarded: ReadonlySet<Candidate>; doomed: ReadonlySet<Candidate> };

/** Between how many of these must be in, and how many of them are not gone through yet, by the step. */
type Limit = { min: number; max: number; has: (candidate: Candidate) => boolean; leftAfter: number[] };

type Step = Map<string, { out: string | null; in: string | null }>;

/** Whose seat is certain and whose is out of the question; null where the places cannot be filled as the reserves ask. */
export function prospects(
  open: readonly Candidate[],
  elected: readonly Candidate[],
  seats: number,
  reserved: readonly ReservedCategory[],
): Prospects | null {
  const groups = reserved.flatMap((category) => category.groups).map(({ min, max, members }) => ({ min, max, has: (c: Candidate) => members.includes(c) }));
  const all = [{ min: seats, max: seats, has: () => true }, ...groups];
  // those of the same groups side by side, so that groups are done with early
  const kind = (candidate: Candidate) => all.map(({ has }) => (has(candidate) ? "1" : "0")).join("");
  const order = [...open].sort((a, b) => (kind(a) < kind(b) ? -1 : kind(a) > kind(b) ? 1 : a - b));
  const limits: Limit[] = all.map((limit) => ({ ...limit, leftAfter: order.map((_, at) => order.slice(at + 1).filter(limit.has).length) }));

  const start = limits.map(({ has }) => elected.filter(has).length);
  const enough = limits.every(({ min, max, has }, at) => start[at]! <= max && start[at]! + order.filter(has).length >= min);
  if (!enough) return null;
  const steps = walk(order, limits, start);
  return readBack(order, steps, start.join());
}

/** Forward: every state that can be reached at each step, and where its two choices lead. */
function walk(order: readonly Candidate[], limits: readonly Limit[], start: readonly number[]): Step[] {
  let states = new Map([[start.join(), start]]);
  return order.map((candidate, at) => {
    const step: Step = new Map();
    const next = new Map<string, readonly number[]>();
    const lead = (state: readonly number[], taken: boolean): string | null => {
      const after = limits.map(({ has }, limit) => state[limit]! + (taken && has(candidate) ? 1 : 0));
      const sound = limits.every(({ min, max, leftAfter }, limit) => after[limit]! <= max && after[limit]! + leftAfter[at]! >= min);
      if (!sound) return null;
      // a group with nobody left to come is settled, and more than the least of one without a most is as good as the least
      const matters = limits.map(({ min, max, leftAfter }, limit) => {
        if (leftAfter[at] === 0) return min;
        return after[limit]! + leftAfter[at]! <= max ? Math.min(after[limit]!, min) : after[limit]!;
      });
      const key = matters.join();
      next.set(key, matters);
      return key;
    };
    for (const [key, state] of states) step.set(key, { out: lead(state, false), in: lead(state, true) });
    states = next;
    return step;
  });
}

/** Backward: what ends well, and who is on no such path, or on each. */
function readBack(order: readonly Candidate[], steps: readonly Step[], start: string): Prospects | null {
  const guarded = new Set(order);
  const doomed = new Set(order);
  let endsWell: ReadonlySet<string> | null = null;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const good = new Set<string>();
    for (const [key, fork] of steps[at]!) {
      // whatever is sound at the last step has kept every limit
      const leads = (to: string | null) => to !== null && (endsWell === null || endsWell.has(to));
      if (leads(fork.out)) guarded.delete(order[at]!);
      if (leads(fork.in)) doomed.delete(order[at]!);
      if (leads(fork.out) || leads(fork.in)) good.add(key);
    }
    endsWell = good;
  }
  return endsWell === null || endsWell.has(start) ? { guarded, doomed } : null;
}
