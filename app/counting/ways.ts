// Ways of filling places from kinds of candidates, so many of each kind, that keep every limit. The search narrows between how many of
// each kind there can be: it draws all that follows from the limits, guesses where they press most, and turns back where one can no longer
// be kept. That is exact. How long it takes has no bound worth telling, since questions of this kind can be made hard; but a guess that keeps
// to a way already known is seldom wrong, and such as come up take a moment.

/** Between how many of these kinds' candidates must be taken, both included. */
export type Limit = { least: number; most: number; kinds: readonly number[] };

/** Kinds by their place, from 0. Each category is limits that part all kinds among themselves. */
export type Choice = { sizes: readonly number[]; places: number; categories: readonly (readonly Limit[])[] };

/** How many of each kind. */
export type Way = readonly number[];

/** Asks for a way with at least, or at most, so many of one kind. */
export type Wish = { kind: number; least?: number; most?: number };

/** Between how many of each kind there can still be. */
type Range = { low: Int32Array; high: Int32Array };

/** One way; null where there is none. Where there are several, one not far from `near`. */
export function findWay(choice: Choice, wish: Wish | null, near: Way | null): Way | null {
  const range = { low: new Int32Array(choice.sizes.length), high: Int32Array.from(choice.sizes) };
  if (wish?.least !== undefined) range.low[wish.kind] = wish.least;
  if (wish?.most !== undefined) range.high[wish.kind] = wish.most;
  return search(choice, range, near);
}

function search(choice: Choice, range: Range, near: Way | null): Way | null {
  if (!narrow(choice, range)) return null;
  const kind = pressing(choice, range);
  if (kind === null) return [...range.low];
  const [low, high] = [range.low[kind]!, range.high[kind]!];
  // as many as in the way that is known, where that can be; else as many as can be
  const guess = near && near[kind]! >= low && near[kind]! <= high ? near[kind]! : high;
  for (const [from, to] of [[guess, guess], [guess + 1, high], [low, guess - 1]] as const) {
    if (from > to) continue;
    const tried = { low: range.low.slice(), high: range.high.slice() };
    tried.low[kind] = from;
    tried.high[kind] = to;
    const way = search(choice, tried, near);
    if (way) return way;
  }
  return null;
}

/** Draws what follows, until nothing more does; false where a limit can no longer be kept. */
function narrow({ categories, places }: Choice, { low, high }: Range): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const limits of categories) {
      const sums = limits.map(({ least, most, kinds }) => {
        let [taken, can] = [0, 0];
        for (const kind of kinds) {
          taken += low[kind]!;
          can += high[kind]!;
        }
        return { taken, can, least: Math.max(least, taken), most: Math.min(most, can) };
      });
      const least = sums.reduce((sum, one) => sum + one.least, 0);
      const most = sums.reduce((sum, one) => sum + one.most, 0);
      if (least > places || most < places) return false;
      for (const [index, one] of sums.entries()) {
        // what the other limits of the category need cannot be had here, and what they have no room for must
        one.least = Math.max(one.least, places - (most - one.most));
        one.most = Math.min(one.most, places - (least - one.least));
        if (one.least > one.most) return false;
        const { kinds } = limits[index]!;
        for (const kind of kinds) {
          const [from, to] = [low[kind]!, high[kind]!];
          const atLeast = one.least - (one.can - to);
          const atMost = one.most - (one.taken - from);
          if (atLeast > from) low[kind] = atLeast;
          if (atMost < to) high[kind] = atMost;
          if (low[kind]! > high[kind]!) return false;
          if (atLeast > from || atMost < to) {
            changed = true;
            one.taken += low[kind]! - from;
            one.can += high[kind]! - to;
          }
        }
      }
    }
  }
  return true;
}

/** The kind that is not settled of which its limits, taken together, leave least open; null where all are settled. */
function pressing({ categories, sizes }: Choice, { low, high }: Range): number | null {
  const pressure = new Float64Array(sizes.length);
  for (const limits of categories) {
    for (const { least, most, kinds } of limits) {
      let [taken, can] = [0, 0];
      for (const kind of kinds) {
        taken += low[kind]!;
        can += high[kind]!;
      }
      if (taken === can) continue;
      const press = 1 / Math.min(can - least, most - taken);
      for (const kind of kinds) pressure[kind]! += press * press;
    }
  }
  let found: number | null = null;
  for (let kind = 0; kind < sizes.length; kind++) {
    if (low[kind]! < high[kind]! && (found === null || pressure[kind]! > pressure[found]!)) found = kind;
  }
  return found;
}
