import fc from "fast-check";
import { expect, test } from "vitest";
import { fillBy, fillingWays, isCasual, isFreeByAbsence, missedInARow, openedOn, presenceOf, termToFill, votesToRemove, waysToFill } from "#app/bodies/vacancy.ts";
import { bases } from "#app/bodies/seat-scheme.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";

const old = { startsOn: "2026-04-01", endsOn: "2029-03-31", endedOn: null };
const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test("whoever resigns, is removed, dies or stays away leaves a seat free; a term that is over does not", () => {
  expect(isCasual({ ...old, endedOn: "2027-01-01", endedFor: "resigned" })).toBe(true);
  expect(isCasual({ ...old, endedOn: "2027-01-01", endedFor: "replaced" })).toBe(false);
  expect(isCasual({ ...old, endedOn: old.endsOn, endedFor: "term-over" })).toBe(false);
  expect(isCasual({ ...old, endedFor: null })).toBe(false);
});

test("meetings missed in a row without an apology are counted; an apology or a substitute begins the count again", () => {
  expect(missedInARow(["missed", "missed", "missed", "came"])).toBe(3);
  expect(missedInARow(["missed", "missed", "apologised", "missed", "missed"])).toBe(2);
  expect(missedInARow(["substituted", "missed", "missed"])).toBe(0);
  expect(missedInARow([])).toBe(0);
});

test("a seat may be said to be free only after as many missed meetings as the body's own rule says", () => {
  expect([2, 3, 4].map((missed) => isFreeByAbsence(missed, { mostMissed: 3 }))).toEqual([false, true, true]);
  expect(isFreeByAbsence(12, { mostMissed: null })).toBe(false);
});

test("whoever was away after apologies is excused, and whoever came needs none", () => {
  const of = (said: string | null, came: string) => presenceOf({ said, came });
  expect([of("apologies", "absent"), of("coming", "absent"), of(null, "absent")]).toEqual(["apologised", "missed", "missed"]);
  expect([of("apologies", "here"), of(null, "online"), of(null, "substitute")]).toEqual(["came", "came", "substituted"]);
});

test("two thirds of all who may vote remove somebody, never fewer", () => {
  expect([3, 9, 10, 11].map(votesToRemove)).toEqual([2, 6, 7, 8]);
  fc.assert(fc.property(fc.nat(500), (voting) => { expect(votesToRemove(voting) * 3).toBeGreaterThanOrEqual(voting * 2); }));
});

test("the next in the election takes an elected seat within twelve months of it", () => {
  expect(waysToFill("elected", old, "2027-04-01")).toEqual(["runner-up", "by-election", "co-option"]);
  expect(waysToFill("elected", old, "2027-04-02")).toEqual(["by-election", "co-option"]);
});

test("nobody votes again for the last six months of a term", () => {
  expect(waysToFill("elected", old, "2028-09-29")).toEqual(["by-election", "co-option"]);
  expect(waysToFill("elected", old, "2028-09-30")).toEqual(["by-election", "co-option"]);
  expect(waysToFill("elected", old, "2028-10-01")).toEqual(["co-option"]);
});

test("an organisation names somebody else, an office passes on, a sector chooses again", () => {
  expect(bases.map((basis) => waysToFill(basis, old, "2027-01-01")[0])).toEqual(["nomination", "organisation", "runner-up", "organisation", "nomination", "runner-up"]);
});

test("there is a way to fill every seat whenever it becomes free, a by-election only with more than six months left, and a day by which", () => {
  fc.assert(
    fc.property(fc.constantFrom(...bases), day, fc.integer({ min: 1, max: 60 }), fc.nat(1800), (basis, startsOn, length, later) => {
      const endsOn = addDays(addMonths(startsOn, length), -1);
      const opened = addDays(startsOn, later);
      const ways = waysToFill(basis, { startsOn, endsOn }, opened);
      expect(ways.length).toBeGreaterThan(0);
      expect(ways.includes("by-election") && addMonths(opened, 6) >= endsOn).toBe(false);
      expect(ways.includes("runner-up") && opened > addMonths(startsOn, 12)).toBe(false);
      for (const way of ways) expect(fillBy(way, opened) > opened).toBe(true);
    }),
  );
});

test("whoever is elected or chosen for the rest sits for the rest; whom an organisation names sits for a term of their own", () => {
  expect(fillingWays.map((way) => termToFill(way, old))).toEqual([old.endsOn, old.endsOn, old.endsOn, null, null]);
  expect(openedOn({ ...old, endedOn: "2027-02-28" })).toBe("2027-03-01");
});
