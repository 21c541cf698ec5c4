// A random sample of texts, and texts handed out to coders: drawn by a seed that is kept, so that anybody can draw the same again.

/** Of a hundred texts so many are coded a second time, and no fewer than this, unless an officer decides otherwise. [B7.3, ours] */
export const usualSample = { share: 10, least: 50 } as const;

/** How many of them are drawn: the share or the least, whichever is more, and not more than there are. */
export function sampleSize(texts: number, { share, least }: { share: number; least: number } = usualSample): number {
  return Math.min(texts, Math.max(least, Math.ceil((texts * share) / 100)));
}

/** FNV-1a, then the finisher of MurmurHash3. */
function drawn(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${id}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** In the order in which the seed draws them, whatever order they come in: the first so many are a random sample. */
export function inDrawnOrder(ids: readonly string[], seed: string): string[] {
  const marked = ids.map((id) => ({ id, mark: drawn(seed, id) }));
  return marked.sort((one, other) => one.mark - other.mark || (one.id < other.id ? -1 : 1)).map(({ id }) => id);
}

/** A coder and how many parts of the work are theirs. */
export type Share = { coderId: string; parts: number };

/**
 * Hands texts out in the drawn order, to each coder by their parts; nobody gets two more than their parts would be. Where not
 * everybody may take each text it goes to whoever of the others is owed most; what nobody may take is not handed out.
 */
export function handOut(ids: readonly string[], shares: readonly Share[], seed: string, mayTake: (coderId: string, id: string) => boolean = () => true): Map<string, string[]> {
  const given = new Map(shares.map(({ coderId }) => [coderId, [] as string[]]));
  const all = shares.reduce((sum, { parts }) => sum + parts, 0);
  if (all <= 0) return given;
  const owed = shares.map(() => 0);
  for (const id of inDrawnOrder(ids, seed)) {
    // each text adds to what everybody is owed by their part, and goes to whoever is owed most
    for (const [index, { parts }] of shares.entries()) owed[index]! += parts / all;
    const takers = [...shares.keys()].filter((index) => shares[index]!.parts > 0 && mayTake(shares[index]!.coderId, id));
    if (takers.length === 0) continue;
    const next = takers.reduce((best, index) => (owed[index]! > owed[best]! ? index : best));
    owed[next]! -= 1;
    given.get(shares[next]!.coderId)!.push(id);
  }
  return given;
}

/** How many of each question are drawn, so that all together are so many and each has its share; what is left over goes to the largest remainders. */
export function apportioned(texts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const all = [...texts.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return new Map([...texts.keys()].map((question) => [question, 0]));
  const wanted = Math.min(size, all);
  const exact = [...texts].map(([question, count]) => ({ question, whole: Math.floor((count * wanted) / all), rest: (count * wanted) % all }));
  const short = wanted - exact.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set(exact.toSorted((one, other) => other.rest - one.rest || (one.question < other.question ? -1 : 1)).slice(0, short).map(({ question }) => question));
  return new Map(exact.map(({ question, whole }) => [question, whole + (first.has(question) ? 1 : 0)]));
}
