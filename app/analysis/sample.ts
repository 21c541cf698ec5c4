// A random sample of texts, and texts handed out to coders: drawn by a seed that is kept, so that anybody can draw the same again.

/** Of a hundred texts so many are coded a second time, and no fewer than this, unless an officer decides otherwise. [B7.3, ours] */
const usualSample = { share: 10, least: 50 } as const;

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

/** Hands texts out in the drawn order, to each coder by their parts; nobody gets two more than their parts would be. */
export function handOut(ids: readonly string[], shares: readonly Share[], seed: string): Map<string, string[]> {
  const given = new Map(shares.map(({ coderId }) => [coderId, [] as string[]]));
  const all = shares.reduce((sum, { parts }) => sum + parts, 0);
  if (all <= 0) return given;
  const owed = shares.map(() => 0);
  for (const id of inDrawnOrder(ids, seed)) {
    // each text adds to what everybody is owed by their part, and goes to whoever is owed most
    for (const [index, { parts }] of shares.entries()) owed[index]! += parts / all;
    const next = owed.indexOf(Math.max(...owed));
    owed[next]! -= 1;
    given.get(shares[next]!.coderId)!.push(id);
  }
  return given;
}
