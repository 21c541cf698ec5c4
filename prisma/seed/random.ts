// Chance that comes out the same every time, so that every demonstration is alike.

export type Chance = {
  /** From 0 up to but not 1. */
  next: () => number;
  /** Whether something of this likelihood happens. */
  happens: (likelihood: number) => boolean;
  pick: <Value>(values: readonly Value[]) => Value;
  /** One of the keys, each as often as its weight says. */
  weighted: <Key extends string>(weights: Partial<Record<Key, number>>) => Key;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  /** About `mean`, rarely further from it than twice `spread`. */
  around: (mean: number, spread: number) => number;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger: one multiplication-xorshift round over a counter.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error("Nothing to pick from");
    return value;
  };
  return {
    next,
    pick,
    happens: (likelihood) => next() < likelihood,
    weighted<Key extends string>(weights: Partial<Record<Key, number>>) {
      const entries = Object.entries(weights) as [Key, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries[entries.length - 1]![0];
    },
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    around: (mean, spread) => mean + (next() + next() + next() - 1.5) * spread * 1.4,
  };
}

/** Gives the values in turn, in an order of chance, all of them before any comes again. */
export function deckOf<Value>(values: readonly Value[], chance: Chance): () => Value {
  let left: Value[] = [];
  return () => {
    if (left.length === 0) left = values.map((value) => ({ value, at: chance.next() })).sort((a, b) => a.at - b.at).map(({ value }) => value);
    return left.pop()!;
  };
}
