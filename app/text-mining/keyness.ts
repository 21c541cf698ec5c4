// What a part of the texts speaks of more than the rest does, and which words stand together more than chance would have it.

/** A text as the terms it holds, such as stems, in order; those that tell nothing are left out or null. */
export type Terms = readonly (string | null)[];

export type Key = {
  term: string;
  /** In how many texts of the part, and in how many of the rest. */
  inPart: number;
  inRest: number;
  /** Dunning's log-likelihood ratio: from 10.83 by chance in less than one case of a thousand. */
  likelihood: number;
};

/**
 * The log-likelihood ratio of `a` of `c` against `b` of `d`. Source: T. Dunning, Accurate Methods for the Statistics of Surprise
 * and Coincidence, Computational Linguistics 19 (1993), with P. Rayson's form for two corpora.
 */
function logLikelihood(a: number, b: number, c: number, d: number): number {
  const term = (count: number, expected: number) => (count === 0 ? 0 : count * Math.log(count / expected));
  const [inEither, all] = [a + b, c + d];
  const [notA, notB] = [c - a, d - b];
  const [expectedA, expectedB] = [(c * inEither) / all, (d * inEither) / all];
  return 2 * (term(a, expectedA) + term(b, expectedB) + term(notA, c - expectedA) + term(notB, d - expectedB));
}

/** In how many texts each term stands; in how many in all. */
export type Frequencies = { texts: number; of: Map<string, number> };

export function frequenciesIn(texts: readonly Terms[]): Frequencies {
  const of = new Map<string, number>();
  for (const text of texts) for (const term of new Set(text)) if (term !== null) of.set(term, (of.get(term) ?? 0) + 1);
  return { texts: texts.length, of };
}

/** Terms that stand in fewer texts tell of single people. */
const leastTexts = 3;

/** Terms that stand in more texts of the part than the rest would lead one to expect, the most telling first. */
export function keysOf(part: Frequencies, rest: Frequencies, most = 50): Key[] {
  if (part.texts === 0 || rest.texts === 0) return [];
  const keys: Key[] = [];
  for (const [term, inPart] of part.of) {
    const inRest = rest.of.get(term) ?? 0;
    if (inPart < leastTexts || inPart / part.texts <= inRest / rest.texts) continue;
    keys.push({ term, inPart, inRest, likelihood: logLikelihood(inPart, inRest, part.texts, rest.texts) });
  }
  return keys.sort((one, other) => other.likelihood - one.likelihood || compare(one.term, other.term)).slice(0, most);
}

export type Collocation = {
  terms: [string, string];
  /** How often the one follows the other at once. */
  together: number;
  likelihood: number;
};

/** Pairs of terms that follow each other more often than chance would have it, the most telling first. */
export function collocationsIn(texts: readonly Terms[], most = 50): Collocation[] {
  const [pairs, first, second] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let all = 0;
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const text of texts) {
    for (let at = 1; at < text.length; at += 1) {
      const [one, other] = [text[at - 1], text[at]];
      if (!one || !other) continue;
      all += 1;
      add(pairs, `${one}\n${other}`);
      add(first, one);
      add(second, other);
    }
  }
  const found: Collocation[] = [];
  for (const [pair, together] of pairs) {
    if (together < leastTexts) continue;
    const terms = pair.split("\n") as [string, string];
    const [ofFirst, ofSecond] = [first.get(terms[0])!, second.get(terms[1])!];
    // because a pair that is rarer than chance would have it is none
    if (together * all <= ofFirst * ofSecond) continue;
    found.push({ terms, together, likelihood: logLikelihood(together, ofSecond - together, ofFirst, all - ofFirst) });
  }
  return found.sort((one, other) => other.likelihood - one.likelihood || compare(one.terms.join(" "), other.terms.join(" "))).slice(0, most);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
