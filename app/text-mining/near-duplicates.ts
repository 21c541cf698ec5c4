// Texts that are nearly the same among very many: each is looked up by small sketches (MinHash) and compared with the few that
// share one, never with all. Source: A. Z. Broder, On the resemblance and containment of documents (1997); bands after
// J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, 3.4.
import { likeness, shinglesOf } from "./shingles.ts";

const bands = 20;
const inBand = 3;
const values = bands * inBand;

/** Fewer runs of words than this are said alike by chance: "I fully support this", "No comment". Ten words make eight runs. */
const leastRuns = 8;
/** Two texts are taken as one to begin with when that share of their runs is common. */
const alikeFrom = 0.5;
/** A text belongs to the template of three or more when it holds that share of it, whatever else it says. */
const holdsFrom = 0.5;
/** And no fewer runs than this, or nearly all of a short one: one sentence in common makes no template of it. */
const leastHeld = 14;
const nearlyAll = 0.9;
/** Of how many of a group a run must stand in to be of the template. */
const inMost = 0.5;
/** Two templates are one from here. */
const oneTemplateFrom = 0.7;
/** A run that stands in more templates than this is common speech. */
const mostTemplates = 20;
/** How many that share a band are looked at. */
const mostLookedAt = 6;

/** Texts that come from one template; those of two may be one person's twice. */
export type Group = {
  /** Where they stand among those given, in order. */
  members: number[];
  /** The member that is nearest to what all share. */
  exemplar: number;
  /** The runs of words that most of them share. */
  template: Uint32Array;
};

/** How far it is. */
export type Progress = { done: number; of: number };

/** The finisher of MurmurHash3: a small difference changes every bit. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const seeds = Uint32Array.from({ length: values }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)));

/** The texts in an order that depends on nothing but what they say, so that the same are found in whichever order they are given. */
function inOwnOrder(shingles: readonly Uint32Array[]): number[] {
  const keys = shingles.map((runs) => runs.reduce((hash, run) => mixed(Math.imul(hash, 31) ^ run), runs.length));
  return Array.from(shingles.keys()).sort((one, other) => keys[one]! - keys[other]! || one - other);
}

/** The least value of all runs under each of the seeds, taken together by bands. */
function bandsOf(runs: Uint32Array, into: Uint32Array, sketch: Uint32Array): void {
  sketch.fill(0xffffffff);
  for (const run of runs) {
    for (let index = 0; index < values; index += 1) {
      const value = mixed(run ^ seeds[index]!);
      if (value < sketch[index]!) sketch[index] = value;
    }
  }
  for (let band = 0; band < bands; band += 1) {
    let hash = band + 1;
    for (let index = 0; index < inBand; index += 1) hash = mixed(Math.imul(hash, 31) ^ sketch[band * inBand + index]!);
    into[band] = hash;
  }
}

/**
 * Groups of two or more that are nearly the same, the largest first. `known` are runs that say nothing of where a text comes
 * from, such as those of the question. Takes time that grows with the number of texts, and says how far it is.
 */
export function* groupsOf(texts: readonly string[], known: ReadonlySet<number> = new Set()): Generator<Progress, Group[]> {
  const shingles: Uint32Array[] = [];
  for (const [at, text] of texts.entries()) {
    shingles.push(shinglesOf(text, known));
    if (at % 1000 === 999) yield { done: at, of: 3 * texts.length };
  }
  const begun = joined(yield* gathered(shingles, alikeFrom), shingles);
  const large = begun.filter(({ members }) => members.length >= 3);
  const held = yield* holdersOf(large.map(({ template }) => template), shingles);
  const taken = new Set(held.flat());
  const found = [
    ...held.map((members, index) => ({ members, template: large[index]!.template })),
    ...begun.filter(({ members }) => members.length === 2 && !members.some((member) => taken.has(member))),
  ];
  return found
    .map(({ members, template }) => ({ members: members.toSorted((one, other) => one - other), template, exemplar: nearest(members, template, shingles) }))
    .filter(({ members }) => members.length >= 2)
    .sort((one, other) => other.members.length - one.members.length || one.members[0]! - other.members[0]!);
}

