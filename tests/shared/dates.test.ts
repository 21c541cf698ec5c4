import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, endOfDay, instantAt, startOfDay, timeOf } from "#app/shared/dates.ts";

const anyDate = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days in Europe/London", () => {
  it("a day in winter begins at midnight UTC, one in summer an hour before", () => {
    expect(startOfDay("2026-01-15").toISOString()).toBe("2026-01-15T00:00:00.000Z");
    expect(startOfDay("2026-07-15").toISOString()).toBe("2026-07-14T23:00:00.000Z");
  });

  it("the day the clocks go forward has 23 hours and the day they go back has 25", () => {
    const hours = (date: string) => (endOfDay(date).getTime() - startOfDay(date).getTime()) / 3_600_000;
    expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-06-01")]).toEqual([23, 25, 24]);
  });

  it("every instant from the start of a day until its end belongs to that day and no other does", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayOf(startOfDay(date))).toBe(date);
        expect(dayOf(new Date(endOfDay(date).getTime() - 1))).toBe(date);
        expect(dayOf(new Date(startOfDay(date).getTime() - 1))).toBe(addDays(date, -1));
        expect(dayOf(endOfDay(date))).toBe(addDays(date, 1));
      }),
    );
  });

  it("a time of day is the time its people's clocks show, in winter and in summer", () => {
    expect(instantAt("2026-03-03", "23:59").toISOString()).toBe("2026-03-03T23:59:00.000Z");
    expect(instantAt("2026-07-03", "23:59").toISOString()).toBe("2026-07-03T22:59:00.000Z");
    expect(instantAt("2026-07-03", "00:00").toISOString()).toBe("2026-07-02T23:00:00.000Z");
  });

  it("an hour the clocks leave out is an hour later, and one they repeat is meant the first time", () => {
    expect(instantAt("2026-03-29", "01:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(instantAt("2026-10-25", "01:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("every date and time there is comes back as it was given", () => {
    const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    fc.assert(
      fc.property(anyDate, anyTime, (date, time) => {
        const instant = instantAt(date, time);
        const leftOut = timeOf(instant) !== time;
        expect(dayOf(instant)).toBe(date);
        // Summer time lasted from 1968 to 1971 without a change, so that only the hour from one to three is ever left out.
        if (leftOut) expect(time >= "01:00" && time < "03:00").toBe(true);
      }),
    );
  });
});
