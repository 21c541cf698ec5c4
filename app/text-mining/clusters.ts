// Texts gathered by what they speak of: spherical k-means over TF-IDF vectors. Source: I. S. Dhillon and D. S. Modha, Concept
// Decompositions for Large Sparse Text Data Using Clustering, Machine Learning 42 (2001). The same texts give the same clusters.
import type { Terms } from "./keyness.ts";
import { Vocabulary, type Vector } from "./vectors.ts";

export type Cluster = {
  /** Where its texts stand among those given, the most typical first. */
  members: number[];
  /** What they speak of, the weightiest term first. */
  terms: string[];
  /** How near its texts are to what they have in common, on average: 1 all the same. */
  closeness: number;
};

export type Progress = { done: number; of: number };

const mostTurns = 25;
/** Clusters of fewer are no theme. */
const leastMembers = 3;
const termsTold = 8;

/** How many clusters to begin with. */
export function usualClusters(texts: number): number {
  return Math.max(2, Math.min(40, Math.round(Math.sqrt(texts / 2))));
}

/** Clusters of texts, the largest first; texts without a telling term are in none. */
export function* clustersOf(texts: readonly Terms[], count = usualClusters(texts.length)): Generator<Progress, Cluster[]> {
  const vocabulary = new Vocabulary(texts);
  const vectors = texts.map((text) => vocabulary.vectorOf(text));
  const told = vectors.flatMap((vector, at) => (vector.terms.length > 0 ? [at] : []));
  if (told.length === 0) return [];
  let centres = yield* firstCentres(vectors, told, Math.min(count, told.length), vocabulary.names.length);
  let places = new Int32Array(vectors.length).fill(-1);
  let nearness = new Float64Array(vectors.length);
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const [now, near] = [new Int32Array(vectors.length).fill(-1), new Float64Array(vectors.length)];
    let moved = 0;
    for (const at of told) {
      const [best, how] = nearest(vectors[at]!, centres);
      now[at] = best;
      near[at] = how;
      if (best !== places[at]) moved += 1;
    }
    [places, nearness] = [now, near];
    yield { done: turn + 1, of: mostTurns };
    if (moved === 0) break;
    centres = centresOf(vectors, told, places, centres);
  }
  return centres
    .map((centre, index): Cluster => {
      const members = told.filter((at) => places[at] === index).sort((one, other) => nearness[other]! - nearness[one]! || one - other);
      const closeness = members.length === 0 ? 0 : members.reduce((sum, at) => sum + nearness[at]!, 0) / members.length;
      return { members, closeness, terms: weightiest(centre, vocabulary.names) };
    })
    .filter(({ members }) => members.length >= leastMembers)
    .sort((one, other) => other.members.length - one.members.length || one.members[0]! - other.members[0]!);
}

/** Each next centre is the text that is furthest from those there are, the first the one nearest to all. */
function* firstCentres(vectors: readonly Vector[], told: readonly number[], count: number, room: number): Generator<Progress, Float64Array[]> {
  const whole = new Float64Array(room);
  for (const at of told) addTo(whole, vectors[at]!);
  const centres: Float64Array[] = [];
  const near = new Float64Array(vectors.length).fill(-1);
  let next = told.reduce((best, at) => (dot(vectors[at]!, whole) > dot(vectors[best]!, whole) ? at : best), told[0]!);
  while (centres.length < count) {
    const centre = new Float64Array(room);
    addTo(centre, vectors[next]!);
    centres.push(centre);
    for (const at of told) near[at] = Math.max(near[at]!, dot(vectors[at]!, centre));
    // of those that are far from all, one that has much to say: a lonely word is far from everything
    next = told.reduce((best, at) => (distance(at) > distance(best) ? at : best), told[0]!);
    yield { done: 0, of: mostTurns };
  }
  return centres;

  function distance(at: number): number {
    return (1 - near[at]!) * Math.log(1 + vectors[at]!.terms.length);
  }
}

function centresOf(vectors: readonly Vector[], told: readonly number[], places: Int32Array, before: readonly Float64Array[]): Float64Array[] {
  const sums = before.map((centre) => new Float64Array(centre.length));
  for (const at of told) addTo(sums[places[at]!]!, vectors[at]!);
  return sums.map((sum, index) => {
    let squares = 0;
    for (const weight of sum) squares += weight * weight;
    // because one that nobody is near any more stays where it was
    return squares === 0 ? before[index]! : sum.map((weight) => weight / Math.sqrt(squares));
  });
}

function nearest(vector: Vector, centres: readonly Float64Array[]): [place: number, nearness: number] {
  let [best, how] = [0, -1];
  for (const [index, centre] of centres.entries()) {
    const near = dot(vector, centre);
    if (near > how) [best, how] = [index, near];
  }
  return [best, how];
}

function addTo(sum: Float64Array, { terms, weights }: Vector): void {
  for (let index = 0; index < terms.length; index += 1) sum[terms[index]!]! += weights[index]!;
}

function dot({ terms, weights }: Vector, centre: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < terms.length; index += 1) sum += weights[index]! * centre[terms[index]!]!;
  return sum;
}

function weightiest(centre: Float64Array, names: readonly string[]): string[] {
  const places = Array.from(centre.keys()).filter((place) => centre[place]! > 0);
  places.sort((one, other) => centre[other]! - centre[one]! || one - other);
  return places.slice(0, termsTold).map((place) => names[place]!);
}
