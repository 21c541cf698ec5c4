// The figures to be reproduced, which lie beside the checkout; what needs them is skipped, saying so, where they are absent.
import { readFileSync } from "node:fs";
import { sharedFile } from "./shared-files.ts";

const file = sharedFile("reference/test-vectors.json");

export const hasTestVectors = file !== null;

type Vectors = {
  wilson95: { x: number; n: number; p_lo_hi: [number, number, number] }[];
  krippendorffAlphaNominal: { coders: (number | null)[][]; alpha: number };
  binaryCodeTwoCoders: { coders: [number[], number[]]; percentAgreement: number; cohenKappa: number; krippendorffAlpha: number };
  raking: {
    cells: { age: string; sex: string; n: number; weight: number }[];
    targets: Record<"age" | "sex", Record<string, number>>;
    iterations: number;
    kishEffectiveN: number;
  };
};

export function readTestVectors(): Vectors {
  return JSON.parse(readFileSync(file!, "utf8")) as Vectors;
}
