// A classifier that learns from coders' own decisions whether a text carries a code: logistic regression over TF-IDF vectors, with as
// good a measure of itself as there is, taken on decisions it has not learnt from.
import type { Terms } from "./keyness.ts";
import { Vocabulary, type Vector } from "./vectors.ts";

/** What a person decided: whether the text carries the code. */
export type Decision = { text: Terms; carries: boolean };

export type Measured = {
  /** Of the texts it would suggest the code for, the share that carry it; null where it would suggest none. */
  precision: number | null;
  /** Of the texts that carry the code, the share it would suggest it for; null where none do. */
  recall: number | null;
  /** Decisions it was measured on, and how many of them carry the code. */
  decisions: number;
  carrying: number;
};

/** A text's probability of carrying the code; suggested from a half. */
export type Classifier = (text: Terms) => number;

export const suggestedFrom = 0.5;

/** Fewer decisions for or against than this teach nothing. */
export const leastDecisions = 10;

const rounds = 60;
const rate = 0.8;
const shrinking = 1e-4;

/** Learns from all decisions; null where there are too few for or against. The same decisions in the same order teach the same. */
export function learn(decisions: readonly Decision[]): Classifier | null {
  return teachEnough(decisions) ? fitted(decisions) : null;
}

function fitted(decisions: readonly Decision[]): Classifier {
  const vocabulary = new Vocabulary(decisions.map(({ text }) => text), { leastTexts: 2, mostShare: 0.9 });
  const vectors = decisions.map(({ text }) => vocabulary.vectorOf(text));
  const carrying = decisions.filter(({ carries }) => carries).length;
  // a rare code weighs as much as its absence, or it would never be suggested
  const weightOf = (carries: boolean) => (carries ? decisions.length / (2 * Math.max(1, carrying)) : decisions.length / (2 * Math.max(1, decisions.length - carrying)));
  const weights = new Float64Array(vocabulary.names.length);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const step = rate / (1 + round / 10);
    for (const [at, { carries }] of decisions.entries()) {
      const vector = vectors[at]!;
      const { terms, weights: own } = vector;
      const error = ((carries ? 1 : 0) - sigmoid(bias + score(weights, vector))) * weightOf(carries);
      bias += step * error;
      // a plain loop, because this is where learning spends its time
      for (let index = 0; index < terms.length; index += 1) weights[terms[index]!]! += step * (error * own[index]! - shrinking * weights[terms[index]!]!);
    }
  }
  return (text) => sigmoid(bias + score(weights, vocabulary.vectorOf(text)));
}

function score(weights: Float64Array, { terms, weights: own }: Vector): number {
  let sum = 0;
  for (let index = 0; index < terms.length; index += 1) sum += weights[terms[index]!]! * own[index]!;
  return sum;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

const folds = 5;

/**
 * Measures what would be learnt: five times, on a fifth of the decisions each, by what the other four fifths teach. Every decision
 * is held out once; those for and against are spread evenly. Null where there are too few.
 */
export function measure(decisions: readonly Decision[]): Measured | null {
  if (!teachEnough(decisions)) return null;
  const foldOf = new Map<Decision, number>();
  for (const carries of [true, false]) for (const [at, decision] of decisions.filter((one) => one.carries === carries).entries()) foldOf.set(decision, at % folds);
  let [suggested, right, carrying] = [0, 0, 0];
  for (let fold = 0; fold < folds; fold += 1) {
    const classify = fitted(decisions.filter((one) => foldOf.get(one) !== fold));
    for (const { text, carries } of decisions.filter((one) => foldOf.get(one) === fold)) {
      const isSuggested = classify(text) >= suggestedFrom;
      if (isSuggested) suggested += 1;
      if (isSuggested && carries) right += 1;
      if (carries) carrying += 1;
    }
  }
  return {
    precision: suggested === 0 ? null : right / suggested,
    recall: carrying === 0 ? null : right / carrying,
    ...{ decisions: decisions.length, carrying },
  };
}

function teachEnough(decisions: readonly Decision[]): boolean {
  const carrying = decisions.filter(({ carries }) => carries).length;
  return carrying >= leastDecisions && decisions.length - carrying >= leastDecisions;
}
