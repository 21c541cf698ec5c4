import fc from "fast-check";
import { expect, test } from "vitest";
import type { SeatLine, SeatScheme } from "#app/bodies/seat-scheme.ts";
import { termEndsOn } from "#app/bodies/term.ts";
import { mostTurns, proposedEnd, turnEndsOn, turnOf, turnsAhead } from "#app/bodies/turn.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";

const line = (id: string, count: number, basis: SeatLine["basis"] = "elected") => ({ id, withinId: null, sector: "residents" as const, basis, count, countMost: null, poolSize: null, reserves: [], termInMonths: 36 });
const schemeOf = <Line extends SeatLine>(lines: Line[]): SeatScheme<Line> => ({ totalLeast: null, totalMost: null, lines });

const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anchor = fc.record({ year: fc.integer({ min: 1990, max: 2080 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) }).map(({ year, month, date }) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const turning = fc.record({ turns: fc.integer({ min: 2, max: mostTurns }), from: anchor });
const months = fc.integer({ min: 6, max: 72 });

test("of nine seats with terms of three years a third ends each year, the first of them after one", () => {
  const turns = { turns: 3, from: "2026-10-01" };
  const scheme = schemeOf([line("a", 4), line("fixed", 2, "fixed"), line("b", 5)]);
  expect(turnsAhead(scheme, [], turns, "2026-10-01").map(({ endsOn, seats }) => [endsOn, seats.length])).toEqual([
    ["2027-09-30", 3],
    ["2028-09-30", 3],
    ["2029-09-30", 3],
  ]);
  expect([1, 2, 3, 4].map((seat) => turnOf(scheme, scheme.lines[0]!, seat, turns))).toEqual([0, 1, 2, 0]);
  expect(turnOf(scheme, scheme.lines[2]!, 1, turns), "the next line goes on where the one before ended").toBe(1);
  expect(turnOf(scheme, scheme.lines[1]!, 1, turns), "seats that nobody is elected to take no turns").toBeNull();
  expect(proposedEnd(scheme, scheme.lines[1]!, 1, turns, "2026-10-01")).toBe("2029-09-30");
});

test("whoever begins in the middle of a turn sits for what is left of it", () => {
  const turns = { turns: 3, from: "2026-10-01" };
  expect(turnEndsOn(turns, 1, 36, "2027-03-15")).toBe("2027-09-30");
  expect(turnEndsOn(turns, 1, 36, "2027-09-30")).toBe("2027-09-30");
  expect(turnEndsOn(turns, 1, 36, "2027-10-01")).toBe("2030-09-30");
  expect(turnEndsOn(turns, 0, 36, "2020-01-01"), "before the day they are counted from, too").toBe("2020-09-30");
});

test("on whatever day it begins, a term by turns ends on that day or later, and no later than a whole term would", () => {
  fc.assert(
    fc.property(turning, months, fc.nat(5), day, (turns, termInMonths, turn, startsOn) => {
      const endsOn = turnEndsOn(turns, turn % turns.turns, termInMonths, startsOn);
      expect(endsOn >= startsOn).toBe(true);
      expect(endsOn <= termEndsOn(startsOn, termInMonths)).toBe(true);
    }),
  );
});

test("the terms of one turn follow on each other for ever, each a whole term", () => {
  fc.assert(
    fc.property(turning, months, fc.nat(5), day, (turns, termInMonths, turn, startsOn) => {
      const end = (from: string) => turnEndsOn(turns, turn % turns.turns, termInMonths, from);
      const [first, second] = [end(startsOn), end(addDays(end(startsOn), 1))];
      expect(second).toBe(termEndsOn(addDays(first, 1), termInMonths));
      expect(end(first), "each day of a term has the same end").toBe(first);
    }),
  );
});

test("within any one term every turn ends once, at even distances", () => {
  fc.assert(
    fc.property(turning, months, day, (turns, termInMonths, today) => {
      const ends = Array.from({ length: turns.turns }, (_, turn) => turnEndsOn(turns, turn, termInMonths, today)).sort();
      expect(new Set(ends).size).toBe(turns.turns);
      const step = termInMonths / turns.turns;
      const around = [...ends, turnEndsOn(turns, 0, termInMonths, addDays(ends.at(-1)!, 1))];
      for (const [index, end] of ends.entries()) {
        const next = index === ends.length - 1 ? addDays(addMonths(addDays(ends[0]!, 1), termInMonths), -1) : around[index + 1]!;
        expect(next >= addDays(addMonths(addDays(end, 1), Math.floor(step)), -1)).toBe(true);
        expect(next <= addDays(addMonths(addDays(end, 1), Math.ceil(step)), -1)).toBe(true);
      }
    }),
  );
});

test("however many seats there are in however many lines, each ends with one turn, and no turn has two more than another", () => {
  const lines = fc.array(fc.record({ count: fc.integer({ min: 0, max: 9 }), isElected: fc.boolean() }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(turning, lines, day, (turns, counts, today) => {
      const scheme = schemeOf(counts.map(({ count, isElected }, index) => line(String(index), count, isElected ? "elected" : "fixed")));
      const elected = counts.reduce((sum, { count, isElected }) => sum + (isElected ? count : 0), 0);
      const sizes = turnsAhead(scheme, [], turns, today).map(({ seats }) => seats.length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(elected);
      if (elected >= turns.turns) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(sizes).toHaveLength(Math.min(elected, turns.turns));
    }),
  );
});

test("who sits on a day stands with the turn in which their term ends; a seat that somebody left is nobody's", () => {
  const scheme = schemeOf([line("a", 2)]);
  const held = (seat: number, endedOn: string | null) => ({ lineId: "a", seat, startsOn: "2026-10-01", endsOn: "2029-09-30", endedOn, name: `Seat ${seat}` });
  const ahead = turnsAhead(scheme, [held(1, "2026-12-01"), held(2, null)], { turns: 2, from: "2026-10-01" }, "2027-01-10");
  expect(ahead.map(({ endsOn, seats }) => [endsOn, seats.map(({ sitter }) => sitter?.name ?? null)])).toEqual([
    ["2029-09-30", [null]],
    ["2031-03-31", ["Seat 2"]],
  ]);
});
