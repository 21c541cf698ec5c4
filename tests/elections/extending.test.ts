// Dates that move after the notice: an open poll is never made shorter, and letters tell what moved and nothing of who voted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { datesLetter, extendedLetter } from "#app/elections/date-letters.ts";
import { argueWith, changedDays, datesAsTyped, readDates } from "#app/elections/dates-form.ts";
import { pollClosesAt, proposedTimetable, timetableDays, type Timetable } from "#app/elections/timetable.ts";
import { addDays, instantAt } from "#app/shared/dates.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const kept = proposedTimetable("2026-09-07");
const opened = instantAt(kept.pollOpensOn, "00:00").getTime();
const closes = pollClosesAt(kept).getTime();
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

test("whatever is typed while a poll is open, it never ends earlier, and what has begun stays as it was", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: -40, max: 40 }), time, fc.integer({ min: -20, max: 60 }), (part, days, pollClosesTime, later) => {
      const now = new Date(opened + part * (closes - opened));
      const typed = { ...kept, pollClosesOn: addDays(kept.pollClosesOn, days), pollClosesTime, countOn: addDays(kept.countOn, later), challengesUntil: addDays(kept.challengesUntil, later), pollOpensOn: addDays(kept.pollOpensOn, days) };
      const read = readDates(datesAsTyped(typed), kept, now);
      if (!read.ok) return read.problem.length > 0;
      for (const day of timetableDays.slice(0, 7)) expect(read.value[day]).toBe(kept[day]);
      expect(pollClosesAt(read.value).getTime()).toBeGreaterThanOrEqual(closes);
      return true;
    }),
  );
});

test("any later close of an open poll can be read; one that overtakes the count is argued with until the count moves too", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
      const now = new Date(closes - 60_000);
      const typed = { ...kept, pollClosesOn: addDays(kept.pollClosesOn, days) };
      const read = readDates(datesAsTyped(typed), kept, now);
      expect(read).toEqual({ ok: true, value: typed });
      const overtakes = typed.pollClosesOn > kept.countOn;
      expect(argueWith(typed, true, now).errors.map(({ day }) => day).includes("countOn")).toBe(overtakes);
      const moved = { ...typed, countOn: addDays(kept.countOn, days), challengesUntil: addDays(kept.challengesUntil, days) };
      expect(argueWith(moved, true, now).errors).toEqual([]);
    }),
  );
});

test("a close that would be earlier is refused by name; before voting begins it may be, with a reason", () => {
  const earlier: Timetable = { ...kept, pollClosesOn: addDays(kept.pollClosesOn, -1) };
  expect(readDates(datesAsTyped(earlier), kept, new Date(opened + 3_600_000))).toEqual({ ok: false, problem: [{ field: "pollClosesOn-day", code: "poll-shortened" }] });
  expect(readDates(datesAsTyped(earlier), kept, new Date(opened - 3_600_000)).ok).toBe(true);
  // once it has ended, it stands
  const after = readDates(datesAsTyped({ ...kept, pollClosesOn: addDays(kept.pollClosesOn, 9) }), kept, new Date(closes));
  expect(after.ok && after.value.pollClosesOn).toBe(kept.pollClosesOn);
});

const moved = {
  ...{ title: { en: "Six members", cy: "Chwe aelod", ur: "چھ ارکان" }, network: { en: "The network" }, reason: { en: "The service was down.", cy: "Nid oedd y gwasanaeth yn gweithio.", ur: "سروس بند تھی۔" } },
  ...{ before: kept, after: { ...kept, pollClosesOn: "2026-10-23", countOn: "2026-10-26" }, link: "https://x.example/e" },
};

test("a letter about dates names each that changed, as it was and as it is, and why; in each language", () => {
  for (const language of languages) {
    const words = wordsFor(language);
    const { text, kind } = datesLetter({ to: "a@people.example", words, partnership: { en: "P" } }, moved);
    expect(kind).toBe("elections/dates-changed");
    expect(changedDays(moved.before, moved.after)).toEqual(["pollClosesOn", "countOn"]);
    for (const said of [words.date("2026-10-26"), words.date(kept.countOn), words.instant(pollClosesAt(moved.after)), words.instant(pollClosesAt(kept)), moved.reason[language], moved.link]) expect(text).toContain(said);
    expect(text).not.toMatch(/letter\.|undefined|\{\{/);
  }
});

test("a letter about an extension says until when, that a vote given counts, and where to vote; it is alike for whoever has voted and whoever has not", () => {
  for (const language of languages) {
    const words = wordsFor(language);
    const letter = (method: "both" | "post" | "online") => extendedLetter({ to: "a@people.example", words, partnership: { en: "P" } }, { ...moved, method, voteLink: "https://x.example/vote", checkLink: "https://x.example/check" }).text;
    for (const said of [words.instant(pollClosesAt(moved.after)), words.instant(pollClosesAt(kept)), moved.reason[language], words.date("2026-10-26"), "https://x.example/vote", "https://x.example/check"]) expect(letter("both")).toContain(said);
    expect(letter("post")).not.toContain("https://x.example/vote");
    expect(letter("post").length).toBeLessThan(letter("both").length);
    expect(letter("online").length).toBeLessThan(letter("both").length);
    expect(letter("both")).not.toMatch(/letter\.|undefined|\{\{/);
  }
});
