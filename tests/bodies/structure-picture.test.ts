import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOf, seatsInARow, treeOf, type Branch } from "#app/bodies/structure-picture.ts";

const body = (id: string, parentId: string | null, position = 0) => ({ id, parentId, position });
const told = (branches: readonly Branch<{ id: string }>[]): string => branches.map(({ body, below }) => (below.length === 0 ? body.id : `${body.id}(${told(below)})`)).join(" ");

const anyId = fc.constantFrom("a", "b", "c", "d", "e", "f");
const anyBodies = fc.uniqueArray(fc.record({ id: anyId, parentId: fc.option(anyId), position: fc.nat(3) }), { selector: ({ id }) => id });
const anyCounts = fc.record({ held: fc.nat(60), vacant: fc.nat(60), open: fc.nat(9) });

describe("the tree of bodies", () => {
  test("each stands under the one it belongs to, in its order", () => {
    const bodies = [body("health", "executive", 2), body("executive", "assembly"), body("assembly", null), body("crime", "executive", 1)];
    expect(told(treeOf(bodies))).toBe("assembly(executive(crime health))");
    expect(treeOf(bodies)[0]?.below[0]?.below[0]?.depth).toBe(2);
  });

  test("one whose parent is not shown stands at the top", () => {
    expect(told(treeOf([body("crime", "gone"), body("assembly", null)]))).toBe("assembly crime");
  });

  test("draws every body once, whatever circle the records run in", () => {
    fc.assert(
      fc.property(anyBodies, (bodies) => {
        const drawn = (branches: readonly Branch<{ id: string }>[]): string[] => branches.flatMap(({ body, below }) => [body.id, ...drawn(below)]);
        expect(drawn(treeOf(bodies)).sort()).toEqual(bodies.map(({ id }) => id).sort());
      }),
    );
  });
});

describe("the seats of a body", () => {
  test("are drawn one by one, those held first, and none over another or outside", () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom("ltr" as const, "rtl" as const), (counts, direction) => {
        const { width, height, size, seats } = gridOf(counts, direction);
        expect(seats.map(({ state }) => state).join()).toBe([...Array(counts.held).fill("held"), ...Array(counts.vacant).fill("vacant"), ...Array(counts.open).fill("open")].join());
        expect(new Set(seats.map(({ x, y }) => `${x} ${y}`)).size).toBe(seats.length);
        expect(seats.every(({ x, y }) => x >= 0 && y >= 0 && x + size <= width && y + size <= height)).toBe(true);
      }),
    );
  });

  test("begin on the right where one reads from there", () => {
    const [left, right] = [gridOf({ held: 3, vacant: 0, open: 0 }), gridOf({ held: 3, vacant: 0, "open": 0 }, "rtl")];
    expect(right.seats.map(({ x }) => x)).toEqual(left.seats.map(({ x }) => x).reverse());
  });

  test("of a big body fit a narrow screen", () => {
    expect(gridOf({ held: 41, vacant: 0, open: 0 }).width).toBeLessThan(180);
    expect(gridOf({ held: seatsInARow + 1, vacant: 0, open: 0 }).seats.at(-1)).toMatchObject({ x: 0, y: 18 });
  });

  test("of a body without any are nothing", () => {
    expect(gridOf({ held: 0, vacant: 0, open: 0 })).toMatchObject({ width: 0, height: 0, seats: [] });
  });
});
