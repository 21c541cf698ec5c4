import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ballot, Contest } from "#app/counting/contest.ts";
import { contestOf, type Contender } from "#app/elections/contest.ts";
import { countTwice } from "#app/elections/counted.ts";
import type { Reserve } from "#app/elections/election.ts";
import { nextOf, reservesLeft } from "#app/elections/runner-up.ts";

const group = (id: string, least: number, most: number | null = null) => ({ id, name: { en: id }, least, most });
const age = (least: number, most: number | null = null): Reserve => ({ id: "age", name: { en: "Age" }, justification: { en: "Nobody under 25 ever sat" }, groups: [group("young", least, most)] });
const stands = (number: number, isYoung = false): Contender => ({ number, groups: isYoung ? { age: "young" } : {} });

type Wanted = { rules?: "scottish" | "ers97" | "meek-nz" | "block"; seats: number; standers: readonly Contender[]; ballots: readonly Ballot[]; reserves?: readonly Reserve[]; seated: readonly number[]; gone: readonly number[]; free?: number; isDestroyed?: boolean };

function asked({ rules = "scottish", seats, standers, ballots, reserves = [], seated, gone, free = 1, isDestroyed = false }: Wanted) {
  const contest: Contest = { title: "", candidates: standers.map(({ number }) => `C${number}`), seats, withdrawn: [], ballots };
  const lots = standers.map(({ number }) => number);
  const counted = countTwice(rules, contest, { lots, reserved: contestOf({ seats, reserves }, standers).reserved });
  if (counted.kind !== "counted") throw new Error(counted.kind);
  return { elected: counted.sheet.elected, next: nextOf({ rules, seats, reserves, standers, sheet: counted.sheet, contest: isDestroyed ? { ...contest, ballots: [] } : contest, lots, seated, gone, free }) };
}

const paper = (papers: number, ...preferences: number[]): Ballot => ({ papers, preferences });
const four = [1, 2, 3, 4].map((number) => stands(number));

test("next is whom the voters of whoever left put after them, and not who came last nearest", () => {
  // 1 and 2 are elected, 3 is left last; but those who voted for 1 would have had 4
  const ballots = [paper(35, 1, 4), paper(31, 2), paper(19, 3), paper(15, 4)];
  const { elected, next } = asked({ seats: 2, standers: four, ballots, seated: [2], gone: [1] });
  expect(elected).toEqual([1, 2]);
  expect(next).toMatchObject({ kind: "next", candidate: 4, by: "count" });
  expect(asked({ seats: 2, standers: four, ballots, seated: [2], gone: [1, 4] }).next).toMatchObject({ candidate: 3 });
});

test("whoever sits keeps the seat, whoever the voters would have put before them", () => {
  // without 1 the ballots would have elected 3 and 4, and not 2 who sits
  const ballots = [paper(50, 1, 4, 3), paper(20, 3), paper(18, 2), paper(10, 4)];
  const { elected, next } = asked({ seats: 2, standers: four, ballots, seated: [2], gone: [1] });
  expect([elected.includes(1), next.kind === "next" && next.candidate]).toEqual([true, 4]);
  expect(next.kind === "next" && next.sheet?.elected.includes(2)).toBe(true);
});

test("nobody comes in who breaks a reserve, and where nobody who qualifies is left nobody does", () => {
  const standers = [stands(1, true), stands(2), stands(3), stands(4, true)];
  const ballots = [paper(40, 1), paper(35, 2), paper(20, 3), paper(5, 4)];
  const young = { seats: 2, standers, ballots, reserves: [age(1)], seated: [2] };
  expect(asked({ ...young, gone: [1] }).next).toMatchObject({ candidate: 4 });
  expect(asked({ ...young, gone: [1], isDestroyed: true }).next).toMatchObject({ candidate: 4, by: "sheet" });
  expect(asked({ ...young, gone: [1, 4] }).next).toEqual({ kind: "nobody", why: "reserve" });
  expect(asked({ ...young, gone: [1, 4], isDestroyed: true }).next).toEqual({ kind: "nobody", why: "reserve" });
  // at most one of them: who left was not one, and the one who sits is
  const atMost = { seats: 2, standers, ballots, reserves: [age(0, 1)], seated: [1], gone: [2] };
  expect(asked(atMost).next).toMatchObject({ candidate: 3 });
});

