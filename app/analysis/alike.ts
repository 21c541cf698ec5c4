// Which texts speak of the same as one: by the terms they share, the rarer the more. Source: G. Salton and C. Buckley, Term-weighting
// approaches in automatic text retrieval (1988), with logarithmic counts, as text-mining/vectors.ts.
import type { Terms } from "#app/text-mining/keyness.ts";

/** In how many of so many texts each term stands. */
export type Rarity = { texts: number; of: ReadonlyMap<string, number> };

/** What each term weighs in a text; the length of it is one. */
export type Weighed = ReadonlyMap<string, number>;

function weightOf(term: string, { texts, of }: Rarity): number {
  return Math.log((1 + texts) / (1 + Math.min(texts, of.get(term) ?? 0))) + 1;
}

export function weigh(text: Terms, rarity: Rarity): Weighed {
  const counts = new Map<string, number>();
  for (const term of text) if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = [...counts].map(([term, count]) => [term, (1 + Math.log(count)) * weightOf(term, rarity)] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

/** The cosine of the angle between two: 1 where they say the same, 0 where they share nothing. */
export function nearness(one: Weighed, other: Weighed): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of short) sum += weight * (long.get(term) ?? 0);
  return sum;
}

/** Of the others those that share anything with the one, the nearest first. */
export function nearestTo<Other extends { terms: Terms }>(one: Terms, others: readonly Other[], rarity: Rarity, most: number): { other: Other; nearness: number }[] {
  const own = weigh(one, rarity);
  const near = others.map((other) => ({ other, nearness: nearness(own, weigh(other.terms, rarity)) }));
  // because the sort keeps those equally near in the order they came
  return near.filter((found) => found.nearness > 0).sort((a, b) => b.nearness - a.nearness).slice(0, most);
}

/** Fewer terms than this miss what is said in other words. */
const leastTerms = 3;
const mostTerms = 16;

/**
 * The terms by which others are looked for, the rarest first, each with what it weighs: as many as are expected to stand in no more than
 * so many of all texts, and the rarest few however many that are.
 */
export function searchTerms(text: Terms, rarity: Rarity, { all, mostFound }: { all: number; mostFound: number }): { term: string; weight: number }[] {
  const known = [...new Set(text)].filter((term): term is string => term !== null);
  const ranked = known.map((term) => ({ term, weight: weightOf(term, rarity) })).sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1));
  let found = 0;
  return ranked.slice(0, mostTerms).filter(({ term }, place) => {
    found += rarity.texts === 0 ? 0 : (all * (rarity.of.get(term) ?? 0)) / rarity.texts;
    return place < leastTerms || found <= mostFound;
  });
}
