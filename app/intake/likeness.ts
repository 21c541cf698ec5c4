// Whether two texts are nearly the same, told from small sketches of them (MinHash over runs of three words): of the values of
// two sketches, about that share is equal which their runs of words have in common.

const runOfWords = 3;
const bands = 5;
const inBand = 4;
const values = bands * inBand;
/** Of the values, so many equal: four runs of words in five are in both. */
const alikeFrom = Math.round(values * 0.8);

/** The finisher of MurmurHash3: a small difference changes every bit. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

const seeds = Array.from({ length: values }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)));

/** The sketch of a text whose words are parted by one blank each. */
export function sketchOf(text: string): number[] {
  const words = text.split(" ");
  const least = seeds.map(() => 0x7fffffff);
  for (let from = 0; from === 0 || from + runOfWords <= words.length; from += 1) {
    const run = hashOf(words.slice(from, from + runOfWords).join(" "));
    for (let index = 0; index < values; index += 1) least[index] = Math.min(least[index]!, mixed(run ^ seeds[index]!));
  }
  return least;
}

/** What sketches of texts that are nearly the same almost always share at least one of, and others hardly ever. */
export function bandsOf(sketch: readonly number[]): number[] {
  return Array.from({ length: bands }, (_, band) =>
    sketch.slice(band * inBand, (band + 1) * inBand).reduce((hash, value) => mixed(Math.imul(hash, 31) ^ value), band),
  );
}

export function areAlike(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.filter((value, index) => value === other[index]).length >= alikeFrom;
}
