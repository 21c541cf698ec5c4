// What is entered about a response besides its answers.
import { expect, test } from "vitest";
import { readDetails, sameAgain, typedDetails, type DetailsEntries } from "#app/intake/details.ts";
import { textInAll } from "#app/shared/words.server.ts";

const consultation = { opensAt: new Date("2026-03-02T09:00:00Z"), closesAt: new Date("2026-05-01T09:00:00Z") };
const versions = [
  { number: 2, publishedAt: new Date("2026-04-06T14:00:00Z") },
  { number: 1, publishedAt: new Date("2026-02-20T10:00:00Z") },
];
const given = { now: new Date("2026-05-04T08:00:00Z"), say: textInAll, versions: versions.slice(1) };
const letter: DetailsEntries = { channel: "letter", day: "27", month: "3", year: "2026", language: "cy", as: "individual" };
const read = (entries: DetailsEntries) => readDetails({ ...letter, ...entries }, consultation, given);
const problems = (entries: DetailsEntries) => {
  const result = read(entries);
  return result.ok ? [] : result.problem.map(({ field, code }) => `${field} ${code}`);
};

test("how it came, when, in which language and who answers must be said, and nothing else", () => {
  const result = read({});
  expect(result.ok && result.value).toMatchObject({ channel: "letter", language: "cy", helper: null, original: null, sheet: null });
  const nothing = readDetails({}, consultation, given);
  expect(!nothing.ok && nothing.problem.map(({ field }) => field)).toEqual(["channel", "day", "language", "as"]);
});

test("online is no way that an officer enters", () => {
  expect(problems({ channel: "online" })).toEqual(["channel channel-missing"]);
});

test("where nothing is said about publication the response is only summarised", () => {
  const result = read({ name: "Mair Rees" });
  expect(result.ok && result.value.said).toMatchObject({ permission: "summary", name: "Mair Rees", confidentialityRequested: false });
});

test("to be published with the name it needs the name of whoever answers", () => {
  expect(problems({ publish: "named" })).toEqual(["publish name-missing"]);
  expect(problems({ publish: "named", as: "organisation", name: "Mair Rees" })).toEqual(["publish name-missing"]);
  expect(problems({ publish: "named", as: "organisation", "organisation-name": "Friends of the park" })).toEqual([]);
});

test("an organisation is entered only where somebody speaks for it, and by its name", () => {
  expect(problems({ "organisation-name": "Friends of the park" })).toEqual(["as organisation-not-asked"]);
  expect(problems({ as: "business", "members-represented": "12" })).toEqual(["organisation-name organisation-name-missing"]);
});

test("a reason for confidentiality asks for it", () => {
  const result = read({ "confidentiality-reason": "I was told in confidence" });
  expect(result.ok && result.value.said).toMatchObject({ confidentialityRequested: true, confidentialityReason: "I was told in confidence" });
});

test("signatures are those of a petition", () => {
  expect(problems({ signatures: "240" })).toEqual(["signatures signatures-of-petition"]);
  expect(problems({ channel: "petition", signatures: "many" })).toEqual(["signatures signatures-not-understood"]);
  const result = read({ channel: "petition", signatures: "1,240" });
  expect(result.ok && result.value.signatures).toBe(1240);
});

test("however long somebody writes by hand, it is taken over", () => {
  expect(problems({ as: "organisation", "organisation-name": "Friends", "how-views-gathered": "We asked. ".repeat(600) })).toEqual([]);
});

test("what was entered can be typed again, and the next of the pile begins with how it came", () => {
  const entries: DetailsEntries = { name: "Mair Rees", sheet: "A 17", "helper-name": "Ann", "helper-role": "librarian", original: "Dear all,\n\nroads." };
  const result = read(entries);
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  const typed = typedDetails(result.value);
  expect(typed).toMatchObject({ ...letter, ...entries });
  expect(readDetails(typed, consultation, given)).toEqual(result);
  expect(sameAgain(typed)).toEqual({ channel: "letter", day: "27", month: "3", year: "2026", language: "cy", version: "1" });
});

test("a paper is entered under the version it was printed from, which the next of the pile begins with", () => {
  const readOf = (entries: DetailsEntries) => readDetails({ ...letter, ...entries }, consultation, { ...given, versions });
  const versionOf = (entries: DetailsEntries) => {
    const result = readOf(entries);
    return result.ok ? result.value.version : result.problem;
  };
  const later = { day: "10", month: "4" };
  expect(versionOf(later), "the newest where nothing is said").toBe(2);
  expect(versionOf({ ...later, version: "1" }), "a paper taken away before the questions changed").toBe(1);
  expect(versionOf({ day: "6", month: "4", version: "2" }), "on the day it was first asked").toBe(2);
  expect(versionOf({ version: "2" }), "nobody answered questions that were still to be asked").toEqual([{ field: "version", code: "version-later" }]);
  expect(versionOf({ version: "1" })).toBe(1);
  expect(versionOf({ ...later, version: "3" })).toEqual([{ field: "version", code: "version-unknown" }]);
  expect(sameAgain({ ...letter, version: "1" })).toMatchObject({ version: "1" });
});
