// Between which shares that of the whole population lies, told from a sample that was drawn by chance.

// The normal deviate that leaves 2.5% on either side.
const z = 1.959963984540054;

export type Interval = { share: number; low: number; high: number };

/**
 * Wilson's interval at 95% for `count` of `base`; null of nobody. A weighted base is the effective one. Where a good part of
 * the `population` answered, what is not known shrinks with those who are left (finite population correction, from 5%).
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilson95(count: number, base: number, population?: number): Interval | null {
  if (base <= 0) return null;
  const share = count / base;
  const isGoodPart = population !== undefined && population > 1 && base / population > 0.05;
  const spread = z * (isGoodPart ? Math.sqrt(Math.max(0, population - base) / (population - 1)) : 1);
  const denominator = 1 + (spread * spread) / base;
  const centre = (share + (spread * spread) / (2 * base)) / denominator;
  const half = (spread * Math.sqrt((share * (1 - share)) / base + (spread * spread) / (4 * base * base))) / denominator;
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
