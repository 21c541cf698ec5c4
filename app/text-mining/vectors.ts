// Texts as weights of terms (TF-IDF): a term weighs the more, the oftener it stands in the text and the fewer texts it stands in.
// Source: G. Salton and C. Buckley, Term-weighting approaches in automatic text retrieval (1988), with logarithmic counts.
import { frequenciesIn, type Terms } from "./keyness.ts";

/** The places of the terms that stand in the text, in order, and their weights; of length one. */
export type Vector = { terms: Uint32Array; weights: Float64Array };

export class Vocabulary {
  private readonly places = new Map<string, number>();
  private readonly rarity: number[] = [];
  readonly names: string[] = [];

  /** Of the terms that stand in at least so many texts, and in no more than that share of them. */
  constructor(texts: readonly Terms[], { leastTexts = 2, mostShare = 0.6 }: { leastTexts?: number; mostShare?: number } = {}) {
    const { of } = frequenciesIn(texts);
    for (const [term, count] of [...of].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (count < leastTexts || count > mostShare * texts.length) continue;
      this.places.set(term, this.names.push(term) - 1);
      this.rarity.push(Math.log((1 + texts.length) / (1 + count)) + 1);
    }
  }

  vectorOf(text: Terms): Vector {
    const counts = new Map<number, number>();
    for (const term of text) {
      const place = term === null ? undefined : this.places.get(term);
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    const found = [...counts].sort(([one], [other]) => one - other);
    const weights = Float64Array.from(found, ([place, count]) => (1 + Math.log(count)) * this.rarity[place]!);
    const length = Math.hypot(...weights);
    return { terms: Uint32Array.from(found, ([place]) => place), weights: length === 0 ? weights : weights.map((weight) => weight / length) };
  }
}
