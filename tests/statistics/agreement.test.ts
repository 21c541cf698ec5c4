import fc from "fast-check";
import { expect, test } from "vitest";
import { cohenKappa, krippendorffAlpha, prevalenceOf, rawAgreement, reliabilityOf, strengthOf } from "#app/statistics/agreement.ts";
import { hasTestVectors, readTestVectors } from "#tests/support/test-vectors.ts";

test.runIf(hasTestVectors)("alpha of four coders with gaps, and alpha, kappa and raw agreement of two, are those of the reference", () => {
  const { krippendorffAlphaNominal: four, binaryCodeTwoCoders: two } = readTestVectors();
  expect(krippendorffAlpha(four.coders)).toBeCloseTo(four.alpha, 4);
  expect(krippendorffAlpha(two.coders)).toBeCloseTo(two.krippendorffAlpha, 4);
  expect(cohenKappa(...two.coders)).toBeCloseTo(two.cohenKappa, 4);
  expect(rawAgreement(two.coders)).toBeCloseTo(two.percentAgreement, 4);
});

test("what one coder alone read tells nothing of agreement", () => {
  const one = [1, 0, 1, 1, 0];
  const other = [1, 0, 0, null, null];
  expect(krippendorffAlpha([one, other])).toBe(krippendorffAlpha([one.slice(0, 3), other.slice(0, 3)]));
  expect(cohenKappa(one, other)).toBe(cohenKappa(one.slice(0, 3), other.slice(0, 3)));
  expect(rawAgreement([[1, null], [null, 0]])).toBeNull();
  expect(krippendorffAlpha([[1, null], [null, 0]])).toBeNull();
});

test("where all said the same of everything, chance and agreement cannot be told apart", () => {
  expect(krippendorffAlpha([[0, 0, 0], [0, 0, 0]])).toBeNull();
  expect(cohenKappa([0, 0, 0], [0, 0, 0])).toBeNull();
  expect(rawAgreement([[0, 0, 0], [0, 0, 0]])).toBe(1);
});

test("a rare code agrees by chance: raw agreement is high and alpha is not", () => {
  const one = Array.from({ length: 100 }, (_, unit) => (unit < 2 ? 1 : 0));
  const other = Array.from({ length: 100 }, (_, unit) => (unit > 97 ? 1 : 0));
  expect(rawAgreement([one, other])).toBe(0.96);
  expect(krippendorffAlpha([one, other])!).toBeLessThan(0);
  expect(prevalenceOf([one, other], 1)).toBe(0.02);
});

const readings = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 60 });

test("alpha is one where all agree, at most one anywhere, and does not care which coder or which unit comes first", () => {
  fc.assert(
    fc.property(readings, (pairs) => {
      const [one, other] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
      const alpha = krippendorffAlpha([one, other]);
      expect(krippendorffAlpha([other, one])).toBe(alpha);
      expect(krippendorffAlpha([one.toReversed(), other.toReversed()]) ?? 2).toBeCloseTo(alpha ?? 2, 12);
      expect(alpha ?? 1).toBeLessThanOrEqual(1);
      if (new Set(one).size > 1) expect(krippendorffAlpha([one, one])).toBe(1);
    }),
  );
});

test("thresholds are taken as reached", () => {
  expect([0.8, 0.7999, 0.667, 0.6669].map(reliabilityOf)).toEqual(["reliable", "tentative", "tentative", "unreliable"]);
  expect([0.2, 0.4, 0.6, 0.8, 0.81].map(strengthOf)).toEqual(["slight", "fair", "moderate", "substantial", "near-perfect"]);
});
