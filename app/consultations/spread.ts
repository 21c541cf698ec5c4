// How answers that are figures spread, in whole steps, so that ranges have exact ends.

/** In steps. The quartiles are values somebody gave. */
export type Summary = { count: number; least: number; most: number; mean: number; lower: number; middle: number; upper: number };

export type Range = { from: number; to: number };
export type Spread = { summary: Summary; ranges: (Range & { count: number })[] };

/** How values spread, from how many gave each; null when nobody gave any. */
export function spreadOf(values: Record<string, number> | undefined): Spread | null {
  const given = Object.entries(values ?? {})
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
  const [least, most] = [given[0]?.value, given.at(-1)?.value];
  if (least === undefined || most === undefined) return null;
  const count = given.reduce((sum, one) => sum + one.count, 0);
  const total = given.reduce((sum, one) => sum + one.value * one.count, 0);
  const [lower = least, middle = least, upper = least] = [0.25, 0.5, 0.75].map((share) => valueAt(given, share * count));
  const ranges = rangesFor(least, most).map((range) => ({ ...range, count: 0 }));
  const [first] = ranges;
  const width = first ? first.to - first.from + 1 : 1;
  for (const one of given) {
    const range = ranges[Math.floor((one.value - (first?.from ?? 0)) / width)];
    if (range) range.count += one.count;
  }
  return { summary: { count, least, most, mean: total / count, lower, middle, upper }, ranges };
}

/** The value of whoever stands there when all stand in order, the least first. */
function valueAt(given: readonly { value: number; count: number }[], place: number): number | undefined {
  let passed = 0;
  return given.find(({ count }) => (passed += count) >= place)?.value;
}

const mostRanges = 11;

/** Ranges of one width that hold every value from least to most: widths of 1, 2 or 5 and noughts, eleven at most. */
export function rangesFor(least: number, most: number): Range[] {
  const width = widthFor(least, most);
  const first = Math.floor(least / width) * width;
  const ranges: Range[] = [];
  for (let from = first; from <= most; from += width) ranges.push({ from, to: from + width - 1 });
  return ranges;
}

function widthFor(least: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const leading of [1, 2, 5]) {
      const width = leading * power;
      if (Math.floor(most / width) - Math.floor(least / width) < mostRanges) return width;
    }
  }
}
