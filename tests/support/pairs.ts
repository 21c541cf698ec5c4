// Every pair of choices at least once, in few rounds; or every combination, with FOLKMOOT_MATRIX=full.

/** Whether every combination is to be walked, however long it takes (`npm run test:matrix`). */
export const isWholeMatrix = process.env.FOLKMOOT_MATRIX === "full";

type Choices = Record<string, readonly unknown[]>;
type Chosen<Given extends Choices> = { [Name in keyof Given]: Given[Name][number] };

function everyCombination<Given extends Choices>(choices: Given): Chosen<Given>[] {
  return Object.entries(choices).reduce<Chosen<Given>[]>(
    (chosen, [name, values]) => chosen.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{} as Chosen<Given>],
  );
}

function pairsOf(chosen: Record<string, unknown>): string[] {
  const parts = Object.entries(chosen).map(([name, value]) => `${name}=${String(value)}`);
  return parts.flatMap((one, index) => parts.slice(index + 1).map((other) => `${one} ${other}`));
}

/** Combinations in which every pair of values occurs; greedy, so that the same choices give the same rounds. */
export function pairwise<Given extends Choices>(choices: Given): Chosen<Given>[] {
  const all = everyCombination(choices);
  if (isWholeMatrix) return all;
  const left = new Set(all.flatMap(pairsOf));
  const rounds: Chosen<Given>[] = [];
  while (left.size > 0) {
    const gain = (one: Chosen<Given>) => pairsOf(one).filter((pair) => left.has(pair)).length;
    const best = all.reduce((found, one) => (gain(one) > gain(found) ? one : found));
    for (const pair of pairsOf(best)) left.delete(pair);
    rounds.push(best);
  }
  return rounds;
}
