import { expect, test } from "vitest";
import { agreementOn, differingIn, type Reading } from "#app/analysis/agreement.ts";
import { hasTestVectors, readTestVectors } from "#tests/support/test-vectors.ts";

const read = (coderId: string, given: Record<string, string[]>): Reading[] => Object.entries(given).map(([textId, codeIds]) => ({ textId, coderId, codeIds }));

test.runIf(hasTestVectors)("two coders of one code come to the reference’s alpha, kappa and raw agreement", () => {
  const { coders, cohenKappa, krippendorffAlpha, percentAgreement } = readTestVectors().binaryCodeTwoCoders;
  const readings = coders.flatMap((said, coder) => said.map((carries, text) => ({ textId: `t${text}`, coderId: `c${coder}`, codeIds: carries ? ["parking"] : [] })));
  const agreement = agreementOn(readings, ["parking"]);
  expect(agreement).toMatchObject({ texts: 12, coders: 2, reliability: "tentative", prevalence: 12 / 24 });
  expect(agreement.alpha).toBeCloseTo(krippendorffAlpha, 4);
  expect(agreement.kappa).toBeCloseTo(cohenKappa, 4);
  expect(agreement.raw).toBeCloseTo(percentAgreement, 4);
});

test("texts that one person alone has coded count for nothing", () => {
  const both = [...read("ann", { a: ["x"], b: [], c: ["x"] }), ...read("ben", { a: ["x"], b: ["x"], c: ["x"] })];
  const more = [...both, ...read("ann", { d: ["x"], e: [] }), ...read("cai", { f: ["x"] })];
  expect(agreementOn(more, ["x"])).toEqual(agreementOn(both, ["x"]));
  expect(agreementOn(read("ann", { a: ["x"] }), ["x"])).toMatchObject({ texts: 0, raw: null, alpha: null, kappa: null, reliability: null });
});

test("each text and code is one decision when all codes are taken together, and the order of readings does not matter", () => {
  const readings = [...read("ann", { a: ["x", "y"], b: ["y"] }), ...read("ben", { a: ["x"], b: ["y"] })];
  expect(agreementOn(readings, ["x", "y"])).toMatchObject({ texts: 2, raw: 3 / 4 });
  expect(agreementOn(readings.toReversed(), ["x", "y"])).toEqual(agreementOn(readings, ["x", "y"]));
  expect(agreementOn(readings, ["x"])).toMatchObject({ raw: 1, alpha: 1, reliability: "reliable" });
});

test("three coders have an alpha and no kappa", () => {
  const readings = ["ann", "ben", "cai"].flatMap((coder) => read(coder, { a: ["x"], b: [], c: coder === "cai" ? ["x"] : [] }));
  const { kappa, alpha, coders } = agreementOn(readings, ["x"]);
  expect([coders, kappa]).toEqual([3, null]);
  expect(alpha).toBeGreaterThan(0.4);
});

test("what somebody has to settle are the texts and codes in which they differ", () => {
  const readings = [...read("ann", { b: ["x", "y"], a: ["x"], c: [] }), ...read("ben", { b: ["y"], a: ["x"], c: ["y"] })];
  expect(differingIn(readings, ["x", "y", "z"])).toEqual([{ textId: "b", codeIds: ["x"] }, { textId: "c", codeIds: ["y"] }]);
});
