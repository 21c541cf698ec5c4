// What is read and where in it: the address, the order, and the words that were searched for.
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCoding } from "#app/analysis/coding-filter.ts";
import { Order, inOrder, isNarrowed, piecesOf, readWanted, readingAt, widened, wordsIn } from "#app/analysis/reading.ts";
import { everything } from "#app/consultations/result-filter.ts";

const idOf = (number: number) => number.toString(16).padStart(32, "0");
const orderOf = (numbers: readonly number[]) => new Order(numbers.map(idOf).join(""));
const ascending = fc.uniqueArray(fc.nat(1_000_000), { maxLength: 60 }).map((numbers) => numbers.sort((a, b) => a - b));

test("a text is found where it stands in the order, or where it would stand", () => {
  fc.assert(
    fc.property(ascending, fc.nat(1_000_000), (numbers, wanted) => {
      const { place, isIn } = orderOf(numbers).find(idOf(wanted));
      expect(place).toBe(numbers.filter((one) => one < wanted).length);
      expect(isIn).toBe(numbers.includes(wanted));
    }),
  );
});

test("a part of the order is as long as there is order", () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -5, max: 70 }), fc.integer({ min: -5, max: 70 }), (numbers, from, to) => {
      expect(orderOf(numbers).slice(from, to)).toEqual(numbers.slice(Math.max(0, from), Math.max(0, to)).map(idOf));
    }),
  );
});

test("those that are among others keep their order, and so do those that are not", () => {
  const near = fc.uniqueArray(fc.nat(40)).map((numbers) => numbers.sort((a, b) => a - b));
  const all = (order: Order) => order.slice(0, order.length);
  fc.assert(
    fc.property(near, fc.array(fc.nat(40)), (numbers, others) => {
      const [order, among] = [orderOf(numbers), inOrder(others.map(idOf))];
      expect(all(order.only(among, "in"))).toEqual(numbers.filter((number) => others.includes(number)).map(idOf));
      expect(all(order.only(among, "not-in"))).toEqual(numbers.filter((number) => !others.includes(number)).map(idOf));
    }),
  );
});

test("a text that is cut at the words that were found says what it said", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(5), (text, every) => {
      const found = new Set(wordsIn(text).filter((_, place) => place % (every + 1) === 0));
      expect(piecesOf(text, found).map((piece) => piece.text).join("")).toBe(text);
    }),
  );
  expect(piecesOf("More buses, café and buses.", new Set(["buses", "café"])).filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(["buses", "café", "buses"]);
});

test("what an address asks for stands in it again, and what it cannot mean is left out", () => {
  const wanted = readWanted(new URLSearchParams("set=2&q=%20bus%20%20stop&mark=unread&code=travel&coder=eleri&stance=other"));
  expect(wanted).toEqual({ set: 2, words: "bus stop", mark: "unread", coding: { code: "travel", coderId: "eleri", stance: null } });
  const reading = { ...wanted, filter: { ...everything, said: [{ key: ".channel", value: "letter" }] } };
  expect(readWanted(new URL(readingAt("/here", reading), "http://x").searchParams)).toEqual(wanted);
  expect(readWanted(new URLSearchParams("set=0&mark=other"))).toEqual({ set: null, words: "", mark: null, coding: anyCoding });
  expect(readWanted(new URLSearchParams("code=none&coder=eleri&stance=support")).coding).toEqual({ ...anyCoding, code: "none" });
  expect(isNarrowed(reading)).toBe(true);
  expect(isNarrowed(widened(reading))).toBe(false);
});
