// Meetings planned in advance, and what stands in the way of a date.
import fc from "fast-check";
import { expect, test } from "vitest";
import { clashesOf, datesFrom, isRhythm, placeKey, rhythms, type Planned, type Rhythm } from "#app/meetings/meeting-dates.ts";
import { addDays, addMonths, dayOf, instantAt, timeOf, weekdayOf } from "#app/shared/dates.ts";

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const everyRhythm = fc.constantFrom(...(Object.keys(rhythms) as Rhythm[]));

test("a year of second Tuesdays is on second Tuesdays, and a fifth Friday is the last of its month", () => {
  expect(datesFrom("2027-01-12", "2027-06-30", "two-monthly")).toEqual(["2027-01-12", "2027-03-09", "2027-05-11"]);
  expect(datesFrom("2027-01-29", "2027-04-30", "monthly")).toEqual(["2027-01-29", "2027-02-26", "2027-03-26", "2027-04-30"]);
  expect(datesFrom("2027-01-04", "2027-02-01", "fortnightly")).toEqual(["2027-01-04", "2027-01-18", "2027-02-01"]);
});

test("planned dates begin with the first, rise, keep its weekday and stay within the last, whatever the rhythm", () => {
  fc.assert(
    fc.property(dates, everyRhythm, fc.integer({ min: 0, max: 400 }), (first, rhythm, days) => {
      const until = addDays(first, days);
      const planned = datesFrom(first, until, rhythm);
      expect(planned[0]).toBe(first);
      expect([...planned].sort()).toEqual(planned);
      expect(new Set(planned).size).toBe(planned.length);
      for (const date of planned) {
        expect(date <= until).toBe(true);
        expect(weekdayOf(date)).toBe(weekdayOf(first));
      }
    }),
  );
});

test("a meeting of every month has one in each, in the same week of it or its last", () => {
  fc.assert(
    fc.property(dates, (first) => {
      const planned = datesFrom(first, addMonths(first, 13), "monthly").slice(0, 12);
      expect(planned.map((date) => date.slice(0, 7))).toEqual(planned.map((_, place) => addMonths(`${first.slice(0, 7)}-01`, place).slice(0, 7)));
    }),
  );
});

test("a meeting at six is at six by the clock on the wall in every season", () => {
  fc.assert(
    fc.property(dates, everyRhythm, (first, rhythm) => {
      for (const date of datesFrom(first, addMonths(first, 12), rhythm)) {
        const at = instantAt(date, "18:00");
        expect([dayOf(at), timeOf(at)]).toEqual([date, "18:00"]);
      }
    }),
  );
});

const at = (date: string, time: string) => instantAt(date, time);
const proposed = { bodyId: "board", startsAt: at("2027-05-06", "10:00"), endsAt: at("2027-05-06", "12:00"), place: "Town Hall, room 2", sitting: ["mair", "ali", "jo"] };
const other = (change: Partial<Planned>): Planned => ({
  ...{ id: "m1", bodyId: "health", bodyName: { en: "Health" }, startsAt: at("2027-05-06", "11:30"), endsAt: at("2027-05-06", "13:00") },
  ...{ place: "", sitting: [], ...change },
});
const kinds = (planned: Planned[], reserved = [] as Parameters<typeof clashesOf>[2], change: Partial<typeof proposed> = {}) => clashesOf({ ...proposed, ...change }, planned, reserved).map(({ kind }) => kind);

test("the day of local elections, bank holidays, weekends and days a partnership keeps free stand in the way", () => {
  expect(kinds([])).toEqual(["election"]);
  expect(kinds([], [], { startsAt: at("2027-05-03", "10:00"), endsAt: at("2027-05-03", "12:00") })).toEqual(["not-working"]);
  expect(kinds([], [{ name: { en: "Full council" }, startsOn: "2027-05-01", endsOn: "2027-05-06" }])).toEqual(["election", "reserved"]);
});

test("the same people or place at the same time stand in the way, the same body on the same day does at any time", () => {
  expect(clashesOf(proposed, [other({ sitting: ["ali", "jo", "sam"] })], [])).toContainEqual(expect.objectContaining({ kind: "people", count: 2 }));
  expect(kinds([other({ place: " town hall room 2 " })])).toEqual(["election", "venue"]);
  expect(kinds([other({ startsAt: at("2027-05-06", "12:00"), sitting: ["ali"], place: "Town Hall, room 2" })])).toEqual(["election"]);
  expect(kinds([other({ bodyId: "board", startsAt: at("2027-05-06", "18:00"), endsAt: at("2027-05-06", "20:00") })])).toEqual(["election", "same-body"]);
});

test("a place written twice is the same place, and none is not the same as none", () => {
  expect(placeKey("Neuadd y Dref, 2")).toBe(placeKey("neuadd y dref 2"));
  expect(kinds([other({ place: "" })], [], { place: "" })).toEqual(["election"]);
  expect([isRhythm("monthly"), isRhythm("toString"), isRhythm(null)]).toEqual([true, false, false]);
});
