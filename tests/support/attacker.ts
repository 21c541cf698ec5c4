// Somebody who has everything that is published and wants to know what is hidden: each figure is a number within bounds,
// figures add up, and what still fits is searched through, number by number. It shares nothing with what does the hiding.

export type Riddle = {
  /** What each figure may be, at least and at most. */
  bounds: Map<string, readonly [least: number, most: number]>;
  sums: { total: string; parts: string[] }[];
};

type Domains = Map<string, readonly [number, number]>;

/** Narrows every figure to what its sums leave it; null where nothing fits. */
function narrowed(start: Domains, sums: Riddle["sums"]): Domains | null {
  const domains = new Map(start);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { total, parts } of sums) {
      const line = [{ id: total, sign: -1 }, ...parts.map((id) => ({ id, sign: 1 }))];
      for (const { id, sign } of line) {
        let [least, most] = [0, 0];
        for (const other of line) {
          if (other.id === id) continue;
          const [low, high] = domains.get(other.id)!;
          least += other.sign > 0 ? low : -high;
          most += other.sign > 0 ? high : -low;
        }
        const [from, to] = sign > 0 ? [-most, -least] : [least, most];
        const [low, high] = domains.get(id)!;
        const next: [number, number] = [Math.max(low, from), Math.min(high, to)];
        if (next[0] > next[1]) return null;
        if (next[0] !== low || next[1] !== high) {
          domains.set(id, next);
          isChanged = true;
        }
      }
    }
  }
  return domains;
}

function hasAnswer(domains: Domains, sums: Riddle["sums"]): boolean {
  const left = narrowed(domains, sums);
  if (!left) return false;
  const open = [...left].filter(([, [low, high]]) => low < high).sort((a, b) => a[1][1] - a[1][0] - (b[1][1] - b[1][0]));
  const [first] = open;
  if (!first) return true;
  const [id, [low, high]] = first;
  for (let value = low; value <= high; value += 1) if (hasAnswer(new Map(left).set(id, [value, value]), sums)) return true;
  return false;
}

/** The least and the most that a figure can be when all that is published holds. */
export function attack({ bounds, sums }: Riddle, id: string): [least: number, most: number] {
  const left = narrowed(bounds, sums);
  if (!left) throw new RangeError("What is published contradicts itself.");
  const [low, high] = left.get(id)!;
  const fits = (value: number) => hasAnswer(new Map(left).set(id, [value, value]), sums);
  let [least, most] = [low, high];
  while (!fits(least)) least += 1;
  while (!fits(most)) most -= 1;
  return [least, most];
}
