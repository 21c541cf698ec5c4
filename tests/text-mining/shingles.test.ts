import fc from "fast-check";
import { expect, test } from "vitest";
import { additionsTo, inBoth, likeness, shareWithin, shinglesOf } from "#app/text-mining/shingles.ts";

const words = fc.array(fc.constantFrom("bus", "stop", "rain", "late", "the", "again", "we", "wait"), { maxLength: 30 }).map((list) => list.join(" "));

test("a text is the runs of three words in it, each once", () => {
  expect(shinglesOf("the bus is late")).toHaveLength(2);
  expect(shinglesOf("late late late late late")).toHaveLength(1);
  expect(shinglesOf("too short")).toHaveLength(0);
  expect(shinglesOf("")).toHaveLength(0);
});

test("capitals, accents and points make no other run; words parted otherwise do", () => {
  expect(shinglesOf("Y Tŷ, y stryd a’r ysgol")).toEqual(shinglesOf("y ty y stryd; A'R YSGOL"));
  expect(inBoth(shinglesOf("ab c d"), shinglesOf("a bc d"))).toBe(0);
});

test("what is known already is in no text's runs", () => {
  const known = new Set(shinglesOf("what should come first"));
  expect(shinglesOf("What should come first? Trees.", known)).toEqual(shinglesOf("What should come first? Trees.").filter((run) => !known.has(run)));
  expect(shinglesOf("what should come first", known)).toHaveLength(0);
});

test("likeness is between nothing and one, the same either way round, one for itself", () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [shinglesOf(one), shinglesOf(other)];
      const either = new Set([...a, ...b]).size;
      expect(inBoth(a, b)).toBe(a.filter((run) => b.includes(run)).length);
      expect(likeness(a, b)).toBe(either === 0 ? 0 : inBoth(a, b) / either);
      expect(likeness(b, a)).toBe(likeness(a, b));
      expect(shareWithin(a, a)).toBe(a.length === 0 ? 0 : 1);
      expect(shareWithin(a, b) * a.length).toBeCloseTo(inBoth(a, b));
    }),
  );
});

const ownWordsOf = (template: string, text: string) => additionsTo(new Set(shinglesOf(template)), text).map(({ start, end }) => text.slice(start, end));

test("what is a person's own is told where it stands, in their own letters", () => {
  const template = "Please keep the library open on Saturdays";
  expect(ownWordsOf(template, "Dear Élodie, please KEEP the library open on Saturdays! My son reads there.")).toEqual(["Dear Élodie", "My son reads there"]);
  expect(ownWordsOf(template, "Please keep the big library open on Saturdays")).toEqual(["big"]);
  expect(ownWordsOf(template, template)).toEqual([]);
  expect(ownWordsOf("", "two words")).toEqual(["two words"]);
});

test("every word is either in a run of the template or in one addition", () => {
  fc.assert(
    fc.property(words, words, (template, text) => {
      const runs = new Set(shinglesOf(template));
      const spans = additionsTo(runs, text);
      for (const [at, { start, end }] of spans.entries()) expect(start >= (spans[at - 1]?.end ?? 0) && end > start).toBe(true);
      const own = spans.flatMap(({ start, end }) => text.slice(start, end).split(" "));
      const list = text.split(" ").filter(Boolean);
      const shared = list.filter((_, at) => [at - 2, at - 1, at].some((from) => from >= 0 && from + 3 <= list.length && runs.has(shinglesOf(list.slice(from, from + 3).join(" "))[0]!)));
      expect(own.length + shared.length).toBe(list.length);
    }),
  );
});
