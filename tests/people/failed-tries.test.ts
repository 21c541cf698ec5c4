import fc from "fast-check";
import { expect, test } from "vitest";
import { countTry, minutesUntil, type Tries } from "#app/people/failed-tries.ts";

const start = new Date("2026-05-04T09:00:00Z");
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

/** The seconds to wait after each of so many tries, each made as soon as it may be. */
function waits(many: number): number[] {
  let tries: Tries | null = null;
  let now = start;
  return Array.from({ length: many }, () => {
    tries = countTry(tries, now)!;
    const wait = (tries.nextAt.getTime() - now.getTime()) / 1000;
    now = tries.nextAt;
    return wait;
  });
}

test("four tries are free, then each takes twice as long, and none ever more than an hour", () => {
  expect(waits(14)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test("guessing a whole day gives fewer than forty tries, so that nobody is locked out and nobody gets in by guessing", () => {
  const many = waits(40).reduce<number[]>((at, wait) => [...at, (at.at(-1) ?? 0) + wait], []);
  expect(many.filter((seconds) => seconds < 86_400).length).toBeLessThan(40);
});

test("a try within the wait is not looked at and does not lengthen it", () => {
  const tries = { failures: 5, lastAt: start, nextAt: later(start, 30) };
  expect(countTry(tries, later(start, 29))).toBeNull();
  expect(countTry(tries, later(start, 30))).toMatchObject({ failures: 6, nextAt: later(start, 90) });
});

test("a day after the last they are forgotten", () => {
  const tries = { failures: 12, lastAt: start, nextAt: later(start, 3600) };
  expect(countTry(tries, later(start, 86_399))?.failures).toBe(13);
  expect(countTry(tries, later(start, 86_400))?.failures).toBe(1);
});

test("however the tries fall, the next may be made within the hour", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4000 })), (gaps) => {
      let tries: Tries | null = null;
      let now = start;
      for (const gap of gaps) {
        now = later(now, gap);
        tries = countTry(tries, now) ?? tries;
        expect((tries?.nextAt.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(3_600_000);
      }
    }),
  );
});

test("a wait is told in whole minutes, one at least", () => {
  expect([minutesUntil(later(start, 1), start), minutesUntil(later(start, 60), start), minutesUntil(later(start, 61), start)]).toEqual([1, 1, 2]);
});