/** Texts joined to the first they are like, by the bands they share. */
function* gathered(shingles: readonly Uint32Array[], from: number): Generator<Progress, number[][]> {
  const count = shingles.length;
  const order = inOwnOrder(shingles);
  // the last text under each band, and before each text the one that was there until then
  const heads = Array.from({ length: bands }, () => new Map<number, number>());
  const before = new Int32Array(count * bands).fill(-1);
  const groupOf = new Int32Array(count).fill(-1);
  const groups: number[][] = [];
  const [own, sketch] = [new Uint32Array(bands), new Uint32Array(values)];
  for (const [done, at] of order.entries()) {
    if (done % 500 === 499) yield { done: count + done, of: 3 * count };
    const runs = shingles[at]!;
    if (runs.length < leastRuns) continue;
    bandsOf(runs, own, sketch);
    const like = mostLike(at);
    if (like >= 0) {
      groupOf[at] = groupOf[like]! >= 0 ? groupOf[like]! : groups.push([like]) - 1;
      groupOf[like] = groupOf[at]!;
      groups[groupOf[at]!]!.push(at);
    }
    for (let band = 0; band < bands; band += 1) {
      const head = heads[band]!.get(own[band]!);
      // because a thousand copies of one text would only be looked at one after the other
      if (head !== undefined && like >= 0 && groupOf[head] === groupOf[at]) continue;
      if (head !== undefined) before[at * bands + band] = head;
      heads[band]!.set(own[band]!, at);
    }
  }
  return groups;

  function mostLike(at: number): number {
    const seen = new Set<number>();
    let [best, how] = [-1, from];
    for (let band = 0; band < bands; band += 1) {
      let other = heads[band]!.get(own[band]!) ?? -1;
      for (let looked = 0; other >= 0 && looked < mostLookedAt; looked += 1, other = before[other * bands + band]!) {
        if (seen.has(other)) continue;
        seen.add(other);
        const alike = likeness(shingles[at]!, shingles[other]!);
        if (alike >= how) [best, how] = [other, alike];
      }
    }
    return best;
  }
}

/** What most of a group share; of two, what both do. */
function templateOf(members: readonly number[], shingles: readonly Uint32Array[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const member of members) for (const run of shingles[member]!) counts.set(run, (counts.get(run) ?? 0) + 1);
  const least = Math.max(2, Math.ceil(members.length * inMost));
  return Uint32Array.from([...counts].filter(([, count]) => count >= least).map(([run]) => run)).sort();
}

/** Groups with what their texts share, those that share nearly the same as one. */
function joined(begun: readonly number[][], shingles: readonly Uint32Array[]): { members: number[]; template: Uint32Array }[] {
  const groups = begun.map((members) => ({ members, template: templateOf(members, shingles) })).filter(({ template }) => template.length >= leastRuns);
  const same = outcomeOf(gathered(groups.map(({ template }) => template), oneTemplateFrom));
  const together = new Set(same.flat());
  const again = same.map((ones) => ones.flatMap((at) => groups[at]!.members)).map((members) => ({ members, template: templateOf(members, shingles) }));
  return [...again, ...groups.filter((_, at) => !together.has(at))];
}

/** What it comes to, without its pauses. */
function outcomeOf<T>(generator: Generator<unknown, T>): T {
  let step = generator.next();
  while (!step.done) step = generator.next();
  return step.value;
}

/** Every text that holds enough of a template, whatever it says besides: of several the one it holds most of. */
function* holdersOf(templates: readonly Uint32Array[], shingles: readonly Uint32Array[]): Generator<Progress, number[][]> {
  const members = templates.map((): number[] => []);
  const least = templates.map(({ length }) => Math.max(holdsFrom * length, Math.min(leastHeld, nearlyAll * length)));
  const withRun = new Map<number, number[]>();
  for (const [at, template] of templates.entries()) {
    for (const run of template) {
      const found = withRun.get(run);
      if (!found) withRun.set(run, [at]);
      else if (found.length < mostTemplates) found.push(at);
    }
  }
  for (const [at, runs] of shingles.entries()) {
    if (at % 1000 === 999) yield { done: 2 * shingles.length + at, of: 3 * shingles.length };
    if (runs.length < leastRuns) continue;
    const counts = new Map<number, number>();
    for (const run of runs) for (const one of withRun.get(run) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
    let [best, most] = [-1, 0];
    for (const [one, both] of counts) if (both > most && both >= least[one]!) [best, most] = [one, both];
    if (best >= 0) members[best]!.push(at);
  }
  return members;
}

function nearest(members: readonly number[], template: Uint32Array, shingles: readonly Uint32Array[]): number {
  let [best, how] = [members[0] ?? 0, -1];
  for (const member of members) {
    const alike = likeness(shingles[member]!, template);
    if (alike > how) [best, how] = [member, alike];
  }
  return best;
}
