// Whether two questions have to do with each other: Pearson's chi-squared test of a table, and how much (Cramér's V).

export type Association = {
  statistic: number;
  degreesOfFreedom: number;
  /** How often a table at least as uneven would come about by chance alone. */
  probability: number;
  /** From 0, nothing to do with each other, to 1, the one tells the other. */
  cramersV: number;
  /** The smallest count that would be expected by chance, and the share of cells in which it is under five. */
  leastExpected: number;
  shareUnderFive: number;
};

/** Of a table of counts, rows of equal length; rows and columns of nobody are left out. Null where fewer than two are left. */
export function associationIn(table: readonly (readonly number[])[]): Association | null {
  const across = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + row[column]!, 0));
  const rows = table.map((row) => row.filter((_, column) => across[column]! > 0)).filter((row) => row.some((count) => count > 0));
  const columns = across.filter((count) => count > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const total = columns.reduce((sum, count) => sum + count, 0);
  let [statistic, leastExpected, underFive] = [0, Number.POSITIVE_INFINITY, 0];
  for (const row of rows) {
    const inRow = row.reduce((sum, count) => sum + count, 0);
    for (const [index, count] of row.entries()) {
      const expected = (inRow * columns[index]!) / total;
      statistic += (count - expected) ** 2 / expected;
      leastExpected = Math.min(leastExpected, expected);
      if (expected < 5) underFive += 1;
    }
  }
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const least = Math.min(rows.length, columns.length) - 1;
  return {
    ...{ statistic, degreesOfFreedom, probability: chiSquaredAbove(statistic, degreesOfFreedom) },
    ...{ cramersV: Math.sqrt(statistic / (total * least)), leastExpected, shareUnderFive: underFive / (rows.length * columns.length) },
  };
}

/** The probability that a chi-squared variable is above a value. */
export function chiSquaredAbove(value: number, degreesOfFreedom: number): number {
  return value <= 0 ? 1 : upperGamma(degreesOfFreedom / 2, value / 2);
}

const enough = 1e-15;

/** The regularised upper incomplete gamma function Q(a, x). Source: Abramowitz & Stegun, 6.5.29 and 6.5.31. */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let step = 1; term > sum * enough; step += 1) sum += term *= x / (a + step);
    return Math.max(0, 1 - front * sum);
  }
  // Lentz's way of working out a continued fraction.
  let b = x + 1 - a;
  let [c, d] = [Number.MAX_VALUE, 1 / b];
  let fraction = d;
  for (let step = 1; step < 10_000; step += 1) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < enough) break;
  }
  return front * fraction;
}

// Lanczos' approximation with g = 7.
const lanczos = [
  ...[0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059],
  ...[12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7],
];

function logGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - logGamma(1 - a);
  const t = a + 6.5;
  const sum = lanczos.reduce((all, factor, index) => all + (index === 0 ? factor : factor / (a - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(t) - t + Math.log(sum);
}
