import fc from "fast-check";
import { expect, test } from "vitest";
import { checkScheme, filledOf, nextSeat, placesOf, seatsBySector, seatsOfLine, seatsOfScheme, type Holder, type SeatLine, type SeatScheme } from "#app/bodies/seat-scheme.ts";

function line(id: string, count: number | null, more: Partial<SeatLine> = {}): SeatLine {
  return { id, count, withinId: null, sector: "public", basis: "fixed", countMost: null, poolSize: null, reserves: [], ...more };
}

const scheme = (lines: SeatLine[], totalLeast: number | null = null, totalMost = totalLeast): SeatScheme => ({ lines, totalLeast, totalMost });
const states = (of: SeatScheme, holders: Holder[] = []) => placesOf(of, holders).map(({ line: { id }, seat, state }) => `${id}${seat} ${state}`);

const remaining = scheme([line("standing", 2), line("elected", 6, { basis: "elected" }), line("rest", null)], 12, 17);
const gap = line("gap", 0, { countMost: 5, basis: "diversity-gap", sector: "any" });
const within = scheme([line("fixed", 11), line("crime", null, { withinId: "fixed", reserves: [{ least: 1 }] }), gap], 11, 16);

test("seats of which no number is said are what the other lines leave of the number agreed in all", () => {
  expect(seatsOfLine(remaining, remaining.lines[2]!)).toEqual({ least: 4, most: 9 });
  expect(seatsOfScheme(remaining)).toEqual({ least: 12, most: 17 });
});

test("where nobody said how many there are in all, nobody knows how many are left", () => {
  const open = scheme([line("voluntary", 3), line("others", null)]);
  expect(seatsOfLine(open, open.lines[1]!)).toEqual({ least: 0, most: null });
  expect(seatsOfScheme(open)).toEqual({ least: 3, most: null });
});

test("seats within a line are seats of that line, and one at least where one is reserved", () => {
  expect(seatsOfScheme(within)).toEqual({ least: 11, most: 16 });
  expect(seatsOfLine(within, within.lines[1]!)).toEqual({ least: 1, most: 11 });
  expect(states(within).filter((state) => state.startsWith("crime"))).toEqual(["crime1 vacant"]);
  expect(placesOf(within, [])).toHaveLength(16);
});

test("a seat that may be filled afterwards is no vacancy", () => {
  expect(filledOf(within, [])).toEqual({ held: 0, vacant: 11, range: { least: 11, most: 16 } });
  expect(filledOf(within, [{ lineId: "gap", seat: 1 }])).toMatchObject({ held: 1, vacant: 11 });
});

test("whoever holds a seat within a line leaves one fewer for the rest of it", () => {
  const holders = [1, 2, 3].map((seat) => ({ lineId: "crime", seat }));
  const of = (id: string) => placesOf(within, holders).filter((place) => place.line.id === id);
  expect([of("crime").length, of("fixed").length]).toEqual([3, 8]);
});

test("the seat that became free in the middle is the one that is to be filled", () => {
  const three = scheme([line("a", 3)]);
  const holders = [1, 3].map((seat) => ({ lineId: "a", seat }));
  expect(states(three, holders)).toEqual(["a1 held", "a2 vacant", "a3 held"]);
  expect(nextSeat(three, three.lines[0]!, holders)).toBe(2);
  expect(nextSeat(three, three.lines[0]!, [...holders, { lineId: "a", seat: 2 }])).toBeNull();
});

test("a pool takes more people than it fills seats, and none beyond its size", () => {
  const pool = scheme([line("pool", 8, { basis: "pool", poolSize: 15 })]);
  const people = (count: number) => Array.from({ length: count }, (_, index) => ({ lineId: "pool", seat: index + 1 }));
  expect(filledOf(pool, people(6))).toMatchObject({ held: 6, vacant: 2 });
  expect(filledOf(pool, people(14))).toMatchObject({ held: 8, vacant: 0, range: { least: 8, most: 8 } });
  expect(nextSeat(pool, pool.lines[0]!, people(14))).toBe(15);
  expect(nextSeat(pool, pool.lines[0]!, people(15))).toBeNull();
});

test("seats are told by the sectors they are kept for, lines for the same sectors together", () => {
  const mixed = scheme([line("a", 2), line("b", 1, { sector: "faith" }), line("c", 3), line("d", 4, { sector: "public-or-private" })]);
  expect(seatsBySector(mixed)).toEqual([
    { sector: "public", range: { least: 5, most: 5 } },
    { sector: "faith", range: { least: 1, most: 1 } },
    { sector: "public-or-private", range: { least: 4, most: 4 } },
  ]);
});

test("a scheme that does not add up says where", () => {
  const codes = (of: SeatScheme) => checkScheme(of).map(({ code }) => code);
  expect([remaining, within].flatMap(codes)).toEqual([]);
  expect(codes(scheme([]))).toEqual(["no-lines"]);
  expect(codes(scheme([line("a", null), line("b", null)], 5))).toEqual(["two-remainders"]);
  expect(codes(scheme([line("a", 6)], 5))).toEqual(["more-than-total"]);
  expect(codes(scheme([line("a", 3, { countMost: 4 })], 5, 7))).toEqual(["fewer-than-total"]);
  expect(codes(scheme([line("a", 3), line("b", 4, { withinId: "a" })]))).toEqual(["more-within"]);
  expect(codes(scheme([line("a", 1, { reserves: [{ least: 2 }] })]))).toEqual(["reserve-too-big"]);
});

const someLines = fc.array(fc.record({ count: fc.nat(8), up: fc.option(fc.nat(5), { nil: null }), held: fc.uniqueArray(fc.integer({ min: 1, max: 8 })) }), { minLength: 1, maxLength: 6 });

test("whatever the scheme and whoever sits, every seat is there once: held, to be filled or open, and as many as the scheme has", () => {
  fc.assert(
    fc.property(someLines, fc.boolean(), (drawn, hasRest) => {
      const lines = drawn.map(({ count, up }, index) => line(`l${index}`, count, { countMost: up === null ? null : count + up }));
      const total = drawn.reduce((sum, { count, up }) => sum + count + (up ?? 0), 0) + 4;
      const whole = hasRest ? scheme([...lines, line("rest", null)], total) : scheme(lines);
      const holders = drawn.flatMap(({ count, up, held }, index) => held.filter((seat) => seat <= count + (up ?? 0)).map((seat) => ({ lineId: `l${index}`, seat })));
      const places = placesOf(whole, holders);
      const range = seatsOfScheme(whole);
      expect(new Set(places.map((place) => `${place.line.id} ${place.seat}`)).size).toBe(places.length);
      expect(places.filter(({ state }) => state === "held")).toHaveLength(holders.length);
      const perLine = whole.lines.map((one) => seatsOfLine(whole, one).most ?? 0).reduce((sum, most) => sum + most, 0);
      expect(places).toHaveLength(perLine);
      expect(range.least).toBeLessThanOrEqual(range.most ?? Infinity);
      for (const one of whole.lines) {
        const { least } = seatsOfLine(whole, one);
        const of = places.filter((place) => place.line.id === one.id);
        expect(of.filter(({ state }) => state !== "open").length).toBeGreaterThanOrEqual(least);
        const next = nextSeat(whole, one, holders);
        expect(next !== null).toBe(of.some(({ state }) => state !== "held"));
      }
    }),
  );
});
