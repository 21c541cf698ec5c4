import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, sealingSteps, standingOfRun } from "#app/elections/sealing-run.ts";

test("what is told of a sealing only grows, from step to step and within one, and is never said to be all before it is", () => {
  const told = fc.record({ step: fc.integer({ min: 0, max: sealingSteps.length - 1 }), share: fc.double({ min: -1, max: 2, noNaN: true }) });
  fc.assert(
    fc.property(told, told, (one, other) => {
      const [first, second] = one.step < other.step || (one.step === other.step && one.share <= other.share) ? [one, other] : [other, one];
      const percent = (at: typeof one) => percentOf(sealingSteps[at.step]!, at.share);
      expect(percent(first)).toBeLessThanOrEqual(percent(second));
      expect(percent(second)).toBeLessThan(100);
      expect(percent(first)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(new Set(sealingSteps.map((step) => percentOf(step))).size).toBe(sealingSteps.length);
});

test("a sealing that has told nothing for a minute and a half was broken off, and one with a problem has stopped", () => {
  const toldAt = new Date("2026-05-01T12:00:00Z");
  const after = (seconds: number) => new Date(toldAt.getTime() + seconds * 1000);
  expect(standingOfRun({ toldAt, problem: null }, after(89))).toBe("under-way");
  expect(standingOfRun({ toldAt, problem: null }, after(90))).toBe("broken-off");
  expect(standingOfRun({ toldAt, problem: "backup" }, after(1))).toBe("stopped");
});
