// The order in which lots fall: by hand and from a seed.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lotsProblemInWords } from "#app/counting/in-english.ts";
import { ballotPaperOrder, lotsFromSeed, readLots, seedOf } from "#app/counting/lots.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("by hand", () => {
  test("those named come first, the others in the order of the ballot paper", () => {
    expect(readLots("3, 1", 5)).toEqual({ ok: true, value: [3, 1, 2, 4, 5] });
    expect(readLots("", 3)).toEqual({ ok: true, value: ballotPaperOrder(3) });
  });

  test.each([
    ["1,x", "the order of lots is candidates' numbers with commas between them, and “x” is none"],
    ["-1", "the order of lots is candidates' numbers with commas between them, and “-1” is none"],
    ["6", "the order of lots names candidate 6, and they are numbered 1 to 5"],
    ["0", "the order of lots names candidate 0, and they are numbered 1 to 5"],
    ["2,3,2", "the order of lots names candidate 2 twice"],
  ])("“%s” is refused", (written, expected) => {
    const read = readLots(written, 5);
    expect(read.ok ? read.value : lotsProblemInWords(read.problem)).toBe(expected);
  });
});

describe("from a seed", () => {
  test("candidates stand in the order of SHA-256 of the seed, a colon and their number", async () => {
    // sha256("dice 4 6 1:1") begins with c6b9, those of the others with b1ef, d278, 4558, c1a3
    const order = await lotsFromSeed("dice 4 6 1", 5, sha256);
    expect(order).toEqual([4, 2, 5, 1, 3]);
    expect(await lotsFromSeed("dice 4 6 1", 5, (text) => Promise.resolve(sha256(text)))).toEqual(order);
  });

  test("another seed gives another order", async () => {
    const orders = await Promise.all(["a", "b", "c", "d"].map((seed) => lotsFromSeed(seed, 12, sha256)));
    expect(new Set(orders.map(String)).size).toBe(4);
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual(ballotPaperOrder(12));
  });

  test("the seed is made of the hash of the ballots and what was drawn", async () => {
    expect(await seedOf("AB12", " dice 4 6 1 ", sha256)).toBe(sha256("ab12:dice 4 6 1"));
  });
});
