// Texts as the runs of words they are made of: what two have in common is how many runs stand in both.
import { wordsOf, type Span, type Word } from "./words.ts";

/** Words in a run. */
const runLength = 3;

/** FNV-1a over the words of a run; a run that stands across a sentence's end counts like any other. */
function hashOfRun(words: readonly Word[], from: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < from + runLength; index += 1) {
    const { word } = words[index]!;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}

/** The hash of the run that begins at each word but the last two. */
function runsAlong(words: readonly Word[]): number[] {
  return Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, from) => hashOfRun(words, from));
}

/** Its runs, each once, in the order of their hashes; without those in `known`, such as the question that many repeat. */
export function shinglesOf(text: string, known: ReadonlySet<number> = new Set()): Uint32Array {
  const runs = new Set(runsAlong(wordsOf(text)));
  for (const run of runs) if (known.has(run)) runs.delete(run);
  return Uint32Array.from(runs).sort();
}

/** How many runs stand in both. */
export function inBoth(one: Uint32Array, other: Uint32Array): number {
  let [both, at] = [0, 0];
  for (const run of one) {
    while (at < other.length && other[at]! < run) at += 1;
    if (other[at] === run) both += 1;
  }
  return both;
}

/** Jaccard's index: of the runs that stand in either, the share that stands in both. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  const both = inBoth(one, other);
  const either = one.length + other.length - both;
  return either === 0 ? 0 : both / either;
}

/** Of the runs of `part`, the share that stands in `whole`. */
export function shareWithin(part: Uint32Array, whole: Uint32Array): number {
  return part.length === 0 ? 0 : inBoth(part, whole) / part.length;
}

/** Where a text says something of its own: the words that are in no run of the template, those next to each other as one. */
export function additionsTo(template: ReadonlySet<number>, text: string): Span[] {
  const words = wordsOf(text);
  const isShared = new Uint8Array(words.length);
  for (const [from, run] of runsAlong(words).entries()) if (template.has(run)) isShared.fill(1, from, from + runLength);
  const spans: Span[] = [];
  for (const [index, { start, end }] of words.entries()) {
    if (isShared[index] === 1) continue;
    const last = spans.at(-1);
    if (last && index > 0 && isShared[index - 1] === 0) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
