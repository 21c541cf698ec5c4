// Weights for a sample survey, so that those who answered stand for the population as known from elsewhere: iterative
// proportional fitting. Source: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427–444.

/** People who are alike in every margin, and how many there are. */
export type Cell = { groups: Readonly<Record<string, string>>; people: number };
/** Of each margin, such as "age", the share of the population in each group; they add up to 1. */
export type Targets = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type Raked = {
  /** One for each cell, on average 1 for a person. */
  weights: number[];
  iterations: number;
  /** How far the worst share is from its target. */
  error: number;
  hasConverged: boolean;
};

/** No share may be further than this from its target. */
const mostError = 0.001;
// because then the weights are the same whichever margin comes first, to all digits that are shown
const leastError = 1e-9;
const mostIterations = 100;

/** Fits the weights of the cells to the targets, margin by margin. Every group of a target has people in it: merge those that have too few first. */
export function rake(cells: readonly Cell[], targets: Targets): Raked {
  const weights = cells.map(() => 1);
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  for (let iterations = 1; ; iterations += 1) {
    for (const [margin, shares] of Object.entries(targets)) {
      const actual = sharesOf(cells, weights, margin);
      for (const [index, { groups }] of cells.entries()) {
        const group = groups[margin] ?? "";
        weights[index]! *= (shares[group] ?? 0) / (actual.get(group) ?? 1);
      }
    }
    const error = worstError(cells, weights, targets);
    if (error >= leastError && iterations < mostIterations) continue;
    return { weights: scaled(cells, weights, people), iterations, error, hasConverged: error < mostError };
  }
}

function sharesOf(cells: readonly Cell[], weights: readonly number[], margin: string): Map<string, number> {
  const sums = new Map<string, number>();
  let all = 0;
  for (const [index, { groups, people }] of cells.entries()) {
    const group = groups[margin] ?? "";
    sums.set(group, (sums.get(group) ?? 0) + people * weights[index]!);
    all += people * weights[index]!;
  }
  return new Map([...sums].map(([group, sum]) => [group, sum / all]));
}

function worstError(cells: readonly Cell[], weights: readonly number[], targets: Targets): number {
  const errors = Object.entries(targets).flatMap(([margin, shares]) => {
    const actual = sharesOf(cells, weights, margin);
    return Object.entries(shares).map(([group, share]) => Math.abs((actual.get(group) ?? 0) - share));
  });
  return Math.max(0, ...errors);
}

function scaled(cells: readonly Cell[], weights: readonly number[], people: number): number[] {
  const sum = cells.reduce((all, cell, index) => all + cell.people * weights[index]!, 0);
  return weights.map((weight) => (weight * people) / sum);
}

// Local policy: nobody counts for less than three tenths of a person, or for more than three.
const [least, most] = [0.3, 3];

/** The weights cut to between 0.3 and 3 times their mean, which stays 1; and how many people's were cut. */
export function trimmed(cells: readonly Cell[], weights: readonly number[]): { weights: number[]; cut: number } {
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  let now = [...weights];
  // because putting the mean back to 1 may push others over the edge
  for (let turn = 0; turn < mostIterations; turn += 1) {
    const cut = now.map((weight) => Math.min(most, Math.max(least, weight)));
    const isDone = cut.every((weight, index) => Math.abs(weight - now[index]!) < 1e-9);
    now = scaled(cells, cut, people);
    if (isDone) break;
  }
  const wasCut = (weight: number) => weight < least || weight > most;
  return { weights: now, cut: cells.reduce((sum, cell, index) => sum + (wasCut(weights[index]!) ? cell.people : 0), 0) };
}

/** How many people drawn by pure chance would tell as much: Kish's effective size, and by how much the weights cost. */
export function effectiveSize(cells: readonly Cell[], weights: readonly number[]): { size: number; designEffect: number } {
  const [people, sum, squares] = cells.reduce(
    ([all, once, twice], cell, index) => [all + cell.people, once + cell.people * weights[index]!, twice + cell.people * weights[index]! ** 2],
    [0, 0, 0],
  );
  const size = squares === 0 ? 0 : sum ** 2 / squares;
  return { size, designEffect: size === 0 ? 1 : people / size };
}
