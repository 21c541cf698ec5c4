import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balanceRuleSchema, coverageOf, judgeBalance, parityOf, sectorOf, sides, type BalancedSeat } from "#app/bodies/balance.ts";
import { seatSectors, sectors, type SeatSector, type Sector } from "#app/bodies/sector.ts";

const half = balanceRuleSchema.parse({ kind: "share", sectors: sides.community, least: 50 });
const held = (sector: Sector): BalancedSeat => ({ sector, held: { sector } });
const vacant = (sector: SeatSector): BalancedSeat => ({ sector, held: null });
const times = (count: number, seat: BalancedSeat) => Array.from({ length: count }, () => seat);

const anySeats = fc.array(fc.record({ sector: fc.constantFrom(...seatSectors), held: fc.option(fc.record({ sector: fc.option(fc.constantFrom(...sectors)) })) }));

describe("the balance of a body", () => {
  test("11 of 22 is half, and 10 of 21 is not", () => {
    const judged = (community: number, others: number) => judgeBalance([half], [...times(community, held("residents")), ...times(others, held("public"))])[0];
    expect(judged(11, 11)).toMatchObject({ agreed: { count: 11, of: 22 }, isKeptAsAgreed: true });
    expect(judged(10, 11)).toMatchObject({ isKeptAsAgreed: false });
  });

  test("a scheme that keeps its promise breaks it once too many of those seats are empty", () => {
    const seats = [...times(8, held("faith")), ...times(3, vacant("faith")), ...times(11, held("public"))];
    expect(judgeBalance([half], seats)[0]).toMatchObject({ isKeptAsAgreed: true, isKeptAsHeld: false, held: { count: 8, of: 19 } });
  });

  test("a rule may promise a number of seats, and no more than so many", () => {
    const rule = balanceRuleSchema.parse({ kind: "seats", sectors: ["public"], least: 1, most: 5 });
    const isKept = (seats: number) => judgeBalance([rule], [...times(seats, held("public")), held("faith")])[0]?.isKeptAsAgreed;
    expect([0, 1, 5, 6].map(isKept)).toEqual([false, true, true, false]);
  });

  test("a seat that several sectors may fill is promised to none of them, and counts for whoever fills it", () => {
    const seat: BalancedSeat = { sector: "any", held: { sector: "residents" } };
    expect(judgeBalance([half], [seat])[0]).toMatchObject({ agreed: { count: 0, of: 1 }, held: { count: 1, of: 1 } });
    expect(sectorOf({ sector: "public-or-private" }, { sector: "public" })).toBe("public");
    expect(sectorOf({ sector: "faith" }, { sector: "public" })).toBe("faith");
    expect(sectorOf({ sector: "any" }, null)).toBeNull();
  });

  test("a body without a single seat breaks no promise", () => {
    expect(judgeBalance([half], [])[0]).toMatchObject({ isKeptAsAgreed: true, isKeptAsHeld: true });
  });

  test("the two sides and the rest are all the seats", () => {
    fc.assert(
      fc.property(anySeats, fc.constantFrom("agreed" as const, "held" as const), (seats, what) => {
        const { community, public: others, rest, of } = parityOf(seats, what);
        expect(community + others + rest).toBe(of);
        expect(Math.min(community, others, rest)).toBeGreaterThanOrEqual(0);
        expect(of).toBe(what === "agreed" ? seats.length : seats.filter((seat) => seat.held).length);
      }),
    );
  });

  test("no sector is on both sides", () => {
    const both: readonly Sector[] = [...sides.community, ...sides.public];
    expect(new Set(both).size).toBe(both.length);
  });

  test("a sector is covered where a seat is kept for it, whether or not somebody sits there", () => {
    const coverage = coverageOf([[...times(2, held("residents")), held("public")], [vacant("residents")], []]);
    expect(coverage.find(({ sector }) => sector === "residents")).toEqual({ sector: "residents", seats: 3, held: 2, bodies: 2, bodiesHeld: 1 });
    expect(coverage.find(({ sector }) => sector === "faith")).toEqual({ sector: "faith", seats: 0, held: 0, bodies: 0, bodiesHeld: 0 });
  });
});
