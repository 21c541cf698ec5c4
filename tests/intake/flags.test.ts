// What is striking about responses.
import { expect, test } from "vitest";
import type { Answers } from "#app/forms/answer.ts";
import { burstsIn, hourOf, isAdvertising, isTooFast, longestWords, lookAt, ownFlags, type MinuteCount } from "#app/intake/flags.ts";
import { buildDefinition } from "#tests/support/factories.ts";

const definition = buildDefinition();
const look = (answers: Answers) => lookAt(definition, answers);
const told = "We ask the council to keep the park open for every child in the town!";

test("a text sent on by many is one, whatever its case, blanks and punctuation", () => {
  const one = look({ first: told, bus: { option: "often" } });
  expect(look({ agree: { level: "agree", reasons: told.toUpperCase().replace(" to ", "\n  to, ") } }).text).toBe(one.text);
  expect(look({ first: "Save our park!" }).text).toBeNull();
});

test("responses are compared by what was written at greatest length, and what was only chosen is no text", () => {
  expect(longestWords(definition, { first: "Buses", agree: { level: "agree", reasons: "It is ours" } })).toEqual({ questionId: "agree", text: "It is ours" });
  expect(longestWords(definition, { bus: { option: "often" } })).toBeNull();
  expect(look({ first: "Parc y dref: cadwch ef ar agor, os gwelwch yn dda, i bawb sydd yn byw yma." }).text).toContain("os gwelwch yn dda");
});

test("links and little else are looked at by where they lead; an argument with its sources is not", () => {
  const advertising = look({ first: "Cheap pills www.Pills.example/now." });
  expect([isAdvertising(advertising), advertising.host]).toEqual([true, "pills.example"]);
  expect(isAdvertising(look({ first: "The report at https://council.example/report says on page nine that the buses run half empty after six." }))).toBe(false);
  const sources = Array.from({ length: 5 }, (_, index) => `https://paper.example/${index}`).join(" ");
  expect(isAdvertising(look({ first: `${"A sentence with six words in. ".repeat(6)}${sources}` }))).toBe(false);
  expect(isAdvertising(look({ first: "No link at all" }))).toBe(false);
});

test("whoever answers much in a few seconds did not read it", () => {
  expect(isTooFast({ seconds: 9, answered: 20 })).toBe(true);
  expect(isTooFast({ seconds: 90, answered: 20 })).toBe(false);
  expect(isTooFast({ seconds: 1, answered: 2 })).toBe(false);
  expect(isTooFast({ seconds: null, answered: 20 })).toBe(false);
});

test("a response raises by itself only what its links and its haste show, each with others of the same site or day", () => {
  const one = { ...look({ first: "www.pills.example" }), id: "r", receivedAt: new Date("2026-06-02T23:30:00Z"), seconds: 3 };
  expect(ownFlags({ ...one, answered: 12 })).toEqual([{ kind: "links", key: "pills.example" }, { kind: "too-fast", key: "2026-06-03" }]);
  expect(ownFlags({ ...one, ...look({ first: told }) })).toEqual([]);
});

test("a minute with ten times the usual is a burst, and a busy consultation has none for being busy", () => {
  const minutes = (...counts: number[]): MinuteCount[] => counts.map((count, at) => ({ minute: new Date(at * 60_000), count }));
  expect(burstsIn(minutes(8, 8, 90), 8).map(({ count }) => count)).toEqual([90]);
  expect(burstsIn(minutes(8, 70, 79), 8)).toEqual([]);
  expect(burstsIn(minutes(19, 20), 1).map(({ count }) => count)).toEqual([20]);
  expect(hourOf(new Date("2026-06-02T23:59:00Z"))).toBe("2026-06-02T23:00:00.000Z");
});