test("once the ballots are destroyed the last who was left or excluded comes first", () => {
  const ballots = [paper(35, 1, 4), paper(31, 2), paper(19, 3), paper(15, 4)];
  expect(asked({ seats: 2, standers: four, ballots, seated: [2], gone: [1], isDestroyed: true }).next).toEqual({ kind: "next", candidate: 3, by: "sheet", sheet: null });
});

test("where everybody has a seat, left one or declined one, nobody is left; where nobody voted there is no next", () => {
  const ballots = [paper(4, 1), paper(3, 2), paper(2, 3), paper(1, 4)];
  expect(asked({ seats: 2, standers: four, ballots, seated: [2, 3, 4], gone: [1] }).next).toEqual({ kind: "nobody", why: "nobody-left" });
  expect(nextOf({ rules: "scottish", seats: 2, reserves: [], standers: four, sheet: null, contest: { title: "", candidates: [], seats: 2, withdrawn: [], ballots: [] }, lots: [], seated: [2], gone: [1], free: 1 })).toEqual({ kind: "nobody", why: "uncontested" });
});

test("by whatever rules: next is neither seated nor gone, all who sit stay, and every reserve is kept", () => {
  const many = 6;
  const ballot = fc.record({ papers: fc.integer({ min: 1, max: 20 }), preferences: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }) });
  fc.assert(
    fc.property(
      fc.record({ rules: fc.constantFrom("scottish", "ers97", "meek-nz", "block"), seats: fc.integer({ min: 1, max: 4 }), ballots: fc.array(ballot, { minLength: 1, maxLength: 12 }), young: fc.subarray([1, 2, 3, 4, 5, 6]), left: fc.nat(3), isDestroyed: fc.boolean() }),
      ({ rules, seats, ballots, young, left, isDestroyed }) => {
        const reserves = [age(Math.min(1, young.length))];
        const standers = Array.from({ length: many }, (_, index) => stands(index + 1, young.includes(index + 1)));
        const counting = rules === "block" ? ballots.map((one) => ({ ...one, preferences: one.preferences.slice(0, seats) })) : ballots;
        const { elected } = asked({ rules: rules as Wanted["rules"] & string, seats, standers, ballots: counting, reserves, seated: [], gone: [] });
        const gone = [elected[left % elected.length]!];
        const seated = elected.filter((one) => !gone.includes(one));
        const { next } = asked({ rules: rules as Wanted["rules"] & string, seats, standers, ballots: counting, reserves, seated, gone, isDestroyed });
        if (next.kind === "nobody") {
          expect(next.why).toBe("reserve");
          expect([...seated, ...young].some((one) => young.includes(one) && !gone.includes(one))).toBe(false);
          return;
        }
        expect([...seated, ...gone]).not.toContain(next.candidate);
        const sitting = [...seated, next.candidate];
        if (young.length > 0) expect(sitting.some((one) => young.includes(one))).toBe(true);
        if (next.sheet) expect(next.sheet.elected.toSorted()).toEqual(sitting.toSorted());
      },
    ),
    { numRuns: 150 },
  );
});

test("a by-election keeps what is not kept by those who sit, and no more than its places", () => {
  expect(reservesLeft([age(1)], [stands(2)], 1)).toEqual([age(1)]);
  expect(reservesLeft([age(1)], [stands(4, true)], 1)).toEqual([]);
  expect(reservesLeft([age(3)], [stands(4, true)], 1)).toEqual([age(1)]);
  expect(reservesLeft([age(0, 1)], [stands(4, true)], 1)).toEqual([age(0, 0)]);
  expect(reservesLeft([age(0, 2)], [stands(4, true)], 1)).toEqual([]);
});
