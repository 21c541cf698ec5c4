import { expect, test } from "vitest";
import { keptOf, type WrittenSeat } from "#app/bodies/kept-attendance.ts";
import { isSeniorEnough } from "#app/bodies/seniority.ts";

test("a promise to come is kept where somebody senior enough came to as many meetings as were promised", () => {
  const seat = (isTaken: boolean, seniority: WrittenSeat["seniority"] = null): WrittenSeat => ({ isTaken, seniority });
  const written = [seat(true, "director"), seat(true, "manager"), seat(false)];
  expect(keptOf({ share: 66, seniority: null }, written)).toEqual({ isMet: true, taken: 2, seniorEnough: 2, of: 3 });
  expect(keptOf({ share: 67, seniority: null }, written)?.isMet).toBe(false);
  expect(keptOf({ share: 66, seniority: "director" }, written)).toEqual({ isMet: false, taken: 2, seniorEnough: 1, of: 3 });
  expect([keptOf({ share: null, seniority: "manager" }, written)?.isMet, keptOf({ share: null, seniority: "director" }, written)?.isMet]).toEqual([true, false]);
  expect(keptOf({ share: 50, seniority: null }, [])).toBeNull();
});

test("whoever is more senior than was asked for is senior enough, and nobody knows is anybody", () => {
  expect([isSeniorEnough("chief-officer", "director"), isSeniorEnough("manager", "director"), isSeniorEnough(null, "manager"), isSeniorEnough(null, null)]).toEqual([true, false, false, true]);
});
