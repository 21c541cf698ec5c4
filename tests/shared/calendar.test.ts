// Calendars as files and feeds: what we write, a calendar library reads.
import fc from "fast-check";
import ical from "ical.js";
import { expect, test } from "vitest";
import { calendarOf, folded } from "#app/shared/calendar.ts";

const madeAt = new Date("2026-11-22T09:00:00Z");
const event = {
  ...{ id: "abc", title: "Sgwrs; te, coffi", about: "Dewch\nunrhyw bryd", place: "Neuadd", address: "https://folkmoot.example/cy/marlshire" },
  ...{ startsAt: new Date("2027-07-03T13:00:00Z"), endsAt: new Date("2027-07-03T16:30:00Z"), isCancelled: false },
};
const calendar = { language: "cy" as const, events: [event], madeAt };

/** What a calendar library makes of it. */
function readBack(file: string) {
  const component = new ical.Component(ical.parse(file));
  const events = component.getAllSubcomponents("vevent").map((one) => {
    const read = new ical.Event(one);
    const text = (name: string) => one.getFirstPropertyValue(name)?.toString() ?? "";
    return {
      ...{ id: read.uid, title: read.summary, about: read.description ?? "", place: read.location ?? "", address: text("url") },
      ...{ startsAt: read.startDate.toJSDate(), endsAt: read.endDate.toJSDate(), isCancelled: text("status") === "CANCELLED" },
    };
  });
  return { name: component.getFirstPropertyValue("name")?.toString(), events };
}

test("a calendar program is told when and where in Coordinated Universal Time, with what it would misread marked", () => {
  const file = calendarOf(calendar);
  expect(file).toContain("DTSTART:20270703T130000Z\r\nDTEND:20270703T163000Z\r\n");
  expect(file).toContain("SUMMARY;LANGUAGE=cy:Sgwrs\\; te\\, coffi\r\n");
  expect(file).toContain("DESCRIPTION;LANGUAGE=cy:Dewch\\nunrhyw bryd\r\n");
  expect(calendarOf({ ...calendar, events: [{ ...event, isCancelled: true }] })).toContain("STATUS:CANCELLED");
});

test("no line of a calendar is longer than 75 octets, whatever it says, and unfolded it says the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (words) => {
      const line = `SUMMARY:${words.replace(/\p{Cc}/gu, "")}`;
      for (const part of folded(line).split("\r\n")) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      expect(folded(line).replaceAll("\r\n ", "")).toBe(line);
    }),
  );
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }).map((text) => text.replace(/\p{Cc}/gu, "").trim() || "x");
const instants = fc.integer({ min: 1_100_000_000, max: 2_100_000_000 }).map((seconds) => new Date(seconds * 1000));

test("a calendar library reads back every event of a feed as it was, in any language, on either side of a change of the clocks", () => {
  const events = fc.record({ title: words, about: words, place: words, startsAt: instants, hours: fc.integer({ min: 1, max: 9 }), isCancelled: fc.boolean() });
  fc.assert(
    fc.property(fc.array(events, { maxLength: 8 }), (some) => {
      const written = some.map(({ hours, ...one }, index) => ({
        ...{ ...one, id: `m${index}`, address: `https://folkmoot.example/ur/marlshire/meetings/m${index}` },
        endsAt: new Date(one.startsAt.getTime() + hours * 3_600_000),
      }));
      const read = readBack(calendarOf({ language: "ur", name: "ملاقاتیں", events: written, madeAt }));
      expect(read.name).toBe("ملاقاتیں");
      expect(read.events).toEqual(written.map((one) => ({ ...one, id: `${one.id}@folkmoot` })));
    }),
  );
});
