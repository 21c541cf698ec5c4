// Texts that are nearly the same.
import { expect, test } from "vitest";
import { areAlike, bandsOf, sketchOf } from "#app/intake/likeness.ts";

const words = (seed: number, many: number) => Array.from({ length: many }, (_, index) => `word${(seed * 7919 + index * index * 31) % 5003}`);
const share = (text: string, other: string) => {
  const [one, two] = [sketchOf(text), sketchOf(other)];
  return { alike: areAlike(one, two), found: bandsOf(one).some((band) => bandsOf(two).includes(band)) };
};

test("a text sent on with a name put in, or a sentence added, is nearly the same", () => {
  const text = words(1, 150);
  const changed = [...text.slice(0, 70), "Mair", ...text.slice(71), "thank", "you"].join(" ");
  expect(share(text.join(" "), changed)).toEqual({ alike: true, found: true });
});

test("two texts about the same thing are not", () => {
  const shared = words(2, 60);
  expect(share([...shared, ...words(3, 60)].join(" "), [...shared, ...words(4, 60)].join(" ")).alike).toBe(false);
});

test("of a thousand different texts none is taken for another", () => {
  const sketches = Array.from({ length: 1000 }, (_, seed) => sketchOf(words(seed + 10, 40).join(" ")));
  const [first, ...others] = sketches;
  expect(others.filter((other) => areAlike(first!, other))).toEqual([]);
});

test("a text of fewer words than a run has a sketch too", () => {
  expect(areAlike(sketchOf("one two"), sketchOf("one two"))).toBe(true);
  expect(areAlike(sketchOf("one two"), sketchOf("two one"))).toBe(false);
});
