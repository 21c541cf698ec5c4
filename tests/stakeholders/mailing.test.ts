// Mailings: their text with fields, when they go, and when they stop.
import fc from "fast-check";
import { expect, test } from "vitest";
import { unlived, type Life } from "#app/consultations/life.ts";
import { languages } from "#app/shared/languages.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { languageOfLetter, mailingLetter, valuesFor } from "#app/stakeholders/letters.ts";
import { mailingAsTyped, readMailing } from "#app/stakeholders/mailing-form.ts";
import { goingOf, mailingKinds, mayBegin, remindersBeginAt, toWriteNow } from "#app/stakeholders/mailing.ts";
import { merge, mergeFields, unknownIn, type MergeValues } from "#app/stakeholders/merge-fields.ts";

const at = (time: string) => new Date(`2026-03-${time}Z`);
const open: Life = { ...unlived, submittedAt: at("01T09:00"), approvedAt: at("01T10:00"), publishedAt: at("01T11:00"), opensAt: at("02T00:00"), closesAt: at("21T00:00") };
const begun = { startedAt: at("02T09:00"), pausedAt: null, stoppedAt: null };
const proposed = (kind: (typeof mailingKinds)[number]) => ({ subject: textInAll(`mailings:proposed.${kind}.subject`), body: textInAll(`mailings:proposed.${kind}.body`), perMinute: 60, daysBefore: kind === "reminder" ? 7 : null });

test("what we propose to write can be sent as it is, in every language", () => {
  for (const kind of mailingKinds) expect(readMailing(kind, mailingAsTyped(proposed(kind), 7))).toEqual({ ok: true, value: proposed(kind) });
});

test("a field nobody knows, a brace left alone and a letter without the link are refused before anything is sent", () => {
  const problemsOf = (body: string) => {
    const read = readMailing("invitation", { "subject-en": "Hello", "body-en": body, perMinute: "60" });
    return read.ok ? [] : read.problem.map(({ code, says = "" }) => `${code} ${says}`.trim());
  };
  expect(problemsOf("Dear {name}, {link}")).toEqual([]);
  expect(problemsOf("Dear {nam}, {first name}, {link}")).toEqual(["unknown {nam}, {first name}"]);
  expect(problemsOf("Dear {name, {link}")).toEqual(["brace"]);
  expect(problemsOf("Dear {name}")).toEqual(["no-link"]);
  expect(problemsOf("")).toEqual(["missing"]);
});

test("a rate outside what mail servers bear, and a reminder without its day, are refused", () => {
  const read = readMailing("reminder", { "subject-en": "Hello", "body-en": "{link}", perMinute: "6000", wanted: "yes", days: "" });
  expect(read.ok ? [] : read.problem.map(({ input }) => input)).toEqual(["perMinute", "days"]);
});

test("what stands in a value is never read as a field", () => {
  const values = fc.record(Object.fromEntries(mergeFields.map((field) => [field, fc.constantFrom("{name}", "{link}", "Anna", "{", "$&")]))) as fc.Arbitrary<MergeValues>;
  fc.assert(
    fc.property(values, fc.array(fc.constantFrom(...mergeFields), { maxLength: 6 }), (given, fields) => {
      expect(merge(fields.map((field) => `{${field}}`).join("|"), given)).toBe(fields.map((field) => given[field]).join("|"));
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void unknownIn(text)));
});

test("everybody is written to in their language where there is a text in it, and whoever has no name by that of the organisation", () => {
  const texts = { subject: { en: "Hello", cy: "Helo" }, body: { en: "Dear {name}: {closes} {link}", cy: "Annwyl {name}: {closes} {link}" } };
  expect(languages.map((language) => languageOfLetter(texts, language))).toEqual(["en", "cy", "en"]);
  const about = { consultation: { title: { en: "Our strategy" }, closesAt: open.closesAt }, partnership: { name: { en: "Marlshire" } }, link: "https://x.example/c" };
  const words = wordsFor("cy");
  const values = valuesFor(words, { name: "", organisation: "Age Friends" }, about);
  const letter = mailingLetter(words, "info@age.example", texts, values, { kind: "invitation", unsubscribeUrl: "https://x.example/u?key=1" });
  expect(letter).toMatchObject({ kind: "stakeholders/invitation", language: "cy", subject: "Helo", unsubscribeUrl: "https://x.example/u?key=1" });
  expect(letter.text).toMatch(/^Annwyl Age Friends: 20 Mawrth 2026 https:\/\/x\.example\/c[\s\S]*https:\/\/x\.example\/u\?key=1/);
});

test("letters go while people can answer, wait while they cannot yet, and end when they no longer can", () => {
  expect(goingOf(begun, open, at("01T23:00"))).toBe("waits");
  expect(goingOf(begun, open, at("03T09:00"))).toBe("going");
  expect(goingOf(begun, { ...open, pausedAt: at("03T08:00") }, at("03T09:00"))).toBe("waits");
  expect(goingOf({ ...begun, pausedAt: at("03T08:00") }, open, at("03T09:00"))).toBe("paused");
  expect(goingOf(begun, open, at("21T00:00"))).toBe("over");
  expect(goingOf({ ...begun, stoppedAt: at("03T08:00") }, open, at("03T09:00"))).toBe("stopped");
  expect([unlived, open].map((life) => mayBegin(life, at("03T09:00")))).toEqual([false, true]);
});

test("reminders begin at nine in the morning so many days before the last day", () => {
  expect(remindersBeginAt(open, 7)).toEqual(at("13T09:00"));
  expect(remindersBeginAt(open, null)).toBeNull();
  expect(remindersBeginAt(unlived, 7)).toBeNull();
});

test("a mail server that is away is not piled up for", () => {
  expect([0, 60, 90, 120, 500].map((unsent) => toWriteNow(60, unsent))).toEqual([60, 60, 30, 0, 0]);
});
