// Weights for a sample survey, so that those who answered stand for everybody as far as margins know everybody. Groups of too few are put
// together by an officer, never by themselves; who is in no group has no weight and is never guessed at.
import type { CountedColumns } from "#app/consultations/counted-columns.ts";
import type { Side, ValueName } from "#app/consultations/cross-tabulation.ts";
import { wilson95, type Interval } from "#app/statistics/interval.ts";
import { effectiveSize, rake, trimmed, type Cell } from "#app/statistics/raking.ts";
import type { Margin } from "./margin.ts";

// Local policy: DOMAIN B7.
export const fewestInGroup = 20;

/** Of a margin, which answer is counted with which other. */
export type Merges = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Weighed = { side: Side; margin: Margin };

/** `names` are those of every answer that is counted in it, its own among them. */
export type WeighedGroup = { id: string; names: ValueName[]; count: number; reference: number; isSmall: boolean };

export type Weights = {
  groups: { key: string; groups: WeighedGroup[] }[];
  /** In every margin in some group; the others have no weight. */
  people: number;
  without: number;
  /** Null where a group is too small, or the margins cannot be met together. */
  made: Made | null;
  /** Why none were made. */
  refused: "small" | "not-met" | null;
};

type Made = { ofCell: number[]; cellAt: Int32Array; cut: number; effective: number; designEffect: number; iterations: number; lowest: number; highest: number };

/** Where an answer is counted after everything was put together; a ring of answers ends where it began. */
function mergedInto(merges: Readonly<Record<string, string>>, answer: string): string {
  const seen = new Set<string>();
  let now = answer;
  for (let next = merges[now]; next !== undefined && !seen.has(now); next = merges[now]) {
    seen.add(now);
    now = next;
  }
  return now;
}

/** Of the responses at these places. */
export function weightsOf(columns: CountedColumns, weighed: readonly Weighed[], merges: Merges, places = columns.placesOf({})): Weights {
  const into = (margin: Margin, answer: string) => mergedInto(merges[margin.side] ?? {}, answer);
  const groupAt = weighed.map(({ margin }) => {
    const { codes, values } = columns.under(margin.side);
    const groups = values.map((said, code) => (code > 0 && typeof said === "string" && said in margin.shares ? into(margin, said) : null));
    return (place: number) => groups[codes[place] ?? 0] ?? null;
  });
  const cells: (Cell & { people: number })[] = [];
  const known = new Map<string, number>();
  const cellAt = new Int32Array(columns.responses).fill(-1);
  for (const place of places) {
    const groups = groupAt.map((at) => at(place));
    if (groups.includes(null)) continue;
    const key = JSON.stringify(groups);
    let cell = known.get(key);
    if (cell === undefined) {
      cell = cells.push({ groups: Object.fromEntries(weighed.map(({ margin }, index) => [margin.side, groups[index]!])), people: 0 }) - 1;
      known.set(key, cell);
    }
    cells[cell]!.people += 1;
    cellAt[place] = cell;
  }
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  const groups = weighed.map(({ side, margin }) => ({ key: side.key, groups: groupsOf(side, margin, cells, (answer) => into(margin, answer)) }));
  const found = { groups, people, without: places.length - people };
  if (groups.some((one) => one.groups.some(({ isSmall }) => isSmall))) return { ...found, made: null, refused: "small" };
  const targets = Object.fromEntries(groups.map((one) => [one.key, Object.fromEntries(one.groups.map(({ id, reference }) => [id, reference]))]));
  const raked = rake(cells, targets);
  if (!raked.hasConverged) return { ...found, made: null, refused: "not-met" };
  const { weights, cut } = trimmed(cells, raked.weights);
  const { size, designEffect } = effectiveSize(cells, weights);
  const [lowest, highest] = [Math.min(...weights), Math.max(...weights)];
  return { ...found, made: { ofCell: weights, cellAt, cut, effective: size, designEffect, iterations: raked.iterations, lowest, highest }, refused: null };
}

function groupsOf(side: Side, margin: Margin, cells: readonly Cell[], into: (answer: string) => string): WeighedGroup[] {
  const references = new Map<string, number>();
  for (const [answer, share] of Object.entries(margin.shares)) references.set(into(answer), (references.get(into(answer)) ?? 0) + share);
  return side.values.flatMap(({ id }) => {
    const reference = references.get(id);
    const names = side.values.filter((value) => value.id in margin.shares && into(value.id) === id).map(({ name }) => name);
    const count = cells.reduce((sum, { groups, people }) => sum + (groups[margin.side] === id ? people : 0), 0);
    return reference === undefined ? [] : [{ id, names, count, reference, isSmall: count < fewestInGroup }];
  });
}

export type Weighted = {
  /** Of those with a weight, who answered the question. */
  base: number;
  effective: number;
  values: { id: string; name: ValueName; count: number; plain: Interval; weighted: Interval }[];
};

/** A question unweighted and weighted, of the same people; null where none of them answered. */
export function weightedOf(columns: CountedColumns, { ofCell, cellAt }: Pick<Made, "ofCell" | "cellAt">, side: Side, population: number | null): Weighted | null {
  const { codes, values } = columns.under(side.key);
  let [base, sum, squares] = [0, 0, 0];
  const counts = new Map<string, { count: number; weight: number }>();
  for (const [place, cell] of cellAt.entries()) {
    const code = codes[place] ?? 0;
    if (cell < 0 || code === 0) continue;
    const weight = ofCell[cell]!;
    base += 1;
    sum += weight;
    squares += weight * weight;
    for (const one of [values[code]!].flat()) {
      const before = counts.get(one) ?? { count: 0, weight: 0 };
      counts.set(one, { count: before.count + 1, weight: before.weight + weight });
    }
  }
  if (base === 0) return null;
  const effective = (sum * sum) / squares;
  const of = side.values.flatMap(({ id, name }) => {
    const { count, weight } = counts.get(id) ?? { count: 0, weight: 0 };
    const [plain, weighted] = [wilson95(count, base, population ?? undefined), wilson95((effective * weight) / sum, effective, population ?? undefined)];
    return plain && weighted && (count > 0 || !("held" in side.of)) ? [{ id, name, count, plain, weighted }] : [];
  });
  return { base, effective, values: of };
}
