import fc from "fast-check";
import { expect, test } from "vitest";
import { apportioned, handOut, inDrawnOrder, sampleSize } from "#app/analysis/sample.ts";

test("ten of a hundred are drawn, no fewer than fifty, and not more than there are", () => {
  expect([20, 50, 300, 501, 4000].map((texts) => sampleSize(texts))).toEqual([20, 50, 50, 51, 400]);
  expect(sampleSize(300, { share: 25, least: 10 })).toBe(75);
});

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 200 });

test("a seed draws the same sample whatever order the texts come in, and each text once", () => {
  fc.assert(
    fc.property(ids, fc.string(), (texts, seed) => {
      const drawn = inDrawnOrder(texts, seed);
      expect(inDrawnOrder(texts.toReversed(), seed)).toEqual(drawn);
      expect([...drawn].sort()).toEqual([...texts].sort());
    }),
  );
});

test("every text is as likely to be drawn as any other", () => {
  const texts = Array.from({ length: 100 }, (_, at) => `text-${at}`);
  const times = new Map(texts.map((id) => [id, 0]));
  for (let seed = 0; seed < 2000; seed += 1) for (const id of inDrawnOrder(texts, `seed ${seed}`).slice(0, 10)) times.set(id, times.get(id)! + 1);
  // 200 times each, give or take five standard deviations of a binomial
  for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(5 * Math.sqrt(200 * 0.9));
});

test("work is handed out by parts, all of it, and nobody gets two more than their part", () => {
  fc.assert(
    fc.property(ids, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }), (texts, parts) => {
      const shares = parts.map((count, at) => ({ coderId: `coder ${at}`, parts: count }));
      const all = parts.reduce((sum, count) => sum + count, 0);
      const given = handOut(texts, shares, "seed");
      expect([...given.values()].flat().sort()).toEqual(all === 0 ? [] : [...texts].sort());
      for (const { coderId, parts: own } of shares) if (all > 0) expect(Math.abs(given.get(coderId)!.length - (texts.length * own) / all)).toBeLessThan(2);
    }),
  );
});

test("nobody gets a text that they may not take, and what nobody may take is not handed out", () => {
  fc.assert(
    fc.property(ids, fc.array(fc.constantFrom("ann", "ben", "cai"), { maxLength: 200 }), (texts, readers) => {
      const reader = new Map(texts.map((id, at) => [id, readers[at] ?? "ann"]));
      const shares = [{ coderId: "ann", parts: 1 }, { coderId: "ben", parts: 3 }];
      const given = handOut(texts, shares, "seed", (coderId, id) => reader.get(id) !== coderId);
      expect([...given.values()].flat().sort()).toEqual([...texts].sort());
      for (const [coderId, own] of given) expect(own.filter((id) => reader.get(id) === coderId)).toEqual([]);
      expect([...handOut(texts, [{ coderId: "ann", parts: 1 }], "seed", () => false).values()].flat()).toEqual([]);
    }),
  );
});

test("each question has its share of a sample, to the nearest text, and all together are as many as are wanted", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { maxLength: 8 }), fc.nat({ max: 6000 }), (counts, size) => {
      const texts = new Map(counts.map((count, at) => [`question ${at}`, count]));
      const all = counts.reduce((sum, count) => sum + count, 0);
      const drawn = apportioned(texts, size);
      expect([...drawn.values()].reduce((sum, count) => sum + count, 0)).toBe(Math.min(size, all));
      for (const [question, count] of texts) {
        expect(drawn.get(question)).toBeLessThanOrEqual(count);
        if (all > 0) expect(Math.abs(drawn.get(question)! - (count * Math.min(size, all)) / all)).toBeLessThan(1);
      }
    }),
  );
});
