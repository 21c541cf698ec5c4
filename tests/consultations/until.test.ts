import { expect, test } from "vitest";
import { untilText } from "#app/consultations/until.ts";
import { wordsFor } from "#app/shared/words.server.ts";

test("what ends at midnight in London ends with the day before, in winter and in summer", () => {
  expect(untilText(wordsFor("en"), new Date("2006-03-04T00:00:00Z"))).toBe("the end of 3 March 2006");
  expect(untilText(wordsFor("en"), new Date("2006-07-03T23:00:00Z"))).toBe("the end of 3 July 2006");
});

test("what ends at another time says the time", () => {
  expect(untilText(wordsFor("en"), new Date("2006-03-03T15:30:00Z"))).toBe("3 March 2006 at 15:30");
});
