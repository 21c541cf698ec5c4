import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDays, mostDays } from "#app/consultations/days.ts";
import { addDays } from "#app/shared/dates.ts";

test("a day without a response is there, with none", () => {
  const counted = [
    { date: "2026-03-01", count: 4 },
    { date: "2026-03-03", count: 1 },
  ];
  expect(lastDays(counted, "2026-02-28", "2026-03-04").days).toEqual([
    { date: "2026-02-28", count: 0 },
    { date: "2026-03-01", count: 4 },
    { date: "2026-03-02", count: 0 },
    { date: "2026-03-03", count: 1 },
    { date: "2026-03-04", count: 0 },
  ]);
});

test("responses from before it opened or after it closed, on paper for instance, are not left out", () => {
  const { days } = lastDays([{ date: "2026-01-01", count: 2 }, { date: "2026-01-09", count: 1 }], "2026-01-03", "2026-01-05");
  expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2026-01-01", "2026-01-09"]);
});

test("a chart of what came long ago ends with the last of it", () => {
  const counted = [{ date: "2013-01-01", count: 1 }, { date: "2013-09-01", count: 8 }];
  const { days, before } = lastDays(counted, "2026-01-01", "2026-06-01");
  expect([days.at(-1), days.length, before]).toEqual([{ date: "2013-09-01", count: 8 }, mostDays, 1]);
});

test("every response is either on a day shown or among those before", () => {
  const counted = fc.uniqueArray(fc.record({ date: fc.nat(2000).map((n) => addDays("2020-01-01", n)), count: fc.integer({ min: 1, max: 50 }) }), {
    selector: ({ date }) => date,
    maxLength: 30,
  });
  fc.assert(
    fc.property(counted, fc.nat(2000), fc.nat(300), (all, start, length) => {
      const from = addDays("2020-01-01", start);
      const { days, before } = lastDays(all, from, addDays(from, length));
      const total = all.reduce((sum, { count }) => sum + count, 0);
      expect(days.reduce((sum, { count }) => sum + count, before)).toBe(total);
      expect(days.length).toBeLessThanOrEqual(mostDays);
      days.slice(1).forEach((day, index) => expect(day.date).toBe(addDays(days[index]!.date, 1)));
    }),
  );
});
