import { expect, test } from "vitest";
import type { Consultation } from "#app/consultations/consultation.ts";
import { textParts, type TextPart } from "#app/consultations/design-fields.ts";
import { readTexts, textsAsTyped, translationOf } from "#app/consultations/design-texts.ts";
import { unlived } from "#app/consultations/life.ts";

const now = new Date("2026-11-22T09:00:00Z");
const consultation: Consultation = {
  ...{ ...unlived, id: "c1", partnershipId: "p1", formId: "f1", pauseReason: null, shorterTimeReason: null, partialLanguages: [], blockedLanguages: [], resultsPublishedAt: null, responsesPublicAt: null, reportPublicAt: null },
  title: { en: "Buses", cy: "Bysiau" },
  summary: { en: "Which buses do you need?" },
  purpose: {},
  decisionToBeMade: { en: "The timetable" },
  decisionMaker: { en: "The cabinet" },
  decisionOn: "2027-03-03",
  openToChange: [{ en: "Times", cy: "Amserau" }],
  notOpenToChange: [],
  audience: {},
  otherWays: { telephone: "01632 960100", post: "Room 1\nTown hall", inPerson: { en: "The library" } },
  contact: { name: { en: "The bus team" }, email: "buses@marlshire.example" },
  asksEquality: true,
  languages: ["en", "cy"],
  graceInMinutes: 90,
  opensAt: new Date("2026-12-01T00:00:00Z"),
  closesAt: new Date("2027-02-01T00:00:00Z"),
};

const read = (part: TextPart, change: Record<string, string>) => readTexts(part, { ...textsAsTyped(consultation, part), ...change }, consultation, now);
const problemsOf = (part: TextPart, change: Record<string, string>) => {
  const result = read(part, change);
  return result.ok ? [] : result.problem.map(({ input, code }) => `${input} ${code}`);
};

test.each(textParts)("what is not touched is saved as it was: %s", (part) => {
  const result = read(part, {});
  expect(result.ok && { ...consultation, ...result.value }).toEqual(consultation);
});

test("a title in English is needed, and a summary has at most 300 characters in each language", () => {
  expect(problemsOf("about", { "title-en": " ", "summary-cy": "x".repeat(301) })).toEqual(["title-en missing", "summary-cy long"]);
  expect(problemsOf("about", { "summary-ur": "ب".repeat(300) })).toEqual([]);
});

test("what has no sense as a number, an address or a date is named by its field", () => {
  expect(problemsOf("ways", { telephone: "call us", email: "hello" })).toEqual(["telephone telephone", "email email"]);
  expect(problemsOf("decision", { "decisionOn-day": "31", "decisionOn-month": "2" })).toEqual(["decisionOn-day date"]);
  expect(problemsOf("options", { languages: "", equality: "" })).toEqual(["equality choose", "languages choose-language"]);
  expect(problemsOf("dates", { grace: "1441" })).toEqual(["grace hours"]);
});

test("a consultation opens today at the earliest and closes after it opens, at the end of the day where no time is given", () => {
  expect(problemsOf("dates", { "opens-day": "21", "opens-month": "11", "opens-year": "2026" })).toEqual(["opens-day passed"]);
  expect(problemsOf("dates", { "closes-day": "30", "closes-month": "11", "closes-year": "2026" })).toEqual(["closes-day before-opening"]);
  const result = read("dates", { "opens-day": "22", "opens-month": "11", "opens-year": "2026", "closes-day": "3", "closes-month": "4", "closes-year": "2027" });
  expect(result.ok && result.value).toMatchObject({ opensAt: new Date("2026-11-22T00:00:00Z"), closesAt: new Date("2027-04-03T23:00:00Z") });
});

test("dates that are not known yet are left blank", () => {
  const blank = Object.fromEntries(["opens", "closes"].flatMap((name) => ["day", "month", "year", "time"].map((part) => [`${name}-${part}`, ""])));
  const result = read("dates", blank);
  expect(result.ok && result.value).toEqual({ opensAt: null, closesAt: null, graceInMinutes: 90 });
});

test("of the texts that are there, it is told how many are said in each language, points included", () => {
  const [english, welsh, urdu] = translationOf(consultation);
  expect(english).toMatchObject({ said: 7, all: 7, missing: [] });
  expect(welsh).toMatchObject({ said: 2, all: 7, missing: ["summary", "decisionToBeMade", "decisionMaker", "inPerson", "contactName"] });
  expect(urdu).toMatchObject({ said: 0, all: 7 });
});
